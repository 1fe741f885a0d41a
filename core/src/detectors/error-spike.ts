/**
 * More errors than the service's own rhythm explains. Errors that grow as traffic grows are traffic: the usual is
 * raised by the growth before it is judged.
 */
import { upperTail } from '../baseline/negative-binomial.ts'
import type { ClosedWindow, Detector, Finding, SeriesWindow } from '../finding.ts'
import { evidence, rateFinding } from './evidence.ts'

export function errorSpike(): Detector {
  return {
    name: 'error-spike',
    judge: (window) => window.services.flatMap((series) => judge(series, window)),
  }
}

function judge(series: SeriesWindow, window: ClosedWindow): Finding[] {
  const score = series.errorScore
  if (score.learning || score.pUp > window.alarmBelow) return []
  const usual = score.usual * growth(series)
  const chance = upperTail(score.seen, usual, score.phi)
  if (chance > window.alarmBelow || score.seen < 1.5 * usual) return []
  const proof = evidence(window, series.service, (template) => template.errors > 0)
  return [rateFinding('error-spike', 'error_spike', series, { ...score, usual, pUp: chance }, 'errors', window, proof)]
}

/** How many times its usual traffic the service has, errors not counted; at least once. */
function growth(series: SeriesWindow): number {
  const { seen, usual, span } = series.lineScore
  const errors = span === series.errorScore.span ? series.errorScore : { seen: 0, usual: 0 }
  return Math.max(1, (seen - errors.seen) / Math.max(1, usual - errors.usual))
}
