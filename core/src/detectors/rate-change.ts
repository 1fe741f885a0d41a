/**
 * A service logs much more or much less than its rhythm explains, though not nothing (that is silence). When all
 * services grow together it is a busy hour, not an anomaly.
 */
import { upperTail } from '../baseline/negative-binomial.ts'
import type { ClosedWindow, Detector, Finding, SeriesWindow } from '../finding.ts'
import { evidence, rateFinding } from './evidence.ts'

/** Fewer services than this can not tell a busy hour from one busy service. */
const QUORUM = 3
const COUNTS_TO_VOTE = 5

export function rateChange(): Detector {
  return {
    name: 'rate-change',
    judge(window) {
      const surge = commonGrowth(window)
      return window.services.flatMap((series) => judge(series, window, surge))
    },
  }
}

function judge(series: SeriesWindow, window: ClosedWindow, surge: number): Finding[] {
  const score = series.lineScore
  if (score.learning || score.seen === 0) return []
  const up = score.pUp <= window.alarmBelow
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

/** Median growth of the services that have traffic to judge by, at least 1. */
function commonGrowth(window: ClosedWindow): number {
  const ratios = window.services
    .filter(({ lineScore }) => !lineScore.learning && lineScore.usual >= COUNTS_TO_VOTE)
    .map(({ lineScore }) => lineScore.seen / lineScore.usual)
    .sort((a, b) => a - b)
  return ratios.length < QUORUM ? 1 : Math.max(1, ratios[ratios.length >> 1])
}
