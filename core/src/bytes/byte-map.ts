/**
 * Byte spans to numbers, without a string per look-up: what a span stands for is asked once and remembered. Exact: the
 * bytes are kept and compared, so no two spans are taken for one. Bounded: forgets all when full.
 */
const EMPTY = -1

export class ByteMap {
  readonly #make: (text: string) => number
  readonly #decode: (bytes: Uint8Array, start: number, end: number) => string
  readonly #limit: number
  #slots: Int32Array
  #keyStarts: number[] = []
  #keyLengths: number[] = []
  #values: number[] = []
  #arena: Uint8Array
  #arenaEnd = 0

  /** `make` tells the number of a span that is not known; `decode` gives it its text. */
  constructor(
    limit: number,
    decode: (bytes: Uint8Array, start: number, end: number) => string,
    make: (text: string) => number,
  ) {
    this.#limit = limit
    this.#decode = decode
    this.#make = make
    this.#slots = new Int32Array(256).fill(EMPTY)
    this.#arena = new Uint8Array(4096)
  }

  of(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193)
    const mask = this.#slots.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (let at = this.#slots[slot]; at !== EMPTY; at = this.#slots[slot]) {
      if (this.#isAt(at, bytes, start, end)) return this.#values[at]
      slot = (slot + 1) & mask
    }
    return this.#add(bytes, start, end)
  }

  #isAt(at: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (this.#keyLengths[at] !== end - start) return false
    let key = this.#keyStarts[at]
    for (let i = start; i < end; i++) if (bytes[i] !== this.#arena[key++]) return false
    return true
  }

  #add(bytes: Uint8Array, start: number, end: number): number {
    if (this.#values.length >= this.#limit) this.#clear()
    const value = this.#make(this.#decode(bytes, start, end))
    this.#reserve(end - start)
    this.#arena.set(bytes.subarray(start, end), this.#arenaEnd)
    this.#keyStarts.push(this.#arenaEnd)
    this.#keyLengths.push(end - start)
    this.#values.push(value)
    this.#arenaEnd += end - start
    if (this.#values.length * 2 > this.#slots.length) this.#rehash()
    else this.#place(this.#values.length - 1)
    return value
  }

  #clear(): void {
    this.#slots.fill(EMPTY)
    this.#keyStarts = []
    this.#keyLengths = []
    this.#values = []
    this.#arenaEnd = 0
  }

  #reserve(length: number): void {
    if (this.#arenaEnd + length <= this.#arena.length) return
    const larger = new Uint8Array(Math.max(this.#arena.length * 2, this.#arenaEnd + length))
    larger.set(this.#arena.subarray(0, this.#arenaEnd))
    this.#arena = larger
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(EMPTY)
    for (let at = 0; at < this.#values.length; at++) this.#place(at)
  }

  #place(at: number): void {
    const start = this.#keyStarts[at]
    let hash = 0x811c9dc5
    for (let i = start; i < start + this.#keyLengths[at]; i++) hash = Math.imul(hash ^ this.#arena[i], 0x01000193)
    const mask = this.#slots.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    while (this.#slots[slot] !== EMPTY) slot = (slot + 1) & mask
    this.#slots[slot] = at
  }
}
