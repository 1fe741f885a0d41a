/**
 * A service that should be talking says nothing. Told again every minute until it talks: an outage does not become
 * normal by lasting. Holes in our own ingest never come here, they are not judged at all.
 */
import { MINUTE_MS } from '../aggregate/window.ts'
import type { ClosedWindow, Detector, Finding, SeriesWindow } from '../finding.ts'
import { memory } from '../memory.ts'
import { rateFinding } from './evidence.ts'

interface Outage {
  readonly finding: Finding
  told: number
}

export function silence(): Detector {
  let outages = new Map<string, Outage>()
  let lastSample = new Map<string, string>()

  function judge(series: SeriesWindow, window: ClosedWindow): Finding[] {
    if (series.lines > 0) {
      lastSample.set(series.service, series.sample)
      outages.delete(series.service)
      return []
    }
    const known = outages.get(series.service)
    if (known) return repeat(known, window)
    const score = series.lineScore
    if (score.learning || score.seen > 0 || score.pDown > window.alarmBelow) return []
    const samples = [lastSample.get(series.service) ?? ''].filter(Boolean)
    const finding = rateFinding('silence', 'silence', series, score, 'lines', window, {
      samples,
      templates: [],
      lines: 0,
    })
    outages.set(series.service, { finding, told: window.end })
    return [finding]
  }

  function repeat(outage: Outage, window: ClosedWindow): Finding[] {
    if (window.end - outage.told < MINUTE_MS) return []
    outage.told = window.end
    return [{ ...outage.finding, at: window.end }]
  }

  /** A service that is no longer followed has nothing to say here either. */
  function forget(services: readonly SeriesWindow[]): void {
    if (lastSample.size <= 2 * services.length) return
    const followed = new Set(services.map(({ service }) => service))
    for (const known of [outages, lastSample])
      for (const service of known.keys()) if (!followed.has(service)) known.delete(service)
  }

  return {
    name: 'silence',
    judge(window) {
      const findings = window.services.flatMap((series) => judge(series, window))
      // All services are told at the end of a minute only.
      if (window.end % MINUTE_MS === 0) forget(window.services)
      return findings
    },
    memories: [
      memory('silence', 1, {
        keep: () => ({ outages, lastSample }),
        recall: (kept) => ({ outages, lastSample } = kept),
      }),
    ],
  }
}
