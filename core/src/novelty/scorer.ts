/**
 * Novelty of one numeric series (latency quantile, CPU, queue depth), streaming and without a model of its kind:
 * a row is novel when what happens is surprising in many views of the series at once, compared with how surprising
 * this series usually is. Not for counts of events: those have a rate detector with a calendar.
 *
 * value -> range (scale.ts) -> views (member.ts) -> trimmed mean -> own tail (tail.ts) -> gate (gate.ts) -> 0..1
 *
 * State: 18 views of 9 tables of 8 KiB, about 1.4 MiB a series, whatever its length. For some hundreds of series.
 */
import { gate } from './gate.ts'
import { member, type View } from './member.ts'
import { runningRange } from './scale.ts'
import { ownTail } from './tail.ts'

/** Scores at or above it are worth an alert. */
export const NOVELTY_THRESHOLD = 0.5

/** The strength that reads as the threshold. Measured flat from 1.9 to 2.4. */
const ALERT_AT = 2.1
const WARM_UP_ROWS = 120
const HOUR_MS = 3_600_000
/** Strength = deviation and rarity together: the one sees how far, the other how unusual for this series. */
const DEVIATION_WEIGHT = 0.5
const RARITY_WEIGHT = 1.4
/** Left out at either end before views are averaged: no single view may raise or stop an alarm. */
const TRIM = 0.25

const views: readonly View[] = [
  ...[3, 4, 6, 8, 12, 18].map((rows) => ({ rows, by: 'mean' as const })),
  ...[3, 6, 12].map((rows) => ({ rows, by: 'extreme' as const })),
].flatMap((view) => [
  { ...view, hourly: false },
  { ...view, hourly: true },
])

export interface NoveltyScorer {
  /** Novelty of the next row, 0..1; 0 while warming up and for values that are no number. `at` in ms since epoch. */
  score(at: number, value: number): number
}

export function noveltyScorer(): NoveltyScorer {
  const range = runningRange()
  const members = views.map((view, seed) => member(view, seed))
  const rarity = ownTail()
  const pass = gate(ALERT_AT)
  let rows = 0
  return {
    score(at, value) {
      if (!Number.isFinite(value)) return 0
      const u = range.place(value)
      range.add(value)
      if (u === undefined) return 0
      const hour = hourOf(at)
      const deviation = trimmedMean(members.map((m) => m.judge(u, hour)))
      if (++rows <= WARM_UP_ROWS) return 0
      const strength = pass(DEVIATION_WEIGHT * deviation + RARITY_WEIGHT * rarity(deviation))
      return strength / (strength + ALERT_AT)
    },
  }
}

/** UTC; rows without a time all fall into one hour. */
function hourOf(at: number): number {
  const hour = Math.floor(at / HOUR_MS) % 24
  return Number.isFinite(hour) ? (hour + 24) % 24 : 0
}

/** Calm views count as 0: being calmer than usual does not make up for another one's surprise. */
function trimmedMean(values: number[]): number {
  values.sort((a, b) => a - b)
  const cut = Math.floor(TRIM * values.length)
  let sum = 0
  for (let i = cut; i < values.length - cut; i++) sum += Math.max(0, values[i])
  return sum / (values.length - 2 * cut)
}
