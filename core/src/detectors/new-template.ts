/**
 * A kind of line that was never there before, in a service whose vocabulary had settled. A service that keeps coining
 * new lines is still teaching; there, new is normal.
 */
import { MINUTE_MS } from '../aggregate/window.ts'
import type { ClosedWindow, Detector, Finding, SeriesWindow, Template } from '../finding.ts'
import { memory } from '../memory.ts'

/** A vocabulary is settled after this long, with fewer than so many new words within it. */
export const SETTLE_MS = 60 * MINUTE_MS
const SETTLED_NEWS = 3
/** An error is told at its first lines, anything else when it is more than a chance remark. */
const ERROR_LINES = 2
const LINES = 10
const WATCH_MS = 5 * MINUTE_MS

interface Novelty {
  readonly since: number
  readonly service: string
  readonly template: Template
  lines: number
  errors: number
}

export function newTemplate(): Detector {
  /** When new templates came, by service, within SETTLE_MS. */
  let news = new Map<string, number[]>()
  let watched = new Map<string, Novelty>()

  function meet(series: SeriesWindow, template: Template, window: ClosedWindow): void {
    const recent = (news.get(series.service) ?? []).filter((time) => time > window.start - SETTLE_MS)
    const settled = window.start - series.serviceSince >= SETTLE_MS && recent.length < SETTLED_NEWS
    news.set(series.service, [...recent.slice(-SETTLED_NEWS), window.start])
    if (!settled) return
    watched.set(keyOf(series), { since: window.start, service: series.service, template, lines: 0, errors: 0 })
  }

  function follow(series: SeriesWindow, window: ClosedWindow): Finding[] {
    const novelty = watched.get(keyOf(series))
    if (!novelty) return []
    novelty.lines += series.lines
    novelty.errors += series.errors
    if (novelty.errors < ERROR_LINES && novelty.lines < LINES) return []
    watched.delete(keyOf(series))
    return [finding(novelty, series.sample, window)]
  }

  return {
    name: 'new-template',
    judge(window) {
      for (const [key, novelty] of watched) if (window.start - novelty.since > WATCH_MS) watched.delete(key)
      return window.templates.flatMap((series) => {
        if (series.lines === 0) return []
        if (series.template && series.since === window.start) meet(series, series.template, window)
        return follow(series, window)
      })
    },
    memories: [
      memory('new-template', 1, { keep: () => ({ news, watched }), recall: (kept) => ({ news, watched } = kept) }),
    ],
  }
}

function finding({ since, service, template, lines, errors }: Novelty, sample: string, window: ClosedWindow): Finding {
  return {
    detector: 'new-template',
    kind: 'new_template',
    at: window.end,
    start: since,
    service,
    templateId: template.id,
    entities: {},
    seen: lines,
    usual: 0,
    low: 0,
    high: 0,
    unit: errors > 0 ? 'error lines' : 'lines',
    score: errors > 0 ? 0.8 : 0.6,
    samples: [sample],
    templates: [{ template, count: lines }],
    lines,
  }
}

function keyOf(series: SeriesWindow): string {
  return `${series.service}\n${series.template?.id ?? ''}`
}
