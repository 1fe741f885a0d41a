/**
 * Line to event. What a line's words mean is a function of its shape and computed once per shape; per line only the
 * slots are read: who, which account, which session. Nearly all shapes mean nothing, and cost one look into an array.
 */
import { viewOf } from '../byte-span.ts'
import { roomFor } from '../hash-index.ts'
import type { Text } from '../ports/text.ts'
import type { Engine, RecordBatch } from '../record.ts'
import { readLine, type LineFields } from './read-line.ts'
import { shapeMeaning, type ShapeMeaning } from './shape-meaning.ts'
import type { SecurityEvent } from './event.ts'
import { servedTally } from './served-tally.ts'
import { HAS_SESSION, SPEAKS, speakingHeaders } from './speaking-headers.ts'
import { isWorthUnfolding } from './worth-unfolding.ts'

/** Security is told in the first lines of a record; the rest is a stack trace or somebody's input. */
const LONGEST = 4096
const LONGEST_SAMPLE = 500
const FEW_SHAPES = 1_024

export interface SecurityReader {
  /** The event of one record; undefined for nearly all. `time` is the event time to count under, ms. */
  read(batch: RecordBatch, row: number, engine: Engine, time: number): SecurityEvent | undefined
  /** Tallies of requests served well since the last call. */
  take(): SecurityEvent[]
}

/** What has to be known of a shape before one of its records is looked at. */
const KNOWN = 1
const SERVED = 2
const WORTH_READING = 4
const NEEDS_SESSION = 8

const JSON_BEGIN = 0x7b

export function securityReader({ text }: { text: Text }): SecurityReader {
  const meanings: ShapeMeaning[] = []
  let traits = new Uint8Array(FEW_SHAPES)
  const tally = servedTally(text)
  const headers = speakingHeaders(text)
  let viewed: Uint8Array = new Uint8Array()
  let view = viewOf(viewed)

  function look(bytes: Uint8Array): void {
    viewed = bytes
    view = viewOf(bytes)
  }

  function traitsOf(shape: number, engine: Engine): number {
    if (shape < traits.length && traits[shape] !== 0) return traits[shape]
    const meaning = meaningOf(shape, engine)
    traits = roomFor(traits, shape)
    return (traits[shape] =
      KNOWN |
      (meaning.request && !meaning.signIn ? SERVED : 0) |
      (meaning.worthReading ? WORTH_READING : 0) |
      (meaning.needsSession ? NEEDS_SESSION : 0))
  }

  function meaningOf(shape: number, engine: Engine): ShapeMeaning {
    return (meanings[shape] ??= shapeMeaning(engine.shapes[shape]))
  }

  /** Of records that are neither JSON nor a request: nearly all end here. */
  function isSilent(batch: RecordBatch, row: number, known: number, header: number): boolean {
    if ((header & SPEAKS) !== 0) return false
    // A line that only names the other side is of use where a session is told.
    if ((known & NEEDS_SESSION) !== 0)
      return (header & HAS_SESSION) === 0 && batch.sessionEnd[row] === batch.sessionStart[row]
    return (known & WORTH_READING) === 0
  }

  return {
    read(batch, row, engine, time) {
      const { bytes } = batch.chunk
      if (bytes !== viewed) look(bytes)
      const known = traitsOf(batch.shape[row], engine)
      const status = batch.status[row]
      if ((known & SERVED) !== 0 && status >= 200 && status < 400 && tally.add(batch, row, engine, view, time))
        return undefined
      const start = batch.start[row]
      const end = Math.min(batch.end[row], start + LONGEST)
      if (status > 0) return eventOf(batch, row, engine, time, false)
      if (bytes[start] === JSON_BEGIN) {
        const isWorth = (known & WORTH_READING) !== 0 || isWorthUnfolding(text, bytes, view, start, end)
        return isWorth ? eventOf(batch, row, engine, time, false) : undefined
      }
      const header = headers.of(bytes, view, start, batch.messageStart[row])
      if (isSilent(batch, row, known, header)) return undefined
      return eventOf(batch, row, engine, time, (header & SPEAKS) !== 0)
    },
    take: () => tally.take(),
  }

  /** Where the header speaks as well, the whole record is the message. */
  function eventOf(
    batch: RecordBatch,
    row: number,
    engine: Engine,
    time: number,
    speaks: boolean,
  ): SecurityEvent | undefined {
    const start = batch.start[row]
    const raw = text.utf8(batch.chunk.bytes, start, Math.min(batch.end[row], start + LONGEST))
    const host = engine.names[batch.host[row]]
    const told = readLine(raw, speaks ? { message: raw, host } : fieldsOf(batch, row, engine))
    if (told === undefined) return undefined
    const shape = batch.shape[row]
    return {
      ...told,
      time,
      service: engine.names[batch.service[row]],
      shape: engine.shapes[shape].id,
      sample: raw.slice(0, LONGEST_SAMPLE),
    }
  }

  function fieldsOf(batch: RecordBatch, row: number, engine: Engine): LineFields {
    const span = (start: Uint32Array, end: Uint32Array, most: number): string =>
      text.utf8(batch.chunk.bytes, start[row], Math.min(end[row], start[row] + most))
    const ip = span(batch.ipStart, batch.ipEnd, 64)
    const user = span(batch.userStart, batch.userEnd, 128)
    const session = span(batch.sessionStart, batch.sessionEnd, 128)
    return {
      message: span(batch.messageStart, batch.messageEnd, LONGEST),
      known: meaningOf(batch.shape[row], engine),
      host: engine.names[batch.host[row]],
      ...(ip !== '' && { ip }),
      ...(user !== '' && { user }),
      ...(session !== '' && { session }),
    }
  }
}
