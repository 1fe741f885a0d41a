/**
 * The last minutes of a series and what was expected of them, summed over 1, 5, 15 and 60 minutes. The newest fifteen
 * are kept by themselves, the hour in steps of five: a quarter of the room, and nothing an hour would miss.
 */
const STEP = 5
const MINUTES = 15
const STEPS = 12
const FIELDS = 5
const RAW = 4
const STEPS_AT = MINUTES * FIELDS

/** In minutes; an hour stands still between two steps. */
export const SPAN_MINUTES = [1, STEP, MINUTES, STEP * STEPS] as const

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

export class Spans {
  readonly #values = new Float32Array((MINUTES + STEPS) * FIELDS)
  #count = 0

  /** Minutes since it was last empty. */
  get length(): number {
    return this.#count
  }

  /** Whether the sum over a span of that index has news since the last minute. */
  isDue(index: number): boolean {
    return this.#count >= SPAN_MINUTES[index] && (index < 3 || this.#count % STEP === 0)
  }

  /** `raw` is what was counted, `seen` what of it is to be judged. */
  push(seen: number, { mean, top, bottom }: Expected, raw: number): void {
    const at = (this.#count % MINUTES) * FIELDS
    this.#write(at, seen, mean, top, bottom)
    this.#values[at + RAW] = raw
    this.#count++
    if (this.#count % STEP !== 0) return
    const step = this.sums(STEP)
    this.#write(STEPS_AT + ((this.#count / STEP - 1) % STEPS) * FIELDS, step.seen, step.mean, step.top, step.bottom)
  }

  /** Over the newest minutes, up to fifteen. */
  sums(minutes: number): Sums {
    return this.#add(0, MINUTES, this.#count, Math.min(minutes, this.#count))
  }

  /** Over the newest whole steps of five minutes, up to twelve. */
  steps(steps: number): Sums {
    const known = Math.floor(this.#count / STEP)
    return this.#add(STEPS_AT, STEPS, known, Math.min(steps, known))
  }

  over(index: number): Sums {
    return index < 3 ? this.sums(SPAN_MINUTES[index]) : this.steps(STEPS)
  }

  /** The least that was counted in one of the newest minutes, up to fifteen. */
  least(minutes: number): number {
    let least = Number.POSITIVE_INFINITY
    for (let i = Math.max(0, this.#count - minutes); i < this.#count; i++) {
      least = Math.min(least, this.#values[(i % MINUTES) * FIELDS + RAW])
    }
    return least
  }

  /** Counts of the whole steps there are, in no order. */
  stepCounts(): number[] {
    const known = Math.min(STEPS, Math.floor(this.#count / STEP))
    return Array.from({ length: known }, (_, i) => this.#values[STEPS_AT + i * FIELDS])
  }

  clear(): void {
    this.#count = 0
  }

  #write(at: number, seen: number, mean: number, top: number, bottom: number): void {
    this.#values[at] = seen
    this.#values[at + 1] = mean
    this.#values[at + 2] = top
    this.#values[at + 3] = bottom
  }

  #add(base: number, size: number, next: number, entries: number): Sums {
    const sums = { seen: 0, mean: 0, top: 0, bottom: 0 }
    for (let i = next - entries; i < next; i++) {
      const at = base + (i % size) * FIELDS
      sums.seen += this.#values[at]
      sums.mean += this.#values[at + 1]
      sums.top += this.#values[at + 2]
      sums.bottom += this.#values[at + 3]
    }
    return sums
  }
}
