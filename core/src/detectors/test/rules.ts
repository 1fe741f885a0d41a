/** Rules as they are judged over one shard. */
import type { Detector } from '../../finding.ts'
import type { Rule } from '../../rules/rule.ts'
import { lookout } from '../../rules/sightings.ts'
import { rule } from '../rule.ts'

export function ruleDetector(rules: readonly Rule[]): Detector {
  const { name, judge } = rule(rules)
  const sightings = lookout(rules)
  return { name, judge: (window) => judge({ start: window.start, end: window.end, sightings: sightings(window) }) }
}
