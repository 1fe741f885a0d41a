/**
 * What the words of a JSON record mean, known again by its bytes. Records of one program differ in numbers, ids and
 * names, none of which is a word: keys, and the values that tell something, are hashed with their digits made alike, and
 * what `classify` says of them is remembered under that hash.
 */
import { isDigit } from '../ascii.ts'
import { isSameSpan, viewOf } from '../byte-span.ts'
import { HashIndex } from '../hash-index.ts'
import type { Text } from '../ports/text.ts'
import type { RecordBatch, Shape } from '../record.ts'
import { classify, type Meaning } from './classify.ts'
import { jsonKeys } from './json-keys.ts'
import { jsonText, wordsOf } from './json-text.ts'
import { JsonWalk, type JsonField } from './json-walk.ts'
import { keyTraits } from './key-traits.ts'
import { mayHoldPacket, PACKET_TARGET } from './json-requests.ts'
import { textOf } from './shape-meaning.ts'
import type { Words } from './words.ts'

/** Undefined: its words mean nothing. UNSURE: it is to be read in full, it may be no sentence at all. */
export type Wording = Meaning | undefined | typeof UNSURE
export const UNSURE = 'unsure'

export interface JsonWords {
  /**
   * `view` is of the bytes of the chunk; `sentence` is the shape of its message, where that has words. Of what is not valid
   * JSON anything may be said.
   */
  meaningOf(batch: RecordBatch, row: number, end: number, view: DataView, sentence: Shape | undefined): Wording
}

/** What keys tell. */
const TELLING = 1
const OUTCOME = 2
const STATUS = 4
const METHOD = 8
const PATH = 16
const LINE = 32
/** Never read here: part of a packet's record, or with a number that what follows may make an address of. */
const ODD = 64
const ANY = 128

const ENDS_IN_NUMBERS = /\d\.\d{1,3}$/

function roleOf(name: string): number {
  const { isTelling, isOutcome, status, code, method, path, line } = keyTraits(name)
  return (
    ANY |
    (isTelling ? TELLING : 0) |
    (isOutcome ? OUTCOME : 0) |
    (status || code ? STATUS : 0) |
    (method ? METHOD : 0) |
    (path ? PATH : 0) |
    (line ? LINE : 0) |
    (PACKET_TARGET.test(name) || ENDS_IN_NUMBERS.test(name) ? ODD : 0)
  )
}

/** Different wordings remembered at a time; all are forgotten and asked again when there are more. */
const MOST_WORDINGS = 20_000

const QUOTE = 0x22
const OPEN_LIST = 0x5b
const ZERO = 0x30
const ONE = 0x31
const TWO = 0x32
const LOWER = 0x20
const E = 0x65
const F = 0x66
const S = 0x73
/** `success` and `failure`, which are words whatever their key. */
const RESULT_LENGTH = 7
/** Where a byte may stand as well. */
const IS_SHAPE = 256

export function jsonWords(text: Text, words: Words): JsonWords {
  const keys = jsonKeys(text, roleOf)
  const walk = new JsonWalk(keys, note)
  const index = new HashIndex()
  const firsts = new Int32Array(MOST_WORDINGS)
  const seconds = new Int32Array(MOST_WORDINGS)
  const meanings: (Meaning | undefined)[] = []
  // Of the record at hand: its message, two hashes, and the roles of its keys.
  let bytes: Uint8Array = new Uint8Array()
  let view = viewOf(bytes)
  let messageStart = 0
  let messageLength = 0
  let shape = 0
  let isWordless = false
  let a = 0
  let b = 0
  let roles = 0

  function note({ key, start, end, isObject }: JsonField): boolean {
    const role = keys.roles[key]
    if ((role & ODD) !== 0) return false
    roles |= role
    stir(key)
    if (isObject) return true
    const isString = bytes[start - 1] === QUOTE
    const isList = !isString && bytes[start] === OPEN_LIST
    if ((role & OUTCOME) !== 0) return stirAll(start, end)
    if ((role & TELLING) !== 0 && !isWordless && isMessage(start, end)) return stirShape()
    return (role & TELLING) !== 0 || isList || mayBeResult(start, end) ? stirWords(start, end, isString) : true
  }

  function isMessage(start: number, end: number): boolean {
    return end - start === messageLength && isSameSpan(view, start, view, messageStart, messageLength)
  }

  function mayBeResult(start: number, end: number): boolean {
    const first = bytes[start] | LOWER
    return end - start === RESULT_LENGTH && (first === F || first === S)
  }

  function stir(value: number): void {
    a = Math.imul(((a << 5) | (a >>> 27)) ^ value, 0x9e3779b1)
    b = Math.imul(b ^ value, 0x01000193) ^ (b >>> 15)
  }

  function stirShape(): true {
    stir(IS_SHAPE)
    stir(shape)
    return true
  }

  function stirAll(start: number, end: number): true {
    for (let i = start - 1; i < end; i++) stir(bytes[i])
    return true
  }

  /** Digits alike, but for a number that is a word: `2fa`, `0 attempts`. False for numbers that JSON may write otherwise. */
  function stirWords(start: number, end: number, isString: boolean): boolean {
    stir(isString ? QUOTE : 0)
    for (let i = start; i < end; i++) {
      const byte = bytes[i]
      if (isDigit(byte)) stir(isWord(i, start, end) ? byte : ONE)
      else if (!isString && (byte | LOWER) === E && isDigit(bytes[i - 1])) return false
      else stir(byte)
    }
    return true
  }

  function isWord(at: number, start: number, end: number): boolean {
    const digit = bytes[at]
    if (digit !== ZERO && digit !== TWO) return false
    return (at === start || !isDigit(bytes[at - 1])) && (at + 1 === end || !isDigit(bytes[at + 1]))
  }

  function isRequest(): boolean {
    const asked = roles & (METHOD | PATH)
    return (roles & STATUS) !== 0 && ((roles & LINE) !== 0 || asked === (METHOD | PATH))
  }

  function ask(start: number, end: number, sentence: Shape | undefined): Wording {
    const message = text.utf8(bytes, messageStart, messageStart + messageLength)
    const json = jsonText(text.utf8(bytes, start, end))
    if (json === undefined) return UNSURE
    if (index.size === MOST_WORDINGS) index.clear()
    const wording = index.add(a)
    firsts[wording] = a
    seconds[wording] = b
    return (meanings[wording] = classify(wordsOf(json, sentence && { message, text: textOf(sentence) }), words))
  }

  return {
    meaningOf(batch, row, end, viewOfBytes, sentence) {
      const start = batch.start[row]
      bytes = batch.chunk.bytes
      view = viewOfBytes
      messageStart = batch.messageStart[row]
      messageLength = batch.messageEnd[row] - messageStart
      shape = batch.shape[row]
      isWordless = sentence === undefined
      a = b = roles = 0
      if (!walk.over(bytes, view, start, end) || isRequest() || walk.holdsCodes) return UNSURE
      if (walk.holdsEquals && mayHoldPacket(view, start, end)) return UNSURE
      for (let wording = index.first(a); wording >= 0; wording = index.next(wording))
        if (firsts[wording] === a && seconds[wording] === b) return meanings[wording]
      return ask(start, end, sentence)
    },
  }
}
