/**
 * A line that is known but hardly ever comes, and now comes in numbers. New lines have a detector of their own, and so
 * have errors; this one is for what a service mutters only when something is odd.
 */
import { MINUTE_MS } from '../aggregate/window.ts'
import type { ClosedWindow, Detector, Finding, SeriesWindow } from '../finding.ts'
import { rateFinding } from './evidence.ts'

/** What a line is known for takes so long to tell. */
const KNOWN_MS = 24 * 60 * MINUTE_MS
/** At most so many a minute is rare: one in two hours. */
const RARE = 1 / 120
const LINES = 10
/** Not Benjamini-Hochberg: templates are many, and this is a note, so it must be beyond doubt. */
const CERTAIN = 1e-12
/** Where everything grows, rare lines do. */
const WITH_SERVICE = 5

export function rareTemplate(): Detector {
  return {
    name: 'rare-template',
    judge(window) {
      const growth = new Map(window.services.map(({ service, lineScore }) => [service, ratio(lineScore)]))
      return window.templates.flatMap((series) => judge(series, growth.get(series.service) ?? 1, window))
    },
  }
}

function judge(series: SeriesWindow, growth: number, window: ClosedWindow): Finding[] {
  const { template, lineScore, since, sample } = series
  if (!template || lineScore.learning || lineScore.pUp > CERTAIN || lineScore.seen < LINES) return []
  const perMinute = lineScore.usual / Math.max(1, lineScore.span / MINUTE_MS)
  if (window.start - since < KNOWN_MS || perMinute > RARE || ratio(lineScore) < WITH_SERVICE * growth) return []
  const proof = { samples: [sample], templates: [{ template, count: series.lines }], lines: series.lines }
  const found = rateFinding('rare-template', 'rare_template', series, lineScore, 'lines', window, proof)
  return [{ ...found, templateId: template.id }]
}

function ratio({ seen, usual }: SeriesWindow['lineScore']): number {
  return seen / Math.max(0.5, usual)
}
