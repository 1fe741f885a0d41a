/**
 * `parse/evidence.ts` over bytes: the tokens that may hold a value are known by the words around them, so only those are
 * looked at. The usual forms are read in place; for others the readable functions are asked about the token's text.
 */
import { isValueLike, type Tokens } from '../mine/tokens.ts'
import { addressIn, latencyIn, NAME, SESSION_ID, type Evidence, type Timed } from '../parse/evidence.ts'
import type { Text } from '../ports/text.ts'
import type { ByteFields } from './byte-fields.ts'
import { DIGIT, kindOf, LETTER } from './byte-kinds.ts'
import { ByteMap } from './byte-map.ts'
import { latin1 } from './formats/chars.ts'
import type { MessageCutter } from './message/message-cutter.ts'
import { BytePattern } from './pattern/byte-pattern.ts'

const name = BytePattern.of(NAME)
const sessionId = BytePattern.of(SESSION_ID)

/** With tokens counted as the cutter does: words and values only. */
export function countedEvidence(evidence: Evidence, tokens: Tokens): Evidence | undefined {
  const { ip, user, session, sureSession, latency } = evidence
  if (ip.length + user.length + session.length + sureSession.length + latency.length === 0) return undefined
  let count = 0
  const counted = tokens.texts.map((token) => (isValueLike(token) ? count++ : -1))
  const places = (of: readonly number[]): number[] => of.map((token) => counted[token])
  return {
    ip: places(ip),
    user: places(user),
    session: places(session),
    sureSession: places(sureSession),
    latency: latency.map((timed) => ({ ...timed, token: counted[timed.token] })),
  }
}

/** Fills what `fields` lack from the message that was cut last. */
export function readByteEvidence(
  { ip, user, session, sureSession, latency }: Evidence,
  cutter: MessageCutter,
  bytes: Uint8Array,
  fields: ByteFields,
  text: Text,
): void {
  if (!fields.isEscaped) readSpans({ ip, user, session, sureSession }, cutter, bytes, fields, text)
  for (let i = 0; i < latency.length && Number.isNaN(fields.latency); i++) {
    fields.latency = latencyAt(latency[i], cutter, bytes, text)
  }
}

/** Offsets into the line, which a message with escapes does not give. */
function readSpans(
  { ip, user, session, sureSession }: Omit<Evidence, 'latency'>,
  cutter: MessageCutter,
  bytes: Uint8Array,
  fields: ByteFields,
  text: Text,
): void {
  if (fields.ipStart === fields.ipEnd && ip.length > 0) readAddress(ip, cutter, bytes, fields, text)
  if (fields.userStart === fields.userEnd) {
    for (let i = 0; i < user.length && fields.userStart === fields.userEnd; i++) {
      fields.userStart = cutter.starts[user[i]]
      fields.userEnd = endOf(name, bytes, fields.userStart, cutter.ends[user[i]])
    }
  }
  for (let i = 0; i < session.length && fields.sessionStart === fields.sessionEnd; i++) {
    readSession(session[i], true, cutter, bytes, fields)
  }
  for (let i = 0; i < sureSession.length && fields.sessionStart === fields.sessionEnd; i++) {
    readSession(sureSession[i], false, cutter, bytes, fields)
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

function readAddress(
  candidates: readonly number[],
  cutter: MessageCutter,
  bytes: Uint8Array,
  fields: ByteFields,
  text: Text,
): void {
  const first = candidates[0]
  if (isPlainAddress(bytes, cutter.starts[first], cutter.ends[first])) {
    fields.ipStart = cutter.starts[first]
    fields.ipEnd = cutter.ends[first]
    return
  }
  for (const token of candidates) {
    const found = addressIn(text.latin1(bytes, cutter.starts[token], cutter.ends[token]))
    if (!found) continue
    fields.ipStart = cutter.starts[token] + found.from
    fields.ipEnd = cutter.starts[token] + found.to
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
function latencyAt(timed: Timed, { starts, ends }: MessageCutter, bytes: Uint8Array, text: Text): number {
  const start = starts[timed.token]
  const end = ends[timed.token]
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
  const unit = unitMs(timed, bytes, i, end)
  if (unit === ASK || i - start > MOST_DIGITS) return latencyIn(text.latin1(bytes, start, end), timed)
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
function unitMs({ unit, isWorded, isTime }: Timed, bytes: Uint8Array, from: number, end: number): number {
  if (end > from) return (isWorded ? worded : bare).of(bytes, from, end)
  if (unit === 'ms') return 1
  return unit === '' && !isTime ? Number.NaN : ASK
}
