/** One judge per rule: takes the sightings of every window in order of time, says when the rule is met. */
import { MINUTE_MS, WINDOW_MS } from '../aggregate/window.ts'
import type { ClosedWindow } from '../finding.ts'
import type { Condition } from './condition.ts'
import { groups } from './groups.ts'
import type { By, Form, Match, Rule } from './rule.ts'
import { selector, type Sighting } from './sightings.ts'
import { SlidingSum } from './sliding-sum.ts'

/** The rule is met: by whom, how much against which limit, and the sightings of this window that show it. */
export interface Alarm {
  readonly group: string
  readonly start: number
  readonly seen: number
  readonly limit: number
  readonly shown: readonly Sighting[]
  /** Where nothing is shown. */
  readonly service?: string
}

export type Judge = (all: readonly Sighting[], window: Pick<ClosedWindow, 'start' | 'end'>) => Alarm[]

export function judgeOf({ match, form, by }: Rule): Judge {
  switch (form.kind) {
    case 'match':
      return threshold(match, { kind: 'threshold', count: 1, within: WINDOW_MS }, by)
    case 'threshold':
      return threshold(match, form, by)
    case 'absence':
      return absence(match, form.within)
    case 'ratio':
      return ratio(match, form, by)
    case 'sequence':
      return sequence(form, by)
  }
}

type FormOf<Kind extends Form['kind']> = Extract<Form, { kind: Kind }>

function threshold(match: Match, { count, within }: FormOf<'threshold'>, by: By | undefined): Judge {
  const select = selector(match)
  const sumOf = groups(() => new SlidingSum(within))
  return (all, { start, end }) =>
    [...grouped(all.filter(select), by)].flatMap(([group, shown]) => {
      const sum = sumOf(group)
      sum.add(start, linesOf(shown, match))
      const seen = sum.at(end)
      return seen >= count ? [{ group, start: end - within, seen, limit: count, shown }] : []
    })
}

/** Counts from the first window on: what never came is missing too. Time in which nothing was judged is not counted. */
function absence(match: Match, within: number): Judge {
  const select = selector(match)
  let last: number | undefined
  let judged: number | undefined
  let service = onlyService(match.where)
  return (all, { start, end }) => {
    const shown = all.find(select)
    last = shown ? end : (last ?? start) + (start - (judged ?? start))
    judged = end
    service = shown?.service ?? service
    const isDue = end - last >= within && (end - last - within) % MINUTE_MS < WINDOW_MS
    if (!isDue) return []
    const minutes = (ms: number) => ms / MINUTE_MS
    return [{ group: '', start: last, seen: minutes(end - last), limit: minutes(within), shown: [], service }]
  }
}

function ratio(match: Match, form: FormOf<'ratio'>, by: By | undefined): Judge {
  const { of, above = Number.POSITIVE_INFINITY, below = Number.NEGATIVE_INFINITY, within, min } = form
  const [select, selectOf] = [selector(match), selector(of)]
  const sumsOf = groups(() => ({ part: new SlidingSum(within), whole: new SlidingSum(within) }))
  return (all, { start, end }) => {
    const parts = grouped(all.filter(select), by)
    const wholes = grouped(all.filter(selectOf), by)
    return [...new Set([...parts.keys(), ...wholes.keys()])].flatMap((group) => {
      const { part, whole } = sumsOf(group)
      const shown = parts.get(group) ?? []
      part.add(start, linesOf(shown, match))
      whole.add(start, linesOf(wholes.get(group) ?? [], of))
      const among = whole.at(end)
      const seen = part.at(end) / Math.max(1, among)
      if (among < min || (seen <= above && seen >= below)) return []
      const limit = seen > above ? above : below
      return [{ group, start: end - within, seen, limit, shown: shown.length > 0 ? shown : (wholes.get(group) ?? []) }]
    })
  }
}

/**
 * The latest start from which each step was reached is all that needs to be kept. Lines of one window have no order
 * among them: there the order asked for is taken to be the one they came in.
 */
function sequence({ steps, within }: FormOf<'sequence'>, by: By | undefined): Judge {
  const selects = steps.map(selector)
  const reachedOf = groups(() => Array.from(steps, () => Number.NEGATIVE_INFINITY))

  /** Whether the last step was reached. */
  function advance(reached: number[], step: number, time: number): boolean {
    const began = step === 0 ? time : reached[step - 1]
    if (time - began > within) return false
    reached[step] = Math.max(reached[step], began)
    return step === steps.length - 1
  }

  return (all) => {
    const alarms = new Map<string, Alarm>()
    const steps = selects.flatMap((select, step) => all.filter(select).map((sighting) => ({ sighting, step })))
    steps.sort((a, b) => a.sighting.time - b.sighting.time || a.step - b.step)
    for (const { sighting, step } of steps) {
      const group = groupOf(sighting, by)
      const reached = group === undefined ? [] : reachedOf(group)
      if (group === undefined || !advance(reached, step, sighting.time)) continue
      const start = reached[step]
      reached.fill(Number.NEGATIVE_INFINITY)
      alarms.set(group, { group, start, seen: reached.length, limit: reached.length, shown: [sighting] })
    }
    return [...alarms.values()]
  }
}

function linesOf(sightings: readonly Sighting[], { errors }: Match): number {
  return sightings.reduce((sum, sighting) => sum + (errors ? sighting.errors : sighting.lines), 0)
}

function groupOf(sighting: Sighting, by: By | undefined): string | undefined {
  return by === undefined ? '' : sighting[by]
}

function grouped(sightings: readonly Sighting[], by: By | undefined): Map<string, Sighting[]> {
  const all = new Map<string, Sighting[]>()
  for (const sighting of sightings) {
    const group = groupOf(sighting, by)
    if (group === undefined) continue
    const known = all.get(group)
    if (known) known.push(sighting)
    else all.set(group, [sighting])
  }
  return all
}

/** The service a condition asks for, where it is one. */
function onlyService(where: Condition): string {
  if ('field' in where) return where.field === 'service' && where.test.op === 'is' ? where.test.text : ''
  const parts = 'all' in where ? where.all : []
  return parts.map(onlyService).find((name) => name !== '') ?? ''
}
