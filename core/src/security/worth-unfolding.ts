/**
 * JSON tells by its values, which are not in the shape: whether a record is worth unfolding is decided by the words in
 * it. They are looked for in its bytes: every word has four letters in a row that are rare elsewhere, and of any four
 * neighbours one pair stands at a multiple of three. So every third pair is looked up in a table, and only around those
 * that may belong to a word the bytes are compared. What is left is asked in full.
 */
import type { Text } from '../ports/text.ts'

const WORDS =
  /fail|den(?:y|ied)|refus|reject|invalid|incorrect|wrong|unauth|forbid|block|lock|exceed|too many|limit|attack|malicious|suspicious|ban|bad|mismatch|unknown|succe|"(?:status|code|action)|login|sign|auth/i

/** A part of every word of at least four letters. */
const FOURS =
  'fail|deny|deni|efus|ejec|nval|rrec|wron|auth|orbi|lock|xcee|oo m|imit|ttac|lici|spic|smat|nkno|ucce|"sta|"cod|"act|ogin|sign'.split(
    '|',
  )
/** With whatever stands before them they are four. */
const THREES = ['ban', 'bad']

export function isWorthUnfolding(text: Text, bytes: Uint8Array, view: DataView, start: number, end: number): boolean {
  return mayHoldWord(view, start, end) && WORDS.test(text.utf8(bytes, start, end))
}

const STRIDE = 3
const SEVEN_BITS = 0x7f
const PAIR = 0x3f80

/** By the lower seven bits of both chars. */
const pairs = new Uint8Array(PAIR + SEVEN_BITS + 1)
for (const four of FOURS) for (let i = 0; i < STRIDE; i++) addPair(four[i], four[i + 1])
for (const [first, second, third] of THREES) {
  addPair(first, second)
  addPair(second, third)
  for (let any = 0; any <= SEVEN_BITS; any++) addPair(String.fromCharCode(any), first)
}

function addPair(first: string, second: string): void {
  for (const a of [first.toLowerCase(), first.toUpperCase()])
    for (const b of [second.toLowerCase(), second.toUpperCase()]) pairs[a.charCodeAt(0) | (b.charCodeAt(0) << 7)] = 1
}

/** Letters as they stand in memory, in lower case; what is no letter may be taken for another char. */
const LOWER_CASE = 0x20202020
const THREE_BYTES = 0xffffff
const fours = new Int32Array(256)
for (const four of FOURS) {
  let slot = slotOf(wordOf(four))
  while (fours[slot] !== 0) slot = (slot + 1) & 0xff
  fours[slot] = wordOf(four)
}
const [BAN, BAD] = THREES.map((three) => wordOf(three) & THREE_BYTES)

function wordOf(text: string): number {
  let word = 0
  for (let i = 0; i < text.length; i++) word |= text.charCodeAt(i) << (8 * i)
  return word | LOWER_CASE
}

function slotOf(word: number): number {
  return Math.imul(word, 0x9e3779b1) >>> 24
}

/** False only where none of the words stands. */
export function mayHoldWord(view: DataView, start: number, end: number): boolean {
  // Four bytes are read from two before a pair to two behind it.
  if (start < 2 || end + 4 > view.byteLength) return true
  for (let i = start; i < end; i += STRIDE) {
    const pair = view.getUint16(i, true)
    if (pairs[(pair & SEVEN_BITS) | ((pair >> 1) & PAIR)] === 1 && isNearWord(view, i)) return true
  }
  return false
}

function isNearWord(view: DataView, pair: number): boolean {
  const before = view.getInt32(pair - 1, true) | LOWER_CASE
  const at = view.getInt32(pair, true) | LOWER_CASE
  return (
    isFour(view.getInt32(pair - 2, true) | LOWER_CASE) ||
    isFour(before) ||
    isFour(at) ||
    isThree(before) ||
    isThree(at) ||
    isThree(view.getInt32(pair + 1, true) | LOWER_CASE)
  )
}

function isFour(word: number): boolean {
  for (let slot = slotOf(word); fours[slot] !== 0; slot = (slot + 1) & 0xff) if (fours[slot] === word) return true
  return false
}

function isThree(word: number): boolean {
  const three = word & THREE_BYTES
  return three === BAN || three === BAD
}
