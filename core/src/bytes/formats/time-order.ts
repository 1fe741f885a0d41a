/** Picks the parts of a time, in the order its form names, out of a span that the form's pattern matched. */
import { isDigit } from '../../ascii.ts'
import { setFraction, written } from './time-parts.ts'
import { digitsEnd, monthAt, zoneEnd } from './time-words.ts'

/** `separator` stands between hours, minutes and seconds, if anything does. */
const cursor = { at: 0, separator: 58 }

/**
 * False where the pattern may have cut the digits in another way: what is read here is its first choice, and that counts if
 * it reaches as far as the pattern did.
 */
export function readParts(parts: string, separator: number, bytes: Uint8Array, at: number, end: number): boolean {
  cursor.at = at
  cursor.separator = separator
  for (let i = 0; i < parts.length; i++) if (!readPart(parts.charCodeAt(i), bytes, end)) return false
  return cursor.at === end
}

function readPart(part: number, bytes: Uint8Array, end: number): boolean {
  switch (part) {
    case 89: // Y
      return readYear(bytes, end, 4)
    case 121: // y
      return readYear(bytes, end, 2)
    case 98: // b
      return readMonth(bytes, end)
    case 109: // m
      return (written.month = number(bytes, end, 2)) >= 0
    case 100: // d
      return (written.day = number(bytes, end, 2)) >= 0
    case 72: // H
      return (written.hour = number(bytes, end, 2)) >= 0 && isSeparated(bytes, end)
    case 77: // M
      return (written.minute = nextNumber(bytes, end)) >= 0 && isSeparated(bytes, end)
    case 83: // S
      return (written.second = nextNumber(bytes, end)) >= 0
    case 102: // f
      return readFraction(bytes, end)
    case 112: // p
      return readHalf(bytes, end)
    case 122: // z
      return readZone(bytes, end)
    case 108: // l
      cursor.at++
      return true
    default:
      return false
  }
}

/** -1 where none is left. */
function number(bytes: Uint8Array, end: number, most: number): number {
  let i = cursor.at
  while (i < end && !isDigit(bytes[i])) i++
  const digits = digitsEnd(bytes, i, end, most)
  let value = i === digits ? -1 : 0
  for (; i < digits; i++) value = value * 10 + bytes[i] - 48
  cursor.at = digits
  return value
}

/** Two digits at most, behind no more than the separator. */
function nextNumber(bytes: Uint8Array, end: number): number {
  if (cursor.at < end && bytes[cursor.at] === cursor.separator) cursor.at++
  return cursor.at < end && isDigit(bytes[cursor.at]) ? number(bytes, end, 2) : -1
}

function readYear(bytes: Uint8Array, end: number, most: number): boolean {
  written.year = number(bytes, end, most)
  if (written.year < 0) return false
  const isShort = !isDigit(bytes[cursor.at - 3])
  if (most === 2 || isShort) written.year += written.year < 70 ? 2000 : 1900
  return written.year >= 1970
}

/** Digits that follow without a sign are cut in pairs only if all are pairs. */
function isSeparated(bytes: Uint8Array, end: number): boolean {
  const { at } = cursor
  if (at >= end || !isDigit(bytes[at])) return true
  const run = digitsEnd(bytes, at, end, 9) - at
  return isDigit(bytes[at - 2]) && (run === 2 || run === 4)
}

/** A name of three letters at least, behind the name of a day. */
function readMonth(bytes: Uint8Array, end: number): boolean {
  for (let word = 0; word < 2; word++) {
    while (cursor.at < end && !isLetter(bytes[cursor.at])) cursor.at++
    written.month = cursor.at + 3 <= end ? monthAt(bytes, cursor.at) : -1
    while (cursor.at < end && isLetter(bytes[cursor.at])) cursor.at++
    if (written.month > 0) return true
  }
  return false
}

function isLetter(c: number): boolean {
  return (c >= 65 && c <= 90) || (c >= 97 && c <= 122)
}

function readFraction(bytes: Uint8Array, end: number): boolean {
  const { at } = cursor
  const sign = at < end ? bytes[at] : 0
  if ((sign !== 46 && sign !== 44 && sign !== 58) || at + 1 >= end || !isDigit(bytes[at + 1])) return true
  cursor.at = digitsEnd(bytes, at + 1, end, 9)
  setFraction(bytes, at + 1, cursor.at)
  return true
}

function readHalf(bytes: Uint8Array, end: number): boolean {
  const i = cursor.at < end && bytes[cursor.at] === 32 ? cursor.at + 1 : cursor.at
  const letter = i < end ? bytes[i] | 32 : 0
  if (letter !== 97 && letter !== 112) return true
  written.hour = (written.hour % 12) + (letter === 112 ? 12 : 0)
  cursor.at = i + 1
  while (cursor.at < end && (bytes[cursor.at] === 46 || (bytes[cursor.at] | 32) === 109)) cursor.at++
  return true
}

/** Names of zones but UTC and GMT say nothing that is known. */
function readZone(bytes: Uint8Array, end: number): boolean {
  const found = zoneEnd(bytes, cursor.at, end)
  if (found > cursor.at) cursor.at = found
  else {
    const start = cursor.at < end && bytes[cursor.at] === 32 ? cursor.at + 1 : cursor.at
    if (start < end && isLetter(bytes[start])) while (cursor.at < end && !isDigit(bytes[cursor.at])) cursor.at++
  }
  return true
}
