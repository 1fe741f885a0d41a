/**
 * What a message is looked up by where one or two of its words may be any: sums of hashes of all its pieces, which are what
 * stands between words and values, and these themselves, each with its number. A word is left out by taking its part away.
 */
import { mix32 } from '../../mine/hash.ts'
import { isIndifferent } from '../../parse/telling-words.ts'
import { kindOf, LETTER } from '../byte-kinds.ts'
import { ByteMap } from '../byte-map.ts'
import { latin1 } from '../formats/chars.ts'
import type { ShapeCache } from '../shape-cache.ts'
import { NUMBERED, VALUE, type MessageCutter } from './message-cutter.ts'

/** Words that are tried; others are as they are. */
const MOST_WORDS = 16
const MAX_WORDS = 50_000
const PRIME_A = 0x01000193
const PRIME_B = 0x5bd1e995
const ANY_VALUE = 0x1f5
const HOLE = 0x1f7
const LETTER_G = 103

export class WordSums {
  /** Words that may be any, by their number among the spans of the cutter; `count` of them. */
  readonly tokens = new Int32Array(MOST_WORDS)
  count = 0
  readonly #indifferent = new ByteMap(MAX_WORDS, latin1, (word) => (isIndifferent(word) ? 1 : 0))
  /** What leaving the word out adds to the sums. */
  readonly #leftA = new Int32Array(MOST_WORDS)
  readonly #leftB = new Int32Array(MOST_WORDS)
  #a = 0
  #b = 0

  /** Of the message [start, end) that was cut last. */
  take(cutter: MessageCutter, bytes: Uint8Array, start: number, end: number, seed: number): void {
    this.count = 0
    this.#a = mix32(seed + cutter.count)
    this.#b = mix32(seed ^ PRIME_B)
    let from = start
    for (let token = 0; token < cutter.count; token++) {
      this.#add(bytes, from, cutter.starts[token], 2 * token)
      from = cutter.ends[token]
      const kind = cutter.kinds[token]
      if (kind === VALUE) this.#spread(ANY_VALUE, ANY_VALUE, 2 * token + 1)
      else this.#addWord(bytes, cutter.starts[token], from, token, kind === NUMBERED)
    }
    this.#add(bytes, from, end, 2 * cutter.count)
  }

  /** The first number that is kept under the message without a word, or two; -1 where there is none. */
  find(cache: ShapeCache): number {
    for (let one = 0; one < this.count; one++) {
      const found = cache.find((this.#a + this.#leftA[one]) | 0, (this.#b + this.#leftB[one]) | 0)
      if (found >= 0) return found
    }
    for (let one = 1; one < this.count; one++) {
      const a = this.#a + this.#leftA[one]
      const b = this.#b + this.#leftB[one]
      for (let two = 0; two < one; two++) {
        const found = cache.find((a + this.#leftA[two]) | 0, (b + this.#leftB[two]) | 0)
        if (found >= 0) return found
      }
    }
    return -1
  }

  /** Keeps a number under the message without these of its words. */
  keep(cache: ShapeCache, words: readonly number[], value: number): void {
    let a = this.#a
    let b = this.#b
    for (const word of words) {
      a += this.#leftA[word]
      b += this.#leftB[word]
    }
    cache.keep(a | 0, b | 0, value)
  }

  /** A word, or the name of a number, whose sign then stays. */
  #addWord(bytes: Uint8Array, start: number, wordEnd: number, token: number, isNumbered: boolean): void {
    const a = this.#a
    const b = this.#b
    const end = isNumbered ? endOfName(bytes, start) : wordEnd
    this.#add(bytes, start, isNumbered ? end + 1 : end, 2 * token + 1)
    if (this.count === MOST_WORDS || !this.#mayBeAny(bytes, start, end)) return
    const withA = this.#a
    const withB = this.#b
    this.#a = a
    this.#b = b
    const hole = isNumbered ? HOLE + bytes[end] : HOLE
    this.#spread(hole, hole, 2 * token + 1)
    this.tokens[this.count] = token
    this.#leftA[this.count] = this.#a - withA
    this.#leftB[this.count++] = this.#b - withB
    this.#a = withA
    this.#b = withB
  }

  /** Lower case letters, with one that is no hexadecimal digit. */
  #mayBeAny(bytes: Uint8Array, start: number, end: number): boolean {
    let highest = 0
    for (let i = start; i < end; i++) {
      if (bytes[i] < 97 || bytes[i] > 122) return false
      highest = Math.max(highest, bytes[i])
    }
    return highest >= LETTER_G && this.#indifferent.of(bytes, start, end) === 1
  }

  #add(bytes: Uint8Array, start: number, end: number, place: number): void {
    let a = 0x811c9dc5
    let b = 0x9747b28c
    for (let i = start; i < end; i++) {
      a = Math.imul(a ^ bytes[i], PRIME_A)
      b = Math.imul(b ^ bytes[i], PRIME_B)
      b ^= b >>> 15
    }
    this.#spread(a, b, place)
  }

  #spread(a: number, b: number, place: number): void {
    this.#a = (this.#a + mix32(a + Math.imul(place, 0x9e3779b1))) | 0
    this.#b = (this.#b + mix32(b ^ Math.imul(place + 1, 0x85ebca77))) | 0
  }
}

/** Offset of the sign between a name and its number. */
function endOfName(bytes: Uint8Array, start: number): number {
  let i = start
  while (kindOf[bytes[i]] === LETTER) i++
  return i
}
