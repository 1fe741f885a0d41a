/** Values of fields as parse/told.ts reads them; -1 stands for what the readable reader is to decide. */
import { isDigit } from '../../ascii.ts'
import { parseDuration } from '../../parse/duration.ts'
import { levelOfField, levelWords } from '../../parse/level.ts'
import { ByteMap } from '../byte-map.ts'
import { latin1 } from './chars.ts'
import { decimalAt, isNoNumber } from './numbers.ts'

const MAX_WORDS = 1000
const LONGEST_LEVEL = Math.max(...levelWords.split('|').map((word) => word.length))
const wordLevels = new ByteMap(MAX_WORDS, latin1, (word) => levelOfField(word, ''))
/** Levels of numbers below 1000, by the path of their field. */
const numberLevels = new Map<string, Int8Array>()
const MAX_PATHS = 200

/** -1 where that is not sure. */
export function levelOfValue(bytes: Uint8Array, start: number, end: number, path: string): number {
  if (isDigit(bytes[start])) {
    const value = end - start <= 3 ? decimalAt(bytes, start, end) : Number.NaN
    return Number.isInteger(value) ? levelOfNumber(value, path) : -1
  }
  if (!isNoNumber(bytes, start, end)) return -1
  return end - start > LONGEST_LEVEL ? 0 : wordLevels.of(bytes, start, end)
}

function levelOfNumber(value: number, path: string): number {
  let known = numberLevels.get(path)
  if (!known) {
    if (numberLevels.size >= MAX_PATHS) numberLevels.clear()
    known = Int8Array.from({ length: 1000 }, (_, number) => levelOfField(String(number), path))
    numberLevels.set(path, known)
  }
  return known[value]
}

/** 0 for what is none, -1 where that is not sure. */
export function statusOfValue(bytes: Uint8Array, start: number, end: number): number {
  const value = decimalAt(bytes, start, end)
  if (!Number.isNaN(value)) return value >= 100 && value <= 599 ? value : 0
  return isNoNumber(bytes, start, end) ? 0 : -1
}

const LONGEST_UNIT = 12
const units = new ByteMap(MAX_WORDS, latin1, (unit) => parseDuration(`1${unit}`))

/** Small letters, and those of which micro signs are made. */
const mayBeInUnit = new Uint8Array(256)
mayBeInUnit.fill(1, 97, 123)
for (const c of [0xc2, 0xb5, 0xce, 0xbc]) mayBeInUnit[c] = 1

/** `12ms`, `1.2s`; NaN for what is none, -1 where that is not sure. */
export function durationOfValue(bytes: Uint8Array, start: number, end: number): number {
  if (!isDigit(bytes[start])) return !isNoNumber(bytes, start, end) || mayBePeriod(bytes, start, end) ? -1 : Number.NaN
  let unit = start
  while (unit < end && (isDigit(bytes[unit]) || bytes[unit] === 46)) unit++
  const value = decimalAt(bytes, start, unit)
  if (Number.isNaN(value) || unit === end || end - unit > LONGEST_UNIT) return -1
  for (let i = unit; i < end; i++) if (mayBeInUnit[bytes[i]] === 0) return -1
  return value * units.of(bytes, unit, end)
}

/** `PT1.5S` */
function mayBePeriod(bytes: Uint8Array, start: number, end: number): boolean {
  return bytes[start] === 80 && end - start > 2 && (bytes[start + 1] === 84 || isDigit(bytes[start + 1]))
}

const NOBODY = ['-', 'null', 'none', 'nil', 'undefined', '(null)']

/** Whether a value only says that there is none. */
export function isNobody(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] | 32
  if (first !== 45 && first !== 110 && first !== 117 && first !== 40) return false
  for (const word of NOBODY) if (word.length === end - start && isLowerTextAt(bytes, start, word)) return true
  return false
}

function isLowerTextAt(bytes: Uint8Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const c = bytes[at + i]
    if ((c >= 65 && c <= 90 ? c + 32 : c) !== word.charCodeAt(i)) return false
  }
  return true
}

/** Offset of the id of a session in its value, behind the path it may be told with; -1 where that is not sure. */
export function sessionStart(bytes: Uint8Array, start: number, end: number): number {
  // It may be a W3C trace context, which holds the id of the trace.
  if (end - start > 52 && bytes[start + 2] === 45) return -1
  let i = end
  while (i > start && bytes[i - 1] !== 47) i--
  return i
}

/** Whether a time is told in seconds with fraction. */
export function isSecondsWithFraction(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 12 || bytes[start + 10] !== 46) return false
  for (let i = start; i < end; i++) if (i !== start + 10 && !isDigit(bytes[i])) return false
  return true
}
