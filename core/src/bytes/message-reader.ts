/**
 * The shape of a message, and what its words tell. Found by its key (`message/message-key.ts`), else by the hash of its
 * tokens, else made by the readable functions; what was found out is kept for the next message like it.
 */
import { interner, type Interner } from '../interner.ts'
import { componentName } from '../mine/shape.ts'
import { tokenize } from '../mine/tokens.ts'
import type { Evidence } from '../parse/evidence.ts'
import type { Text } from '../ports/text.ts'
import type { KnownShape, ShapeTable } from '../shape-table.ts'
import { countedEvidence, readByteEvidence } from './byte-evidence.ts'
import type { ByteFields } from './byte-fields.ts'
import { unescaped } from './escapes.ts'
import { MessageCutter } from './message/message-cutter.ts'
import { MessageKey } from './message/message-key.ts'
import { fillSpans, spansOf } from './message/evidence-spans.ts'
import { ShapeCache } from './shape-cache.ts'

const MAX_COMPONENTS = 50_000
/** Messages in each generation of a cache. */
const MAX_MESSAGES = 1 << 18
/** Of what messages tell; all is forgotten when there is more. */
const MAX_KNOWN = 1 << 18

/** What a message of a token sequence can tell. */
interface Known {
  readonly shape: number
  readonly level: number
  readonly evidence: Evidence | undefined
  /** Where the tokens of the evidence stand in messages of one key; undefined where only the tokens are known. */
  readonly spans: Int32Array | undefined
}

const BEYOND_ASCII = /[\x80-\xff]/

export class MessageReader {
  readonly components: Interner = interner(MAX_COMPONENTS)
  readonly #text: Text
  readonly #shapes: ShapeTable
  readonly #cutter: MessageCutter
  readonly #written = new MessageKey()
  readonly #unescaped = new MessageKey()
  #byKey = new ShapeCache(MAX_MESSAGES)
  #byTokens = new ShapeCache(MAX_MESSAGES)
  #known: Known[] = []
  #numbers = new Map<string, number>()

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
    const { shape, level, evidence, spans } = this.#known[number]
    if (fields.level === 0) fields.level = level
    if (evidence === undefined) return shape
    if (spans !== undefined) fillSpans(spans, key, start, this.#cutter)
    readByteEvidence(evidence, this.#cutter, bytes, fields, this.#text)
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
    const { evidence } = this.#known[number]
    const spans = evidence && spansOf(evidence, key, start, cutter)
    const placed = spans ? this.#numberOf({ ...this.#known[number], spans }) : number
    this.#byKey.keep(key.a, key.b, placed)
    return placed
  }

  /** A token sequence seen for the first time. */
  #learn(bytes: Uint8Array, start: number, end: number, component: number): number {
    const message = this.#text.latin1(bytes, start, end)
    const tokens = tokenize(message)
    const texts = BEYOND_ASCII.test(message) ? tokens.texts.map(this.#text.fromLatin1) : tokens.texts
    const known = this.#shapes.of(this.components.list[component], texts)
    const evidence = countedEvidence(known.evidence, tokens)
    return this.#numberOf({ shape: known.index, level: known.level, evidence, spans: undefined })
  }

  /** Number of a request's shape, whose hash `fields` hold; -1 when it is new. */
  readRequest({ requestA, requestB }: ByteFields): number {
    const number = this.#byTokens.find(requestA, requestB)
    return number < 0 ? -1 : this.#known[number].shape
  }

  keepRequest({ requestA, requestB }: ByteFields, { index, level }: KnownShape): void {
    const number = this.#numberOf({ shape: index, level, evidence: undefined, spans: undefined })
    this.#byTokens.keep(requestA, requestB, number)
  }

  #numberOf(known: Known): number {
    const { shape, level, evidence, spans } = known
    const name = `${shape} ${level} ${evidence ? JSON.stringify(evidence) : ''} ${spans ? spans.join() : ''}`
    const found = this.#numbers.get(name)
    if (found !== undefined) return found
    if (this.#known.length >= MAX_KNOWN) this.#forget()
    this.#numbers.set(name, this.#known.length)
    return this.#known.push(known) - 1
  }

  #forget(): void {
    this.#known = []
    this.#numbers = new Map()
    this.#byKey = new ShapeCache(MAX_MESSAGES)
    this.#byTokens = new ShapeCache(MAX_MESSAGES)
  }
}
