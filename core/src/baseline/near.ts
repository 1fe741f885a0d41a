/** The minutes just before: their mean, and how far a minute usually is from that. They know nothing of the hour. */
import type { Dispersion } from './dispersion.ts'
import { upperTail } from './negative-binomial.ts'
import { SPAN_MINUTES, type Spans } from './spans.ts'

const MINUTES = 15
/** The index of that span. */
const QUARTER = SPAN_MINUTES.indexOf(MINUTES)
/** Less is not worth asking about. */
const RATIO = 2

export class Near {
  /** Lines a minute; 0 when they are not known. */
  #mean = 0
  readonly #dispersion: Dispersion
  readonly #index: number

  /** How far a minute usually is from the mean is kept under that index. */
  constructor(dispersion: Dispersion, index: number) {
    this.#dispersion = dispersion
    this.#index = index
  }

  get isKnown(): boolean {
    return this.#mean > 0
  }

  /** How likely so many are in a part of a minute, where at least `least` are expected; 1 where they are no news. */
  chanceUp(seen: number, part: number, least: number): number {
    const mean = part * this.#mean
    return seen < RATIO * mean ? 1 : upperTail(seen, Math.max(mean, least), this.#dispersion.of(this.#index))
  }

  /** The minute that ended is compared with those before it, and then is one of them. */
  learn(seen: number, spans: Spans): void {
    if (this.#mean > 1) this.#dispersion.learn(this.#index, 1, seen, this.#mean, 1)
    this.#mean = spans.length < MINUTES ? 0 : spans.over(QUARTER).seen / MINUTES
  }

  forget(): void {
    this.#mean = 0
  }
}
