/**
 * A service logs much more or much less than its rhythm explains, though not nothing (that is silence). When all
 * services grow together it is a busy hour, not an anomaly.
 */
import { upperTail } from '../baseline/negative-binomial.ts'
import { MINUTE_MS } from '../aggregate/window.ts'
import type { ClosedWindow, Detector, Finding, SeriesWindow } from '../finding.ts'
import { evidence, rateFinding } from './evidence.ts'

/** What a service does once a day is not known on its first day: a few lines more are no news yet. */
const YOUNG_MS = 24 * 60 * MINUTE_MS
const YOUNG_COUNT = 30
/** Fewer services than this can not tell a busy hour from one busy service. */
const QUORUM = 3
const COUNTS_TO_VOTE = 5

export function rateChange(): Detector {
  /** How many times its usual each service had, when it last wrote. */
  const growths = new Map<string, Growth>()
  return {
    name: 'rate-change',
    judge(window) {
      noteGrowth(growths, window)
      const surge = commonGrowth(growths)
      return window.services.flatMap((series) => judge(series, window, surge))
    },
  }
}

function judge(series: SeriesWindow, window: ClosedWindow, surge: number): Finding[] {
  const score = series.lineScore
  if (score.learning || score.seen === 0) return []
  const up = score.pUp <= window.alarmBelow
  if (up && score.seen < YOUNG_COUNT && window.start - series.since < YOUNG_MS) return []
  if (!up && score.pDown > window.alarmBelow) return []
  if (up && upperTail(score.seen, score.usual * surge, score.phi) > window.alarmBelow) return []
  if (up && score.seen < 1.5 * surge * score.usual) return []
  const proof = evidence(
    window,
    series.service,
    (template) => !up || template.lineScore.pUp < 0.01 || template.lineScore.learning,
  )
  return [rateFinding('rate-change', 'rate_change', series, score, 'lines', window, proof)]
}

interface Growth {
  readonly at: number
  readonly ratio: number
}

function noteGrowth(growths: Map<string, Growth>, window: ClosedWindow): void {
  for (const { service, lineScore } of window.services) {
    if (lineScore.learning || lineScore.usual < COUNTS_TO_VOTE) continue
    growths.set(service, { at: window.start, ratio: lineScore.seen / lineScore.usual })
  }
  for (const [service, { at }] of growths) if (window.start - at >= MINUTE_MS) growths.delete(service)
}

/** Median growth of the services that have traffic to judge by, at least 1. */
function commonGrowth(growths: ReadonlyMap<string, Growth>): number {
  const ratios = [...growths.values()].map(({ ratio }) => ratio).sort((a, b) => a - b)
  return ratios.length < QUORUM ? 1 : Math.max(1, ratios[ratios.length >> 1])
}
