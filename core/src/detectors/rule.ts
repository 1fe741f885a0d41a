/**
 * What users know of their systems: their own rules, judged in event time on what observations tell. See docs/rules.md.
 * A rule may count over all services, so it is judged where all shards are joined, on what they saw of it.
 */
import type { Detector, Finding } from '../finding.ts'
import { durationText } from '../rules/duration.ts'
import { judgeOf, type Alarm } from '../rules/judge.ts'
import type { Form, Rule } from '../rules/rule.ts'
import { sourceOf } from '../rules/sightings.ts'
import type { Outcome } from '../wire/findings.ts'

const SAMPLES = 3
const TEMPLATES = 10

export type JoinedWindow = Pick<Outcome, 'start' | 'end' | 'sightings'>

export function rule(rules: readonly Rule[]): Detector<JoinedWindow> {
  const judges = rules.map((one) => ({ rule: one, source: sourceOf(one), judge: judgeOf(one) }))
  return {
    name: 'rule',
    judge(window) {
      const { sightings } = window
      return judges.flatMap(({ rule: one, source, judge }) =>
        judge(sightings[source] ?? [], window).map((alarm) => findingOf(one, alarm, window)),
      )
    },
  }
}

function findingOf(one: Rule, alarm: Alarm, window: JoinedWindow): Finding {
  const { group, start, seen, limit, shown } = alarm
  const most = [...shown].sort((a, b) => b.lines - a.lines)
  const services = [...new Set(most.map(({ service }) => service))]
  const isBelow = one.form.kind === 'ratio' && seen < limit
  return {
    detector: 'rule',
    kind: 'rule',
    at: window.end,
    start,
    service: services[0] ?? alarm.service ?? '',
    ...(services.length > 1 && { services }),
    entities: one.by === undefined || one.by === 'service' ? {} : { [one.by]: [group] },
    seen,
    usual: 0,
    low: isBelow ? limit : 0,
    high: isBelow ? 1 : limit,
    unit: unitOf(one.form),
    score: 1,
    samples: most
      .map(({ sample }) => sample)
      .filter(Boolean)
      .slice(0, SAMPLES),
    templates: most.slice(0, TEMPLATES).map(({ template, lines: count }) => ({ template, count })),
    lines: shown.reduce((sum, { lines }) => sum + lines, 0),
    rule: { name: one.name, title: one.title, severity: one.severity, form: one.form.kind, group },
  }
}

function unitOf(form: Form): string {
  switch (form.kind) {
    case 'match':
      return 'lines'
    case 'threshold':
      return `lines in ${durationText(form.within)}`
    case 'absence':
      return 'min'
    case 'ratio':
      return `of all in ${durationText(form.within)}`
    case 'sequence':
      return `steps in ${durationText(form.within)}`
  }
}
