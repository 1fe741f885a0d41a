/**
 * Requests take longer than they usually do: of a whole service, or of one kind of line in it, so that a slow call is
 * not drowned by quick ones.
 */
import type { ClosedWindow, Detector, Finding, SeriesWindow } from '../finding.ts'
import { certainty, evidence } from './evidence.ts'

export function latency(): Detector {
  return {
    name: 'latency',
    judge(window) {
      const slow = [...window.services, ...window.templates].filter((series) => isSlow(series, window))
      const services = Map.groupBy(slow, ({ service }) => service)
      return [...services.values()].map((series) => finding(series, window))
    },
  }
}

function isSlow({ latencyScore: { learning, p } }: SeriesWindow, window: ClosedWindow): boolean {
  return !learning && p <= window.alarmBelow
}

/** One finding for a service, told by the series that leaves the least doubt. */
function finding(slow: readonly SeriesWindow[], window: ClosedWindow): Finding {
  const { service, latencyScore: score } = slow.reduce((least, next) =>
    next.latencyScore.p < least.latencyScore.p ? next : least,
  )
  return {
    detector: 'latency',
    kind: 'latency',
    at: window.end,
    start: window.end - score.span,
    service,
    entities: {},
    seen: score.seen,
    usual: score.usual,
    low: score.low,
    high: score.high,
    unit: score.quantile === 0.5 ? 'ms median' : 'ms p90',
    score: certainty(score.p),
    ...evidence(window, service, (template) => slow.includes(template)),
  }
}
