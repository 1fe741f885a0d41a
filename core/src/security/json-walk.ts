/**
 * Walks over the fields of a JSON record in its bytes, without building anything. It gives up on whatever is unusual, and
 * does not see whether the text is valid JSON: who is told "no" or nothing must be content with that.
 */
import { NO_KEY, ROOT, type JsonKeys } from './json-keys.ts'

export interface JsonField {
  key: number
  start: number
  end: number
  /** Its text stands between start and end as it is. */
  isLiteral: boolean
  /** Its fields follow; between start and end is nothing. */
  isObject: boolean
}

/** Keys in objects deeper than this, and more fields, are not read by those who read in full. */
const DEEPEST = 3
const MOST_FIELDS = 60

const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const EQUALS = 0x3d
const OPEN_LIST = 0x5b
const BACKSLASH = 0x5c
const CLOSE_LIST = 0x5d
const SMALL_U = 0x75
const OPEN = 0x7b
const CLOSE = 0x7d
const BLANK = 0x20

/** What is of interest within a string. */
const noted = new Uint8Array(256)
noted[QUOTE] = noted[EQUALS] = noted[BACKSLASH] = 1

export class JsonWalk {
  /** Some value may hold an equals sign. */
  holdsEquals = false
  /** Some value may hold anything, by its number. */
  holdsCodes = false
  readonly #field: JsonField = { key: ROOT, start: 0, end: 0, isLiteral: true, isObject: false }
  readonly #parents = new Int32Array(DEEPEST)
  readonly #keys: JsonKeys
  readonly #visit: (field: Readonly<JsonField>) => boolean
  #isEscaped = false
  #count = 0

  /** `visit` is given every field with a role, and ends the walk by false. */
  constructor(keys: JsonKeys, visit: (field: Readonly<JsonField>) => boolean) {
    this.#keys = keys
    this.#visit = visit
  }

  /** True when all fields of the object that begins at `start` were seen. */
  over(bytes: Uint8Array, view: DataView, start: number, end: number): boolean {
    this.holdsEquals = this.holdsCodes = false
    let parent = ROOT
    let depth = 0
    this.#count = 0
    for (let at = start + 1; at < end;) {
      const byte = bytes[at]
      if (byte === COMMA || byte <= BLANK) at++
      else if (byte === CLOSE) {
        if (depth === 0) return true
        parent = this.#parents[--depth]
        at++
      } else {
        if (byte !== QUOTE || ++this.#count > MOST_FIELDS) return false
        const behind = this.#endOfString(bytes, at + 1, end)
        const key = this.#isEscaped || behind > end ? NO_KEY : this.#keys.of(parent, bytes, view, at + 1, behind - 1)
        if (key === NO_KEY) return false
        at = beginOfValue(bytes, behind, end)
        if (bytes[at] === OPEN) {
          if (depth === DEEPEST || !this.#tell(key, at, at, true)) return false
          this.#parents[depth++] = parent
          parent = key
          at++
        } else if ((at = this.#overValue(bytes, at, end, key)) > end) return false
      }
    }
    return false
  }

  /** The place behind a value; beyond the end to give up. */
  #overValue(bytes: Uint8Array, start: number, end: number, key: number): number {
    const isString = bytes[start] === QUOTE
    const behind = isString ? this.#endOfString(bytes, start + 1, end) : this.#endOfOther(bytes, start, end)
    if (behind > end) return behind
    const isTaken = isString ? this.#tell(key, start + 1, behind - 1) : this.#tell(key, start, behind)
    return isTaken ? behind : end + 1
  }

  #tell(key: number, start: number, end: number, isObject = false): boolean {
    if (this.#keys.roles[key] === 0) return true
    const field = this.#field
    field.key = key
    field.start = start
    field.end = end
    field.isLiteral = !this.#isEscaped
    field.isObject = isObject
    return this.#visit(field)
  }

  /** The place behind the closing quote. */
  #endOfString(bytes: Uint8Array, start: number, end: number): number {
    this.#isEscaped = false
    for (let at = start; at < end; at++) {
      if (noted[bytes[at]] === 0) continue
      const byte = bytes[at]
      if (byte === QUOTE) return at + 1
      if (byte === EQUALS) this.holdsEquals = true
      else {
        this.#isEscaped = true
        if (bytes[++at] === SMALL_U) this.holdsEquals = this.holdsCodes = true
      }
    }
    return end + 1
  }

  /** A number, a word, or a list of such and strings. */
  #endOfOther(bytes: Uint8Array, start: number, end: number): number {
    this.#isEscaped = false
    if (bytes[start] === OPEN_LIST) return this.#endOfList(bytes, start + 1, end)
    let at = start
    while (at < end && bytes[at] !== COMMA && bytes[at] !== CLOSE && bytes[at] > BLANK) at++
    return at
  }

  #endOfList(bytes: Uint8Array, start: number, end: number): number {
    for (let at = start; at < end; at++) {
      const byte = bytes[at]
      if (byte === CLOSE_LIST) return this.#count > MOST_FIELDS ? end + 1 : at + 1
      if (byte === OPEN || byte === OPEN_LIST) return end + 1
      if (byte === COMMA) this.#count++
      else if (byte === QUOTE) at = this.#endOfString(bytes, at + 1, end) - 1
    }
    return end + 1
  }
}

function beginOfValue(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  while (at < end && (bytes[at] <= BLANK || bytes[at] === COLON)) at++
  return at
}
