/**
 * How much more counts vary than chance would have it, of each length of span: the negative binomial's phi, its variance
 * being mean + phi * mean². Starts wide, so that what is young alarms at a landslide only.
 */
const START = 0.3
const START_WEIGHT = 6
const FLOOR = 0.003
const MEMORY = 1440
/** One look counts so many standard deviations squared at most. */
const MOST = 9

export class Dispersion {
  readonly #size: number
  /** Phi of each length, then how much was seen of it. */
  readonly #phi: Float32Array

  constructor(lengths: number) {
    this.#size = lengths
    this.#phi = new Float32Array(2 * lengths).fill(START, 0, lengths)
  }

  of(index: number): number {
    return this.#phi[index]
  }

  /**
   * `seen` came where `mean` was expected, in batches of so many. `weight`: how much of an independent look this one is;
   * sliding spans overlap.
   */
  learn(index: number, weight: number, seen: number, mean: number, batch: number): void {
    const old = this.#phi[index]
    const limit = MOST * (mean + old * mean * mean)
    const sample = (Math.min(limit, (seen - mean) ** 2) - batch * mean) / (mean * mean)
    const known = Math.min(MEMORY, (this.#phi[this.#size + index] += weight))
    const rate = weight / (START_WEIGHT + known)
    this.#phi[index] = Math.max(FLOOR, old + rate * (sample - old))
  }
}
