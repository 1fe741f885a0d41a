/**
 * Line to event. What a line's words mean is a function of its shape and computed once per shape; per line only the
 * slots are read: who, which account, which session. Nearly all shapes mean nothing, and cost one look into an array.
 */
import { viewOf } from '../byte-span.ts'
import { roomFor } from '../hash-index.ts'
import type { Text } from '../ports/text.ts'
import type { Engine, RecordBatch } from '../record.ts'
import { readLine, type LineFields } from './read-line.ts'
import { UNSURE } from './json-words.ts'
import { meaningOfText, shapeMeaning, textOf, type ShapeMeaning } from './shape-meaning.ts'
import type { SecurityEvent } from './event.ts'
import { servedTally } from './served-tally.ts'
import { skim } from './skim.ts'
import { HAS_SESSION, SPEAKS, speakingHeaders } from './speaking-headers.ts'
import { LONGEST_TAIL, mayTell, toldBehind } from './telling-tail.ts'
import { allWords, type Words } from './words.ts'

/** Security is told in the first lines of a record; the rest is a stack trace or somebody's input. */
const LONGEST = 4096
const LONGEST_SAMPLE = 500
const FEW_SHAPES = 1_024

export interface SecurityReader {
  /** Tells the events of all records, of nearly all of them none. `times` holds the event time of each, ms. */
  read(batch: RecordBatch, times: Float64Array, engine: Engine, tell: (event: SecurityEvent, row: number) => void): void
  /** Tallies of requests served well since the last call. */
  take(): SecurityEvent[]
}

/** What has to be known of a shape before one of its records is looked at. */
const KNOWN = 1
const SERVED = 2
const WORTH_READING = 4
const NEEDS_SESSION = 8

const JSON_BEGIN = 0x7b

export function securityReader({ text, words = allWords }: { text: Text; words?: Words }): SecurityReader {
  const meanings: ShapeMeaning[] = []
  let traits = new Uint8Array(FEW_SHAPES)
  const tally = servedTally(text)
  const headers = speakingHeaders(text, words)
  const tails = speakingHeaders(text, words, toldBehind)
  const skimmed = skim(text, words)

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
    return (meanings[shape] ??= shapeMeaning(engine.shapes[shape], words))
  }

  return {
    read(batch, times, engine, tell) {
      const { count, shape, status, start, end, messageStart, messageEnd } = batch
      const { bytes } = batch.chunk
      const view = viewOf(bytes)
      for (let row = 0; row < count; row++) {
        const known = traitsOf(shape[row], engine)
        let speaks = false
        let isToldBehind = false
        if ((known & SERVED) !== 0 && isServed(status[row]) && tally.add(batch, row, engine, view, times[row])) continue
        if (bytes[start[row]] !== JSON_BEGIN && status[row] === 0) {
          const header = headers.of(bytes, view, start[row], messageStart[row])
          speaks = (header & SPEAKS) !== 0
          isToldBehind = !speaks && messageEnd[row] < end[row] && tailSpeaks(batch, row, view)
          if (!speaks && !isToldBehind && isSilent(batch, row, known, header)) continue
        }
        if (
          !speaks &&
          !isToldBehind &&
          skimmed.isIdle(batch, row, endOf(batch, row), view, meaningOf(shape[row], engine), engine.shapes[shape[row]])
        )
          continue
        const event = eventOf(batch, row, engine, times[row], { speaks, isToldBehind })
        if (event) tell(event, row)
      }
    },
    take: () => tally.take(),
  }

  function tailSpeaks(batch: RecordBatch, row: number, view: DataView): boolean {
    const from = batch.messageEnd[row]
    const end = tailEnd(batch, row)
    return mayTell(view, from, end) && (tails.of(batch.chunk.bytes, view, from, end) & SPEAKS) !== 0
  }

  /** Where the header speaks as well, the whole record is the message. */
  function eventOf(
    batch: RecordBatch,
    row: number,
    engine: Engine,
    time: number,
    { speaks, isToldBehind }: { readonly speaks: boolean; readonly isToldBehind: boolean },
  ): SecurityEvent | undefined {
    const raw = text.utf8(batch.chunk.bytes, batch.start[row], endOf(batch, row))
    const host = engine.names[batch.host[row]]
    const fields = speaks ? { message: raw, host } : fieldsOf(batch, row, engine, raw)
    const told = readLine(raw, isToldBehind ? withTail(fields, batch, row) : fields, words)
    if (told === undefined) return undefined
    const shape = batch.shape[row]
    return {
      ...told,
      time,
      service: engine.names[batch.service[row]],
      shape: engine.shapes[shape].id,
      sample: told.kind === 'link' ? '' : raw.slice(0, LONGEST_SAMPLE),
    }
  }

  function withTail(fields: LineFields, batch: RecordBatch, row: number): LineFields {
    const tail = text.utf8(batch.chunk.bytes, batch.messageEnd[row], tailEnd(batch, row))
    return { ...fields, known: meaningOfText(`${fields.message} ; ${toldBehind(tail)}`, words) }
  }

  function fieldsOf(batch: RecordBatch, row: number, engine: Engine, raw: string): LineFields {
    const from = batch.start[row]
    const rawEnd = endOf(batch, row)
    const shape = batch.shape[row]
    // As many chars as bytes: each stands for one, and parts of the record need no decoding of their own.
    const isDecoded = raw.length === rawEnd - from
    const span = (starts: Uint32Array, ends: Uint32Array, most: number): string => {
      const start = starts[row]
      const end = Math.min(ends[row], start + most)
      if (isDecoded && start >= from && end <= rawEnd) return raw.slice(start - from, end - from)
      return text.utf8(batch.chunk.bytes, start, end)
    }
    const { wording } = skimmed
    const ip = span(batch.ipStart, batch.ipEnd, 64)
    const user = span(batch.userStart, batch.userEnd, 128)
    const session = span(batch.sessionStart, batch.sessionEnd, 128)
    return {
      message: span(batch.messageStart, batch.messageEnd, LONGEST),
      known: { ...meaningOf(shape, engine), text: textOf(engine.shapes[shape]) },
      host: engine.names[batch.host[row]],
      status: batch.status[row],
      ...(ip !== '' && { ip }),
      ...(user !== '' && { user }),
      ...(session !== '' && { session }),
      ...(wording !== UNSURE && { wording: wording ? { meaning: wording } : {} }),
    }
  }
}

function isServed(status: number): boolean {
  return status >= 200 && status < 400
}

function endOf({ start, end }: RecordBatch, row: number): number {
  return Math.min(end[row], start[row] + LONGEST)
}

function tailEnd(batch: RecordBatch, row: number): number {
  return Math.min(endOf(batch, row), batch.messageEnd[row] + LONGEST_TAIL)
}

/** Of a record that is neither JSON nor a request: nearly all end here. */
function isSilent({ sessionStart, sessionEnd }: RecordBatch, row: number, known: number, header: number): boolean {
  // A line that only names the other side is of use where a session is told.
  if ((known & NEEDS_SESSION) !== 0) return (header & HAS_SESSION) === 0 && sessionEnd[row] === sessionStart[row]
  return (known & WORTH_READING) === 0
}
