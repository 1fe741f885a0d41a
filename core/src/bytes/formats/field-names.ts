/**
 * What a field means by its path, without a string per field: every path is a node that is found by its parent and the
 * bytes of its key. What a path means is asked once, of parse/roles.ts. Bounded: when full, all is forgotten before the
 * next line, and the readable reader is asked until then.
 */
import { pathOf } from '../../parse/json-scan.ts'
import { roleOf } from '../../parse/roles.ts'
import { latin1 } from './chars.ts'
import { roleIndex } from './role-index.ts'

/** Parents of first keys: JSON joins keys and leaves some out, logfmt takes them as they are. */
export const JSON_ROOT = 0
export const LOGFMT_ROOT = 1

export const NO_ROLE = -1
const MAX_NODES = 4096
const MAX_PATH = 200
const SLOTS = MAX_NODES * 4
const FREE = -1

export class FieldNames {
  /** By node. */
  readonly role = new Int8Array(MAX_NODES)
  readonly rank = new Int32Array(MAX_NODES)
  /** ms per unit; NaN where the name does not say. */
  readonly unit = new Float64Array(MAX_NODES)
  readonly path: string[] = []
  isFull = false
  /** Key that last came first in an object, or next behind a key; 0 for none. Records of a program are mostly alike. */
  readonly #first = new Int32Array(MAX_NODES)
  readonly #next = new Int32Array(MAX_NODES)
  readonly #slots = new Int32Array(SLOTS)
  readonly #hashes = new Int32Array(MAX_NODES)
  readonly #parents = new Int32Array(MAX_NODES)
  readonly #keyStarts = new Int32Array(MAX_NODES)
  readonly #keyLengths = new Int32Array(MAX_NODES)
  /** Node of `path[]`, by node; 0 where it was not asked for. */
  readonly #lists = new Int32Array(MAX_NODES)
  readonly #keys = new Uint8Array(MAX_NODES * 32)
  #keysEnd = 0

  constructor() {
    this.forget()
  }

  forget(): void {
    this.#slots.fill(FREE)
    this.#lists.fill(0)
    this.#first.fill(0)
    this.#next.fill(0)
    this.path.length = this.#keysEnd = 0
    this.isFull = false
    this.#add('', JSON_ROOT)
    this.#add('', LOGFMT_ROOT)
  }

  /**
   * Node of the key at `at`, closed by `close`, if it is the one that came here last; else 0. `before` is the node before
   * it, or 0 where it is the first of `parent`.
   */
  expected(parent: number, before: number, bytes: Uint8Array, at: number, close: number): number {
    const node = before === 0 ? this.#first[parent] : this.#next[before]
    if (node === 0) return 0
    const keys = this.#keys
    const keyEnd = this.#keyStarts[node] + this.#keyLengths[node]
    let i = at
    for (let key = this.#keyStarts[node]; key < keyEnd; key++) if (bytes[i++] !== keys[key]) return 0
    return bytes[i] === close ? node : 0
  }

  expect(parent: number, before: number, node: number): void {
    if (before === 0) this.#first[parent] = node
    else this.#next[before] = node
  }

  /** Length of the key of a node. */
  lengthOf(node: number): number {
    return this.#keyLengths[node]
  }

  /** Node of a key, `hash` being that of `hashOf`; -1 when there is no room or the path is too long to be of interest. */
  of(parent: number, hash: number, bytes: Uint8Array, start: number, end: number): number {
    const full = Math.imul(hash ^ parent, 0x85ebca6b)
    let slot = (full ^ (full >>> 15)) & (SLOTS - 1)
    for (let node = this.#slots[slot]; node !== FREE; node = this.#slots[slot]) {
      if (this.#hashes[node] === hash && this.#parents[node] === parent && this.#isKey(node, bytes, start, end))
        return node
      slot = (slot + 1) & (SLOTS - 1)
    }
    return this.#learn(parent, hash, bytes, start, end, slot)
  }

  listOf(node: number): number {
    if (this.#lists[node] === 0) this.#lists[node] = this.#add(`${this.path[node]}[]`, node)
    return this.#lists[node]
  }

  #isKey(node: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (this.#keyLengths[node] !== end - start) return false
    const keys = this.#keys
    let key = this.#keyStarts[node]
    for (let i = start; i < end; i++) if (bytes[i] !== keys[key++]) return false
    return true
  }

  #learn(parent: number, hash: number, bytes: Uint8Array, start: number, end: number, slot: number): number {
    const key = latin1(bytes, start, Math.min(end, start + MAX_PATH + 1))
    const path = parent === LOGFMT_ROOT ? key : pathOf(this.path[parent], key)
    if (path.length > MAX_PATH) return -1
    if (this.#keysEnd + end - start > this.#keys.length) this.isFull = true
    const node = this.isFull ? -1 : this.#add(path, parent)
    if (node < 0) return node
    this.#hashes[node] = hash
    this.#keyStarts[node] = this.#keysEnd
    this.#keyLengths[node] = end - start
    this.#keys.set(bytes.subarray(start, end), this.#keysEnd)
    this.#keysEnd += end - start
    this.#slots[slot] = node
    return node
  }

  #add(path: string, parent: number): number {
    if (this.path.length >= MAX_NODES) {
      this.isFull = true
      return -1
    }
    const node = this.path.push(path) - 1
    const meaning = path === '' ? undefined : roleOf(path)
    this.#parents[node] = parent
    this.role[node] = meaning ? roleIndex[meaning.role] : NO_ROLE
    this.rank[node] = meaning?.rank ?? 0
    this.unit[node] = meaning?.unit ?? Number.NaN
    return node
  }
}

export const HASH_START = 0x811c9dc5

/** One more byte of a key. */
export function hashed(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193)
}
