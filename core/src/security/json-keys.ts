/** Keys of JSON, known by their path from the outermost object, and what each may tell: asked once per key, not per record. */
import { isDigit } from '../ascii.ts'
import { hashOfSpan, isSameSpan, viewOf } from '../byte-span.ts'
import { HashIndex } from '../hash-index.ts'
import type { Text } from '../ports/text.ts'

export interface JsonKeys {
  /** The number of a key within that of the object it stands in (`ROOT` for the outermost); `NO_KEY` for odd ones. */
  of(parent: number, bytes: Uint8Array, view: DataView, start: number, end: number): number
  /** What a key tells, by its number. */
  readonly roles: Uint8Array
}

export const ROOT = -1
export const NO_KEY = -2

/** Programs have few; where somebody makes up more, those are odd. */
const MOST_KEYS = 5_000
const LONGEST = 64

/** `roleOf` is given the names on the path, joined by dots. */
export function jsonKeys(text: Text, roleOf: (name: string) => number): JsonKeys {
  const index = new HashIndex()
  const roles = new Uint8Array(MOST_KEYS)
  const parents = new Int32Array(MOST_KEYS)
  const names: string[] = []
  const lengths = new Uint8Array(MOST_KEYS)
  const arena = new Uint8Array(MOST_KEYS * LONGEST)
  const arenaView = viewOf(arena)
  // Programs write their keys in the same order again and again: after each key, the one that came next before.
  const followers = new Uint16Array(MOST_KEYS + 1)
  let last = ROOT

  function added(hash: number, parent: number, bytes: Uint8Array, start: number, end: number): number {
    // Objects list keys that are numbers first, wherever they stand.
    const isOdd = start === end || end - start > LONGEST || isDigit(bytes[start])
    if (isOdd || names.length === MOST_KEYS) return NO_KEY
    const key = index.add(hash)
    const own = text.utf8(bytes, start, end)
    names.push(parent === ROOT ? own : `${names[parent]}.${own}`)
    parents[key] = parent
    lengths[key] = end - start
    arena.set(bytes.subarray(start, end), key * LONGEST)
    roles[key] = roleOf(names[key])
    return key
  }

  function lookedUp(parent: number, bytes: Uint8Array, view: DataView, start: number, end: number): number {
    const hash = hashOfSpan(view, start, end) ^ Math.imul(parent, 0x9e3779b1)
    for (let key = index.first(hash); key >= 0; key = index.next(key))
      if (isKey(key, parent, view, start, end - start)) return key
    return added(hash, parent, bytes, start, end)
  }

  function isKey(key: number, parent: number, view: DataView, start: number, length: number): boolean {
    return (
      parents[key] === parent && lengths[key] === length && isSameSpan(arenaView, key * LONGEST, view, start, length)
    )
  }

  return {
    roles,
    of(parent, bytes, view, start, end) {
      const guess = followers[last + 1]
      if (isKey(guess, parent, view, start, end - start)) return (last = guess)
      const key = lookedUp(parent, bytes, view, start, end)
      if (key !== NO_KEY) followers[last + 1] = last = key
      return key
    },
  }
}
