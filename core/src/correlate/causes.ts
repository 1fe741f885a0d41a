/**
 * What changed first: templates that are new or far above their usual shortly before an incident began. Rare things
 * that rise just before a failure are its likeliest cause; a common one that rises with it is a symptom.
 */
import { MINUTE_MS } from '../aggregate/window.ts'
import type { ClosedWindow, SeriesWindow } from '../finding.ts'
import type { Cause } from '../wire/incident.ts'

const KEEP_MS = 15 * MINUTE_MS
const BEFORE_MS = 5 * MINUTE_MS
const AFTER_MS = 30_000
/** What is new in a service this young says nothing. */
const YOUNG_MS = 60 * MINUTE_MS
const RISEN = 1e-5
const MAX_RISES = 2_000
const CAUSES = 3

/** A kind of line that is new or far above its usual. */
export interface Rise {
  readonly at: number
  readonly service: string
  readonly templateId: string
  readonly template: string
  readonly isNew: boolean
  readonly isError: boolean
  readonly ratio: number
}

export interface CauseTracker {
  /** Takes what rose in every window, in order of time. */
  see(risen: readonly Rise[]): void
  /** Likeliest first. */
  before(start: number, services: ReadonlySet<string>): Cause[]
}

export function causeTracker(): CauseTracker {
  let rises: Rise[] = []
  return {
    see(risen) {
      if (risen.length === 0) return
      rises = [...rises.filter(({ at }) => at > risen[0].at - KEEP_MS), ...risen].slice(-MAX_RISES)
    },
    before(start, services) {
      const first = new Map<string, Rise>()
      for (const found of rises) {
        if (found.at < start - BEFORE_MS || found.at > start + AFTER_MS) continue
        const key = `${found.service}\n${found.templateId}`
        if (!first.has(key)) first.set(key, found)
      }
      const found = [...first.values()]
      const before = found.filter(({ at }) => at <= start)
      // What rose after the beginning is a symptom, and named only where nothing else is.
      return (before.length > 0 ? before : found)
        .sort((a, b) => weight(b, start, services) - weight(a, start, services) || a.at - b.at)
        .slice(0, CAUSES)
        .map((found) => cause(found, start))
    },
  }
}

export function risesIn(window: Pick<ClosedWindow, 'start' | 'templates'>): Rise[] {
  return window.templates.filter((series) => series.lines > 0).flatMap((series) => rise(series, window))
}

function rise(series: SeriesWindow, window: Pick<ClosedWindow, 'start'>): Rise[] {
  const { template, lineScore, service } = series
  if (!template) return []
  const isNew = series.since === window.start && window.start - series.serviceSince > YOUNG_MS
  if (!isNew && (lineScore.learning || lineScore.pUp > RISEN)) return []
  const ratio = lineScore.seen / Math.max(0.5, lineScore.usual)
  return [
    {
      at: window.start,
      service,
      templateId: template.id,
      template: template.text,
      isNew,
      isError: series.errors > 0,
      ratio,
    },
  ]
}

function weight(rise: Rise, start: number, services: ReadonlySet<string>): number {
  const early = Math.max(0, Math.min(1, (start + AFTER_MS - rise.at) / BEFORE_MS))
  return (
    (rise.isNew ? 2 : Math.min(2, Math.log10(rise.ratio))) +
    (rise.isError ? 1 : 0) +
    (services.has(rise.service) ? 1 : 0) +
    early
  )
}

function cause(rise: Rise, start: number): Cause {
  const seconds = Math.round((start - rise.at) / 1000)
  const times = rise.ratio.toFixed(0)
  const [en, es] =
    seconds > 0
      ? [`${seconds} s before`, `${seconds} s antes`]
      : seconds < 0
        ? [`${-seconds} s after`, `${-seconds} s después`]
        : ['at the same time', 'a la vez']
  return {
    service: rise.service,
    templateId: rise.templateId,
    template: rise.template,
    why: rise.isNew ? `never seen before, ${en}` : `${times} times its usual, ${en}`,
    es: rise.isNew ? `nunca visto antes, ${es}` : `${times} veces lo usual, ${es}`,
    at: new Date(rise.at).toISOString(),
  }
}
