/**
 * What every live series taught: one for each service, one for each template of a service. Turns a merged window into
 * a judged one. A series that was silent for a day is forgotten, and so is the one unseen longest when there are too
 * many.
 */
import { LatencyBaseline } from '../baseline/latency.ts'
import { Bursts } from '../baseline/bursts.ts'
import { RateBaseline, SPANS } from '../baseline/rate.ts'
import type { ScoredCount, ScoredLatency, SeriesWindow, Template } from '../finding.ts'
import type { CountObservation } from '../wire/observations.ts'
import type { OpenWindow } from './open-windows.ts'
import { mergeSketch, sparse } from './sketch.ts'
import { MINUTE_MS, WINDOW_MS } from './window.ts'

const FORGET_TEMPLATE_MS = 24 * 60 * MINUTE_MS
/** A service that is down must not be forgotten before it is back. */
const FORGET_SERVICE_MS = 14 * FORGET_TEMPLATE_MS
const MAX_SERIES = 50_000
const MAX_KNOWN = 500_000
const MAX_BURSTING = 10_000

interface SeriesState {
  readonly service: string
  readonly template?: Template
  readonly lines: RateBaseline
  readonly bursts: Bursts
  /** For whole services only: a template is nearly always an error or never one, and too many are followed. */
  readonly errors?: RateBaseline
  /** Made when the first latency is told. */
  latency?: LatencyBaseline
  readonly since: number
  readonly serviceSince: number
  lastSeen: number
}

interface Sums {
  lines: number
  errors: number
  readonly latency: Map<number, number>
  sample: string
  readonly template?: Template
}

export interface SeriesBook {
  /** Takes the windows one by one, in order of time. */
  judge(window: OpenWindow): { services: SeriesWindow[]; templates: SeriesWindow[] }
  /** Takes a minute of history: teaches, judges nothing. Minutes come in order of time; holes teach nothing. */
  teach(counts: readonly CountObservation[]): void
  /** A hole in what is known. */
  skip(): void
  /** Live series, and how many were forgotten for want of room. */
  size(): { live: number; evicted: number }
}

export function seriesBook(templateOf: (shape: string) => Template): SeriesBook {
  const book = new Map<string, SeriesState>()
  /** First sight of every series, kept after its state was forgotten: a weekly job is not new each week. */
  const firstSeen = new Map<string, number>()
  /** What bursts forgotten series had: one that speaks every other day may have its habits. */
  const bursting = new Map<string, Bursts>()
  let evicted = 0

  function state(service: string, template: Template | undefined, time: number): SeriesState {
    const key = template ? `${service}\n${template.id}` : service
    let series = book.get(key)
    if (!series) {
      if (book.size >= MAX_SERIES) evictOldest()
      const since = firstSeen.get(key) ?? time
      if (firstSeen.size < MAX_KNOWN) firstSeen.set(key, since)
      const bursts = bursting.get(key) ?? new Bursts(SPANS)
      const kept = {
        service,
        lines: new RateBaseline(bursts),
        bursts,
        since,
        lastSeen: time,
        serviceSince: firstSeen.get(service) ?? since,
      }
      series = template ? { ...kept, template } : { ...kept, errors: new RateBaseline() }
      book.set(key, series)
    }
    return series
  }

  function forget(key: string, { bursts }: SeriesState): void {
    book.delete(key)
    bursting.delete(key)
    if (bursts.any) bursting.set(key, bursts)
    if (bursting.size > MAX_BURSTING) bursting.delete(bursting.keys().next().value ?? '')
  }

  function evictOldest(): void {
    const ages = [...book].sort((a, b) => a[1].lastSeen - b[1].lastSeen)
    for (const [key, series] of ages.slice(0, MAX_SERIES / 10)) forget(key, series)
    evicted += MAX_SERIES / 10
  }

  /** Adds up shapes to templates and services, and makes the series that are new. */
  function sum(window: Pick<OpenWindow, 'start' | 'counts'>): Map<SeriesState, Sums> {
    const sums = new Map<SeriesState, Sums>()
    const add = (
      series: SeriesState,
      count: { lines: number; errors: number; latency: Map<number, number>; sample: string },
    ) => {
      let total = sums.get(series)
      if (!total) sums.set(series, (total = { lines: 0, errors: 0, latency: new Map(), sample: count.sample }))
      total.lines += count.lines
      total.errors += count.errors
      for (const [bin, n] of count.latency) total.latency.set(bin, (total.latency.get(bin) ?? 0) + n)
    }
    for (const [service, shapes] of window.counts) {
      const whole = state(service, undefined, window.start)
      for (const [shape, count] of shapes) {
        add(whole, count)
        add(state(service, templateOf(shape), window.start), count)
      }
    }
    return sums
  }

  return {
    judge(window) {
      const sums = sum(window)
      const services: SeriesWindow[] = []
      const templates: SeriesWindow[] = []
      for (const [key, series] of book) {
        const total = sums.get(series)
        if (total) series.lastSeen = window.start
        else if (isStale(series, window.start)) forget(key, series)
        const judged = judgeSeries(series, total, window.start)
        if (series.template) templates.push(judged)
        else services.push(judged)
      }
      return { services, templates }
    },
    teach(counts) {
      if (counts.length === 0) return
      const start = counts[0].window
      for (const [series, total] of sum({ start, counts: nested(counts) })) {
        series.lastSeen = start
        series.lines.teach(start, total.lines)
        series.errors?.teach(start, total.errors)
        latencyOf(series, total)?.teach(sparse(total.latency))
      }
      for (const [key, series] of book) {
        if (series.lastSeen === start) continue
        if (isStale(series, start)) forget(key, series)
        series.lines.teach(start, 0)
        series.errors?.teach(start, 0)
      }
    },
    skip() {
      for (const series of book.values()) {
        series.lines.skip()
        series.errors?.skip()
        series.latency?.skip()
      }
    },
    size: () => ({ live: book.size, evicted }),
  }
}

function isStale({ template, lastSeen }: SeriesState, now: number): boolean {
  return now - lastSeen > (template ? FORGET_TEMPLATE_MS : FORGET_SERVICE_MS)
}

const NO_COUNT: ScoredCount = {
  seen: 0,
  usual: 0,
  low: 0,
  high: 0,
  span: WINDOW_MS,
  phi: 1,
  pUp: 1,
  pDown: 1,
  learning: true,
}
const NO_LATENCY: ScoredLatency = {
  seen: 0,
  usual: 0,
  low: 0,
  high: 0,
  quantile: 0.5,
  span: WINDOW_MS,
  p: 1,
  learning: true,
}

function latencyOf(series: SeriesState, total: Sums | undefined): LatencyBaseline | undefined {
  if (total && total.latency.size > 0) series.latency ??= new LatencyBaseline()
  return series.latency
}

function judgeSeries(series: SeriesState, total: Sums | undefined, start: number): SeriesWindow {
  const lines = total?.lines ?? 0
  const errors = total?.errors ?? 0
  const latency = total && total.latency.size > 0 ? sparse(total.latency) : []
  return {
    service: series.service,
    ...(series.template && { template: series.template }),
    lines,
    errors,
    lineScore: series.lines.next(start, lines),
    errorScore: series.errors?.next(start, errors) ?? NO_COUNT,
    latencyScore: latencyOf(series, total)?.next(latency) ?? NO_LATENCY,
    latency,
    since: series.since,
    serviceSince: series.serviceSince,
    sample: total?.sample ?? '',
  }
}

function nested(counts: readonly CountObservation[]): OpenWindow['counts'] {
  const services: OpenWindow['counts'] = new Map()
  for (const count of counts) {
    let shapes = services.get(count.service)
    if (!shapes) services.set(count.service, (shapes = new Map()))
    const latency = new Map<number, number>()
    mergeSketch(latency, count.latency ?? [])
    shapes.set(count.shape, { lines: count.lines, errors: count.errors, latency, sample: count.sample })
  }
  return services
}
