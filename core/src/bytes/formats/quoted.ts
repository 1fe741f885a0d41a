/** Where quoted text ends, found four bytes at a time. */
import { viewOf } from '../../byte-span.ts'

const QUOTE = 34
const BACKSLASH = 92
const QUOTES = 0x22222222
const BACKSLASHES = 0x5c5c5c5c
const ONES = 0x01010101
const HIGH_BITS = 0x80808080 | 0

/** Of the chunk that was asked about last: many texts are of one. */
let chunk: Uint8Array = new Uint8Array()
let view = viewOf(chunk)

/** Offset of the closing quote; -1 when it is missing. What stands behind a backslash does not close. */
export function closingQuote(bytes: Uint8Array, from: number, end: number): number {
  if (bytes !== chunk) view = viewOf((chunk = bytes))
  for (let i = from; i < end; i += 2) {
    i = nextSign(bytes, i, end)
    if (i < end && bytes[i] === QUOTE) return i
  }
  return -1
}

/** Offset of the next quote or backslash; `end` where there is none. */
function nextSign(bytes: Uint8Array, from: number, end: number): number {
  let i = from
  for (; i + 4 <= end; i += 4) {
    const word = view.getInt32(i, true)
    const signs = zerosIn(word ^ QUOTES) | zerosIn(word ^ BACKSLASHES)
    if (signs !== 0) return i + (lowestBit(signs) >> 3)
  }
  while (i < end && bytes[i] !== QUOTE && bytes[i] !== BACKSLASH) i++
  return i
}

/** The high bit of every byte that is 0. Above the first of them it may be set of others, which nobody asks about. */
function zerosIn(word: number): number {
  return (word - ONES) & ~word & HIGH_BITS
}

function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word)
}
