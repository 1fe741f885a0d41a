/**
 * What every live series taught: one for each service, one for each template of a service. Turns a merged window into
 * a judged one. A window costs what wrote in it; once a minute every series is looked at. A series that was silent for
 * a day is forgotten, and so are those unseen longest when there are too many.
 *
 * Of history, a series is taught its silent minutes when it speaks again, or at the end, one after the other: all that
 * it is fits into the nearest cache then, and all series do not.
 */
import { Bursts } from '../baseline/bursts.ts'
import { LatencyBaseline } from '../baseline/latency.ts'
import { RateBaseline, SPANS } from '../baseline/rate.ts'
import type { ScoredCount, ScoredLatency, SeriesWindow, Template } from '../finding.ts'
import type { CountObservation } from '../wire/observations.ts'
import type { BySecond, MergedCount, OpenWindow } from './open-windows.ts'
import { mergeSketch, sparse } from './sketch.ts'
import { MINUTE_MS, WINDOW_MS } from './window.ts'

const FORGET_TEMPLATE_MS = 24 * 60 * MINUTE_MS
/** A service that is down must not be forgotten before it is back. */
const FORGET_SERVICE_MS = 14 * FORGET_TEMPLATE_MS
const MAX_SERIES = 100_000
const MAX_KNOWN = 500_000
const MAX_BURSTING = 10_000

interface SeriesState {
  readonly service: string
  readonly template?: Template
  /** Counts up as series are made, so that what is judged comes in the same order whoever told it first. */
  readonly order: number
  readonly lines: RateBaseline
  readonly bursts: Bursts
  /** For whole services only: a template is nearly always an error or never one, and too many are followed. */
  readonly errors?: RateBaseline
  /** Made when the first latency is told. */
  latency?: LatencyBaseline
  readonly since: number
  readonly serviceSince: number
  lastSeen: number
  /** How many of the minutes of history were taught to it. */
  taught: number
}

interface ServiceState {
  readonly whole: SeriesState
  /** By template id. */
  readonly templates: Map<string, SeriesState>
}

interface Sums {
  lines: number
  errors: number
  readonly latency: Map<number, number>
  sample: string
}

interface TaughtSums {
  lines: number
  errors: number
  latency: Map<number, number> | undefined
}

export interface Judged {
  /** Those that wrote or should have; at the end of a minute all of them. */
  readonly services: SeriesWindow[]
  /** Those that wrote. */
  readonly templates: SeriesWindow[]
}

export interface SeriesBook {
  /** Takes the windows one by one, in order of time. */
  judge(window: Pick<OpenWindow, 'start' | 'counts'>): Judged
  /**
   * Services that already wrote beyond their usual in the first `seconds` of a window. Counts only grow, so this is what
   * the whole window will say at least; it teaches nothing. The sample is a line that failed, where any did.
   */
  glance(window: Pick<OpenWindow, 'start' | 'seconds' | 'counts'>, seconds: number): SeriesWindow[]
  /** Takes a minute of history: teaches, judges nothing. Minutes come in order of time; holes teach nothing. */
  teach(start: number, counts: readonly CountObservation[]): void
  /** History ends for now: does in steps what was put off, which is done at once otherwise when it is needed. */
  settle(): Generator<void, void>
  /** A hole in what is known. */
  skip(): void
  /** Live series, how many of them are services, and how many were forgotten for want of room. */
  size(): { live: number; services: number; evicted: number }
}

export function seriesBook(templateOf: (shape: string) => Template, maxSeries = MAX_SERIES): SeriesBook {
  const book = new Map<string, ServiceState>()
  /** First sight of every series, kept after its state was forgotten: a weekly job is not new each week. */
  const firstSeen = new Map<string, number>()
  /** What bursts forgotten series had: one that speaks every other day may have its habits. */
  const bursting = new Map<string, Bursts>()
  /** Minutes of history that some series were not taught yet. */
  let minutes: number[] = []
  let live = 0
  let made = 0
  let evicted = 0

  function make(service: string, template: Template | undefined, time: number): SeriesState {
    if (live >= maxSeries) evictOldest()
    const key = keyOf({ service, ...(template && { template }) })
    const since = firstSeen.get(key) ?? time
    if (firstSeen.size < MAX_KNOWN) firstSeen.set(key, since)
    const bursts = bursting.get(key) ?? new Bursts(SPANS)
    bursting.delete(key)
    live++
    return {
      service,
      ...(template ? { template } : { errors: new RateBaseline() }),
      order: made++,
      lines: new RateBaseline(bursts),
      bursts,
      since,
      serviceSince: firstSeen.get(service) ?? since,
      lastSeen: time,
      taught: minutes.length,
    }
  }

  function forget(state: ServiceState, series: SeriesState): void {
    catchUp(series)
    if (!series.template) book.delete(series.service)
    state.templates.delete(series.template?.id ?? '')
    live--
    if (series.bursts.any) bursting.set(keyOf(series), series.bursts)
    if (bursting.size > MAX_BURSTING) bursting.delete(bursting.keys().next().value ?? '')
  }

  function* all(): Generator<readonly [ServiceState, SeriesState]> {
    for (const state of book.values()) {
      yield [state, state.whole]
      for (const series of state.templates.values()) yield [state, series]
    }
  }

  /** Nothing came in the minutes that it was not taught yet. */
  function catchUp(series: SeriesState): void {
    const { lines, errors } = series
    for (; series.taught < minutes.length; series.taught++) {
      lines.teach(minutes[series.taught], 0)
      errors?.teach(minutes[series.taught], 0)
    }
  }

  function settled(): void {
    if (minutes.length === 0) return
    for (const [, series] of all()) {
      catchUp(series)
      series.taught = 0
    }
    minutes = []
  }

  /** A service goes when the last of its templates is gone. */
  function evictOldest(): void {
    const idle = [...all()].filter(([{ templates }, { template }]) => template !== undefined || templates.size === 0)
    idle.sort((a, b) => a[1].lastSeen - b[1].lastSeen || a[1].order - b[1].order)
    const going = idle.slice(0, Math.ceil(maxSeries / 10))
    for (const [state, series] of going) forget(state, series)
    evicted += going.length
  }

  /** Adds up shapes to templates and services, and makes the series that are new. */
  function sum({ start, counts }: Pick<OpenWindow, 'start' | 'counts'>): [SeriesState, Sums][] {
    const sums = new Map<SeriesState, Sums>()
    const add = (series: SeriesState, count: Sums) => {
      let total = sums.get(series)
      if (!total) sums.set(series, (total = { lines: 0, errors: 0, latency: new Map(), sample: count.sample }))
      total.lines += count.lines
      total.errors += count.errors
      for (const [bin, n] of count.latency) total.latency.set(bin, (total.latency.get(bin) ?? 0) + n)
      if (count.sample < total.sample) total.sample = count.sample
      series.lastSeen = start
    }
    makeNew(start, counts)
    for (const [service, shapes] of counts) {
      const state = book.get(service)
      if (!state) continue
      for (const [shape, count] of shapes) {
        add(state.whole, count)
        const series = state.templates.get(templateOf(shape).id)
        if (series) add(series, count)
      }
    }
    return [...sums].sort((a, b) => a[0].order - b[0].order)
  }

  /** The same of history, whose series are nearly all known, and taught in any order. */
  function taughtSums(start: number, counts: readonly CountObservation[]): Map<SeriesState, TaughtSums> {
    const sums = new Map<SeriesState, TaughtSums>()
    const add = (series: SeriesState, { lines, errors, latency = [] }: CountObservation): void => {
      let total = sums.get(series)
      if (!total) sums.set(series, (total = { lines: 0, errors: 0, latency: undefined }))
      total.lines += lines
      total.errors += errors
      if (latency.length > 0) mergeSketch((total.latency ??= new Map()), latency)
      series.lastSeen = start
    }
    const isKnown = ({ service, shape }: CountObservation): boolean =>
      book.get(service)?.templates.has(templateOf(shape).id) ?? false
    if (!counts.every(isKnown)) makeNew(start, nested(counts))
    for (const count of counts) {
      const state = book.get(count.service)
      if (!state) continue
      add(state.whole, count)
      const series = state.templates.get(templateOf(count.shape).id)
      if (series) add(series, count)
    }
    return sums
  }

  /** In order of their names: which observer told one first must not matter. */
  function makeNew(start: number, counts: OpenWindow['counts']): void {
    for (const service of sorted([...counts.keys()].filter((name) => !book.has(name))))
      book.set(service, { whole: make(service, undefined, start), templates: new Map() })
    const fresh = new Map<string, [ServiceState, Template]>()
    for (const [service, shapes] of counts) {
      const state = book.get(service)
      for (const shape of shapes.keys()) {
        const template = templateOf(shape)
        if (state && !state.templates.has(template.id)) fresh.set(`${service}\n${template.id}`, [state, template])
      }
    }
    for (const key of sorted([...fresh.keys()])) {
      const [state, template] = fresh.get(key) ?? []
      if (state && template) state.templates.set(template.id, make(state.whole.service, template, start))
    }
  }

  /** Slowness of a service counts only as far as the kinds of its requests do not explain it. */
  function givenKinds(series: SeriesWindow, start: number): SeriesWindow {
    const state = book.get(series.service)
    const kinds = [...(state?.templates.values() ?? [])].flatMap(({ latency }) => latency ?? [])
    const latencyScore = state?.whole.latency?.givenKinds(start, kinds)
    return latencyScore ? { ...series, latencyScore } : series
  }

  return {
    judge(window) {
      settled()
      const { start } = window
      const isMinute = (start + WINDOW_MS) % MINUTE_MS === 0
      const judged = sum(window).map(([series, total]) => judgeSeries(series, total, start))
      const services = judged
        .filter(({ template }) => template === undefined)
        .map((series) => (series.latencyScore.p < 1 ? givenKinds(series, start) : series))
      const templates = judged.filter(({ template }) => template !== undefined)
      if (!isMinute) {
        for (const { whole } of book.values()) if (whole.lastSeen !== start) services.push(...overdue(whole, start))
        return { services, templates }
      }
      for (const [state, series] of all()) {
        if (series.lastSeen === start) continue
        if (isStale(series, start)) forget(state, series)
        else if (series.template) series.lines.closeMinute(start)
        else services.push(silentWindow(series, series.lines.closeMinute(start), series.errors?.closeMinute(start)))
      }
      return { services, templates }
    },
    glance({ start, seconds: services, counts }, seconds) {
      settled()
      return [...services]
        .flatMap(([service, sums]) => glanceAt(book.get(service)?.whole, sums, start, seconds))
        .map((series) => ({ ...series, sample: failingLine(counts.get(series.service)) }))
        .sort((a, b) => (a.service < b.service ? -1 : 1))
    },
    teach(start, counts) {
      for (const [series, { lines, errors, latency }] of taughtSums(start, counts)) {
        catchUp(series)
        series.lines.teach(start, lines)
        series.errors?.teach(start, errors)
        if (latency) latencyOf(series, latency)?.teach(sparse(latency))
        series.taught++
      }
      minutes.push(start)
      for (const state of book.values()) {
        if (isStale(state.whole, start)) forget(state, state.whole)
        for (const series of state.templates.values()) if (isStale(series, start)) forget(state, series)
      }
    },
    *settle() {
      for (const [, series] of all()) {
        catchUp(series)
        yield
      }
      settled()
    },
    skip() {
      settled()
      for (const [, series] of all()) {
        series.lines.skip()
        series.errors?.skip()
        series.latency?.skip()
      }
    },
    size: () => ({ live, services: book.size, evicted }),
  }
}

function keyOf({ service, template }: Pick<SeriesState, 'service' | 'template'>): string {
  return template ? `${service}\n${template.id}` : service
}

function sorted(names: string[]): string[] {
  return names.sort()
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

function latencyOf(series: SeriesState, latency: ReadonlyMap<number, number>): LatencyBaseline | undefined {
  if (latency.size === 0) return undefined
  return (series.latency ??= new LatencyBaseline())
}

function judgeSeries(series: SeriesState, total: Sums, start: number): SeriesWindow {
  const latency = total.latency.size > 0 ? sparse(total.latency) : []
  return {
    service: series.service,
    ...(series.template && { template: series.template }),
    lines: total.lines,
    errors: total.errors,
    lineScore: series.lines.next(start, total.lines),
    errorScore: series.errors?.next(start, total.errors) ?? NO_COUNT,
    latencyScore: latencyOf(series, total.latency)?.next(start, latency) ?? NO_LATENCY,
    latency,
    since: series.since,
    serviceSince: series.serviceSince,
    sample: total.sample,
  }
}

function glanceAt(series: SeriesState | undefined, sums: BySecond, start: number, seconds: number): SeriesWindow[] {
  if (!series) return []
  const [lines, errors] = [sums.lines, sums.errors].map((all) => all.subarray(0, seconds).reduce((x, y) => x + y, 0))
  const lineScore = series.lines.add(start, lines)
  const errorScore = series.errors?.add(start, errors) ?? NO_COUNT
  if (lineScore.pUp === 1 && errorScore.pUp === 1) return []
  const { service, since, serviceSince } = series
  const none = { latencyScore: NO_LATENCY, latency: [], sample: '' }
  return [{ service, lines, errors, lineScore, errorScore, since, serviceSince, ...none }]
}

/** Of the shape that failed most; by its text where several did as often. */
function failingLine(shapes: ReadonlyMap<string, MergedCount> = new Map()): string {
  const failing = [...shapes.values()].filter(({ errors }) => errors > 0)
  const [most] = failing.sort((a, b) => b.errors - a.errors || (a.sample < b.sample ? -1 : 1))
  return most?.sample ?? ''
}

/** A service that wrote nothing in this window, if it has for longer than chance explains. */
function overdue(series: SeriesState, start: number): SeriesWindow[] {
  const score = series.lines.add(start, 0)
  return score.pDown < 1 ? [silentWindow(series, score)] : []
}

/** A service that wrote nothing in this window. */
function silentWindow(series: SeriesState, lineScore: ScoredCount, errorScore = NO_COUNT): SeriesWindow {
  return {
    service: series.service,
    lines: 0,
    errors: 0,
    lineScore,
    errorScore,
    latencyScore: NO_LATENCY,
    latency: [],
    since: series.since,
    serviceSince: series.serviceSince,
    sample: '',
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
