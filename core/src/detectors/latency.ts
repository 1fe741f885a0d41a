/** Requests of a service take longer than they usually do. */
import { quantile } from '../aggregate/sketch.ts'
import type { ClosedWindow, Detector, Finding, SeriesWindow } from '../finding.ts'
import { certainty, evidence } from './evidence.ts'

export function latency(): Detector {
  return {
    name: 'latency',
    judge: (window) => window.services.flatMap((series) => judge(series, window)),
  }
}

function judge(series: SeriesWindow, window: ClosedWindow): Finding[] {
  const score = series.latencyScore
  if (score.learning || score.p > window.alarmBelow) return []
  return [
    {
      detector: 'latency',
      kind: 'latency',
      at: window.end,
      start: window.end - score.span,
      service: series.service,
      entities: {},
      seen: score.seen,
      usual: score.usual,
      low: score.low,
      high: score.high,
      unit: score.quantile === 0.5 ? 'ms median' : 'ms p90',
      score: certainty(score.p),
      ...evidence(window, series.service, (template) => quantile(template.latency, 0.9) > score.high),
    },
  ]
}
