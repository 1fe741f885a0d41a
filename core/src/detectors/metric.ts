/**
 * A quantity that lines tell again and again (queue depth, memory, temperature) is where it never was. Two judges must
 * agree: the novelty scorer, that something happens which this series does not do, and the range of two weeks, that the
 * value is outside of it. The one alone cries too often for many series at once, the other knows no rhythm.
 * Few are followed, those that come most regularly first: a scorer is 1.4 MiB. See docs/decisions/0011.
 */
import { MINUTE_MS } from '../aggregate/window.ts'
import type { ClosedWindow, Detector, Finding, Template } from '../finding.ts'
import { NOVELTY_THRESHOLD, noveltyScorer, type NoveltyScorer } from '../novelty/scorer.ts'
import { valueRange, type ValueRange } from '../numbers/value-range.ts'
import { MOST_VALUES, type NumberObservation } from '../wire/observations.ts'

/** 70 MiB. */
const MOST_FOLLOWED = 50
const MOST_CANDIDATES = 5_000
/** A candidate is looked at for so long, and must have told something in so many of the minutes. */
const PROBATION_MS = 120 * MINUTE_MS
const REGULAR = 0.8
/** Different values it must have had; and what only grows or only falls counts something. */
const DISTINCT = 4
const ONE_WAY = 0.95
/** What is silent for so long makes room. */
const FORGET_MS = 24 * 60 * MINUTE_MS
/** The judges must agree within so long, and the value stay outside for so many minutes. */
const AGREE_MS = 5 * MINUTE_MS
const STAYS = 2

interface Candidate {
  readonly since: number
  minutes: number
  last: number
  up: number
  down: number
  readonly distinct: Set<number>
}

interface Metric {
  readonly service: string
  readonly template: Template
  readonly name: string
  /** Of this minute. */
  sum: number
  count: number
  lastSeen: number
  candidate: Candidate | undefined
  followed: Followed | undefined
}

interface Followed {
  readonly scorer: NoveltyScorer
  readonly range: ValueRange
  /** When the scorer last spoke, and since when the value is outside. */
  novel: number
  outside: number
  minutesOutside: number
}

export function metric(): Detector {
  const metrics = new Map<string, Metric>()
  let followed = 0

  function take(told: NumberObservation, window: ClosedWindow): void {
    if (told.lines > MOST_VALUES) return
    const template = window.templateOf(told.shape)
    for (const [name, values] of told.values) {
      const one = metricOf(told.service, template, name, window.start)
      if (one === undefined) continue
      for (const value of values) one.sum += value
      one.count += values.length
      one.lastSeen = window.start
    }
  }

  function metricOf(service: string, template: Template, name: string, at: number): Metric | undefined {
    const key = `${service}\n${template.id}\n${name}`
    let one = metrics.get(key)
    if (one === undefined && metrics.size < MOST_CANDIDATES) {
      const candidate = { since: at, minutes: 0, last: Number.NaN, up: 0, down: 0, distinct: new Set<number>() }
      one = { service, template, name, sum: 0, count: 0, lastSeen: at, candidate, followed: undefined }
      metrics.set(key, one)
    }
    return one
  }

  function closeMinute(key: string, one: Metric, now: number): Finding[] {
    if (now - one.lastSeen > FORGET_MS) return forget(key, one)
    if (one.count === 0) return []
    const mean = one.sum / one.count
    one.sum = one.count = 0
    if (one.followed) return judge(one, one.followed, mean, now)
    if (one.candidate) consider(key, one, one.candidate, mean, now)
    return []
  }

  function forget(key: string, one: Metric): Finding[] {
    metrics.delete(key)
    if (one.followed) followed--
    return []
  }

  /** What is not worth following is forgotten, and may try again. */
  function consider(key: string, one: Metric, candidate: Candidate, mean: number, now: number): void {
    learn(candidate, mean)
    if (now - candidate.since < PROBATION_MS) return
    if (!isWorthIt(candidate, now) || followed >= MOST_FOLLOWED) return void metrics.delete(key)
    followed++
    one.candidate = undefined
    const never = Number.NEGATIVE_INFINITY
    one.followed = { scorer: noveltyScorer(), range: valueRange(), novel: never, outside: never, minutesOutside: 0 }
  }

  return {
    name: 'metric',
    judge(window) {
      for (const told of [...window.numbers].sort(byShape)) take(told, window)
      if (window.end % MINUTE_MS !== 0) return []
      return [...metrics].flatMap(([key, one]) => closeMinute(key, one, window.end))
    },
  }
}

/** Sums of doubles depend on their order, and who told first must not matter. */
function byShape(a: NumberObservation, b: NumberObservation): number {
  return a.shape < b.shape ? -1 : Number(a.shape > b.shape)
}

function learn(candidate: Candidate, mean: number): void {
  candidate.minutes++
  if (mean > candidate.last) candidate.up++
  if (mean < candidate.last) candidate.down++
  candidate.last = mean
  if (candidate.distinct.size < DISTINCT) candidate.distinct.add(mean)
}

function isWorthIt({ since, minutes, up, down, distinct }: Candidate, now: number): boolean {
  const isRegular = minutes * MINUTE_MS >= REGULAR * (now - since)
  return isRegular && distinct.size >= DISTINCT && Math.max(up, down) < ONE_WAY * (up + down)
}

function judge(one: Metric, state: Followed, mean: number, now: number): Finding[] {
  if (state.scorer.score(now, mean) >= NOVELTY_THRESHOLD) state.novel = now
  const { range } = state
  if (!range.isOutside(mean)) {
    state.minutesOutside = 0
    range.learn(mean, now)
    return []
  }
  if (state.minutesOutside++ === 0) state.outside = now - MINUTE_MS
  const isNovel = state.novel >= state.outside - AGREE_MS && now - state.outside >= STAYS * MINUTE_MS
  const found = isNovel && range.isKnown ? [finding(one, state, mean, now)] : []
  range.doubt(mean, now)
  return found
}

function finding(
  { service, template, name }: Metric,
  { range, outside }: Followed,
  mean: number,
  now: number,
): Finding {
  const { usual, low, high } = range
  return {
    detector: 'metric',
    kind: 'rate_change',
    at: now,
    start: outside,
    service,
    templateId: template.id,
    entities: {},
    seen: mean,
    usual,
    low,
    high,
    unit: name,
    score: range.certainty(mean),
    samples: [],
    templates: [{ template, count: 1 }],
    lines: 1,
  }
}
