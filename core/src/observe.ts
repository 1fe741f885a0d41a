/**
 * Stage 1 on one page: bytes > parse > mine > aggregate. Takes chunks of one partition, gives one message that can be
 * merged with any other. No state is shared between partitions but the shapes already announced.
 */
import { hostCounts } from './aggregate/host-counts.ts'
import { numberValues } from './aggregate/number-values.ts'
import { partials } from './aggregate/partials.ts'
import { sessionCounts } from './aggregate/session-counts.ts'
import { partitionClock } from './aggregate/watermark.ts'
import type { Text } from './ports/text.ts'
import type { Chunk, Engine, RecordBatch } from './record.ts'
import type { SecurityEvent } from './security/event.ts'
import { securityReader } from './security/reader.ts'
import { sessionColumn } from './sequence/session-column.ts'
import type { ObservationMessage, SourceRange } from './wire/observations.ts'

/** A record dated further ahead of its receipt than this has a broken clock; it counts under its receipt. */
export const AHEAD_MS = 5 * 60_000

export interface ObserverOptions {
  readonly engine: Engine
  readonly text: Text
  /** Finds the session id in a message: its first group or all of it. Learnt when left out. */
  readonly session?: RegExp
}

/** What became of the lines; tallies of several observers add up. */
export interface ReadTally {
  /** By the format of their record; `plain`: none that is known. All lines there were. */
  readonly lines: Readonly<Record<string, number>>
  /** Records cut where a line is longer than anybody reads. */
  readonly truncated: number
  /** Records from a clock ahead of ours, counted under their receipt. */
  readonly ahead: number
  /** Sources later than they are waited for, now. */
  readonly behind: number
}

export interface Observer {
  /** Reads one chunk. The batch is the engine's: valid until the next call. */
  read(chunk: Chunk): RecordBatch
  /** Nothing waits in the partition and wall time is `now`. */
  idle(now: number): void
  /** All that was read since the last call, as one message for the range. */
  take(range: SourceRange): ObservationMessage
  /** What became of the lines since the last call. */
  tally(): ReadTally
}

export function observer({ engine, text, session }: ObserverOptions): Observer {
  const counts = partials(engine, text)
  const hosts = hostCounts(engine)
  const numbers = numberValues(engine, text)
  const sessions = sessionCounts(engine, text)
  const sessionIds = sessionColumn({ text, ...(session && { pattern: session }) })
  const security = securityReader({ text })
  const clock = partitionClock()
  let events: SecurityEvent[] = []
  let announced = 0
  let resumed = true

  let times = new Float64Array()
  let lines = new Float64Array(engine.formats.length)
  let truncated = 0
  let ahead = 0

  function countLines({ count, format, lines: linesOf }: RecordBatch): void {
    for (let row = 0; row < count; row++) lines[format[row]] += linesOf[row]
  }

  /** Event time of each record: its own, or that of the record before it, or when it was received. */
  function timesOf({ time, count, chunk }: RecordBatch): Float64Array {
    if (times.length < count) times = new Float64Array(time.length)
    const latest = chunk.receivedAt + AHEAD_MS
    let last = chunk.receivedAt
    for (let row = 0; row < count; row++) {
      if (time[row] <= latest) last = time[row]
      else if (time[row] > latest) ahead++
      times[row] = last
    }
    return times.subarray(0, count)
  }

  return {
    read(chunk) {
      const batch = engine.read(chunk)
      const at = timesOf(batch)
      countLines(batch)
      truncated += batch.truncated
      clock.see(chunk.source, at, chunk.receivedAt)
      counts.add(batch, at)
      hosts.add(batch, at)
      numbers.add(batch, at)
      security.read(batch, at, engine, (event) => events.push(event))
      sessions.add(batch, at, sessionIds)
      return batch
    },
    idle: (now) => clock.idle(now),
    take(range) {
      if (range.readAt !== undefined) clock.readAt(range.readAt)
      const message: ObservationMessage = {
        v: 1,
        range,
        watermark: clock.watermark(),
        resumed,
        ...counts.take(),
        shapes: engine.shapes.slice(announced),
        security: [...events, ...security.take()],
        sessions: sessions.take(),
        hosts: hosts.take(),
        numbers: numbers.take(),
      }
      announced = engine.shapes.length
      events = []
      resumed = false
      return message
    },
    tally() {
      const told = engine.formats.map((name, format): [string, number] => [name, lines[format]])
      const taken = {
        lines: Object.fromEntries(told.filter(([, count]) => count > 0)),
        truncated,
        ahead,
        behind: clock.behind(),
      }
      lines = new Float64Array(engine.formats.length)
      truncated = ahead = 0
      return taken
    },
  }
}
