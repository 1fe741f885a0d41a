/** The detector's half: partial observations of any number of observers, merged until their window closes. */
import type { SecurityEvent } from '../security/event.ts'
import {
  MOST_HOSTS,
  type CountObservation,
  type HostObservation,
  type NumberObservation,
  type SecondsObservation,
  type SessionObservation,
} from '../wire/observations.ts'
import { mergeSketch } from './sketch.ts'
import { SECONDS, WINDOW_MS, windowOf } from './window.ts'

export interface MergedCount {
  lines: number
  errors: number
  readonly latency: Map<number, number>
  sample: string
}

/** Of one service, by second of the window. */
export interface BySecond {
  readonly lines: Float64Array
  readonly errors: Float64Array
}

export interface OpenWindow {
  readonly start: number
  /** service > shape > counts */
  readonly counts: Map<string, Map<string, MergedCount>>
  readonly seconds: Map<string, BySecond>
  security: SecurityEvent[]
  /** Seconds that were glanced at, and the events they held. */
  seen: number
  readonly glanced: SecurityEvent[]
  readonly sessions: SessionObservation[]
  /** By service. */
  readonly hosts: Map<string, Map<string, number> | 'many'>
  /** By service and shape. */
  readonly numbers: Map<string, NumberObservation>
}

export interface OpenWindows {
  addCount(count: CountObservation): void
  addSeconds(seconds: SecondsObservation): void
  addSecurity(event: SecurityEvent): void
  addSession(session: SessionObservation): void
  addHosts(hosts: HostObservation): void
  addNumbers(numbers: NumberObservation): void
  /** Those that began before a time, as far as they are told, in order; those that hold nothing are left out. */
  begun(time: number): OpenWindow[]
  /** The next window that ended at or before the watermark, empty ones included; undefined when there is none. */
  closeNext(watermark: number): OpenWindow | undefined
  /** Start of the earliest window that still holds something; undefined when none does. */
  earliest(): number | undefined
  /** Everything before this is judged or lost: what still comes for it is late. */
  moveTo(start: number): void
  /** Where closing stands: the start of the next window; undefined before the first has closed. */
  position(): number | undefined
  /** The end of the newest window that holds something. */
  newest(): number
  /** Observations that came after their window closed. */
  late(): number
  /** All but the counts, which are many, and told again. */
  keep(): readonly KeptWindow[]
  recall(kept: readonly KeptWindow[]): void
}

export type KeptWindow = Omit<OpenWindow, 'counts' | 'seconds'>

export function openWindows(): OpenWindows {
  const open = new Map<number, OpenWindow>()
  let next: number | undefined
  let newest = Number.NEGATIVE_INFINITY
  let late = 0

  function at(time: number): OpenWindow | undefined {
    const start = windowOf(time)
    if (next !== undefined && start < next) {
      late++
      return undefined
    }
    let window = open.get(start)
    if (!window) open.set(start, (window = empty(start)))
    newest = Math.max(newest, start + WINDOW_MS)
    return window
  }

  function earliest(): number | undefined {
    let least: number | undefined
    for (const start of open.keys()) if (least === undefined || start < least) least = start
    return least
  }

  return {
    addCount(count) {
      const services = at(count.window)?.counts
      if (!services) return
      let shapes = services.get(count.service)
      if (!shapes) services.set(count.service, (shapes = new Map()))
      const merged = shapes.get(count.shape)
      if (!merged) {
        const latency = new Map<number, number>()
        mergeSketch(latency, count.latency ?? [])
        shapes.set(count.shape, { lines: count.lines, errors: count.errors, latency, sample: count.sample })
        return
      }
      merged.lines += count.lines
      merged.errors += count.errors
      mergeSketch(merged.latency, count.latency ?? [])
      // The least text, not the first: which observer came first must not matter.
      if (count.sample < merged.sample) merged.sample = count.sample
    },
    addSeconds({ window, service, lines, errors = [] }) {
      // What is late is late in the counts as well, and counted there.
      if (next !== undefined && window < next) return
      const services = at(window)?.seconds
      if (!services) return
      const sum = services.get(service) ?? { lines: new Float64Array(SECONDS), errors: new Float64Array(SECONDS) }
      services.set(service, sum)
      lines.forEach((count, second) => (sum.lines[second] += count))
      errors.forEach((count, second) => (sum.errors[second] += count))
    },
    addSecurity: (event) => at(event.time)?.security.push(event),
    addSession: (session) => at(session.first)?.sessions.push(session),
    addHosts({ window, service, hosts }) {
      const services = at(window)?.hosts
      if (services) services.set(service, mergeHosts(services.get(service), hosts))
    },
    addNumbers(told) {
      const numbers = at(told.window)?.numbers
      if (!numbers) return
      const key = `${told.service}\n${told.shape}`
      numbers.set(key, mergeNumbers(numbers.get(key), told))
    },
    begun: (time) => [...open.values()].filter(({ start }) => start < time).sort((a, b) => a.start - b.start),
    closeNext(watermark) {
      // Which window is the first is known when it closes: who tells of an earlier one may be heard later.
      const start = next ?? earliest()
      if (start === undefined || start + WINDOW_MS > watermark) return undefined
      const window = open.get(start) ?? empty(start)
      open.delete(start)
      next = start + WINDOW_MS
      return window
    },
    earliest,
    moveTo(start) {
      next = windowOf(start)
      for (const key of open.keys()) if (key < next) open.delete(key)
    },
    position: () => next,
    newest: () => newest,
    late: () => late,
    keep: () => [...open.values()].map(({ counts: _counts, seconds: _seconds, ...kept }) => kept),
    recall(kept) {
      for (const window of kept) {
        open.set(window.start, { ...window, counts: new Map(), seconds: new Map() })
        newest = Math.max(newest, window.start + WINDOW_MS)
      }
    },
  }
}

function empty(start: number): OpenWindow {
  return {
    start,
    counts: new Map(),
    seconds: new Map(),
    security: [],
    seen: 0,
    glanced: [],
    sessions: [],
    hosts: new Map(),
    numbers: new Map(),
  }
}

function mergeHosts(
  known: Map<string, number> | 'many' | undefined,
  hosts: HostObservation['hosts'],
): Map<string, number> | 'many' {
  if (known === 'many' || hosts.length === 0) return 'many'
  const merged = known ?? new Map<string, number>()
  for (const [host, lines] of hosts) merged.set(host, (merged.get(host) ?? 0) + lines)
  return merged.size > MOST_HOSTS ? 'many' : merged
}

/** Values in order of size: which observer came first must not matter. */
function mergeNumbers(known: NumberObservation | undefined, told: NumberObservation): NumberObservation {
  if (known === undefined) return told
  const values = new Map(known.values)
  for (const [name, more] of told.values) values.set(name, [...(values.get(name) ?? []), ...more])
  const sorted = [...values].map(([name, all]) => [name, all.toSorted((a, b) => a - b)] as const)
  return { ...told, lines: known.lines + told.lines, values: sorted }
}
