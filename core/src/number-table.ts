/**
 * Small numbers by keys that are hashes already, whole numbers of up to 53 bits: open addressing in two typed arrays, 12
 * bytes a slot, no object per entry. A value may be replaced and removed, a key stays until all are forgotten.
 */
const FEWEST_SLOTS = 256
/** Full enough to grow. */
const MOST = 0.75
/** No value is one of these. */
const EMPTY = -0x80000000
const REMOVED = EMPTY + 1

export class NumberTable {
  /** Entries that have a value. */
  size = 0
  #used = 0
  #keys = new Float64Array(FEWEST_SLOTS)
  #values = new Int32Array(FEWEST_SLOTS).fill(EMPTY)

  get(key: number): number | undefined {
    const value = this.#values[this.#slotOf(key)]
    return value > REMOVED ? value : undefined
  }

  /** Gives the value that was there. */
  set(key: number, value: number): number | undefined {
    const slot = this.#slotOf(key)
    const before = this.#values[slot]
    this.#values[slot] = value
    if (before > REMOVED) return before
    this.size++
    if (before === EMPTY) {
      this.#keys[slot] = key
      if (++this.#used > MOST * this.#keys.length) this.#grow()
    }
    return undefined
  }

  delete(key: number): void {
    const slot = this.#slotOf(key)
    if (this.#values[slot] <= REMOVED) return
    this.#values[slot] = REMOVED
    this.size--
  }

  /** Where the key is, or would be. */
  #slotOf(key: number): number {
    const keys = this.#keys
    const values = this.#values
    const last = keys.length - 1
    // Both halves, for tables that are larger than either is random.
    let slot = (key ^ (key / 0x200000)) & last
    while (values[slot] !== EMPTY && keys[slot] !== key) slot = (slot + 1) & last
    return slot
  }

  #grow(): void {
    const keys = this.#keys
    const values = this.#values
    this.#keys = new Float64Array(keys.length * 2)
    this.#values = new Int32Array(keys.length * 2).fill(EMPTY)
    this.#used = this.size = 0
    for (let i = 0; i < keys.length; i++) if (values[i] > REMOVED) this.set(keys[i], values[i])
  }
}
