/** Addresses as parse/told.ts finds them in a value, where that is simple. */
import { isDigit, isHex } from '../../ascii.ts'
import { isTextAt, isWord } from './chars.ts'

export const NO = 0
export const YES = 1
/** The readable reader is to decide. */
export const MAYBE = -1

/** Where the last address found stands. */
export const address = { start: 0, end: 0 }

const MAPPED = '::ffff:'
/** Of IPv6; with `::` in it the readable reader takes no more than the second. */
const LONGEST = 39
const LONGEST_SHORT = 30

/** Whether a value begins with an address, which is then in `address`. */
export function addressIn(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start]
  if (isDigit(first)) {
    const found = dottedEnd(bytes, start, end)
    if (found > 0) return found
  }
  if (first === 58 && isTextAt(bytes, start, end, MAPPED)) {
    return dottedEnd(bytes, start + MAPPED.length, end) === YES ? YES : MAYBE
  }
  if (first === 47 || first === 91) return MAYBE
  return hexIn(bytes, start, end)
}

/** `10.0.0.7`, maybe with a port or more addresses behind it. */
function dottedEnd(bytes: Uint8Array, start: number, end: number): number {
  let i = start
  for (let part = 0; part < 4; part++) {
    const digits = i
    while (i < end && i - digits < 4 && isDigit(bytes[i])) i++
    if (i === digits || i - digits > 3) return part === 0 ? NO : MAYBE
    if (part === 3) break
    if (i >= end || bytes[i] !== 46) return part === 0 ? NO : MAYBE
    i++
  }
  if (i < end && (isWord[bytes[i]] === 1 || bytes[i] === 46)) return MAYBE
  address.start = start
  address.end = i
  return YES
}

/** `2001:db8::7`, and nothing behind it. */
function hexIn(bytes: Uint8Array, start: number, end: number): number {
  if (!hasColonEarly(bytes, start, end)) return NO
  if (end - start > LONGEST) return MAYBE
  let colons = 0
  let pairs = 0
  let longest = 0
  for (let i = start, group = start; i < end; i++) {
    if (bytes[i] === 58) {
      colons++
      if (i > start && bytes[i - 1] === 58) pairs++
      group = i + 1
    } else if (!isHex(bytes[i])) return MAYBE
    longest = Math.max(longest, i + 1 - group)
  }
  const isShort = pairs === 1 && colons <= 7 && end - start <= LONGEST_SHORT
  const isFull = pairs === 0 && colons === 7 && longest <= 4 && bytes[start] !== 58 && bytes[end - 1] !== 58
  if (!isShort && !isFull) return MAYBE
  address.start = start
  address.end = end
  return YES
}

/** Behind anything but hexadecimal digits only that of a scheme would count. */
function hasColonEarly(bytes: Uint8Array, start: number, end: number): boolean {
  let isHexSoFar = true
  for (let i = start; i < end && i - start <= LONGEST; i++) {
    if (bytes[i] === 58) return true
    if (!isHex(bytes[i])) isHexSoFar = false
    if (!isHexSoFar && i - start > 5) return false
  }
  return false
}
