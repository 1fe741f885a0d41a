/** Words of letters and digits, over bytes: names with a stray digit, and ids. Numbers as in `words.ts`. */
import { isHex, isUpper } from '../../ascii.ts'
import { MAX_WORD } from '../../mine/tokens.ts'
import { BLANK, DIGIT, kindOf, SLASH } from '../byte-kinds.ts'
import { hostWord, mailAddress } from './names.ts'
import { endsAt, isNumberedName, isTruth, namesMonthOrDay } from './word-ends.ts'

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

/**
 * What a byte is to a mixed word: bits to look at, and counts. Letters and digits alternate at random in ids, so a branch
 * for each would be guessed wrong half of the time.
 */
const partOf = new Int32Array(256)
const IS_DIGIT = 1
const IS_DASH = 2
const IS_UNDERSCORE = 4
const IS_BEYOND = 8
const COUNTS = 8
const A_LETTER = 1 << COUNTS
const A_DIGIT = 1 << (COUNTS + 12)
partOf.fill(IS_DIGIT | A_DIGIT, 48, 58)
partOf.fill(A_LETTER, 65, 91).fill(A_LETTER, 97, 123)
partOf.fill(IS_BEYOND | A_LETTER, 128)
partOf[DASH] = IS_DASH
partOf[95] = IS_UNDERSCORE

/** Letters, digits, `_` and `-`, beginning with a letter or `_`: a name, or an id that varies. */
export function mixedWord(bytes: Uint8Array, start: number, end: number): number {
  let sum = 0
  let bits = 0
  /** IS_DIGIT where one stands behind a dash, or behind an underscore. */
  let behindDash = 0
  let behindUnderscore = 0
  let before = 0
  let i = start
  for (; i < end; i++) {
    const part = partOf[bytes[i]]
    if (part === 0) break
    behindDash |= (before >> 1) & part
    behindUnderscore |= (before >> 2) & part
    sum += part >> COUNTS
    bits |= part
    before = part
  }
  if ((bits & IS_BEYOND) !== 0) return 0
  const length = i - start
  const hasDash = (bits & IS_DASH) !== 0
  const isSpecial = hasDash ? hasSpecialPart(bytes, start, i) : isSpecialWord(bytes, start, i)
  if (i < end && bytes[i] === DOT && !endsAt(bytes, i, end)) return hostWord(bytes, start, end)
  if (i < end && bytes[i] === AT && !isSpecial && length !== UUID_LENGTH && length !== MAC_LENGTH)
    return mailAddress(bytes, start, i, end)
  if (isSpecial || sum === 0 || length > MAX_WORD || !endsAt(bytes, i, end)) return 0
  if (length === UUID_LENGTH && isUuid(bytes, start)) return -i
  if (length === UUID_LENGTH || length === MAC_LENGTH) return 0
  const hasDashDigit = (behindDash & IS_DIGIT) !== 0
  if (i < end && !isCleanMixedEnd(bytes, start, i, end, hasDash, hasDashDigit)) return 0
  if (hasDashDigit && isNumberedName(bytes, start, i)) return 0
  if (hasDashDigit || (behindUnderscore & IS_DIGIT) !== 0 || sum >> 12 >= 3) return -i
  return hasDash && length > MAC_LENGTH ? 0 : i
}

function isSpecialWord(bytes: Uint8Array, start: number, end: number): boolean {
  return isTruth(bytes, start, end) || namesMonthOrDay(bytes, start, end)
}

/** Whether something between the dashes could be a value of its own. */
function hasSpecialPart(bytes: Uint8Array, start: number, end: number): boolean {
  let word = start
  for (let i = start; i < end; i++) {
    if (bytes[i] !== DASH) continue
    if (isSpecialWord(bytes, word, i)) return true
    word = i + 1
  }
  return isSpecialWord(bytes, word, end)
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
