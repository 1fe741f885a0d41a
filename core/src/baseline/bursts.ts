/**
 * Bursts that a series is used to. Some sources are quiet for hours and then write twenty lines at once, many times a
 * day; no calendar explains when, but the size is theirs. A burst no larger than several before it is a habit.
 */
import { MINUTE_MS } from '../aggregate/window.ts'

/** Quiet for so long, the next lines are another burst. */
const APART_MS = 30 * MINUTE_MS
const FORGET_MS = 28 * 24 * 60 * MINUTE_MS
const HABIT = 3
const MOST_KEPT = 16
/** So much larger than before is still the same size. */
const SAME_SIZE = 1.25

interface Burst {
  last: number
  /** The most lines seen in each of the sliding spans, short ones first. */
  readonly peaks: Float64Array
}

export class Bursts {
  readonly #spans: number
  /** Oldest first; the last one may be going on. Most series never have any. */
  #known: Burst[] = []

  constructor(spans: number) {
    this.#spans = spans
  }

  /** Takes what a span holds while it is far above the usual; true when several bursts before held as much. */
  isHabit(time: number, span: number, seen: number): boolean {
    const burst = this.#current(time)
    burst.last = time
    // What came within ten seconds came within the hour as well.
    for (let i = span; i < this.#spans; i++) burst.peaks[i] = Math.max(burst.peaks[i], seen)
    const alike = this.#known.filter(
      (before) => before !== burst && time - before.last < FORGET_MS && seen <= SAME_SIZE * before.peaks[span],
    )
    return alike.length >= HABIT
  }

  /** Whether there is anything to remember. */
  get any(): boolean {
    return this.#known.length > 0
  }

  #current(time: number): Burst {
    const latest = this.#known.at(-1)
    if (latest && time - latest.last < APART_MS) return latest
    const burst = { last: time, peaks: new Float64Array(this.#spans) }
    this.#known = [...this.#known, burst].slice(-MOST_KEPT)
    return burst
  }
}
