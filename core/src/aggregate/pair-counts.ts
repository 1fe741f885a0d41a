/** How often an item came to an owner, both small numbers: one table for all owners, no map per owner. */
import { HashIndex, roomFor } from '../hash-index.ts'
import { mix32 } from '../mine/hash.ts'

const FEW = 256
const NONE = -1

export class PairCounts {
  #index = new HashIndex()
  #owners = new Uint32Array(FEW)
  #items = new Uint32Array(FEW)
  #counts = new Uint32Array(FEW)
  /** Of each pair: the owner's pair that came next. Of each owner: its first and last pair. */
  #following = new Int32Array(FEW)
  #firsts = new Int32Array(FEW)
  #lasts = new Int32Array(FEW)
  #owned = 0

  add(owner: number, item: number): void {
    const hash = mix32(owner ^ Math.imul(item + 1, 0x9e3779b1))
    let pair = this.#index.first(hash)
    while (pair >= 0 && (this.#items[pair] !== item || this.#owners[pair] !== owner)) pair = this.#index.next(pair)
    if (pair < 0) pair = this.#insert(hash, owner, item)
    this.#counts[pair]++
  }

  /** Item and count by turns, in the order in which the items first came. */
  of(owner: number): number[] {
    const found: number[] = []
    if (owner >= this.#owned) return found
    for (let pair = this.#firsts[owner]; pair !== NONE; pair = this.#following[pair])
      found.push(this.#items[pair], this.#counts[pair])
    return found
  }

  clear(): void {
    this.#index.clear()
    this.#owned = 0
  }

  #insert(hash: number, owner: number, item: number): number {
    const pair = this.#index.add(hash)
    if (pair >= this.#owners.length) this.#grow(pair)
    this.#owners[pair] = owner
    this.#items[pair] = item
    this.#counts[pair] = 0
    this.#following[pair] = NONE
    this.#append(owner, pair)
    return pair
  }

  #append(owner: number, pair: number): void {
    this.#firsts = roomFor(this.#firsts, owner)
    this.#lasts = roomFor(this.#lasts, owner)
    for (; this.#owned <= owner; this.#owned++) this.#firsts[this.#owned] = NONE
    if (this.#firsts[owner] === NONE) this.#firsts[owner] = pair
    else this.#following[this.#lasts[owner]] = pair
    this.#lasts[owner] = pair
  }

  #grow(pair: number): void {
    this.#owners = roomFor(this.#owners, pair)
    this.#items = roomFor(this.#items, pair)
    this.#counts = roomFor(this.#counts, pair)
    this.#following = roomFor(this.#following, pair)
  }
}
