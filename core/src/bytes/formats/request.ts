/** Hash of the tokens that parse/request.ts makes of a request, without making them: equal where those are equal. */
import { isDigit, isLetter } from '../../ascii.ts'
import { mix32 } from '../../mine/hash.ts'
import type { ByteFields } from '../byte-fields.ts'
import { isWord } from './chars.ts'

const NOBODY_SERVES = new Set([400, 404, 405, 410, 414])
const MAX_SEGMENTS = 5
const MAX_SEGMENT = 32
const SLASH = 47
const COLON = 58
/** Stand for tokens that are not spelt out; no byte has these values. */
const WILDCARD = 0x101
const BAD = 0x102
const END_OF_PATH = 0x103
const NO_STATUS = 0x105
const PROTOCOL = 0x104

/** Two running hashes. */
const sum = { a: 0, b: 0 }

function mixIn(value: number): void {
  sum.a = Math.imul(sum.a ^ value, 0x01000193)
  sum.b = Math.imul(sum.b ^ value, 0x5bd1e995)
  sum.b ^= sum.b >>> 15
}

function finish(fields: ByteFields): void {
  fields.requestA = mix32(sum.a ^ (sum.b >>> 7))
  fields.requestB = mix32(sum.b + sum.a)
  if (fields.requestA === 0 && fields.requestB === 0) fields.requestA = 1
}

/** `METHOD TARGET PROTOCOL`; false where the readable reader is to decide. */
export function hashRequestLine(
  bytes: Uint8Array,
  start: number,
  end: number,
  status: number,
  fields: ByteFields,
): boolean {
  const methodEnd = blankAt(bytes, start, end)
  const targetEnd = blankAt(bytes, methodEnd + 1, end)
  const protocolEnd = blankAt(bytes, targetEnd + 1, end)
  return hashRequest(bytes, start, methodEnd, methodEnd + 1, targetEnd, protocolEnd > targetEnd + 1, status, fields)
}

/** Whether a line begins with a method and something else. */
export function isRequestLine(bytes: Uint8Array, start: number, end: number): boolean {
  const methodEnd = blankAt(bytes, start, end)
  return isMethod(bytes, start, methodEnd) && methodEnd + 1 < end && bytes[methodEnd + 1] > 32
}

function blankAt(bytes: Uint8Array, from: number, end: number): number {
  let i = from
  while (i < end && bytes[i] !== 32) i++
  return i
}

export function hashRequest(
  bytes: Uint8Array,
  start: number,
  methodEnd: number,
  target: number,
  end: number,
  hasProtocol: boolean,
  status: number,
  fields: ByteFields,
): boolean {
  sum.a = 0x811c9dc5
  sum.b = 0x9747b28c
  const isBad = !isMethod(bytes, start, methodEnd) || target >= end
  if (isBad) mixIn(BAD)
  else {
    for (let i = start; i < methodEnd; i++) mixIn(bytes[i])
    mixIn(END_OF_PATH)
    if (NOBODY_SERVES.has(status)) mixIn(WILDCARD)
    else if (!mixPath(bytes, target, end)) return false
    mixIn(END_OF_PATH)
    if (hasProtocol) mixIn(PROTOCOL)
  }
  mixIn(status === 0 ? NO_STATUS : Math.floor(status / 100))
  finish(fields)
  return true
}

/** `GET` */
export function isMethod(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 3 || end - start > 12) return false
  for (let i = start; i < end; i++) if (bytes[i] < 65 || bytes[i] > 90) return false
  return true
}

/** A target that is no path is rare, but for those with the server before it. */
function mixPath(bytes: Uint8Array, start: number, end: number): boolean {
  let i = bytes[start] === SLASH ? start : behindServer(bytes, start, end)
  if (i < 0) return false
  if (i === end) mixIn(WILDCARD)
  for (let segment = 0; i < end && bytes[i] === SLASH; segment++) {
    mixIn(SLASH)
    if (segment === MAX_SEGMENTS) {
      mixIn(WILDCARD)
      return true
    }
    i = mixSegment(bytes, i + 1, end)
  }
  return true
}

/** Offset behind `https://shop.example:443`; -1 where that is not what stands there. */
function behindServer(bytes: Uint8Array, start: number, end: number): number {
  let i = start
  while (i < end && isLetter(bytes[i])) i++
  if (i === start || i + 3 >= end || bytes[i] !== COLON || bytes[i + 1] !== SLASH || bytes[i + 2] !== SLASH) return -1
  const server = i + 3
  i = server
  while (i < end && bytes[i] !== SLASH) i++
  return i > server ? i : -1
}

const isFirst = new Uint8Array(isWord)
for (const c of '.~@+-') isFirst[c.charCodeAt(0)] = 1

/** Offset behind the segment. It is spelt out until something in it varies. */
function mixSegment(bytes: Uint8Array, start: number, end: number): number {
  const { a, b } = sum
  let varies = start < end && isFirst[bytes[start]] === 0
  let i = start
  for (; i < end; i++) {
    const c = bytes[i]
    if (c === SLASH || c === 63 || c === 35 || c === 59) break
    if (isDigit(c) || c === 37) varies = true
    mixIn(c)
  }
  const isVersion = bytes[start] === 118 && isVersionNumber(bytes, start + 1, i)
  if (i > start && ((varies && !isVersion) || i - start > MAX_SEGMENT)) {
    sum.a = a
    sum.b = b
    mixIn(WILDCARD)
  }
  return i
}

/** Of `v2`. */
function isVersionNumber(bytes: Uint8Array, start: number, end: number): boolean {
  return (
    (end - start === 1 && isDigit(bytes[start])) ||
    (end - start === 2 && isDigit(bytes[start]) && isDigit(bytes[start + 1]))
  )
}
