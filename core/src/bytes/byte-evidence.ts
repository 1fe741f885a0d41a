/**
 * `parse/evidence.ts` over bytes: the tokens that may hold a value are known by the words around them, so only those are
 * looked at. The usual forms are read in place; for others the readable functions are asked about the token's text.
 */
import { addressIn, latencyIn, NAME, SESSION_ID } from '../parse/evidence.ts'
import type { Text } from '../ports/text.ts'
import type { ByteFields } from './byte-fields.ts'
import { DIGIT, kindOf, LETTER } from './byte-kinds.ts'
import { ByteMap } from './byte-map.ts'
import { latin1 } from './formats/chars.ts'
import {
  ACCOUNTS,
  ADDRESSES,
  DURATION_WIDTH,
  DURATIONS,
  firstDuration,
  isTimeAt,
  isWordedAt,
  SESSIONS,
  SURE_SESSIONS,
  timedAt,
  TOKENS,
  unitAt,
} from './message/clues.ts'
import type { MessageCutter } from './message/message-cutter.ts'
import { BytePattern } from './pattern/byte-pattern.ts'

const name = BytePattern.of(NAME)
const sessionId = BytePattern.of(SESSION_ID)

/** Fills what `fields` lack from the message that was cut last, whose clues begin at `at`. */
export function readByteEvidence(
  clues: Int32Array,
  at: number,
  cutter: MessageCutter,
  bytes: Uint8Array,
  fields: ByteFields,
  text: Text,
): void {
  if (!fields.isEscaped) readSpans(clues, at, cutter, bytes, fields, text)
  if (!Number.isNaN(fields.latency)) return
  const first = firstDuration(clues, at)
  const end = first + clues[at + DURATIONS] * DURATION_WIDTH
  for (let i = first; i < end && Number.isNaN(fields.latency); i += DURATION_WIDTH) {
    fields.latency = latencyAt(clues, i, cutter, bytes, text)
  }
}

/** Offsets into the line, which a message with escapes does not give. */
function readSpans(
  clues: Int32Array,
  at: number,
  cutter: MessageCutter,
  bytes: Uint8Array,
  fields: ByteFields,
  text: Text,
): void {
  const accounts = at + TOKENS + clues[at + ADDRESSES]
  const sessions = accounts + clues[at + ACCOUNTS]
  const sureSessions = sessions + clues[at + SESSIONS]
  const end = sureSessions + clues[at + SURE_SESSIONS]
  if (fields.ipStart === fields.ipEnd) readAddress(clues, at + TOKENS, accounts, cutter, bytes, fields, text)
  for (let i = accounts; i < sessions && fields.userStart === fields.userEnd; i++) {
    fields.userStart = cutter.starts[clues[i]]
    fields.userEnd = endOf(name, bytes, fields.userStart, cutter.ends[clues[i]])
  }
  for (let i = sessions; i < end && fields.sessionStart === fields.sessionEnd; i++) {
    readSession(clues[i], i < sureSessions, cutter, bytes, fields)
  }
}

function readSession(
  token: number,
  asksDigit: boolean,
  cutter: MessageCutter,
  bytes: Uint8Array,
  fields: ByteFields,
): void {
  const start = cutter.starts[token]
  const end = endOf(sessionId, bytes, start, cutter.ends[token])
  if (asksDigit && !hasDigit(bytes, start, end)) return
  fields.sessionStart = start
  fields.sessionEnd = end
}

/** Offset behind what the pattern finds at `start`, `start` itself where it finds nothing. */
function endOf(pattern: BytePattern | undefined, bytes: Uint8Array, start: number, end: number): number {
  return Math.max(start, pattern?.match(bytes, start, end) ?? start)
}

function hasDigit(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (kindOf[bytes[i]] === DIGIT) return true
  return false
}

/** Of the tokens that clues [from, to) name. */
function readAddress(
  clues: Int32Array,
  from: number,
  to: number,
  cutter: MessageCutter,
  bytes: Uint8Array,
  fields: ByteFields,
  text: Text,
): void {
  if (from === to) return
  const first = clues[from]
  if (isPlainAddress(bytes, cutter.starts[first], cutter.ends[first])) {
    fields.ipStart = cutter.starts[first]
    fields.ipEnd = cutter.ends[first]
    return
  }
  for (let i = from; i < to; i++) {
    const start = cutter.starts[clues[i]]
    const found = addressIn(text.latin1(bytes, start, cutter.ends[clues[i]]))
    if (!found) continue
    fields.ipStart = start + found.from
    fields.ipEnd = start + found.to
    return
  }
}

/** Four groups of one to three digits, nothing else. */
function isPlainAddress(bytes: Uint8Array, start: number, end: number): boolean {
  let groups = 1
  let digits = 0
  for (let i = start; i < end; i++) {
    if (kindOf[bytes[i]] === DIGIT) {
      if (++digits > 3) return false
    } else {
      if (bytes[i] !== 46 || digits === 0) return false
      groups++
      digits = 0
    }
  }
  return groups === 4 && digits > 0
}

const ZERO = 48
const DOT = 46
/** Numbers of so many digits are exact, and so is a power of ten to divide them by. */
const MOST_DIGITS = 15

/** `12`, `1.5ms`, `3s`; for a number without a unit of its own the readable function is asked. */
function latencyAt(
  clues: Int32Array,
  at: number,
  { starts, ends }: MessageCutter,
  bytes: Uint8Array,
  text: Text,
): number {
  const start = starts[clues[at]]
  const end = ends[clues[at]]
  let value = 0
  let scale = 0
  let i = start
  for (; i < end; i++) {
    const c = bytes[i]
    if (kindOf[c] === DIGIT) {
      value = value * 10 + c - ZERO
      scale *= 10
    } else if (c === DOT && scale === 0 && i > start) scale = 1
    else break
  }
  if (i === start || bytes[i - 1] === DOT || !isWord(bytes, i, end)) return Number.NaN
  const unit = unitMs(clues, at, bytes, i, end)
  if (unit === ASK || i - start > MOST_DIGITS) return latencyIn(text.latin1(bytes, start, end), timedAt(clues, at))
  return (scale > 1 ? value / scale : value) * unit
}

function isWord(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (kindOf[bytes[i]] !== LETTER) return false
  return true
}

/** What is grown together with numbers, each asked about once; NaN for what is no unit. */
const MAX_UNITS = 1000
const worded = unitsOf(true)
const bare = unitsOf(false)

function unitsOf(isWorded: boolean): ByteMap {
  return new ByteMap(MAX_UNITS, latin1, (unit) =>
    latencyIn(`1${unit}`, { token: 0, unit: '', isWorded, isTime: false }),
  )
}

const ASK = 0

/** In ms of the unit glued to the number, else of the word behind it; NaN: not believed. */
function unitMs(clues: Int32Array, at: number, bytes: Uint8Array, from: number, end: number): number {
  if (end > from) return (isWordedAt(clues, at) ? worded : bare).of(bytes, from, end)
  const unit = unitAt(clues, at)
  if (unit === 'ms') return 1
  return unit === '' && !isTimeAt(clues, at) ? Number.NaN : ASK
}
