/**
 * Where a byte stands next in a chunk. Lines mostly lack it, so one native search answers for many lines.
 */
export class NextByte {
  readonly #byte: number
  #bytes: Uint8Array | undefined
  #from = 0
  #found = -1

  constructor(byte: number) {
    this.#byte = byte
  }

  /** Offset of the first one at `at` or behind, or past the end of the chunk. */
  from(bytes: Uint8Array, at: number): number {
    if (bytes !== this.#bytes || at < this.#from || at > this.#found) {
      const found = bytes.indexOf(this.#byte, at)
      this.#bytes = bytes
      this.#from = at
      this.#found = found < 0 ? bytes.length : found
    }
    return this.#found
  }
}
