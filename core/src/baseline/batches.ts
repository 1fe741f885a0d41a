/**
 * Lines that come together: a quiet source may write ten for one thing that happened. How many is the mean over lines of how
 * many came with each, in minutes in which little is expected.
 */

/** Expected lines a minute below which they may come in batches; a young source is believed to write four at a time. */
const QUIET = 20
const BATCH_START = 4
const BATCH_LINES = 10
const BATCH_MEMORY = 2_000
const MOST_BATCH = 50
/** One failure writes some errors, an outage many: the next outage must not look like one failure. */
const MOST_ERRORS = 3

export class Batches {
  readonly #most: number
  #lines = BATCH_LINES
  /** Lines times how many came with each. */
  #squares: number

  constructor(areErrors: boolean) {
    this.#most = areErrors ? MOST_ERRORS : MOST_BATCH
    this.#squares = BATCH_LINES * (areErrors ? 1 : BATCH_START)
  }

  /** Lines of a batch where `expected` come in a minute, 1 and more. */
  size(expected: number): number {
    return expected > QUIET ? 1 : Math.max(1, this.#squares / this.#lines)
  }

  /** A minute in which `seen` came. */
  learn(seen: number, expected: number): void {
    if (expected > QUIET) return
    const most = Math.min(seen, this.#most)
    this.#lines += most
    this.#squares += most * Math.max(0, most - expected)
    if (this.#lines < BATCH_MEMORY) return
    this.#lines /= 2
    this.#squares /= 2
  }
}
