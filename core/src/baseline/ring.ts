/** The last `size` entries of (count, smooth, stepped), with sums over the newest of them. */
export class Ring {
  readonly #values: Float64Array
  readonly #size: number
  #next = 0
  #length = 0

  constructor(size: number) {
    this.#size = size
    this.#values = new Float64Array(3 * size)
  }

  get length(): number {
    return this.#length
  }

  push(count: number, smooth: number, stepped: number): void {
    this.#values.set([count, smooth, stepped], 3 * this.#next)
    this.#next = (this.#next + 1) % this.#size
    this.#length = Math.min(this.#size, this.#length + 1)
  }

  /** Over the newest `entries`, or over all there are. */
  sums(entries: number): [count: number, smooth: number, stepped: number] {
    const sums: [number, number, number] = [0, 0, 0]
    for (let i = 1; i <= Math.min(entries, this.#length); i++) {
      const at = 3 * ((this.#next - i + this.#size) % this.#size)
      sums[0] += this.#values[at]
      sums[1] += this.#values[at + 1]
      sums[2] += this.#values[at + 2]
    }
    return sums
  }

  clear(): void {
    this.#next = 0
    this.#length = 0
  }
}
