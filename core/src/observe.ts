/**
 * Stage 1 on one page: bytes > parse > mine > aggregate. Takes chunks of one partition, gives one message that can be
 * merged with any other. No state is shared between partitions but the shapes already announced.
 */
import { hostCounts } from './aggregate/host-counts.ts'
import { partials } from './aggregate/partials.ts'
import { sessionCounts } from './aggregate/session-counts.ts'
import { partitionClock } from './aggregate/watermark.ts'
import type { Text } from './ports/text.ts'
import type { Chunk, Engine, RecordBatch } from './record.ts'
import type { SecurityEvent } from './security/event.ts'
import { securityReader } from './security/reader.ts'
import { sessionColumn } from './sequence/session-column.ts'
import type { ObservationMessage, ShapeNotice, SourceRange } from './wire/observations.ts'

/** A record dated further ahead of its receipt than this has a broken clock; it counts under its receipt. */
export const AHEAD_MS = 5 * 60_000

export interface ObserverOptions {
  readonly engine: Engine
  readonly text: Text
  /** Finds the session id in a message: its first group or all of it. Learnt when left out. */
  readonly session?: RegExp
}

export interface Observer {
  /** Reads one chunk. The batch is the engine's: valid until the next call. */
  read(chunk: Chunk): RecordBatch
  /** Nothing waits in the partition and wall time is `now`. */
  idle(now: number): void
  /** All that was read since the last call, as one message for the range. */
  take(range: SourceRange): ObservationMessage
}

export function observer({ engine, text, session }: ObserverOptions): Observer {
  const counts = partials(engine, text)
  const hosts = hostCounts(engine)
  const sessions = sessionCounts(engine, text)
  const sessionIds = sessionColumn({ text, ...(session && { pattern: session }) })
  const security = securityReader({ text })
  const clock = partitionClock()
  let events: SecurityEvent[] = []
  let announced = 0
  let resumed = true

  let times = new Float64Array()

  /** Event time of each record: its own, or that of the record before it, or when it was received. */
  function timesOf({ time, count, chunk }: RecordBatch): Float64Array {
    if (times.length < count) times = new Float64Array(time.length)
    const latest = chunk.receivedAt + AHEAD_MS
    let last = chunk.receivedAt
    for (let row = 0; row < count; row++) {
      if (time[row] <= latest) last = time[row]
      times[row] = last
    }
    return times.subarray(0, count)
  }

  return {
    read(chunk) {
      const batch = engine.read(chunk)
      const at = timesOf(batch)
      clock.see(chunk.source, at, chunk.receivedAt)
      counts.add(batch, at)
      hosts.add(batch, at)
      security.read(batch, at, engine, (event) => events.push(event))
      sessions.add(batch, at, sessionIds)
      return batch
    },
    idle: (now) => clock.idle(now),
    take(range) {
      const message: ObservationMessage = {
        v: 1,
        range,
        watermark: clock.watermark(),
        resumed,
        ...counts.take(),
        shapes: engine.shapes.slice(announced).map(notice),
        security: [...events, ...security.take()],
        sessions: sessions.take(),
        hosts: hosts.take(),
      }
      announced = engine.shapes.length
      events = []
      resumed = false
      return message
    },
  }
}

function notice({ id, component, tokens }: ShapeNotice): ShapeNotice {
  return { id, component, tokens }
}
