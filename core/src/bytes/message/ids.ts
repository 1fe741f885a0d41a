/** Words of letters and digits, over bytes: names with a stray digit, and ids. Numbers as in `words.ts`. */
import { isHex, isUpper } from '../../ascii.ts'
import { MAX_WORD } from '../../mine/tokens.ts'
import { BLANK, DIGIT, kindOf, LETTER, MINUS, SLASH, UNDERSCORE } from '../byte-kinds.ts'
import { hostWord, mailAddress } from './names.ts'
import { endsAt, isTruth, namesMonthOrDay } from './word-ends.ts'

const SPACE = 32
const COMMA = 44
const DASH = 45
const DOT = 46
const COLON = 58
const AT = 64
const BACKSLASH = 92
/** What is so long may be a uuid or a hardware address, even without a digit. */
const UUID_LENGTH = 36
const MAC_LENGTH = 17

/** Letters, digits, `_` and `-`, beginning with a letter or `_`: a name, or an id that varies. */
export function mixedWord(bytes: Uint8Array, start: number, end: number): number {
  let digits = 0
  let letters = 0
  let hasDashDigit = false
  let hasDash = false
  let isId = false
  let isSpecial = false
  let word = start
  let i = start
  for (; i < end; i++) {
    const c = bytes[i]
    const kind = kindOf[c]
    if (kind === LETTER) {
      if (c >= 128) return 0
      letters++
    } else if (kind === DIGIT) {
      digits++
      const before = i > start ? bytes[i - 1] : 0
      if (before === 45) hasDashDigit = true
      if (before === 45 || before === 95) isId = true
    } else if (kind === UNDERSCORE || kind === MINUS) {
      if (kind === MINUS) {
        if (isTruth(bytes, word, i) || namesMonthOrDay(bytes, word, i)) isSpecial = true
        word = i + 1
        hasDash = true
      }
    } else break
  }
  if (isTruth(bytes, word, i) || namesMonthOrDay(bytes, word, i)) isSpecial = true
  const length = i - start
  if (i < end && bytes[i] === DOT && !endsAt(bytes, i, end)) return hostWord(bytes, start, end)
  if (i < end && bytes[i] === AT && !isSpecial && length !== UUID_LENGTH && length !== MAC_LENGTH)
    return mailAddress(bytes, start, i, end)
  if (isSpecial || letters + digits === 0 || length > MAX_WORD || !endsAt(bytes, i, end)) return 0
  if (length === UUID_LENGTH && isUuid(bytes, start)) return -i
  if (length === UUID_LENGTH || length === MAC_LENGTH) return 0
  if (i < end && !isCleanMixedEnd(bytes, start, i, end, hasDash, hasDashDigit)) return 0
  if (isId || digits >= 3) return -i
  return hasDash && length > MAC_LENGTH ? 0 : i
}

function isUuid(bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < UUID_LENGTH; i++) {
    const isDash = i === 8 || i === 13 || i === 18 || i === 23
    if (isDash ? bytes[start + i] !== DASH : !isHex(bytes[start + i])) return false
  }
  return true
}

/** What is written behind could make a date, a time, a number or an address of the last part. */
function isCleanMixedEnd(
  bytes: Uint8Array,
  start: number,
  at: number,
  end: number,
  hasDash: boolean,
  hasDashDigit: boolean,
): boolean {
  const c = bytes[at]
  const next = at + 1 < end ? bytes[at + 1] : SPACE
  if (c === COLON) {
    if (kindOf[next] === BLANK) return true
    if (hasDash || kindOf[next] === SLASH || next === BACKSLASH) return false
    return at - start > 4 || !isHexRun(bytes, start, at)
  }
  if (!hasDashDigit) return true
  if (c === COMMA) return kindOf[next] !== DIGIT
  return c !== SPACE || (kindOf[next] !== DIGIT && !isUpper(next))
}

function isHexRun(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isHex(bytes[i])) return false
  return true
}
