/**
 * What a message is looked up by before it is cut: its constant text, four bytes at a time, and a mark for every value. Most
 * of a message is text that comes again byte for byte, so only words with a digit, a slash or an `@` are looked at one by
 * one, by the same functions that the cutter asks. Of two messages with the same key the cutter makes the same tokens, or
 * has to ask the readable tokenizer about both.
 *
 * Why that holds: what a word of constant text is depends on that text, and at most on the first two bytes of a value
 * behind it, which are part of the key; what a value is, is found out for each message.
 */
import { viewOf } from '../../byte-span.ts'
import { BLANK, DELIMITER, DIGIT, kindOf } from '../byte-kinds.ts'
import { numberedNameEnd } from './word-ends.ts'
import { tokenAt } from './words.ts'

/** Mixed in place of a value, with what can be seen of it; no text of less than four bytes is so long. */
const VALUE_MARK = 0x7ff00000

/** Values of a message; one with more has no key. */
const MOST_VALUES = 48
/** Longer messages have none, so that none of them is cut short. */
const LONGEST = 2048
const PRIME_A = 0x9e3779b1
const PRIME_B = 0x85ebca6b
const SLASH = 47
const COLON = 58
const AT = 64

/** Whether a word of this byte is looked at by itself: digits, `/` and `@`. */
const isTelling = new Uint8Array(256)
isTelling.fill(1, SLASH, 58)
isTelling[AT] = 1

export class MessageKey {
  /** Hash, 32 bits each; of the last message that has a key. */
  a = 0
  b = 0
  /** Spans of its values, in order; `count` of them. */
  readonly starts = new Uint32Array(MOST_VALUES)
  readonly ends = new Uint32Array(MOST_VALUES)
  count = 0
  #bytes: Uint8Array | undefined
  #view = viewOf(new Uint8Array(0))

  /** Whether the message [start, end) has a key. `seed` tells whose message it is. */
  read(bytes: Uint8Array, start: number, end: number, seed: number): boolean {
    if (bytes !== this.#bytes) {
      this.#bytes = bytes
      this.#view = viewOf(bytes)
    }
    this.a = Math.imul(seed ^ 0x811c9dc5, PRIME_A)
    this.b = Math.imul(seed ^ 0x5bd1e995, PRIME_B)
    this.count = 0
    if (end - start > LONGEST) return false
    let from = start
    for (let at = this.#nextTelling(from, end); at < end; at = this.#nextTelling(from, end)) {
      at = beginOfToken(bytes, at, from)
      this.#mixText(from, at)
      from = this.#readWord(bytes, at, end)
      if (from === 0) return false
    }
    this.#mixText(from, end)
    return true
  }

  /** Offset behind the word at `at`, its mark or its bytes mixed in; 0 where it takes more than a look to tell it. */
  #readWord(bytes: Uint8Array, at: number, end: number): number {
    const first = bytes[at]
    const found = tokenAt(bytes, at, end, kindOf[first])
    if (found > 0) this.#mixText(at, found)
    if (found === 0) return this.#readNumbered(bytes, at, end)
    return found > 0 ? found : this.#readValue(bytes, at, at, -found)
  }

  /** `Rack-12`: the name is constant text. */
  #readNumbered(bytes: Uint8Array, at: number, end: number): number {
    const behind = numberedNameEnd(bytes, at, end)
    if (behind === 0) return 0
    let number = at
    while (kindOf[bytes[number]] !== DIGIT) number++
    this.#mixText(at, number)
    return this.#readValue(bytes, at, number, behind)
  }

  /** What varies of the token [at, end) begins at `value`. */
  #readValue(bytes: Uint8Array, at: number, value: number, end: number): number {
    if (this.count === MOST_VALUES) return 0
    this.starts[this.count] = at
    this.ends[this.count++] = end
    this.#mix(VALUE_MARK | markOf(bytes, value, end))
    return end
  }

  /** Offset of the next byte that tells, `end` where there is none. */
  #nextTelling(from: number, end: number): number {
    const view = this.#view
    let at = from
    while (at + 4 <= end && tellingIn(view.getInt32(at, true)) === 0) at += 4
    const bytes = this.#bytes
    if (bytes === undefined) return end
    while (at < end && isTelling[bytes[at]] === 0) at++
    return at
  }

  #mixText(from: number, to: number): void {
    const view = this.#view
    let { a, b } = this
    let at = from
    for (; at + 4 <= to; at += 4) {
      const word = view.getInt32(at, true)
      a = Math.imul(turn(a) ^ word, PRIME_A)
      b = Math.imul(turnBack(b) ^ word, PRIME_B)
    }
    let rest = to - from
    for (; at < to; at++) rest = (rest << 8) | view.getUint8(at)
    this.a = Math.imul(turn(a) ^ rest, PRIME_A)
    this.b = Math.imul(turnBack(b) ^ rest, PRIME_B)
  }

  #mix(mark: number): void {
    this.a = Math.imul(turn(this.a) ^ mark, PRIME_A)
    this.b = Math.imul(turnBack(this.b) ^ mark, PRIME_B)
  }
}

/** Of the token that holds the byte at `at`; a URL begins with its scheme. */
function beginOfToken(bytes: Uint8Array, at: number, from: number): number {
  let i = at
  while (i > from && !endsToken(bytes[i - 1])) i--
  if (bytes[i] !== SLASH || i === from || bytes[i - 1] !== COLON || bytes[i + 1] !== SLASH) return i
  i--
  while (i > from && !endsToken(bytes[i - 1])) i--
  return i
}

function endsToken(c: number): boolean {
  const kind = kindOf[c]
  return kind === BLANK || kind === DELIMITER
}

/** What a word before a value can see of it: of what kind its first byte is, and whether two slashes stand there. */
function markOf(bytes: Uint8Array, at: number, end: number): number {
  const isUrl = bytes[at] === SLASH && at + 1 < end && bytes[at + 1] === SLASH
  return isUrl ? SLASH : kindOf[bytes[at]]
}

function turnBack(hash: number): number {
  return (hash >>> 7) | (hash << 25)
}

function turn(hash: number): number {
  return (hash << 5) | (hash >>> 27)
}

const HIGH_BITS = 0x80808080 | 0
const LOW_BITS = 0x7f7f7f7f

/** Which of four bytes tell, each by its highest bit. */
function tellingIn(word: number): number {
  const low = word & LOW_BITS
  const inRange = ((low + 0x51515151) | 0) & ~((low + 0x46464646) | 0)
  const isAt = ((low + 0x40404040) | 0) & ~((low + 0x3f3f3f3f) | 0)
  return (inRange | isAt) & ~word & HIGH_BITS
}
