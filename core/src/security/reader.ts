/**
 * Line to event. What a line's words mean is a function of its shape and computed once per shape; per line only the
 * slots are read: who, which account, which session. Nearly all shapes mean nothing, and cost one look into an array.
 */
import type { Text } from '../ports/text.ts'
import type { Engine, RecordBatch, Shape } from '../record.ts'
import { readLine, type LineFields } from './read-line.ts'
import { shapeMeaning, type ShapeMeaning } from './shape-meaning.ts'
import type { SecurityEvent } from './event.ts'
import { servedTally } from './served-tally.ts'
import { speakingHeaders, type HeaderMeaning } from './speaking-headers.ts'

/** Security is told in the first lines of a record; the rest is a stack trace or somebody's input. */
const LONGEST = 4096
const LONGEST_SAMPLE = 500
/** Shapes whose meaning is remembered; an engine has fewer. */
const MOST_SHAPES = 200_000

/** JSON tells by its values, which are not in the shape: this decides whether a record is worth unfolding. */
const WORTH_UNFOLDING =
  /fail|den(?:y|ied)|refus|reject|invalid|incorrect|wrong|unauth|forbid|block|lock|exceed|too many|limit|attack|malicious|suspicious|ban|bad|mismatch|unknown|succe|"(?:status|code|action)|login|sign|auth/i

/** A line that only names the other side is of use where a session is told. */
function isWorthReading(known: ShapeMeaning, header: HeaderMeaning, batch: RecordBatch, row: number): boolean {
  if (!known.needsSession) return known.worthReading
  return header.hasSession || batch.sessionEnd[row] > batch.sessionStart[row]
}

export interface SecurityReader {
  /** Events of one record; undefined for nearly all. `time` is the event time to count under, ms. */
  read(batch: RecordBatch, row: number, engine: Engine, time?: number): SecurityEvent[] | undefined
  /** Tallies of requests served well since the last call. */
  take(): SecurityEvent[]
}

export function securityReader({ text }: { text: Text }): SecurityReader {
  const meanings: (ShapeMeaning | undefined)[] = []
  const tally = servedTally(text)
  const headers = speakingHeaders(text)

  function meaningOf(index: number, shape: Shape): ShapeMeaning {
    const known = meanings[index]
    if (known !== undefined) return known
    const meaning = shapeMeaning(shape)
    if (index < MOST_SHAPES) meanings[index] = meaning
    return meaning
  }

  return {
    read(batch, row, engine, time = batch.time[row]) {
      const shape = engine.shapes[batch.shape[row]]
      const known = meaningOf(batch.shape[row], shape)
      if (tally.add(batch, row, engine, known, time)) return undefined
      const { bytes } = batch.chunk
      const start = batch.start[row]
      const isJson = bytes[start] === 0x7b
      const asks = batch.status[row] > 0
      const header = isJson || asks ? undefined : headers.of(bytes, start, batch.messageStart[row])
      const speaks = header?.speaks === true
      if (header !== undefined && !speaks && !isWorthReading(known, header, batch, row)) return undefined
      const raw = text.utf8(bytes, start, Math.min(batch.end[row], start + LONGEST))
      if (!known.worthReading && isJson && !asks && !WORTH_UNFOLDING.test(raw)) return undefined
      const told = readLine(
        raw,
        speaks ? { message: raw, host: engine.names[batch.host[row]] } : fieldsOf(batch, row, engine, known),
      )
      if (told === undefined) return undefined
      return [
        {
          ...told,
          time,
          service: engine.names[batch.service[row]],
          shape: shape.id,
          sample: raw.slice(0, LONGEST_SAMPLE),
        },
      ]
    },
    take: () => tally.take(),
  }

  function fieldsOf(batch: RecordBatch, row: number, engine: Engine, known: ShapeMeaning): LineFields {
    const span = (start: Uint32Array, end: Uint32Array, most: number): string =>
      text.utf8(batch.chunk.bytes, start[row], Math.min(end[row], start[row] + most))
    const ip = span(batch.ipStart, batch.ipEnd, 64)
    const user = span(batch.userStart, batch.userEnd, 128)
    const session = span(batch.sessionStart, batch.sessionEnd, 128)
    return {
      message: span(batch.messageStart, batch.messageEnd, LONGEST),
      known,
      host: engine.names[batch.host[row]],
      ...(ip !== '' && { ip }),
      ...(user !== '' && { user }),
      ...(session !== '' && { session }),
    }
  }
}
