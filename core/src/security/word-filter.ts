/**
 * Finds out quickly that none of some words stands in a span of bytes. Each is known by four letters in a row that are
 * rare elsewhere, and of any four neighbours one pair stands at a multiple of three: so every third pair is looked up in
 * a table, and only around those that may belong to a word the bytes are compared.
 */
export interface FilterWords {
  /** A part of every word, in lower case. */
  readonly fours: readonly string[]
  /** Words so short that whatever stands before them belongs to the four. */
  readonly threes?: readonly string[]
}

/** False only where none of the words stands, whatever their case. */
export type WordFilter = (view: DataView, start: number, end: number) => boolean

const STRIDE = 3
/** Of longer spans nothing is promised. */
const LONGEST = 4_098
const SEVEN_BITS = 0x7f
const PAIR = 0x3f80
/** Letters in lower case; what is no letter may be taken for another char. */
const LOWER_CASE = 0x20202020
const THREE_BYTES = 0xffffff

/** A pair may belong to four letters, or to three. */
const OF_FOUR = 1
const OF_THREE = 2

export function wordFilter({ fours, threes = [] }: FilterWords): WordFilter {
  const pairs = pairsOf(fours, threes)
  const four = wordSet(fours.map(wordOf))
  const three = wordSet(threes.map((word) => wordOf(word) & THREE_BYTES))

  function isNearFour(view: DataView, pair: number): boolean {
    const before = view.getInt32(pair - 2, true) | LOWER_CASE
    const around = view.getInt32(pair - 1, true) | LOWER_CASE
    const behind = view.getInt32(pair, true) | LOWER_CASE
    return four.has(before) || four.has(around) || four.has(behind)
  }

  function isNearThree(view: DataView, pair: number): boolean {
    const before = (view.getInt32(pair - 1, true) | LOWER_CASE) & THREE_BYTES
    const at = (view.getInt32(pair, true) | LOWER_CASE) & THREE_BYTES
    const behind = (view.getInt32(pair + 1, true) | LOWER_CASE) & THREE_BYTES
    return three.has(before) || three.has(at) || three.has(behind)
  }

  // Pairs are noted first and looked around later: a branch at each of them would be guessed wrong too often.
  const ofFour = new Int32Array(LONGEST / STRIDE + 1)
  const ofThree = new Int32Array(LONGEST / STRIDE + 1)

  return (view, start, end) => {
    // Four bytes are read from two before a pair to two behind it: at the edges nothing is promised.
    if (start < 2 || end + 4 > view.byteLength || end - start > LONGEST) return true
    let nearFour = 0
    let nearThree = 0
    for (let i = start; i < end; i += STRIDE) {
      const pair = view.getUint16(i, true)
      const kind = pairs[(pair & SEVEN_BITS) | ((pair >> 1) & PAIR)]
      ofFour[nearFour] = i
      nearFour += kind & OF_FOUR
      ofThree[nearThree] = i
      nearThree += kind >> 1
    }
    for (let i = 0; i < nearFour; i++) if (isNearFour(view, ofFour[i])) return true
    for (let i = 0; i < nearThree; i++) if (isNearThree(view, ofThree[i])) return true
    return false
  }
}

/** By the lower seven bits of both chars. */
function pairsOf(fours: readonly string[], threes: readonly string[]): Uint8Array {
  const pairs = new Uint8Array(PAIR + SEVEN_BITS + 1)
  const add = (kind: number, first: string, second: string): void => {
    for (const a of [first, first.toUpperCase()])
      for (const b of [second, second.toUpperCase()]) pairs[a.charCodeAt(0) | (b.charCodeAt(0) << 7)] |= kind
  }
  for (const four of fours) for (let i = 0; i < STRIDE; i++) add(OF_FOUR, four[i], four[i + 1])
  for (const [first, second, third] of threes) {
    add(OF_THREE, first, second)
    add(OF_THREE, second, third)
    for (let any = 0; any <= SEVEN_BITS; any++) add(OF_THREE, String.fromCharCode(any), first)
  }
  return pairs
}

/** As it stands in memory. */
function wordOf(text: string): number {
  let word = 0
  for (let i = 0; i < text.length; i++) word |= text.charCodeAt(i) << (8 * i)
  return word | LOWER_CASE
}

/** So many slots for so few words that most of what is asked for ends at an empty one. 0 is no word. */
const SLOT_BITS = 12
const SLOTS = 1 << SLOT_BITS

function wordSet(words: readonly number[]): { has(word: number): boolean } {
  const slots = new Int32Array(SLOTS)
  for (const word of words) {
    let slot = slotOf(word)
    while (slots[slot] !== 0) slot = (slot + 1) % SLOTS
    slots[slot] = word
  }
  return {
    has(word) {
      for (let slot = slotOf(word); slots[slot] !== 0; slot = (slot + 1) % SLOTS) if (slots[slot] === word) return true
      return false
    },
  }
}

function slotOf(word: number): number {
  return Math.imul(word, 0x9e3779b1) >>> (32 - SLOT_BITS)
}
