/** Numbers as `Number(text)` reads them, where that is simple. */
import { isDigit } from '../../ascii.ts'

export const POWERS_OF_TEN = Float64Array.from({ length: 16 }, (_, i) => 10 ** i)
/** Digits that a double holds without loss. */
const MOST_DIGITS = 15

/** Digits, maybe with a fraction; NaN for anything else, and where rounding would come in. */
export function decimalAt(bytes: Uint8Array, start: number, end: number): number {
  let value = 0
  let point = -1
  for (let i = start; i < end; i++) {
    const digit = bytes[i] - 48
    if (digit >= 0 && digit <= 9) value = value * 10 + digit
    else if (bytes[i] === 46 && point < 0 && i > start && i < end - 1) point = i
    else return Number.NaN
  }
  const digits = end - start - (point < 0 ? 0 : 1)
  if (digits > MOST_DIGITS || digits === 0) return Number.NaN
  // Both are exact, so the quotient is what the decimal text would be read as.
  return point < 0 ? value : value / POWERS_OF_TEN[end - point - 1]
}

const mayBeInNumber = new Uint8Array(256)
mayBeInNumber.fill(1, 0, 33)
mayBeInNumber.fill(1, 128)
for (const c of '0123456789abcdefABCDEF.+-xXoO') mayBeInNumber[c.charCodeAt(0)] = 1

const LETTER_I = 73
const INFINITY = 'Infinity'.length

/** True only for what `Number` surely makes nothing of. */
export function isNoNumber(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start]
  // Only `Infinity` is a number that begins with a letter.
  if (!isDigit(first) && first > 64 && first < 128) return first !== LETTER_I || end - start !== INFINITY
  for (let i = start; i < end; i++) if (mayBeInNumber[bytes[i]] === 0) return first !== 43 && first !== 45
  return false
}
