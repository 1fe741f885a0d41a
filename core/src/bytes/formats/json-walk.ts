/** Walks a JSON object over bytes and notes its fields, as parse/json-scan.ts does; damaged ones are left to that. */
import { HASH_START, hashed, JSON_ROOT, type FieldNames } from './field-names.ts'
import { closingQuote } from './quoted.ts'
import type { ByteTold } from './told.ts'

const MAX_DEPTH = 8
const QUOTE = 34
const COMMA = 44
const BACKSLASH = 92
const COLON = 58
const OPEN = 123
const CLOSE = 125
const OPEN_LIST = 91
const CLOSE_LIST = 93
/** In place of an offset: the readable reader is to decide. */
const STOP = -1

/** What can stand in a key. */
const isPlain = new Uint8Array(256).fill(1)
isPlain[QUOTE] = isPlain[BACKSLASH] = 0

/** Whether the object that begins at `at` was walked to its end. */
export function walkJson(bytes: Uint8Array, at: number, end: number, told: ByteTold): boolean {
  return walkObject(bytes, at + 1, end, JSON_ROOT, 0, told) >= 0
}

function walkObject(
  bytes: Uint8Array,
  from: number,
  end: number,
  parent: number,
  depth: number,
  told: ByteTold,
): number {
  let i = skipBlanks(bytes, from, end)
  if (i < end && bytes[i] === CLOSE) return i + 1
  let node = 0
  while (i < end && bytes[i] === QUOTE) {
    node = keyAt(bytes, i + 1, end, parent, node, told.names)
    if (node < 0) return STOP
    i = skipBlanks(bytes, i + told.names.lengthOf(node) + 2, end)
    if (i >= end || bytes[i] !== COLON) return STOP
    i = walkValue(bytes, skipBlanks(bytes, i + 1, end), end, node, depth, told)
    if (i < 0) return STOP
    i = skipBlanks(bytes, i, end)
    if (i >= end) return STOP
    if (bytes[i] === CLOSE) return i + 1
    if (bytes[i] !== COMMA) return STOP
    i = skipBlanks(bytes, i + 1, end)
  }
  return STOP
}

/** Node of the key that begins at `at`, behind `before`; -1 where it is not closed, or of no interest. */
function keyAt(bytes: Uint8Array, at: number, end: number, parent: number, before: number, names: FieldNames): number {
  const expected = names.expected(parent, before, bytes, at, QUOTE)
  if (expected !== 0 && at + names.lengthOf(expected) < end) return expected
  let i = at
  let hash = HASH_START
  while (i < end && isPlain[bytes[i]] === 1) hash = hashed(hash, bytes[i++])
  if (i >= end || bytes[i] !== QUOTE) return STOP
  const node = names.of(parent, hash, bytes, at, i)
  if (node >= 0) names.expect(parent, before, node)
  return node
}

function walkValue(bytes: Uint8Array, at: number, end: number, node: number, depth: number, told: ByteTold): number {
  if (at >= end) return STOP
  const c = bytes[at]
  if (c === QUOTE) {
    const close = closingQuote(bytes, at + 1, end)
    if (close < 0) return STOP
    told.note(node, bytes, at + 1, close)
    return close + 1
  }
  if (c === OPEN) return depth < MAX_DEPTH ? walkObject(bytes, at + 1, end, node, depth + 1, told) : STOP
  if (c === OPEN_LIST) return depth < MAX_DEPTH ? walkList(bytes, at, end, node, told) : STOP
  const scalarEnd = endOfScalar(bytes, at, end)
  if (scalarEnd === at) return STOP
  // `true`, `false` and `null` say nothing.
  if (c !== 116 && c !== 102 && c !== 110) told.note(node, bytes, at, scalarEnd)
  return scalarEnd
}

/** The first string of a list is told, or all its numbers; a list of objects is left to the readable reader. */
function walkList(bytes: Uint8Array, at: number, end: number, node: number, told: ByteTold): number {
  const i = skipBlanks(bytes, at + 1, end)
  if (i >= end || bytes[i] === OPEN) return STOP
  const list = told.names.listOf(node)
  if (list < 0) return STOP
  if (bytes[i] === QUOTE) {
    const close = closingQuote(bytes, i + 1, end)
    if (close < 0) return STOP
    told.note(list, bytes, i + 1, close)
  } else if (isNumber(bytes[i])) told.note(list, bytes, i, endOfNumbers(bytes, i, end))
  return endOfList(bytes, at + 1, end)
}

/** Offset behind the bracket that closes the list. */
function endOfList(bytes: Uint8Array, from: number, end: number): number {
  let depth = 1
  for (let i = from; i < end; i++) {
    const c = bytes[i]
    if (c === QUOTE) {
      i = closingQuote(bytes, i + 1, end)
      if (i < 0) return STOP
    } else if (c === OPEN || c === OPEN_LIST) depth++
    else if ((c === CLOSE || c === CLOSE_LIST) && --depth === 0) return i + 1
  }
  return STOP
}

function isNumber(c: number): boolean {
  return (c >= 48 && c <= 57) || c === 45
}

function endOfNumbers(bytes: Uint8Array, at: number, end: number): number {
  let i = at
  while (i < end && (isNumber(bytes[i]) || bytes[i] === COMMA || bytes[i] === 32)) i++
  return i
}

function endOfScalar(bytes: Uint8Array, at: number, end: number): number {
  let i = at
  while (i < end) {
    const c = bytes[i]
    if (c <= 32 || c === COMMA || c === CLOSE || c === CLOSE_LIST) break
    i++
  }
  return i
}

function skipBlanks(bytes: Uint8Array, at: number, end: number): number {
  let i = at
  while (i < end && bytes[i] <= 32) i++
  return i
}
