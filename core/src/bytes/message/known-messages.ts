/**
 * What messages tell, by number: shape, level, and a list of integers that says where else to look (`clues.ts`).
 * Columns over one pool, no object per message. Entries that tell the same have the same number.
 */
import { HashIndex, roomFor } from '../../hash-index.ts'
import { mix32 } from '../../mine/hash.ts'

const FEW = 1024
const MAX_ENTRIES = 1 << 19
/** 32 MiB. */
const MAX_CLUES = 1 << 23

export class KnownMessages {
  readonly #index = new HashIndex()
  #shapes = new Uint32Array(FEW)
  #levels = new Uint8Array(FEW)
  /** Where the clues of each entry begin; they end where those of the next one begin. */
  #begins = new Uint32Array(FEW)
  #clues = new Int32Array(FEW)

  /** Whether everything has to be forgotten before there is room again. */
  get isFull(): boolean {
    return this.#index.size >= MAX_ENTRIES || this.#begins[this.#index.size] >= MAX_CLUES
  }

  /** Clues of all entries, one behind the other; a new one when it grows. */
  get clues(): Int32Array {
    return this.#clues
  }

  shapeOf(entry: number): number {
    return this.#shapes[entry]
  }

  levelOf(entry: number): number {
    return this.#levels[entry]
  }

  /** Where in `clues` those of the entry begin; negative when it has none. */
  cluesAt(entry: number): number {
    const at = this.#begins[entry]
    return this.#begins[entry + 1] === at ? -1 : at
  }

  cluesOf(entry: number): number[] {
    return [...this.#clues.subarray(this.#begins[entry], this.#begins[entry + 1])]
  }

  /** Number of the entry that tells this. */
  numberOf(shape: number, level: number, clues: readonly number[]): number {
    let hash = mix32(shape ^ Math.imul(level + 1, 0x9e3779b1))
    for (const clue of clues) hash = Math.imul(hash ^ clue, 0x01000193) ^ (hash >>> 15)
    for (let entry = this.#index.first(hash); entry >= 0; entry = this.#index.next(entry))
      if (this.#tells(entry, shape, level, clues)) return entry
    return this.#add(hash, shape, level, clues)
  }

  #tells(entry: number, shape: number, level: number, clues: readonly number[]): boolean {
    if (this.#shapes[entry] !== shape || this.#levels[entry] !== level) return false
    const at = this.#begins[entry]
    if (this.#begins[entry + 1] - at !== clues.length) return false
    for (let i = 0; i < clues.length; i++) if (this.#clues[at + i] !== clues[i]) return false
    return true
  }

  #add(hash: number, shape: number, level: number, clues: readonly number[]): number {
    const entry = this.#index.add(hash)
    this.#shapes = roomFor(this.#shapes, entry)
    this.#levels = roomFor(this.#levels, entry)
    this.#begins = roomFor(this.#begins, entry + 1)
    const at = this.#begins[entry]
    this.#clues = roomFor(this.#clues, at + clues.length)
    this.#shapes[entry] = shape
    this.#levels[entry] = level
    this.#clues.set(clues, at)
    this.#begins[entry + 1] = at + clues.length
    return entry
  }
}
