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

interface MutableSums {
  seen: number
  mean: number
  top: number
  bottom: number
}

/**
 * Over each span, as of the minute of the series that was asked for last: a minute is asked several times what its sums
 * are, and then no more. One for all series, so that it costs none of them any room.
 */
const latest = {
  of: undefined as Spans | undefined,
  count: 0,
  isKnown: SPAN_MINUTES.map(() => false),
  sums: SPAN_MINUTES.map((): MutableSums => ({ seen: 0, mean: 0, top: 0, bottom: 0 })),
}
const sorted = new Float32Array(STEPS)

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
    const step = this.over(1)
    this.#write(STEPS_AT + ((this.#count / STEP - 1) % STEPS) * FIELDS, step.seen, step.mean, step.top, step.bottom)
  }

  /** Over the newest whole steps of five minutes, up to twelve. */
  steps(steps: number): Sums {
    return this.#addSteps(steps, { seen: 0, mean: 0, top: 0, bottom: 0 })
  }

  /** Over the span of that index, as far as there is so much. Valid until another series or minute is asked for. */
  over(index: number): Sums {
    if (latest.of !== this || latest.count !== this.#count) {
      latest.of = this
      latest.count = this.#count
      latest.isKnown.fill(false)
    }
    const sums = latest.sums[index]
    if (latest.isKnown[index]) return sums
    latest.isKnown[index] = true
    if (index === SPAN_MINUTES.length - 1) return this.#addSteps(STEPS, sums)
    return this.#add(0, MINUTES, this.#count, Math.min(SPAN_MINUTES[index], this.#count), sums)
  }

  /** The least that was counted in one of the newest minutes, up to fifteen. */
  least(minutes: number): number {
    let least = Number.POSITIVE_INFINITY
    for (let i = Math.max(0, this.#count - minutes); i < this.#count; i++) {
      least = Math.min(least, this.#values[(i % MINUTES) * FIELDS + RAW])
    }
    return least
  }

  /** Of the counts of the whole steps there are, the one in the middle; undefined where they are fewer than so many. */
  middleStep(least: number): number | undefined {
    const known = Math.min(STEPS, Math.floor(this.#count / STEP))
    if (known < least) return undefined
    for (let i = 0; i < known; i++) {
      const count = this.#values[STEPS_AT + i * FIELDS]
      let at = i
      for (; at > 0 && sorted[at - 1] > count; at--) sorted[at] = sorted[at - 1]
      sorted[at] = count
    }
    return sorted[known >> 1]
  }

  clear(): void {
    this.#count = 0
    latest.of = undefined
  }

  #write(at: number, seen: number, mean: number, top: number, bottom: number): void {
    this.#values[at] = seen
    this.#values[at + 1] = mean
    this.#values[at + 2] = top
    this.#values[at + 3] = bottom
  }

  #addSteps(steps: number, sums: MutableSums): Sums {
    const known = Math.floor(this.#count / STEP)
    return this.#add(STEPS_AT, STEPS, known, Math.min(steps, known), sums)
  }

  #add(base: number, size: number, next: number, entries: number, sums: MutableSums): Sums {
    const values = this.#values
    let [seen, mean, top, bottom] = [0, 0, 0, 0]
    for (let i = next - entries; i < next; i++) {
      const at = base + (i % size) * FIELDS
      seen += values[at]
      mean += values[at + 1]
      top += values[at + 2]
      bottom += values[at + 3]
    }
    sums.seen = seen
    sums.mean = mean
    sums.top = top
    sums.bottom = bottom
    return sums
  }
}
