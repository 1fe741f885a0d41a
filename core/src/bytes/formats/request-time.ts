/** Request time behind an access log entry, as `requestTime` in parse/access-log.ts finds it. */
import { isDigit } from '../../ascii.ts'
import { parseDuration } from '../../parse/duration.ts'
import { ByteMap } from '../byte-map.ts'
import { isTextAt, latin1 } from './chars.ts'
import { decimalAt } from './numbers.ts'

const NAMES = ['rt', 'request_time', 'rtime', 'req_time', 'duration', 'time', 'latency', 'took']
const BLANK = 32
const QUOTE = 34
const BACKSLASH = 92
const MAX_UNITS = 200
const units = new ByteMap(MAX_UNITS, latin1, (unit) => parseDuration(`1${unit}`))
const isSpace = new Uint8Array(256)
isSpace.fill(1, 9, 14)
isSpace[BLANK] = isSpace[0xa0] = 1

/** What can stand in a token, or in a quoted text, without a thought. */
const isPlain = new Uint8Array(256).fill(1)
for (let c = 0; c < 256; c++) if (isSpace[c] === 1) isPlain[c] = 0
for (const c of '"=:') isPlain[c.charCodeAt(0)] = 0
const isPlainQuoted = new Uint8Array(256).fill(1)
for (const c of '"\\=:') isPlainQuoted[c.charCodeAt(0)] = 0

function isNamed(bytes: Uint8Array, start: number, end: number): boolean {
  for (const name of NAMES) {
    const at = end - name.length
    if (at >= start && isTextAt(bytes, at, end, name) && (at === start || isBoundary(bytes[at - 1]))) return true
  }
  return false
}

function isBoundary(c: number): boolean {
  return isSpace[c] === 1 || c === QUOTE || c === 44
}

/** `rt=0.012`, `took=12ms`; what has no digits is left to the readable reader. */
function namedTime(bytes: Uint8Array, at: number, end: number): number {
  let start = at
  if (start < end && bytes[start] === BLANK) start++
  if (start < end && bytes[start] === QUOTE) start++
  const number = endOfNumber(bytes, start, end)
  let unit = number
  while (unit < end && bytes[unit] >= 97 && bytes[unit] <= 122) unit++
  if (unit < end && bytes[unit] >= 128) return -1
  return inMs(bytes, start, number, unit)
}

/** Offset behind digits, maybe with a fraction. */
function endOfNumber(bytes: Uint8Array, start: number, end: number): number {
  let i = start
  while (i < end && isDigit(bytes[i])) i++
  if (i === start || i + 1 >= end || bytes[i] !== 46 || !isDigit(bytes[i + 1])) return i
  i++
  while (i < end && isDigit(bytes[i])) i++
  return i
}

/** -1 for what is no number, or has an unknown unit. */
function inMs(bytes: Uint8Array, start: number, number: number, unit: number): number {
  const value = decimalAt(bytes, start, number)
  const ms = unit > number ? units.of(bytes, number, unit) : hasPoint(bytes, start, number) ? 1e3 : 1e-3
  const time = value * ms
  return Number.isNaN(time) ? -1 : time
}

function hasPoint(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] === 46) return true
  return false
}

/** Number behind a name, in the middle of the last token or text; NaN where no name was met. */
const met = { time: Number.NaN }

/**
 * ms in what stands behind the size: what has a name, else the first number with a fraction, or a whole one at the end.
 * NaN when none is told, -1 where that is not sure: units and quoted numbers are left to the readable reader.
 */
export function requestTime(bytes: Uint8Array, start: number, end: number): number {
  let seconds = Number.NaN
  let last = start
  let lastEnd = start
  let isSure = true
  met.time = Number.NaN
  for (let i = start; i < end;) {
    if (isSpace[bytes[i]] === 1) {
      i++
      continue
    }
    const from = i
    const isQuoted = bytes[i] === QUOTE
    i = isQuoted ? quotedEnd(bytes, start, i + 1, end) : tokenEnd(bytes, start, i, end)
    if (!Number.isNaN(met.time)) return met.time
    if (i < 0) return -1
    last = from
    lastEnd = isQuoted ? from : i
    if (isQuoted) {
      if (isDigit(bytes[from + 1])) isSure = false
      continue
    }
    const kind = kindOf(bytes, from, i)
    if (kind === UNKNOWN) isSure = false
    if (kind === SECONDS && Number.isNaN(seconds)) seconds = decimalAt(bytes, from, i) * 1e3
  }
  if (!isSure) return -1
  if (!Number.isNaN(seconds) || last === lastEnd) return seconds
  return decimalAt(bytes, last, lastEnd) / 1e3
}

/** Offset behind a token; -1 where a quote or a named number stands in it. */
function tokenEnd(bytes: Uint8Array, start: number, at: number, end: number): number {
  for (let i = at; ; i++) {
    while (i < end && isPlain[bytes[i]] === 1) i++
    if (i >= end || isSpace[bytes[i]] === 1) return i
    if (bytes[i] === QUOTE || meets(bytes, start, i, end)) return -1
  }
}

/** Offset behind the closing quote; -1 where it is missing, or a named number is met. */
function quotedEnd(bytes: Uint8Array, start: number, at: number, end: number): number {
  for (let i = at; ; i++) {
    while (i < end && isPlainQuoted[bytes[i]] === 1) i++
    if (i >= end) return -1
    if (bytes[i] === QUOTE) return i + 1
    if (bytes[i] === BACKSLASH) {
      if (i + 1 >= end || bytes[++i] === 13) return -1
    } else if (meets(bytes, start, i, end)) return -1
  }
}

/** Whether the name of a time ends at `at`; its value is met then. */
function meets(bytes: Uint8Array, start: number, at: number, end: number): boolean {
  if (!isNamed(bytes, start, at)) return false
  met.time = namedTime(bytes, at + 1, end)
  return true
}

const NONE = 0
const SECONDS = 1
const UNKNOWN = 2

/** Whether a token is a number with a fraction; unknown for one with a unit. */
function kindOf(bytes: Uint8Array, start: number, end: number): number {
  if (!isDigit(bytes[start])) return NONE
  const number = endOfNumber(bytes, start, end)
  if (number < end) return bytes[end - 1] === 115 ? UNKNOWN : NONE
  if (end - start > 15) return UNKNOWN
  return hasPoint(bytes, start, end) ? SECONDS : NONE
}
