/**
 * Stage 2 on one page: merge > close windows > judge series > detect. Lives in event time only: what it says is a
 * function of the messages, whoever observed and however they were cut. A window that is open is glanced at every
 * second: what its whole seconds hold is complete, and counts only grow.
 */
import { openWindows, type OpenWindow } from './aggregate/open-windows.ts'
import { byTalk, bySession } from './aggregate/order.ts'
import { mergedWatermark } from './aggregate/merged-watermark.ts'
import { LATENESS_MS } from './aggregate/watermark.ts'
import { seriesBook } from './aggregate/series.ts'
import { ofShard } from './aggregate/sharding.ts'
import { MINUTE_MS, SECOND_MS, SECONDS, WINDOW_MS, windowOf } from './aggregate/window.ts'
import { alarmBelow } from './baseline/control.ts'
import { risesIn } from './correlate/causes.ts'
import { restartSigns } from './correlate/restarts.ts'
import { detectors as allDetectors, type DetectorOptions } from './detectors/index.ts'
import type { ClosedWindow, Detector, Finding, Glance, SeriesWindow } from './finding.ts'
import { keepAll, memory, recallAll, type Kept } from './memory.ts'
import { toldShapes } from './mine/told-shapes.ts'
import type { Miner } from './mine/templates.ts'
import { lookout } from './rules/sightings.ts'
import type { SecurityEvent } from './security/event.ts'
import { sessionJoin } from './security/session-join.ts'
import type { FindingsMessage, Outcome } from './wire/findings.ts'
import {
  WHOLE,
  windowsIn,
  type CountObservation,
  type ObservationMessage,
  type Shard,
  type SourceRange,
} from './wire/observations.ts'

/** A hole of more than this without a line from anybody is our blindness, not their silence. */
const HOLE_MS = 6 * 60 * MINUTE_MS
/** A restart shorter than this leaves no hole worth marking. */
const RESTART_MS = 10_000
/** A partition that is read again so soon was handed on, and the bus kept what came meanwhile; wall time. */
const HANDED_ON_MS = 30_000

export interface DetectionOptions extends DetectorOptions {
  readonly miner: Miner
  /** The part of the messages it is given. Left out: they are not in parts. */
  readonly shard?: Shard
  /** Left out: all there are. */
  readonly detectors?: readonly Detector[]
}

/** Ends with what came of all of them. */
export type Steps = Generator<void, FindingsMessage>

export interface Detection {
  /** Takes one message; gives what was found with it. */
  accept(message: ObservationMessage): FindingsMessage
  /** The same, a window a step: a backlog closes thousands at once, and may share its thread with others. */
  inSteps(message: ObservationMessage): Steps
  /** The input ended: closes every window, and says what was held back. */
  finish(): { told: FindingsMessage; held: Finding[] }
  /** Takes one minute of history of the shard, as the store tells it, before the first message. */
  teach(minute: readonly CountObservation[]): void
  /** That was all, for now: does in steps what teaching has put off, or the first window does at once. */
  settle(): Generator<void, void>
  /** Windows before this are judged already: what still comes for them is dropped. */
  startAt(position: number): void
  /** What is known beyond that history, as of the last message. */
  keep(): Kept
  /** Takes it back, once it starts at the position of then; gives the names of what begins anew. */
  recall(kept: Kept): string[]
  /** Takes a message that was taken before that was kept: only counts, which are not. */
  refill(message: ObservationMessage): void
  /** Start of the next window to judge; undefined before the first was judged. */
  position(): number | undefined
  stats(): DetectionStats
}

/** For metrics: how much is followed, and since it began, what was lost for want of time or room. */
export interface DetectionStats {
  /** Live ones. */
  readonly series: number
  /** Series given up. */
  readonly evicted: number
  /** Counts that came after their window was judged. */
  readonly late: number
  /** Sessions given up unjudged. */
  readonly sessions: number
  /** Contexts the miner forgot, shapes it refused. */
  readonly places: number
  readonly shapes: number
}

export function detection({ miner, shard = WHOLE, detectors: chosen, ...options }: DetectionOptions): Detection {
  const { learnUntil = Number.NEGATIVE_INFINITY, rules = [] } = options
  const detectors = chosen ?? allDetectors(options)
  const windows = openWindows()
  const watermark = mergedWatermark()
  const series = seriesBook((shape) => miner.of(shape))
  const join = sessionJoin()
  const restarted = restartSigns()
  const sightings = lookout(rules)
  const shapes = toldShapes(miner)
  const ours = ofShard(shard)
  /** By source, the end of the last range taken: a range told twice counts once. And of those told again. */
  let taken = new Map<string, number>()
  const refilled = new Map<string, number>()
  /** By source, when it was last read; wall time. */
  let readAt = new Map<string, number>()
  let holeUntil = Number.NEGATIVE_INFINITY
  let inHole = false

  const memories = [
    memory('detection', 1, {
      keep: () => ({ windows: windows.keep(), watermark: watermark.keep(), taken, readAt, holeUntil, inHole }),
      recall(kept) {
        ;({ taken, readAt, holeUntil, inHole } = kept)
        windows.recall(kept.windows)
        watermark.recall(kept.watermark)
      },
    }),
    join.memory,
    ...detectors.flatMap(({ memories = [] }) => memories),
  ]

  function merge(message: ObservationMessage): void {
    const { range } = message
    const source = sourceOf(range)
    if (!isNew(taken, range)) return
    if (message.resumed && !isHandedOn(source, range)) markHole(message)
    if (range.readAt !== undefined) readAt.set(source, range.readAt)
    count(message)
    for (const event of message.security) windows.addSecurity(event)
    for (const session of message.sessions) windows.addSession(session)
    for (const hosts of message.hosts ?? []) windows.addHosts(hosts)
    for (const numbers of message.numbers ?? []) windows.addNumbers(numbers)
    watermark.advance({
      source,
      sources: range.partitions,
      watermark: message.watermark,
      oldest: oldestOf(message),
      readAt: range.readAt,
    })
  }

  function count(message: ObservationMessage): void {
    for (const shape of message.shapes) shapes.tell(shape)
    for (const count of message.counts) {
      windows.addCount(count)
      shapes.see(count.shape, count.window)
    }
    for (const [shape, window] of message.firsts ?? []) shapes.see(shape, window)
    for (const seconds of message.seconds ?? []) windows.addSeconds(seconds)
  }

  function oldestOf(message: ObservationMessage): number {
    const position = windows.position() ?? Number.NEGATIVE_INFINITY
    return windowsIn(message).find((window) => window >= position) ?? Number.POSITIVE_INFINITY
  }

  function isHandedOn(source: string, range: SourceRange): boolean {
    const before = readAt.get(source)
    return before !== undefined && range.readAt !== undefined && range.readAt - before < HANDED_ON_MS
  }

  /** An observer was away: until its first record nothing is known of what the others did not see. */
  function markHole(message: ObservationMessage): void {
    const position = windows.position()
    const first = windowsIn(message)[0] ?? message.watermark
    if (position !== undefined && first - position > RESTART_MS) holeUntil = Math.max(holeUntil, first)
  }

  /** `soon`: up to here nearly everything is told; what is late still counts when its window closes. */
  function* closeUntil(time: number, soon = time): Steps {
    const outcomes: Outcome[] = []
    for (let window = next(time); window; window = next(time)) {
      outcomes.push(...glanceUntil(window.start + WINDOW_MS - SECOND_MS, window, true))
      if (!isHole(window)) outcomes.push(judge(window))
      yield
    }
    const position = windows.position()
    for (const window of windows.begun(soon)) outcomes.push(...glanceUntil(soon, window, window.start === position))
    return { v: 1, shard, reached: { closed: time, glanced: soon }, outcomes }
  }

  function glanceUntil(time: number, window: OpenWindow, isNext: boolean): Outcome[] {
    const outcomes: Outcome[] = []
    while (window.seen < SECONDS && window.start + (window.seen + 1) * SECOND_MS <= time) {
      window.seen++
      outcomes.push(...glance(window, isNext))
    }
    return outcomes
  }

  /** Series are compared window by window, the whole of it when it closes; deeds do not wait for that. */
  function glance(window: OpenWindow, isNext: boolean): Outcome[] {
    const end = window.start + window.seen * SECOND_MS
    const services = isNext && window.seen < SECONDS ? series.glance(window, window.seen) : []
    const security = takeEvents(window, end)
    if (services.length === 0 && security.length === 0) return []
    window.glanced.push(...security)
    const limit = limitOf({ services, templates: [] })
    const glimpse: Glance = { start: window.start, end, services, alarmBelow: limit, security }
    const findings = learnt(detectors.flatMap((detector) => detector.glance?.(glimpse) ?? []))
    if (findings.length === 0) return []
    return [{ start: window.start, end, closed: false, findings, rises: [], restarted: [], sightings: {} }]
  }

  /** Events before a time that were not taken yet, as their conversations complete them. */
  function takeEvents(window: OpenWindow, until: number): SecurityEvent[] {
    const due = window.security.filter(({ time }) => time < until)
    if (due.length === 0) return []
    window.security = window.security.filter(({ time }) => time >= until)
    return join.take(due.sort(byTalk))
  }

  function next(time: number): OpenWindow | undefined {
    const position = windows.position()
    const until = Math.min(windows.earliest() ?? Number.POSITIVE_INFINITY, windowOf(time))
    if (position !== undefined && Number.isFinite(until) && until - position > HOLE_MS) {
      holeUntil = Math.max(holeUntil, until)
      series.skip()
      windows.moveTo(until)
    }
    return windows.closeNext(time)
  }

  function isHole(window: OpenWindow): boolean {
    const hole = window.start < holeUntil && isEmpty(window)
    if (hole && !inHole) series.skip()
    inHole = hole
    return hole
  }

  function judge(window: OpenWindow): Outcome {
    shapes.mine(window.start)
    const judged = series.judge(window)
    const closed: ClosedWindow = {
      start: window.start,
      end: window.start + WINDOW_MS,
      ...judged,
      alarmBelow: limitOf(judged),
      glanced: window.glanced,
      security: takeEvents(window, window.start + WINDOW_MS),
      sessions: window.sessions.sort(bySession),
      hosts: window.hosts,
      numbers: [...window.numbers.values()],
      templateOf: (shape) => miner.of(shape),
    }
    return {
      start: closed.start,
      end: closed.end,
      closed: true,
      findings: learnt(detectors.flatMap((detector) => detector.judge(closed))),
      rises: risesIn(closed),
      restarted: restarted(closed),
      sightings: sightings(closed),
    }
  }

  function limitOf({ services, templates }: Pick<ClosedWindow, 'services' | 'templates'>): number {
    const live = series.size()
    // Every shard has its share of the false alarms: as if each had as many series.
    const tests = shard.of * (CHANCES * live.services + (live.live - live.services))
    return alarmBelow([...services.flatMap(chances), ...templates.map(({ latencyScore }) => latencyScore.p)], tests)
  }

  function learnt(findings: readonly Finding[]): Finding[] {
    return findings.filter(({ at }) => at > learnUntil)
  }

  function inSteps(message: ObservationMessage): Steps {
    merge(ours(message))
    const reached = watermark.value()
    // Sources that ended wait for nobody; windows end where the last of them did.
    if (reached === Number.POSITIVE_INFINITY) return closeUntil(windows.newest())
    return closeUntil(reached, watermark.value(LATENESS_MS))
  }

  return {
    accept: (message) => resultOf(inSteps(message)),
    inSteps,
    finish() {
      const end = windows.newest()
      const told = resultOf(closeUntil(end))
      return { told, held: learnt(detectors.flatMap((detector) => detector.finish?.(end) ?? [])) }
    },
    teach(minute) {
      if (minute.length > 0)
        series.teach(
          minute[0].window,
          minute.filter(({ shape }) => shape !== ''),
        )
    },
    settle: () => series.settle(),
    startAt: (position) => windows.moveTo(position),
    keep: () => keepAll(memories),
    recall: (kept) => recallAll(memories, kept),
    refill(message) {
      if (isNew(refilled, message.range)) count(ours(message))
    },
    position: () => windows.position(),
    stats() {
      const { live, evicted } = series.size()
      const { evictedContexts, refusedShapes } = miner.stats()
      const sessions = detectors.reduce((sum, { dropped }) => sum + (dropped?.() ?? 0), 0)
      return { series: live, evicted, late: windows.late(), sessions, places: evictedContexts, shapes: refusedShapes }
    },
  }
}

function sourceOf({ topic, partition }: SourceRange): string {
  return `${topic}/${partition}`
}

/** Takes the range, unless it was taken. */
function isNew(taken: Map<string, number>, range: SourceRange): boolean {
  const { from, to } = range
  const source = sourceOf(range)
  if (to <= from) return true
  if (to <= (taken.get(source) ?? 0)) return false
  taken.set(source, to)
  return true
}

/** Also of deeds and sessions, which a shard is told of services it does not have. */
function isEmpty({ counts, security, glanced, sessions }: OpenWindow): boolean {
  return counts.size === 0 && security.length === 0 && glanced.length === 0 && sessions.length === 0
}

function resultOf(steps: Steps): FindingsMessage {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** A service has four, a template one. */
const CHANCES = 4

function chances({ lineScore, errorScore, latencyScore }: SeriesWindow): number[] {
  return [lineScore.pUp, lineScore.pDown, errorScore.pUp, latencyScore.p]
}
