/** What the tellers of words ask of bytes: where a word ends, and the few words that are values or begin dates. */
import { isHexLetter, isUpper } from '../../ascii.ts'
import { BLANK, CLOSING, DELIMITER, DIGIT, kindOf, LETTER, MINUS } from '../byte-kinds.ts'

const DOT = 46

/** Whether the word ends at `at`, the end of a sentence aside. */
export function endsAt(bytes: Uint8Array, at: number, end: number): boolean {
  let i = at
  while (i < end && kindOf[bytes[i]] === CLOSING) i++
  if (i >= end) return true
  const kind = kindOf[bytes[i]]
  return kind === BLANK || kind === DELIMITER
}

export function isHexWord(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isHexLetter(bytes[i])) return false
  return true
}

/** `true` or `false` in any case. */
export function isTruth(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start
  if (length !== 4 && length !== 5) return false
  const first = bytes[start] | 32
  if (length === 4 && first === 116) return spells(bytes, start, 't', 'r', 'u', 'e')
  return length === 5 && first === 102 && spells(bytes, start + 1, 'a', 'l', 's', 'e')
}

function spells(bytes: Uint8Array, at: number, a: string, b: string, c: string, d: string): boolean {
  return (
    (bytes[at] | 32) === a.charCodeAt(0) &&
    (bytes[at + 1] | 32) === b.charCodeAt(0) &&
    (bytes[at + 2] | 32) === c.charCodeAt(0) &&
    (bytes[at + 3] | 32) === d.charCodeAt(0)
  )
}

/** First three letters of months and days, as they are written. */
const calendar = new Set(
  ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
    .concat(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'])
    .map((name) => (name.charCodeAt(0) << 16) | (name.charCodeAt(1) << 8) | name.charCodeAt(2)),
)
const LONGEST_NAME = 9

export function namesMonthOrDay(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start
  if (length < 3 || length > LONGEST_NAME || !isUpper(bytes[start])) return false
  return calendar.has((bytes[start] << 16) | (bytes[start + 1] << 8) | bytes[start + 2])
}

/** Offset of the number of a name with a number, `Rack-12` or `core.7`; 0 where the word begins in another way. */
function numberOfName(bytes: Uint8Array, start: number, end: number): number {
  let i = start
  while (i < end && kindOf[bytes[i]] === LETTER && bytes[i] < 128) i++
  const isNamed = i - start >= 2 && i + 1 < end && (bytes[i] === DOT || kindOf[bytes[i]] === MINUS)
  return isNamed ? i + 1 : 0
}

/** Whether the word is a name with a number and nothing else. */
export function isNumberedName(bytes: Uint8Array, start: number, end: number): boolean {
  const number = numberOfName(bytes, start, end)
  return number > 0 && digitsEnd(bytes, number, end) === end
}

function digitsEnd(bytes: Uint8Array, start: number, end: number): number {
  let i = start
  while (i < end && kindOf[bytes[i]] === DIGIT) i++
  return i
}

const LONGEST_FORM = 64
const SPACE = 32
/** What closes a name, whatever comes next. */
const endsName = new Uint8Array(256)
for (const c of ')]}>"\'|;') endsName[c.charCodeAt(0)] = 1

/** Offset behind a name with a number that nothing could make another value of; 0 where a closer look is due. */
export function numberedNameEnd(bytes: Uint8Array, start: number, end: number): number {
  const number = numberOfName(bytes, start, end)
  if (number === 0 || isTruth(bytes, start, number - 1) || namesMonthOrDay(bytes, start, number - 1)) return 0
  const i = digitsEnd(bytes, number, end)
  if (i === number || i - start > LONGEST_FORM) return 0
  if (i >= end || endsName[bytes[i]] === 1) return i
  return bytes[i] === SPACE && (i + 1 >= end || !isUpper(bytes[i + 1])) ? i : 0
}
