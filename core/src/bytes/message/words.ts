/**
 * What a word of a message is, told from its bytes: the frequent cases of `mine/tokens.ts` and `mine/mask.ts`, exactly as
 * those decide. Every function takes the first byte of a word and gives one number: the offset behind it where it is a
 * constant, the negative offset behind it where it is a value, 0 where it is none of the frequent cases.
 */
import { isUpper } from '../../ascii.ts'
import { MAX_WORD } from '../../mine/tokens.ts'
import { BLANK, CLOSING, DELIMITER, DIGIT, isSign, kindOf, LETTER, MINUS, SLASH, UNDERSCORE } from '../byte-kinds.ts'
import { mixedWord } from './ids.ts'
import { dottedWord, hostWord, mailAddress } from './names.ts'
import { digitWord } from './numbers.ts'
import { slashWord, url } from './paths.ts'
import { endsAt, isHexWord, isTruth, namesMonthOrDay } from './word-ends.ts'

const SPACE = 32
const BANG = 33
const COMMA = 44
const STAR = 42
const DOT = 46
const COLON = 58
const AT = 64
const BACKSLASH = 92

/** What begins at `start`: a word, or punctuation that stands alone. */
export function tokenAt(bytes: Uint8Array, start: number, end: number, kind: number): number {
  const found = isSign(kind) ? signs(bytes, start, end) : wordAt(bytes, start, end, kind)
  return found === 0 && kind === MINUS ? wordAt(bytes, start, end, kind) : found
}

export function wordAt(bytes: Uint8Array, start: number, end: number, kind: number): number {
  if (kind === LETTER) return letterWord(bytes, start, end)
  if (kind === DIGIT) return digitWord(bytes, start, end)
  if (kind === SLASH) return slashWord(bytes, start, end)
  if (kind === UNDERSCORE) return mixedWord(bytes, start, end)
  const isNegative = kind === MINUS && start + 1 < end && kindOf[bytes[start + 1]] === DIGIT
  return isNegative ? negativeNumber(bytes, start + 1, end) : 0
}

/** Behind a sign no name begins: of what is more than a number, each part may be a value of its own. */
function negativeNumber(bytes: Uint8Array, start: number, end: number): number {
  let i = start
  while (i < end && (kindOf[bytes[i]] === DIGIT || bytes[i] === DOT)) i++
  return endsAt(bytes, i, end) ? digitWord(bytes, start, end) : 0
}

/** Behind the letters it begins with, what stands there decides. */
function letterWord(bytes: Uint8Array, start: number, end: number): number {
  let letters = start + 1
  while (letters < end && kindOf[bytes[letters]] === LETTER) letters++
  if (letters - start > MAX_WORD) return 0
  if (letters >= end) return plainWord(bytes, start, letters, false)
  const next = bytes[letters]
  const kind = kindOf[next]
  if (kind === BLANK) return plainWord(bytes, start, letters, true)
  if (kind === DELIMITER)
    return next === COLON
      ? wordBeforeColon(bytes, start, letters, end)
      : plainWord(bytes, start, letters, next <= COMMA)
  if (kind === CLOSING) {
    if (endsAt(bytes, letters, end)) return plainWord(bytes, start, letters, next === BANG)
    return next === DOT ? dottedWord(bytes, start, end) || hostWord(bytes, start, end) : 0
  }
  if (next === STAR) return starredWord(bytes, start, letters, end)
  if (next === AT) return isTruth(bytes, start, letters) ? 0 : mailAddress(bytes, start, letters, end)
  if (kind === DIGIT || kind === UNDERSCORE || kind === MINUS) return mixedWord(bytes, start, end)
  return kind === SLASH ? pairOfWords(bytes, start, letters, end) : 0
}

/** Letters only. `maybeDate`: what follows would let a written date go on. */
function plainWord(bytes: Uint8Array, start: number, end: number, maybeDate: boolean): number {
  const length = end - start
  if (maybeDate && isUpper(bytes[start]) && namesMonthOrDay(bytes, start, end)) return 0
  if (isTruth(bytes, start, end)) return -end
  if (length >= 12 && isHexWord(bytes, start, end)) return 0
  return end
}

/** Of a word of up to eleven letters that a blank or delimiter ends: whether it needs a closer look. */
export function mayBeSpecial(bytes: Uint8Array, start: number, end: number): boolean {
  if (isUpper(bytes[start]) && namesMonthOrDay(bytes, start, end)) return true
  return isTruth(bytes, start, end)
}

/** `name:`, a URL, or what could be the beginning of a hardware or IPv6 address. */
function wordBeforeColon(bytes: Uint8Array, start: number, colon: number, end: number): number {
  if (colon - start <= 4 && isHexWord(bytes, start, colon)) return 0
  const next = colon + 1 < end ? bytes[colon + 1] : SPACE
  if (next === BACKSLASH) return 0
  if (isTruth(bytes, start, colon)) return -colon
  if (next === 47 && colon + 2 < end && bytes[colon + 2] === 47) return url(bytes, start, colon, end)
  return plainWord(bytes, start, colon, false)
}

/** `BLOCK*`. */
function starredWord(bytes: Uint8Array, start: number, star: number, end: number): number {
  let i = star
  while (i < end && bytes[i] === STAR) i++
  return i - start <= MAX_WORD && endsAt(bytes, i, end) && plainWord(bytes, start, star, true) > 0 ? i : 0
}

/** `read/write`: two words of letters; `HTTP/1.1`: a value. */
function pairOfWords(bytes: Uint8Array, start: number, slash: number, end: number): number {
  let i = slash + 1
  if (i < end && kindOf[bytes[i]] === DIGIT)
    return isNumberAt(bytes, i, end) ? Math.min(0, digitWord(bytes, i, end)) : 0
  while (i < end && kindOf[bytes[i]] === LETTER) i++
  if (i === slash + 1 || i - start > MAX_WORD || !endsAt(bytes, i, end) || goesOnWithColon(bytes, i, end)) return 0
  const isSpecial = isTruth(bytes, start, slash) || isTruth(bytes, slash + 1, i) || namesMonthOrDay(bytes, slash + 1, i)
  return isSpecial ? 0 : i
}

/** Digits and dots up to the end of the word. */
function isNumberAt(bytes: Uint8Array, start: number, end: number): boolean {
  let i = start
  while (i < end && (kindOf[bytes[i]] === DIGIT || bytes[i] === DOT)) i++
  return endsAt(bytes, i, end)
}

/** More segments may follow. */
function goesOnWithColon(bytes: Uint8Array, at: number, end: number): boolean {
  let i = at
  while (i < end && kindOf[bytes[i]] === CLOSING) i++
  return i < end && bytes[i] === COLON
}

/** Punctuation that stands alone. */
function signs(bytes: Uint8Array, start: number, end: number): number {
  let i = start
  let solid = start
  for (; i < end; i++) {
    const kind = kindOf[bytes[i]]
    if (kind === BLANK || kind === DELIMITER) break
    if (kind !== CLOSING && kind !== MINUS && kind !== 0) return 0
    if (kind !== CLOSING) solid = i + 1
  }
  if (i - start > MAX_WORD) return 0
  return solid > start ? solid : i
}
