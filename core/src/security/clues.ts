/**
 * What a record may name, seen in one pass over its bytes: somebody's address or host, a conversation. Only ever too
 * much: where nothing is seen, `addresses.ts`, `roles.ts` and `session-key.ts` find nothing.
 */
import { isDigit, isHex } from '../ascii.ts'
import { wordFilter } from './word-filter.ts'

/** An address, or a host behind a word of origin. */
export const SOMEBODY = 1
/** A process, connection or session. */
export const CONVERSATION = 2

const DOT = 0x2e
const COLON = 0x3a
const EQUALS = 0x3d
const OPEN = 0x5b
const telling = new Uint8Array(256)
telling[DOT] = telling[COLON] = telling[EQUALS] = telling[OPEN] = 1

/** `localhost` */
const mayHoldLocalHost = wordFilter({ fours: ['calh'] })

/** Of a record what more than `told` it names: looked for until all of `wanted` is there. */
export function cluesIn(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  end: number,
  told: number,
  wanted: number,
): number {
  let clues = told
  let colons = 0
  let lastColon = start - 1
  for (let i = start; i < end && (clues & wanted) !== wanted; i++) {
    const byte = bytes[i]
    if (telling[byte] === 0) continue
    if (byte === DOT) {
      if (isAddress(bytes, i) || isHostOfOrigin(bytes, i, start)) clues |= SOMEBODY
    } else if (byte === COLON) {
      colons = isGroup(bytes, lastColon + 1, i) ? colons + 1 : 1
      lastColon = i
      if (colons >= MOST_COLONS || bytes[i + 1] === COLON) clues |= SOMEBODY
      if (endsSessionKey(bytes, i)) clues |= CONVERSATION
    } else if (byte === EQUALS) {
      if (endsSessionKey(bytes, i)) clues |= CONVERSATION
    } else if (opensConversation(bytes, i)) clues |= CONVERSATION
  }
  return (clues & SOMEBODY) === 0 && mayHoldLocalHost(view, start, end) ? clues | SOMEBODY : clues
}

/** Addresses of eight groups have seven, or six before an IPv4 address; times and hardware addresses fewer. */
const MOST_COLONS = 6

function isGroup(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > 4) return false
  for (let i = start; i < end; i++) if (!isHex(bytes[i])) return false
  return true
}

/** Whether the dot is the first of `1.2.3.4`. */
function isAddress(bytes: Uint8Array, dot: number): boolean {
  if (!isDigit(bytes[dot - 1]) || !isDigit(bytes[dot + 1])) return false
  const second = behindNumber(bytes, dot + 1)
  if (bytes[second] !== DOT || !isDigit(bytes[second + 1])) return false
  const third = behindNumber(bytes, second + 1)
  return bytes[third] === DOT && isDigit(bytes[third + 1])
}

function behindNumber(bytes: Uint8Array, start: number): number {
  let i = start
  while (isDigit(bytes[i])) i++
  return i
}

/** Chars of the names of hosts, dots left out. */
const label = new Uint8Array(256)
for (const char of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-') label[char.charCodeAt(0)] = 1

/** Our own host may stand between, which is taken out before anybody is looked for. */
const WORDS_BEFORE = 2

/** Whether the dot is the first within a name, and a word that is followed by strangers stands before that. */
function isHostOfOrigin(bytes: Uint8Array, dot: number, from: number): boolean {
  let at = dot
  if (label[bytes[dot + 1]] === 0) return false
  while (at > from && label[bytes[at - 1]] === 1) at--
  if (at === dot || (at > from && bytes[at - 1] === DOT)) return false
  for (let word = 0; word < WORDS_BEFORE; word++) {
    while (at > from && label[bytes[at - 1]] === 0) at--
    if (isOrigin(bytes, at, from)) return true
    while (at > from && (label[bytes[at - 1]] === 1 || bytes[at - 1] === DOT)) at--
  }
  return false
}

const origins = ['from', 'host', 'client'].map((word) => Uint8Array.from(word, (char) => char.charCodeAt(0)))

function isOrigin(bytes: Uint8Array, end: number, from: number): boolean {
  for (const word of origins) if (end - word.length >= from && endsWith(bytes, end, word)) return true
  return false
}

function endsWith(bytes: Uint8Array, end: number, word: Uint8Array): boolean {
  for (let i = 1; i <= word.length; i++) if ((bytes[end - i] | LOWER) !== word[word.length - i]) return false
  return true
}

const LOWER = 0x20
const [C, D, I, N, O, S] = Array.from('cdinos', (char) => char.charCodeAt(0))

/** `session`, `session id`, `sid`, `sess`, `conn`, known by their last letters. */
function endsSessionKey(bytes: Uint8Array, end: number): boolean {
  const last = bytes[end - 1] | LOWER
  const before = bytes[end - 2] | LOWER
  if (last === N) return before === O || before === N
  if (last === S) return before === S
  return last === D && before === I && isSessionOfId(bytes[end - 3])
}

/** `sid`, `sessionid`, `session_id`, `session id`, `session-id` */
function isSessionOfId(byte: number): boolean {
  const letter = byte | LOWER
  return letter === S || letter === N || label[byte] === 0 || byte === 0x5f || byte === 0x2d
}

/** `program[17]`, `[conn17]`; a number in brackets that stands alone is neither. */
function opensConversation(bytes: Uint8Array, open: number): boolean {
  const next = bytes[open + 1]
  if ((next | LOWER) === C) return true
  const before = bytes[open - 1]
  return isDigit(next) && (label[before] === 1 || before === DOT || before === 0x2f)
}
