/** Names of several parts, over bytes: classes and modules, hosts, mail addresses. Numbers as in `words.ts`. */
import { isUpper } from '../../ascii.ts'
import { MAX_WORD } from '../../mine/tokens.ts'
import { BLANK, DIGIT, kindOf, LETTER, MINUS, UNDERSCORE } from '../byte-kinds.ts'
import { endsAt, isNumberedName, isTruth, namesMonthOrDay } from './word-ends.ts'

const DOLLAR = 36
const COMMA = 44
const DASH = 45
const DOT = 46
const COLON = 58
/** What is so long may be a uuid or a hardware address, even without a digit. */
const UUID_LENGTH = 36
const MAC_LENGTH = 17

/** Words joined by dots, without digits: two are a word, three and more a name that varies, unless it names an error. */
export function dottedWord(bytes: Uint8Array, start: number, end: number): number {
  let parts = 0
  let i = start
  while (true) {
    const part = i
    if (i >= end || (kindOf[bytes[i]] !== LETTER && kindOf[bytes[i]] !== UNDERSCORE)) return 0
    while (i < end && continuesName(bytes[i])) i++
    parts++
    if (mayHoldAddress(bytes, part, i) || isSpecialPart(bytes, part, i)) return 0
    if (i >= end || bytes[i] !== DOT || endsAt(bytes, i, end)) break
    i++
  }
  if (i - start > MAX_WORD || !endsAt(bytes, i, end)) return 0
  if (!isCleanEnd(bytes, start, i, end)) return 0
  return parts > 2 && !namesError(bytes, start, i) ? -i : i
}

/** A uuid or a hardware address of letters alone, which may stand behind a dash of its own. */
function mayHoldAddress(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start >= MAC_LENGTH && hasDash(bytes, start, end)
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

/** Parts joined by dots with a digit somewhere, beginning with a letter: a value. */
export function hostWord(bytes: Uint8Array, start: number, end: number): number {
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
  if (mayBeginDate(bytes, start, part, i, end) || mayGroupDigits(bytes, start, i, end)) return 0
  if (isNumberedName(bytes, start, i)) return 0
  return i < end && bytes[i] === COLON && i + 1 < end && kindOf[bytes[i + 1]] !== BLANK ? 0 : -i
}

/** `done.17-Jan-2016 10:00`, `x1.Jan 17 10:00`: a date may begin behind a dot, and goes on behind the blank. */
function mayBeginDate(bytes: Uint8Array, start: number, part: number, at: number, end: number): boolean {
  if (at + 1 >= end || kindOf[bytes[at]] !== BLANK) return false
  const next = bytes[at + 1]
  if (kindOf[next] !== DIGIT && !isUpper(next)) return false
  return namesMonthOrDay(bytes, part, at) || hasDash(bytes, start, at)
}

/** `node-a.7-1,234`: behind a dash a number of its own may begin, which a comma does not end. */
function mayGroupDigits(bytes: Uint8Array, start: number, at: number, end: number): boolean {
  return at + 1 < end && bytes[at] === COMMA && kindOf[bytes[at + 1]] === DIGIT && hasDash(bytes, start, at)
}

function hasDash(bytes: Uint8Array, start: number, end: number): boolean {
  return bytes.subarray(start, end).includes(DASH)
}

const LONGEST_MAILBOX = 64

/** Behind a mailbox without dots stands a host of two labels or more. */
export function mailAddress(bytes: Uint8Array, start: number, at: number, end: number): number {
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
