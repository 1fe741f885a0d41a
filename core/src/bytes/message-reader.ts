/**
 * The shape of a message, and what its words tell. Found by its key (`message/message-key.ts`), else by the hash of its
 * tokens, else made by the readable functions; what was found out is kept for the next message like it.
 */
import { interner, type Interner } from '../interner.ts'
import { componentName } from '../mine/shape.ts'
import { tokenize } from '../mine/tokens.ts'
import type { Text } from '../ports/text.ts'
import type { KnownShape, ShapeTable } from '../shape-table.ts'
import { readByteEvidence } from './byte-evidence.ts'
import type { ByteFields } from './byte-fields.ts'
import { unescaped } from './escapes.ts'
import { cluesOf, fillSpans, withSpans } from './message/clues.ts'
import { KnownMessages } from './message/known-messages.ts'
import { MessageCutter } from './message/message-cutter.ts'
import { MessageKey } from './message/message-key.ts'
import { HashCache } from '../hash-cache.ts'

const MAX_COMPONENTS = 50_000
/** Messages in each generation of a cache. */
const MAX_MESSAGES = 1 << 18

const BEYOND_ASCII = /[\x80-\xff]/

export class MessageReader {
  readonly components: Interner = interner(MAX_COMPONENTS)
  readonly #text: Text
  readonly #shapes: ShapeTable
  readonly #cutter: MessageCutter
  readonly #written = new MessageKey()
  readonly #unescaped = new MessageKey()
  #byKey = new HashCache(MAX_MESSAGES)
  #byTokens = new HashCache(MAX_MESSAGES)
  #known = new KnownMessages()

  constructor(text: Text, shapes: ShapeTable) {
    this.#text = text
    this.#shapes = shapes
    this.#cutter = new MessageCutter(text)
  }

  componentOf(name: string): number {
    return this.components.of(componentName(name))
  }

  /** Number of the shape of the message that `fields` tell of; fills what they lack. */
  read(bytes: Uint8Array, fields: ByteFields): number {
    return fields.isEscaped
      ? this.#read(this.#unescaped, unescaped.bytes, 0, unescaped.length, fields)
      : this.#read(this.#written, bytes, fields.messageStart, fields.messageEnd, fields)
  }

  #read(key: MessageKey, bytes: Uint8Array, start: number, end: number, fields: ByteFields): number {
    const hasKey = key.read(bytes, start, end, fields.component)
    const found = hasKey ? this.#byKey.find(key.a, key.b) : -1
    const number = found < 0 ? this.#cut(key, hasKey, bytes, start, end, fields.component) : found
    const known = this.#known
    const shape = known.shapeOf(number)
    if (fields.level === 0) fields.level = known.levelOf(number)
    const at = known.cluesAt(number)
    if (at < 0) return shape
    fillSpans(known.clues, at, key, start, this.#cutter)
    readByteEvidence(known.clues, at, this.#cutter, bytes, fields, this.#text)
    return shape
  }

  /** What is known of a message with a new key. */
  #cut(key: MessageKey, hasKey: boolean, bytes: Uint8Array, start: number, end: number, component: number): number {
    const cutter = this.#cutter
    cutter.cut(bytes, start, end, component)
    let number = this.#byTokens.find(cutter.a, cutter.b)
    if (number < 0) {
      number = this.#learn(bytes, start, end, component)
      this.#byTokens.keep(cutter.a, cutter.b, number)
    }
    if (!hasKey || cutter.hasAsked) return number
    const known = this.#known
    const placed =
      known.cluesAt(number) < 0
        ? number
        : this.#numberOf(
            known.shapeOf(number),
            known.levelOf(number),
            withSpans(known.cluesOf(number), key, start, cutter),
          )
    this.#byKey.keep(key.a, key.b, placed)
    return placed
  }

  /** A token sequence seen for the first time. */
  #learn(bytes: Uint8Array, start: number, end: number, component: number): number {
    const message = this.#text.latin1(bytes, start, end)
    const tokens = tokenize(message)
    const texts = BEYOND_ASCII.test(message) ? tokens.texts.map(this.#text.fromLatin1) : tokens.texts
    const known = this.#shapes.of(this.components.list[component], texts)
    return this.#numberOf(known.index, known.level, cluesOf(known.evidence, tokens))
  }

  /** Number of a request's shape, whose hash `fields` hold; -1 when it is new. */
  readRequest({ requestA, requestB }: ByteFields): number {
    const number = this.#byTokens.find(requestA, requestB)
    return number < 0 ? -1 : this.#known.shapeOf(number)
  }

  keepRequest({ requestA, requestB }: ByteFields, { index, level }: KnownShape): void {
    const number = this.#numberOf(index, level, [])
    this.#byTokens.keep(requestA, requestB, number)
  }

  #numberOf(shape: number, level: number, clues: readonly number[]): number {
    if (this.#known.isFull) this.#forget()
    return this.#known.numberOf(shape, level, clues)
  }

  #forget(): void {
    this.#known = new KnownMessages()
    this.#byKey = new HashCache(MAX_MESSAGES)
    this.#byTokens = new HashCache(MAX_MESSAGES)
  }
}
