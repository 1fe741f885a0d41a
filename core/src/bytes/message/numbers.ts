/** Words that begin with a digit, over bytes: numbers, addresses, dates. Numbers returned as in `words.ts`. */
import { isUpper } from '../../ascii.ts'
import { DELIMITERS, MAX_WORD } from '../../mine/tokens.ts'
import { BLANK, CLOSING, DIGIT, kindOf } from '../byte-kinds.ts'
import { endsAt, namesMonthOrDay } from './word-ends.ts'

const SPACE = 32
const PERCENT = 37
const COMMA = 44
const DOT = 46
const COLON = 58

/** What goes on a number, and what of it matters: bits to look at, and counts of separators and dashes. */
const partOf = new Int32Array(256)
const IS_UPPER = 1
const IS_DOT = 2
const IS_DASH = 4
const IS_LETTER = 8
const IS_DIGIT = 16
const COUNTS = 8
const A_SEPARATOR = 1 << COUNTS
const A_DASH = 1 << (COUNTS + 12)
partOf.fill(IS_DIGIT, 48, 58)
partOf[95] = IS_LETTER
partOf.fill(IS_LETTER, 97, 123)
partOf.fill(IS_LETTER | IS_UPPER, 65, 91)
partOf[DOT] = IS_DOT | A_SEPARATOR
partOf[45] = IS_DASH | A_SEPARATOR | A_DASH

/** Behind these a number ends, whatever comes next. */
const endsNumber = new Uint8Array(256)
for (const c of DELIMITERS + '\t') if (c !== ':' && c !== ',') endsNumber[c.charCodeAt(0)] = 1

/** What begins with a digit is a value, whatever it is grown together with. */
export function digitWord(bytes: Uint8Array, start: number, end: number): number {
  let sum = 0
  let bits = 0
  let odd = 0
  let before = 0
  let i = start
  for (; i < end; i++) {
    const part = partOf[bytes[i]]
    if (part === 0) break
    // A capital behind a dot or dash, or a dot behind a dot.
    odd |= ((before >> 1) & part & IS_UPPER) | ((before >> 2) & part & IS_UPPER) | (before & part & IS_DOT)
    sum += part >> COUNTS
    bits |= part
    before = part
  }
  if (odd !== 0) return 0
  // Most end at a bracket, a quote or a blank that is no space.
  const isClear = i < end && endsNumber[bytes[i]] === 1 && bytes[i - 1] !== DOT && i - start <= MAX_WORD
  if (isClear) return -i
  const separators = sum & 0xfff
  const dashes = sum >> 12
  const word = i
  if (i < end && bytes[i] === PERCENT) i++
  let behind = i
  while (i > start && kindOf[bytes[i - 1]] === CLOSING) i--
  if (i - start > MAX_WORD || !endsAt(bytes, i, end)) return 0
  while (behind < end && kindOf[bytes[behind]] === CLOSING) behind++
  if (behind >= end) return -i
  if (bytes[behind] === COLON) return behind === i ? beforeColon(bytes, start, i, end) : 0
  const isWhole = dashes === 0 && (separators === 1 || (separators === 3 && ipv4End(bytes, start, end) === i))
  if (isWhole) return -i
  const isOfDigits = i === word && (bits & (IS_LETTER | IS_DOT | IS_DASH)) === 0
  return isCleanNumberEnd(bytes, behind, end, isOfDigits ? i - start : 0, separators) ? -i : 0
}

/** `digits`: how many the value is made of, 0 where it holds anything else. */
function isCleanNumberEnd(bytes: Uint8Array, at: number, end: number, digits: number, separators: number): boolean {
  const c = bytes[at]
  const next = at + 1 < end ? bytes[at + 1] : SPACE
  if (c === COMMA) return kindOf[next] !== DIGIT
  if (c !== SPACE) return true
  if (separators > 0 && isUpper(next)) return false
  if (separators > 1) return kindOf[next] !== DIGIT
  return digits === 0 || digits > 2 || !isUpper(next) || !namesMonthOrDay(bytes, at + 1, Math.min(end, at + 4))
}

/** A number at the end of a clause, or an address with its port. */
function beforeColon(bytes: Uint8Array, start: number, colon: number, end: number): number {
  if (colon + 1 >= end || kindOf[bytes[colon + 1]] === BLANK) return -colon
  return ipv4End(bytes, start, end) === colon ? addressWithPort(bytes, colon, end) : 0
}

/** Offset behind an address of four numbers of up to three digits; 0 where there is none. */
export function ipv4End(bytes: Uint8Array, start: number, end: number): number {
  let i = start
  for (let group = 0; group < 4; group++) {
    if (group > 0 && (i >= end || bytes[i++] !== DOT)) return 0
    const first = i
    while (i < end && kindOf[bytes[i]] === DIGIT) i++
    if (i === first || i - first > 3) return 0
  }
  return i
}

export function addressWithPort(bytes: Uint8Array, colon: number, end: number): number {
  let i = colon + 1
  while (i < end && kindOf[bytes[i]] === DIGIT) i++
  const digits = i - colon - 1
  if (digits === 0 || digits > 5 || !endsAt(bytes, i, end)) return 0
  if (i < end && bytes[i] === COLON && i + 1 < end && kindOf[bytes[i + 1]] !== BLANK) return 0
  return -i
}
