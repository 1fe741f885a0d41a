/**
 * What a word of a message is, told from its bytes: the frequent cases of `mine/tokens.ts` and `mine/mask.ts`, exactly as
 * those decide. Every function takes the first byte of a word and gives one number: the offset behind it where it is a
 * constant, the negative offset behind it where it is a value, 0 where it is none of the frequent cases.
 */
import { MAX_WORD } from '../mine/tokens.ts'
import {
  BLANK,
  CLOSING,
  DELIMITER,
  DIGIT,
  isHex,
  isHexLetter,
  isUpper,
  kindOf,
  LETTER,
  MINUS,
  SLASH,
  UNDERSCORE,
} from './byte-kinds.ts'

const SPACE = 32
const BANG = 33
const DOLLAR = 36
const PERCENT = 37
const COMMA = 44
const DASH = 45
const STAR = 42
const DOT = 46
const COLON = 58
const AT = 64
const BACKSLASH = 92
/** What is so long may be a uuid or a hardware address, even without a digit. */
const UUID_LENGTH = 36
const MAC_LENGTH = 17

/** Whether the word ends at `at`, the end of a sentence aside. */
function endsAt(bytes: Uint8Array, at: number, end: number): boolean {
  let i = at
  while (i < end && kindOf[bytes[i]] === CLOSING) i++
  if (i >= end) return true
  const kind = kindOf[bytes[i]]
  return kind === BLANK || kind === DELIMITER
}

export function wordAt(bytes: Uint8Array, start: number, end: number, kind: number): number {
  if (kind === LETTER) return letterWord(bytes, start, end)
  if (kind === DIGIT) return digitWord(bytes, start, end)
  if (kind === SLASH) return slashWord(bytes, start, end)
  if (kind === UNDERSCORE) return mixedWord(bytes, start, end)
  const isNegative = kind === MINUS && start + 1 < end && kindOf[bytes[start + 1]] === DIGIT
  return isNegative ? digitWord(bytes, start + 1, end) : 0
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

function isHexWord(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isHexLetter(bytes[i])) return false
  return true
}

/** `true` or `false` in any case. */
function isTruth(bytes: Uint8Array, start: number, end: number): boolean {
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

function namesMonthOrDay(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start
  if (length < 3 || length > LONGEST_NAME) return false
  return calendar.has((bytes[start] << 16) | (bytes[start + 1] << 8) | bytes[start + 2])
}

/** `name:`, a URL, or what could be the beginning of a hardware or IPv6 address. */
function wordBeforeColon(bytes: Uint8Array, start: number, colon: number, end: number): number {
  if (colon - start <= 4 && isHexWord(bytes, start, colon)) return 0
  const next = colon + 1 < end ? bytes[colon + 1] : SPACE
  if (next === BACKSLASH) return 0
  if (next === 47 && colon + 2 < end && bytes[colon + 2] === 47) return url(bytes, start, colon, end)
  return plainWord(bytes, start, colon, false)
}

/** 1 where a URL stops, 2 for other control characters, which are blanks to the cutter but not to the mask. */
const stopsUrl = new Uint8Array(256)
stopsUrl.fill(2, 0, 32)
for (const stop of ' \t\r\n\v\f"\'<>()[]{}|,;') stopsUrl[stop.charCodeAt(0)] = 1

function url(bytes: Uint8Array, start: number, colon: number, end: number): number {
  const scheme = colon - start
  if (scheme < 2 || scheme > 16) return 0
  for (let i = start; i < colon; i++) if (bytes[i] >= 128) return 0
  const first = colon + 3
  let i = first
  while (i < end && stopsUrl[bytes[i]] === 0) i++
  if (i < end && stopsUrl[bytes[i]] === 2) return 0
  while (i > first && (kindOf[bytes[i - 1]] === CLOSING || bytes[i - 1] === COLON)) i--
  return i > first ? -i : 0
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

/** Words joined by dots, without digits: two are a word, three and more a name that varies, unless it names an error. */
function dottedWord(bytes: Uint8Array, start: number, end: number): number {
  let parts = 0
  let i = start
  while (true) {
    const part = i
    if (i >= end || (kindOf[bytes[i]] !== LETTER && kindOf[bytes[i]] !== UNDERSCORE)) return 0
    while (i < end && continuesName(bytes[i])) i++
    parts++
    if (i - part === UUID_LENGTH || i - part === MAC_LENGTH || isSpecialPart(bytes, part, i)) return 0
    if (i >= end || bytes[i] !== DOT || endsAt(bytes, i, end)) break
    i++
  }
  if (i - start > MAX_WORD || !endsAt(bytes, i, end)) return 0
  if (!isCleanEnd(bytes, start, i, end)) return 0
  return parts > 2 && !namesError(bytes, start, i) ? -i : i
}

function continuesName(c: number): boolean {
  const kind = kindOf[c]
  return (kind === LETTER && c < 128) || kind === UNDERSCORE || kind === MINUS || c === DOLLAR
}

/** A part whose words could be values of their own. */
function isSpecialPart(bytes: Uint8Array, start: number, end: number): boolean {
  let word = start
  for (let i = start; i <= end; i++) {
    if (i < end && kindOf[bytes[i]] === LETTER) continue
    if (isTruth(bytes, word, i) || namesMonthOrDay(bytes, word, i)) return true
    word = i + 1
  }
  return false
}

/** A colon could begin a port, an address or the rest of a URL. */
function isCleanEnd(bytes: Uint8Array, start: number, at: number, end: number): boolean {
  if (at >= end || bytes[at] !== COLON) return true
  if (at + 1 < end && kindOf[bytes[at + 1]] !== BLANK) return false
  let word = at
  while (word > start && kindOf[bytes[word - 1]] === LETTER) word--
  return at - word > 4
}

const errorEndings = ['Exception', 'Error', 'Throwable'].map((ending) =>
  Uint8Array.from(ending, (c) => c.charCodeAt(0)),
)

function namesError(bytes: Uint8Array, start: number, end: number): boolean {
  for (const ending of errorEndings) {
    let i = 0
    while (i < ending.length && end - 1 - i >= start && bytes[end - 1 - i] === ending[ending.length - 1 - i]) i++
    if (i === ending.length) return true
  }
  return false
}

/** Letters, digits, `_` and `-`, beginning with a letter or `_`: a name, or an id that varies. */
function mixedWord(bytes: Uint8Array, start: number, end: number): number {
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

/** Parts joined by dots with a digit somewhere, beginning with a letter: a value. */
function hostWord(bytes: Uint8Array, start: number, end: number): number {
  if (kindOf[bytes[start]] !== LETTER) return 0
  let digits = 0
  let part = start
  let i = start
  for (; i < end; i++) {
    const c = bytes[i]
    const kind = kindOf[c]
    if (kind === DIGIT) digits++
    else if (c === DOT) {
      if (endsAt(bytes, i, end)) break
      if (i === part || (part === start && (i - part === UUID_LENGTH || i - part === MAC_LENGTH))) return 0
      part = i + 1
    } else if (c >= 128 || (kind !== LETTER && kind !== UNDERSCORE && kind !== MINUS)) break
  }
  if (digits === 0 || i === part || part === start || !endsAt(bytes, i, end)) return 0
  return i < end && bytes[i] === COLON && i + 1 < end && kindOf[bytes[i + 1]] !== BLANK ? 0 : -i
}

const LONGEST_MAILBOX = 64

/** Behind a mailbox without dots stands a host of two labels or more. */
function mailAddress(bytes: Uint8Array, start: number, at: number, end: number): number {
  if (at - start > LONGEST_MAILBOX || kindOf[bytes[start]] !== LETTER) return 0
  for (let i = start; i < at; i++) if (bytes[i] >= 128) return 0
  let labels = 0
  let i = at
  do {
    const label = ++i
    while (i < end && bytes[i] < 128 && isLabel(kindOf[bytes[i]])) i++
    if (i === label) return 0
    labels++
  } while (i < end && bytes[i] === DOT && !endsAt(bytes, i, end))
  return labels > 1 && endsAt(bytes, i, end) ? -i : 0
}

function isLabel(kind: number): boolean {
  return kind === LETTER || kind === DIGIT || kind === UNDERSCORE || kind === MINUS
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

/** What begins with a digit is a value, whatever it is grown together with. */
function digitWord(bytes: Uint8Array, start: number, end: number): number {
  let i = start
  while (i < end && kindOf[bytes[i]] === DIGIT) i++
  const digits = i
  let separators = 0
  let dashes = 0
  for (; i < end; i++) {
    const c = bytes[i]
    const kind = kindOf[c]
    if (kind === DIGIT || kind === UNDERSCORE) continue
    if (kind === LETTER && c < 128) {
      if (isUpper(c) && (bytes[i - 1] === DOT || bytes[i - 1] === 45)) return 0
    } else if (kind === MINUS || c === DOT) {
      separators++
      if (kind === MINUS) dashes++
      else if (bytes[i - 1] === DOT) return 0
    } else break
  }
  if (i < end && bytes[i] === PERCENT) i++
  let behind = i
  while (i > start && kindOf[bytes[i - 1]] === CLOSING) i--
  if (i - start > MAX_WORD || !endsAt(bytes, i, end)) return 0
  while (behind < end && kindOf[bytes[behind]] === CLOSING) behind++
  if (behind >= end) return -i
  if (bytes[behind] === COLON) return behind === i ? beforeColon(bytes, start, i, end) : 0
  const isWhole = dashes === 0 && (separators === 1 || (separators === 3 && ipv4End(bytes, start, end) === i))
  if (isWhole) return -i
  return isCleanNumberEnd(bytes, behind, end, i === digits ? i - start : 0, separators) ? -i : 0
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
function ipv4End(bytes: Uint8Array, start: number, end: number): number {
  let i = start
  for (let group = 0; group < 4; group++) {
    if (group > 0 && (i >= end || bytes[i++] !== DOT)) return 0
    const first = i
    while (i < end && kindOf[bytes[i]] === DIGIT) i++
    if (i === first || i - first > 3) return 0
  }
  return i
}

function addressWithPort(bytes: Uint8Array, colon: number, end: number): number {
  let i = colon + 1
  while (i < end && kindOf[bytes[i]] === DIGIT) i++
  const digits = i - colon - 1
  if (digits === 0 || digits > 5 || !endsAt(bytes, i, end)) return 0
  if (i < end && bytes[i] === COLON && i + 1 < end && kindOf[bytes[i + 1]] !== BLANK) return 0
  return -i
}

/** 1: part of a path; 2: part of it that cannot end a segment. */
const pathKind = new Uint8Array(128)
for (const c of '_@%+~$*=#-') pathKind[c.charCodeAt(0)] = 1
for (const c of '.:') pathKind[c.charCodeAt(0)] = 2
pathKind.fill(1, 48, 58).fill(1, 65, 91).fill(1, 97, 123)

/** An absolute path, or an address behind a slash. */
function slashWord(bytes: Uint8Array, start: number, end: number): number {
  if (start + 1 < end && kindOf[bytes[start + 1]] === DIGIT) {
    const address = ipv4End(bytes, start + 1, end)
    if (address > 0) return slashAddress(bytes, address, end)
  }
  let i = start
  let solid = 0
  while (i < end && bytes[i] === 47) {
    const segment = ++i
    while (i < end && bytes[i] < 128 && pathKind[bytes[i]] > 0) i++
    if (i === segment) break
    solid = i
    while (solid > segment && pathKind[bytes[solid - 1]] === 2) solid--
    if (solid === segment || (solid < i && i < end && bytes[i] === 47)) return 0
  }
  if (solid === 0 || (i < end && bytes[i] >= 128)) return 0
  if (i > solid && bytes[i - 1] === 47) solid = i
  if (i < end && bytes[i] === 63) return 0
  return endsAt(bytes, solid, end) ? -solid : 0
}

function slashAddress(bytes: Uint8Array, address: number, end: number): number {
  if (address < end && bytes[address] === COLON) return addressWithPort(bytes, address, end)
  return endsAt(bytes, address, end) ? -address : 0
}

/** Punctuation that stands alone. */
export function signs(bytes: Uint8Array, start: number, end: number): number {
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
