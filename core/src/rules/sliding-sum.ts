/** Sum over the last `span` ms of event time, in at most 60 steps: exact up to five minutes, to a 60th beyond. */
import { WINDOW_MS } from '../aggregate/window.ts'

const STEPS = 60

export class SlidingSum {
  readonly #span: number
  readonly #step: number
  readonly #steps: { start: number; sum: number }[] = []

  constructor(span: number) {
    this.#span = span
    this.#step = Math.max(WINDOW_MS, Math.ceil(span / STEPS / WINDOW_MS) * WINDOW_MS)
  }

  add(window: number, count: number): void {
    const last = this.#steps.at(-1)
    if (last && window < last.start + this.#step) last.sum += count
    else this.#steps.push({ start: window, sum: count })
  }

  /** Of what began less than `span` before `end`. */
  at(end: number): number {
    while (this.#steps.length > 0 && this.#steps[0].start < end - this.#span) this.#steps.shift()
    return this.#steps.reduce((sum, step) => sum + step.sum, 0)
  }
}
