/** How busy a source is against its calendar: moves slowly, and steps where a step has held for an hour. */
import type { Sums } from './spans.ts'

const KEEP = 0.5 ** (1 / 120)
/** A step that holds for an hour is the new normal. */
const ACCEPT_DEVIATION = 4
const ACCEPT_MINUTES = 60
/** One that leads back to where it was is so much sooner, and looked for this long. */
const RETURN_MINUTES = 10
const FORMER_MINUTES = 24 * 60

export class Level {
  now = 1
  /** Before the last step that was accepted: to go back to it is no news for a while. */
  #former = 1
  #formerUntil = -1
  /** For so many minutes in a row it was far above, or below where negative. */
  #apart = 0

  /** What it may go back to in that minute without being news. */
  former(minute: number): number {
    return minute < this.#formerUntil ? this.#former : this.now
  }

  /** A minute in which so many came, of `mean` that were expected. */
  follow(seen: number, mean: number): void {
    this.now *= 1 + (1 - KEEP) * ((seen + 0.5) / (mean + 0.5) - 1)
  }

  /** Nothing is known of the minutes before. */
  forgetSteps(): void {
    this.#apart = 0
  }

  /** Whether so many minutes ago a step began that is accepted now, `deviations` away; where it leads, `step` tells. */
  isNewNormal(minute: number, deviations: number): 'return' | 'step' | undefined {
    const sign = Math.abs(deviations) > ACCEPT_DEVIATION ? Math.sign(deviations) : 0
    this.#apart = sign !== 0 && sign === Math.sign(this.#apart) ? this.#apart + sign : sign
    const isReturn = minute < this.#formerUntil && (this.#former - this.now) * sign > 0
    if (Math.abs(this.#apart) < (isReturn ? RETURN_MINUTES : ACCEPT_MINUTES)) return undefined
    return isReturn ? 'return' : 'step'
  }

  step(minute: number, { seen, mean }: Sums): void {
    this.#former = this.now
    this.#formerUntil = minute + FORMER_MINUTES
    this.now *= (seen + 0.5) / (mean + 0.5)
    this.#apart = 0
  }
}
