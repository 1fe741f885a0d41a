/**
 * Hashes of 64 bits to small numbers. Open addressing over typed arrays; two generations, so that what is not seen any
 * more goes without a scan: when the young one is full it becomes the old one, and what is found there moves up again.
 */
const EMPTY = -1
const INITIAL_SLOTS = 4096

interface Generation {
  readonly hashes: Int32Array
  readonly values: Int32Array
  used: number
}

export class HashCache {
  readonly #limit: number
  #young: Generation = generation(INITIAL_SLOTS)
  #old: Generation = generation(2)

  /** `limit`: entries of a generation, a power of two. */
  constructor(limit: number) {
    this.#limit = limit
  }

  /** The number kept under the hash, 0 and more; -1 when there is none. */
  find(a: number, b: number): number {
    const young = slotOf(this.#young, a, b)
    if (this.#young.values[young] !== EMPTY) return this.#young.values[young]
    const value = this.#old.values[slotOf(this.#old, a, b)]
    if (value === EMPTY) return EMPTY
    this.keep(a, b, value)
    return value
  }

  /** Keeps what is one more than what was kept, and gives it; the first time that is 1. */
  count(a: number, b: number): number {
    const { values } = this.#young
    const young = slotOf(this.#young, a, b)
    if (values[young] !== EMPTY) return ++values[young]
    const before = this.#old.values[slotOf(this.#old, a, b)]
    const counted = before === EMPTY ? 1 : before + 1
    this.keep(a, b, counted)
    return counted
  }

  keep(a: number, b: number, value: number): void {
    if (this.#young.used * 4 >= this.#young.values.length * 3) this.#makeRoom()
    put(this.#young, a, b, value)
  }

  #makeRoom(): void {
    const full = this.#young
    if (full.used < this.#limit) {
      this.#young = grown(full)
      return
    }
    this.#old = full
    this.#young = generation(INITIAL_SLOTS)
  }
}

function generation(slots: number): Generation {
  return { hashes: new Int32Array(slots * 2), values: new Int32Array(slots).fill(EMPTY), used: 0 }
}

/** Where the hash stands, or the empty slot where it would. */
function slotOf({ hashes, values }: Generation, a: number, b: number): number {
  const mask = values.length - 1
  let slot = (a ^ (b >>> 15) ^ (a >>> 17)) & mask
  while (values[slot] !== EMPTY && (hashes[slot * 2] !== a || hashes[slot * 2 + 1] !== b)) slot = (slot + 1) & mask
  return slot
}

function put(into: Generation, a: number, b: number, value: number): void {
  const slot = slotOf(into, a, b)
  if (into.values[slot] === EMPTY) into.used++
  into.hashes[slot * 2] = a
  into.hashes[slot * 2 + 1] = b
  into.values[slot] = value
}

function grown(full: Generation): Generation {
  const larger = generation(full.values.length * 2)
  for (let slot = 0; slot < full.values.length; slot++) {
    if (full.values[slot] !== EMPTY) put(larger, full.hashes[slot * 2], full.hashes[slot * 2 + 1], full.values[slot])
  }
  return larger
}
