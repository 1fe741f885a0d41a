/** The last `size` counts with what was expected of them, and sums over the newest. */
export interface Expected {
  /** Best guess. */
  readonly mean: number
  /** The most and the least that the calendar would explain. */
  readonly top: number
  readonly bottom: number
}

export interface Sums extends Expected {
  readonly seen: number
}

const FIELDS = 4

export class Ring {
  readonly #values: Float64Array
  readonly #size: number
  #next = 0
  #length = 0

  constructor(size: number) {
    this.#size = size
    this.#values = new Float64Array(FIELDS * size)
  }

  get length(): number {
    return this.#length
  }

  /** `share` is the part of the expected that this entry stands for. */
  push(seen: number, expected: Expected, share = 1): void {
    const at = FIELDS * this.#next
    this.#values[at] = seen
    this.#values[at + 1] = expected.mean * share
    this.#values[at + 2] = expected.top * share
    this.#values[at + 3] = expected.bottom * share
    this.#next = (this.#next + 1) % this.#size
    this.#length = Math.min(this.#size, this.#length + 1)
  }

  /** Over the newest `entries`, or over all there are. */
  sums(entries: number): Sums {
    let seen = 0
    let mean = 0
    let top = 0
    let bottom = 0
    for (let i = 1; i <= Math.min(entries, this.#length); i++) {
      const at = FIELDS * ((this.#next - i + this.#size) % this.#size)
      seen += this.#values[at]
      mean += this.#values[at + 1]
      top += this.#values[at + 2]
      bottom += this.#values[at + 3]
    }
    return { seen, mean, top, bottom }
  }

  clear(): void {
    this.#next = 0
    this.#length = 0
  }
}
