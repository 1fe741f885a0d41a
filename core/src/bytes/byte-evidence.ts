/**
 * `parse/evidence.ts` over bytes: the tokens that may hold a value are known by the words around them, so only those are
 * looked at. The usual forms are read in place; for others the readable functions are asked about the token's text.
 */
import { isValueLike, type Tokens } from '../mine/tokens.ts'
import {
  addressIn,
  latencyIn,
  nameIn,
  sessionIn,
  sureSessionIn,
  type Evidence,
  type Part,
  type Timed,
} from '../parse/evidence.ts'
import type { Text } from '../ports/text.ts'
import type { ByteFields } from './byte-fields.ts'
import { DIGIT, kindOf, LETTER } from './byte-kinds.ts'
import type { MessageCutter } from './message/message-cutter.ts'

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
  if (fields.userStart === fields.userEnd && user.length > 0) {
    const found = firstOf(user, nameIn, cutter, bytes, text)
    if (found) [fields.userStart, fields.userEnd] = [found.from, found.to]
  }
  if (fields.sessionStart === fields.sessionEnd && session.length + sureSession.length > 0) {
    const found =
      firstOf(session, sessionIn, cutter, bytes, text) ?? firstOf(sureSession, sureSessionIn, cutter, bytes, text)
    if (found) [fields.sessionStart, fields.sessionEnd] = [found.from, found.to]
  }
}

function firstOf(
  candidates: readonly number[],
  valueIn: (token: string) => Part | undefined,
  { starts, ends }: MessageCutter,
  bytes: Uint8Array,
  text: Text,
): Part | undefined {
  for (const token of candidates) {
    const part = valueIn(text.latin1(bytes, starts[token], ends[token]))
    if (part) return { from: starts[token] + part.from, to: starts[token] + part.to }
  }
  return undefined
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
  const found = firstOf(candidates, addressIn, cutter, bytes, text)
  if (found) [fields.ipStart, fields.ipEnd] = [found.from, found.to]
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

/** `12`, `1.5ms`, `3s`; for other units the readable function is asked. */
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
  if (i === start || (i < end && kindOf[bytes[i]] !== LETTER) || bytes[i - 1] === DOT) return Number.NaN
  const unit = unitMs(timed, bytes, i, end)
  if (unit === 0 || i - start > MOST_DIGITS) return latencyIn(text.latin1(bytes, start, end), timed)
  return (scale > 1 ? value / scale : value) * unit
}

const LETTER_M = 109
const LETTER_S = 115
/** In ms of the unit glued to the number, else of the word behind it; NaN: not believed, 0: ask. */
function unitMs({ unit, isWorded, isTime }: Timed, bytes: Uint8Array, from: number, end: number): number {
  if (end - from === 2 && bytes[from] === LETTER_M && bytes[from + 1] === LETTER_S) return 1
  if (end - from === 1 && bytes[from] === LETTER_S) return isWorded ? 1e3 : Number.NaN
  if (end > from) return 0
  if (unit === 'ms') return 1
  return unit === '' && !isTime ? Number.NaN : 0
}
