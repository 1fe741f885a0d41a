/**
 * Cuts a message into tokens without making any: one pass over its bytes gives a 64-bit hash of the token sequence and the
 * spans of its words and values. Messages that `mine/tokens.ts` cuts into the same tokens have the same hash.
 *
 * The frequent kinds of words are told by `words.ts`; for all others the readable tokenizer is asked, at that offset of
 * the same text, so the two cannot come to differ in what is rare.
 */
import { emptyTokens, isValueLike, MAX_LENGTH, MAX_TOKENS, nextToken, WILDCARD } from '../../mine/tokens.ts'
import type { Text } from '../../ports/text.ts'
import { BLANK, DELIMITER, DIGIT, isSign, kindOf, LETTER } from '../byte-kinds.ts'
import { numberedNameEnd } from './word-ends.ts'
import { mayBeSpecial, tokenAt, wordAt } from './words.ts'

const PRIME_A = 0x01000193
const PRIME_B = 0x5bd1e995
const SPACE = 32
const COLON = 58
/** Mixed in place of tokens that are not spelt out; no byte has these values. */
const VALUE_MARK = 0x1f5
const BLANK_MARK = 0x1f9
const WORD_END = 0x1fb
/** The readable tokenizer may cut one word into three. */
const MOST_SPANS = MAX_TOKENS + 3

/** A word, spelt out. */
export const SPELT = 0
export const VALUE = 1
/** A name and its number, `Rack-12`: the name is spelt out, the number is a value. */
export const NUMBERED = 2

const NAME_OF_NUMBERED = /^[A-Za-z]+[.-]<\*>$/

function kindOfText(text: string): number {
  if (text === WILDCARD) return VALUE
  return NAME_OF_NUMBERED.test(text) ? NUMBERED : SPELT
}

export class MessageCutter {
  /** Hash of the last message, 32 bits each. */
  a = 0
  b = 0
  /** Spans of its words and values, in order; `count` of them. */
  readonly starts = new Uint32Array(MOST_SPANS)
  readonly ends = new Uint32Array(MOST_SPANS)
  /** What each span is: `SPELT`, `VALUE` or `NUMBERED`. */
  readonly kinds = new Uint8Array(MOST_SPANS)
  count = 0
  /** Whether the readable tokenizer had to be asked. */
  hasAsked = false
  readonly #text: Text
  readonly #scratch = emptyTokens()

  constructor(text: Text) {
    this.#text = text
  }

  /** `seed` tells whose message it is: equal messages of different components differ. */
  cut(bytes: Uint8Array, start: number, messageEnd: number, seed: number): void {
    const end = Math.min(messageEnd, start + MAX_LENGTH)
    const { starts, ends, kinds } = this
    // The hash lives in locals: a field would be written back to memory for every byte.
    let a = Math.imul(seed ^ 0x811c9dc5, PRIME_A)
    let b = Math.imul(seed ^ 0x9747b28c, PRIME_B)
    let tokens = 0
    let message: string | undefined
    let i = start
    this.count = 0
    this.hasAsked = false
    while (i < end && kindOf[bytes[i]] === BLANK) i++
    while (i < end && tokens < MAX_TOKENS) {
      const c = bytes[i]
      const kind = kindOf[c]
      let to = 0
      if (kind === LETTER) {
        let x = a
        let y = b
        let next = c
        let j = i
        do {
          x = Math.imul(x ^ next, PRIME_A)
          y = Math.imul(y ^ next, PRIME_B)
          next = ++j < end ? bytes[j] : SPACE
        } while (kindOf[next] === LETTER)
        const isPlain = next === SPACE || (kindOf[next] === DELIMITER && next !== COLON)
        if (isPlain && j - i < 12 && !mayBeSpecial(bytes, i, j)) {
          starts[this.count] = i
          kinds[this.count] = SPELT
          ends[this.count++] = i = j
          a = Math.imul(x ^ WORD_END, PRIME_A)
          b = Math.imul(y ^ WORD_END, PRIME_B)
          b ^= b >>> 15
          tokens++
          continue
        }
        to = wordAt(bytes, i, end, kind)
      } else if (kind === BLANK) {
        while (++i < end && kindOf[bytes[i]] === BLANK);
        // A blank at the end is no token.
        if (i >= end || ++tokens === MAX_TOKENS) break
        a = Math.imul(a ^ BLANK_MARK, PRIME_A)
        b = Math.imul(b ^ BLANK_MARK, PRIME_B)
        continue
      } else if (kind === DELIMITER && (c !== COLON || i + 1 >= end || bytes[i + 1] !== COLON)) {
        a = Math.imul(a ^ c, PRIME_A)
        b = Math.imul(b ^ c, PRIME_B)
        tokens++
        i++
        continue
      } else to = tokenAt(bytes, i, end, kind)
      if (to < 0) {
        starts[this.count] = i
        kinds[this.count] = VALUE
        ends[this.count++] = i = -to
        a = Math.imul(a ^ VALUE_MARK, PRIME_A)
        b = Math.imul(b ^ VALUE_MARK, PRIME_B)
        tokens++
      } else if (to > 0) {
        if (!isSign(kind)) {
          starts[this.count] = i
          kinds[this.count] = SPELT
          ends[this.count++] = to
        }
        for (; i < to; i++) {
          a = Math.imul(a ^ bytes[i], PRIME_A)
          b = Math.imul(b ^ bytes[i], PRIME_B)
        }
        a = Math.imul(a ^ WORD_END, PRIME_A)
        b = Math.imul(b ^ WORD_END, PRIME_B)
        b ^= b >>> 15
        tokens++
      } else if (kind === LETTER && this.#numbered(bytes, i, end, a, b)) {
        a = this.a
        b = this.b
        i = this.ends[this.count - 1]
        tokens++
      } else {
        message ??= this.#text.latin1(bytes, start, end)
        this.hasAsked = true
        this.a = a
        this.b = b
        i = start + this.#ask(message, i - start, start)
        tokens += this.#scratch.texts.length
        a = this.a
        b = this.b
      }
    }
    this.a = a
    this.b = b
  }

  /** `Rack-12`: the name is spelt out, the number is not. */
  #numbered(bytes: Uint8Array, start: number, end: number, a: number, b: number): boolean {
    const behind = numberedNameEnd(bytes, start, end)
    if (behind === 0) return false
    this.#keep(start, behind, NUMBERED)
    for (let i = start; kindOf[bytes[i]] !== DIGIT; i++) {
      a = Math.imul(a ^ bytes[i], PRIME_A)
      b = Math.imul(b ^ bytes[i], PRIME_B)
    }
    this.a = a
    this.b = b
    this.#spellText(WILDCARD)
    return true
  }

  #mix(mark: number): void {
    this.a = Math.imul(this.a ^ mark, PRIME_A)
    this.b = Math.imul(this.b ^ mark, PRIME_B)
  }

  #keep(start: number, end: number, kind: number): void {
    this.starts[this.count] = start
    this.kinds[this.count] = kind
    this.ends[this.count++] = end
  }

  /** The word at `at` as the readable tokenizer cuts it; gives the offset behind. `message` begins at `start`. */
  #ask(message: string, at: number, start: number): number {
    const { texts, starts, ends } = this.#scratch
    texts.length = starts.length = ends.length = 0
    const behind = nextToken(message, at, this.#scratch)
    for (let token = 0; token < texts.length; token++) {
      const text = texts[token]
      if (isValueLike(text)) this.#keep(start + starts[token], start + ends[token], kindOfText(text))
      if (text === WILDCARD) this.#mix(VALUE_MARK)
      else if (text.length === 1 && kindOf[text.charCodeAt(0)] === DELIMITER) this.#mix(text.charCodeAt(0))
      else this.#spellText(text)
    }
    return behind
  }

  #spellText(text: string): void {
    let { a, b } = this
    for (let i = 0; i < text.length; i++) {
      a = Math.imul(a ^ text.charCodeAt(i), PRIME_A)
      b = Math.imul(b ^ text.charCodeAt(i), PRIME_B)
    }
    this.a = Math.imul(a ^ WORD_END, PRIME_A)
    const mixed = Math.imul(b ^ WORD_END, PRIME_B)
    this.b = mixed ^ (mixed >>> 15)
  }
}
