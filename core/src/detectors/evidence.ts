/** What all detectors of series say in the same way: samples, templates, and the numbers in the finding's unit. */
import { MINUTE_MS, WINDOW_MS } from '../aggregate/window.ts'
import type { ClosedWindow, Finding, ScoredCount, SeriesWindow } from '../finding.ts'
import type { IncidentKind } from '../wire/incident.ts'

export interface Evidence {
  readonly samples: readonly string[]
  readonly templates: Finding['templates']
  readonly lines: number
}

const SAMPLES = 3
const TEMPLATES = 10

/** The templates of a service in this window that took part, most lines first. */
export function evidence(window: ClosedWindow, service: string, took: (template: SeriesWindow) => boolean): Evidence {
  const all = window.templates
    .filter((series) => series.service === service && series.lines > 0 && took(series))
    .sort((a, b) => b.lines - a.lines || (a.sample < b.sample ? -1 : 1))
  return {
    samples: all.slice(0, SAMPLES).map((series) => series.sample),
    templates: all.slice(0, TEMPLATES).flatMap(({ template, lines }) => (template ? [{ template, count: lines }] : [])),
    lines: all.reduce((sum, series) => sum + series.lines, 0),
  }
}

/** A finding about a count, told per minute or, for spans below one, per span. */
export function rateFinding(
  detector: string,
  kind: IncidentKind,
  series: SeriesWindow,
  score: ScoredCount,
  what: string,
  window: Pick<ClosedWindow, 'start' | 'end'>,
  proof: Evidence,
): Finding {
  const minutes = Math.max(1, score.span / MINUTE_MS)
  const unit = score.span < MINUTE_MS ? `${what} in ${score.span / 1000} s` : `${what}/min`
  return {
    detector,
    kind,
    at: window.end,
    start: window.start + WINDOW_MS - score.span,
    service: series.service,
    entities: {},
    seen: score.seen / minutes,
    usual: score.usual / minutes,
    low: score.low / minutes,
    high: Math.max(score.high, score.usual) / minutes,
    unit,
    score: certainty(Math.min(score.pUp, score.pDown)),
    ...proof,
  }
}

/** 0..1 from a chance: 0.5 at one in 10^6, 1 where nothing is left to doubt. */
export function certainty(chance: number): number {
  const digits = -Math.log10(Math.max(1e-300, chance))
  return digits / (digits + 6)
}
