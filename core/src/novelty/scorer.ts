/**
 * Novelty of one numeric series (latency quantile, CPU, queue depth), streaming and without a model of its kind:
 * a row is novel when what happens is surprising in many views of the series at once, compared with how surprising
 * this series usually is. Not for counts of events: those have a rate detector with a calendar.
 *
 * values -> ranges (scale.ts) -> views (member.ts) -> median -> own tail (tail.ts) -> gate (gate.ts) -> 0..1
 *
 * State: 168 pairs of hashed tables, 1.4 MiB a series, whatever its length.
 */
import { gate } from './gate.ts'
import { member, type View } from './member.ts'
import { runningRanges } from './scale.ts'
import { ownTail } from './tail.ts'

/** Scores at or above it are worth an alert. */
export const NOVELTY_THRESHOLD = 0.5

/** The combined deviation that reads as the threshold. */
const ALERT_AT = 2.45
const WARM_UP_ROWS = 100
const HOUR_MS = 3_600_000
const TAIL_WEIGHT = 1.5
const DEVIATION_WEIGHT = 0.5

const QUANTILES = [0.01, 0.02, 0.03]

const views: readonly View[] = [
  ...[3, 6, 12].flatMap((rows) => bothClocks({ rows, by: 'mean', ranges: [0, 2] })),
  ...[1, 2, 4, 8, 18].flatMap((rows) => bothClocks({ rows, by: 'mean', ranges: [1] })),
  ...[3, 6, 12].flatMap((rows) => bothClocks({ rows, by: 'extreme', ranges: [1] })),
]

export interface NoveltyScorer {
  /** Novelty of the next row, 0..1; 0 while warming up and for values that are no number. `at` in ms since epoch. */
  score(at: number, value: number): number
}

export function noveltyScorer(): NoveltyScorer {
  const ranges = runningRanges(QUANTILES)
  const members = views.map(member)
  const tail = ownTail()
  const pass = gate()
  let rows = 0
  return {
    score(at, value) {
      if (!Number.isFinite(value)) return 0
      const known = ranges.current()
      ranges.add(value)
      if (known === undefined) return 0
      const hour = hourOf(at)
      const z = median(members.map((m) => m.judge(value, hour, known)))
      if (++rows <= WARM_UP_ROWS || z <= 0) return 0
      const strength = pass(DEVIATION_WEIGHT * z + TAIL_WEIGHT * tail(z))
      return strength / (strength + ALERT_AT)
    },
  }
}

function bothClocks(view: Omit<View, 'hourly'>): View[] {
  return [
    { ...view, hourly: false },
    { ...view, hourly: true },
  ]
}

function hourOf(at: number): number {
  return Number.isFinite(at) ? ((Math.floor(at / HOUR_MS) % 24) + 24) % 24 : 0
}

function median(values: number[]): number {
  values.sort((a, b) => a - b)
  const half = values.length >> 1
  return values.length % 2 === 1 ? values[half] : (values[half - 1] + values[half]) / 2
}
