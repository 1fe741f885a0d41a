/**
 * Messages that differ from a known one in words that vary only, as names do. They are of its shape and tell the same, so
 * nothing has to be made to find that out.
 *
 * Why that holds: a word is left out only where the shape has none (`mine/varied.ts`), and only if it is like any other to
 * all who read messages (`parse/telling-words.ts`); with another such word in its place the table of shapes is asked again
 * before the message is kept. When more places are found to vary, all is forgotten.
 */
import { isSameTold, type KnownShape, type ShapeTable } from '../../shape-table.ts'
import { WILDCARD } from '../../mine/tokens.ts'
import { countsLetters } from '../../parse/telling-words.ts'
import { ShapeCache } from '../shape-cache.ts'
import type { MessageCutter } from './message-cutter.ts'
import { WordSums } from './word-sums.ts'

const MAX_MESSAGES = 1 << 16
/** More words of a message are seldom found to vary. */
const MOST_WORDS = 2
/** A word that nobody writes. */
const ANY_WORD = 'zyzzyvaq'
const NAME = /^[a-z]+/
const NUMBER = /\d+$/

/** The message that was looked for last, once its shape is known. */
export interface MadeMessage {
  readonly component: string
  readonly message: string
  /** Its tokens, and where in the message they begin. */
  readonly texts: readonly string[]
  readonly starts: readonly number[]
  /** Where it begins in its bytes. */
  readonly start: number
  readonly known: KnownShape
  readonly number: number
}

export class AlikeMessages {
  readonly #shapes: ShapeTable
  readonly #sums = new WordSums()
  #cache = new ShapeCache(MAX_MESSAGES)
  #version = 0
  #cutter: MessageCutter | undefined

  constructor(shapes: ShapeTable) {
    this.#shapes = shapes
  }

  /** Number kept for a message like the one that was cut last; -1 where there is none. */
  find(cutter: MessageCutter, bytes: Uint8Array, start: number, end: number, component: number): number {
    if (this.#version !== this.#shapes.version) this.forget()
    this.#cutter = cutter
    this.#sums.take(cutter, bytes, start, end, component)
    return this.#sums.find(this.#cache)
  }

  keep({ component, message, texts, starts, start, known, number }: MadeMessage): void {
    const varied = this.#shapes.variedWords(component, texts)
    if (varied.length === 0 || varied.length > MOST_WORDS || countsLetters(message)) return
    const words = varied.map((word) => this.#only(word, message, start))
    const places = new Set(words.map((word) => starts.indexOf(this.#startOf(word) - start)))
    if (words.includes(-1) || places.has(-1)) return
    const other = this.#shapes.peek(
      component,
      texts.map((text, at) => (places.has(at) ? text.replace(NAME, ANY_WORD) : text)),
    )
    if (other && isSameTold(other, known)) this.#sums.keep(this.#cache, words, number)
  }

  forget(): void {
    this.#cache = new ShapeCache(MAX_MESSAGES)
    this.#version = this.#shapes.version
  }

  #startOf(word: number): number {
    return this.#cutter?.starts[this.#sums.tokens[word]] ?? 0
  }

  /** Number of the word among those that may be any, if it is there once; else -1. */
  #only(text: string, message: string, start: number): number {
    let found = -1
    for (let word = 0; word < this.#sums.count; word++) {
      const written = message.slice(this.#startOf(word) - start, this.#endOf(word) - start)
      if (written.replace(NUMBER, WILDCARD) !== text) continue
      if (found >= 0) return -1
      found = word
    }
    return found
  }

  #endOf(word: number): number {
    return this.#cutter?.ends[this.#sums.tokens[word]] ?? 0
  }
}
