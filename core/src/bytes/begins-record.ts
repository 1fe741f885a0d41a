/**
 * Whether a line is the first of a record for certain, by how it begins; most lines are. Of the others
 * `parse/continuation.ts` decides, which must never take a line for a continuation that is told to begin a record here.
 */
import { DIGIT, kindOf, LETTER } from './byte-kinds.ts'

const SPACE = 32
const QUOTE = 34
const LESS = 60
const EQUALS = 61
const OPEN_LIST = 91
const OPEN = 123

export function beginsRecord(bytes: Uint8Array, start: number, end: number): boolean {
  if (start + 6 > end) return false
  const first = bytes[start]
  const second = bytes[start + 1]
  if (kindOf[first] === DIGIT) return true
  if (first === OPEN) return second === QUOTE
  if (first === OPEN_LIST || first === LESS) return kindOf[second] === DIGIT
  return kindOf[first] === LETTER && (beginsLikeSyslog(bytes, start) || beginsWithPair(bytes, start, end))
}

/** Three to five letters, a blank, and a number: `Nov  2`, `INFO 2026`. */
function beginsLikeSyslog(bytes: Uint8Array, start: number): boolean {
  let i = start + 1
  while (i < start + 6 && kindOf[bytes[i]] === LETTER) i++
  if (i < start + 3 || i > start + 5 || bytes[i] !== SPACE) return false
  const next = bytes[i + 1] === SPACE ? bytes[i + 2] : bytes[i + 1]
  return kindOf[next] === DIGIT
}

/** `time=`: the first key of many. */
function beginsWithPair(bytes: Uint8Array, start: number, end: number): boolean {
  let i = start + 1
  while (i < end && kindOf[bytes[i]] === LETTER) i++
  return i < end && bytes[i] === EQUALS
}
