/**
 * Tells from the bytes of a record that reading it in full would find nothing. What its words mean is known with its
 * shape, or with the wording of its JSON; most that mean something name nobody, and then there is nothing to tell.
 */
import { isDigit } from '../ascii.ts'
import { viewOf } from '../byte-span.ts'
import type { Text } from '../ports/text.ts'
import type { RecordBatch, Shape } from '../record.ts'
import { accountWords } from './account-word.ts'
import type { Meaning } from './classify.ts'
import { cluesIn, CONVERSATION, SOMEBODY } from './clues.ts'
import { jsonRequests } from './json-requests.ts'
import { jsonWords, UNSURE, type Wording } from './json-words.ts'
import { isOrdinary, splitRequest, statusAt, type RequestSpans } from './ordinary-request.ts'
import type { ShapeMeaning } from './shape-meaning.ts'
import type { Words } from './words.ts'
import { mayHoldWord, worthWords } from './worth-unfolding.ts'

export interface Skim {
  /** True only where nothing is to be told. `end`: where the record is cut for this; `view` is of the bytes of the chunk. */
  isIdle(batch: RecordBatch, row: number, end: number, view: DataView, known: ShapeMeaning, shape: Shape): boolean
  /** Of the record that was asked about last, where it is JSON: what its words mean. */
  readonly wording: Wording
}

const OPEN = 0x7b
const QUOTE = 0x22
const BACKSLASH = 0x5c
const BLANK = 0x20
const DASH = 0x2d
/** `" 200 5` */
const BEHIND_REQUEST = 6

export function skim(text: Text, vocabulary: Words): Skim {
  const accounts = accountWords(text, vocabulary)
  const requests = jsonRequests(text)
  const words = jsonWords(text, vocabulary)
  const spans: RequestSpans = { methodStart: 0, methodEnd: 0, pathStart: 0, pathEnd: 0 }
  // Of the record at hand.
  let wording: Wording = UNSURE
  let bytes: Uint8Array = new Uint8Array()
  let view = viewOf(bytes)

  /** Of a request as access logs write it, status behind: the first thing in quotes, and all of the message. */
  function isOrdinaryRequest({ start, messageStart, messageEnd }: RecordBatch, row: number, end: number): boolean {
    const open = messageStart[row] - 1
    const close = messageEnd[row]
    if (close + BEHIND_REQUEST >= end || bytes[close] !== QUOTE || bytes[close + 1] !== BLANK) return false
    if (bytes.indexOf(QUOTE, start[row]) !== open || bytes[open - 1] === BACKSLASH) return false
    const status = statusAt(bytes, close + 2)
    const size = bytes[close + 6]
    if (status === 0 || bytes[close + 5] !== BLANK || (size !== DASH && !isDigit(size))) return false
    return splitRequest(bytes, open + 1, close, spans) && isOrdinary(text, bytes, view, spans, status)
  }

  /** Of JSON whose sentence means nothing, and which is no request: whether anything beside it may. */
  function isWorthUnfolding(
    batch: RecordBatch,
    row: number,
    end: number,
    known: ShapeMeaning,
    isWorth: Judge,
  ): boolean {
    const start = batch.start[row]
    const from = batch.messageStart[row]
    const to = batch.messageEnd[row]
    return known.isWordless || from <= start || to > end
      ? isWorth(start, end)
      : isWorth(start, from) || isWorth(to, end)
  }

  const mayHold: Judge = (start, end) => mayHoldWord(view, start, end)
  const holds: Judge = (start, end) => mayHold(start, end) && worthWords.test(text.utf8(bytes, start, end))

  function isIdleJson(batch: RecordBatch, row: number, end: number, known: ShapeMeaning, shape: Shape): boolean {
    const start = batch.start[row]
    const isSentence = !known.worthReading && batch.status[row] === 0
    if (isSentence && !isWorthUnfolding(batch, row, end, known, mayHold)) return true
    if (
      known.request ||
      known.packet ||
      known.coded ||
      bytes[batch.messageStart[row]] === OPEN ||
      mayTellOutcome(batch, row, known)
    )
      return false
    if (!known.worthReading && !isSentence && requests.isOrdinary(bytes, view, start, end)) return true
    const told = words.meaningOf(batch, row, end, view, known.isWordless ? undefined : shape)
    wording = told
    if (told !== UNSURE && areIdle(told, known.meaning, batch, row, end)) return true
    return isSentence && !isWorthUnfolding(batch, row, end, known, holds)
  }

  function isIdleText(batch: RecordBatch, row: number, end: number, known: ShapeMeaning): boolean {
    if (known.packet || known.coded || bytes[batch.messageStart[row]] === OPEN) return false
    if (known.request) return isOrdinaryRequest(batch, row, end)
    return !mayTellOutcome(batch, row, known) && areIdle(undefined, known.meaning, batch, row, end)
  }

  function mayTellOutcome({ messageStart, messageEnd }: RecordBatch, row: number, known: ShapeMeaning): boolean {
    return known.hasAccountSlot && accounts.mayTellOutcome(bytes, view, messageStart[row], messageEnd[row])
  }

  /** What looks like JSON may be none: then the message says it, so both have to be idle. */
  function areIdle(
    told: Meaning | undefined,
    known: Meaning | undefined,
    batch: RecordBatch,
    row: number,
    end: number,
  ): boolean {
    if (told === undefined && known === undefined) return true
    const wanted = told?.kind === 'link' || known?.kind === 'link' ? SOMEBODY | CONVERSATION : SOMEBODY
    const clues = cluesIn(bytes, view, batch.start[row], end, toldOf(batch, row), wanted)
    return isIdle(told, clues) && isIdle(known, clues)
  }

  return {
    isIdle(batch, row, end, viewOfBytes, known, shape) {
      bytes = batch.chunk.bytes
      view = viewOfBytes
      wording = UNSURE
      return bytes[batch.start[row]] === OPEN
        ? isIdleJson(batch, row, end, known, shape)
        : isIdleText(batch, row, end, known)
    },
    get wording() {
      return wording
    },
  }
}

/** Of a span of bytes. */
type Judge = (start: number, end: number) => boolean

/** What the parser found. */
function toldOf({ ipStart, ipEnd, sessionStart, sessionEnd }: RecordBatch, row: number): number {
  return (ipEnd[row] > ipStart[row] ? SOMEBODY : 0) | (sessionEnd[row] > sessionStart[row] ? CONVERSATION : 0)
}

/** What is done is nothing without somebody who did it, or a conversation that may name him. */
function isIdle(meaning: Meaning | undefined, clues: number): boolean {
  if (meaning === undefined) return true
  const { kind, part, needsSource = false } = meaning
  const isNobodys = (clues & SOMEBODY) === 0
  if (kind === 'link' && (clues & CONVERSATION) === 0) return true
  if (needsSource || (kind === 'link' && part !== 'opening')) return isNobodys
  return isNobodys && (clues & CONVERSATION) === 0
}
