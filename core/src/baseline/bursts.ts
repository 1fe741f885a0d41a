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
  /** By sliding span, short ones first: the most lines beyond the usual, then how many times the usual that was. */
  readonly peaks: Float64Array
}

export class Bursts {
  readonly #spans: number
  /** Oldest first; the last one may be going on. Most series never have any. */
  #known: Burst[] = []

  constructor(spans: number) {
    this.#spans = spans
  }

  /** Takes what a span holds and usually does; true when several bursts before were as large, by lines and by ratio. */
  isHabit(time: number, span: number, seen: number, usual: number): boolean {
    const burst = this.#current(time)
    burst.last = time
    // What came within ten seconds came within the hour as well.
    const excess = seen - usual
    const ratio = seen / (usual + 1)
    for (let i = span; i < this.#spans; i++) {
      burst.peaks[i] = Math.max(burst.peaks[i], excess)
      burst.peaks[this.#spans + i] = Math.max(burst.peaks[this.#spans + i], ratio)
    }
    const alike = this.#known.filter(
      (before) =>
        before !== burst &&
        time - before.last < FORGET_MS &&
        excess <= SAME_SIZE * before.peaks[span] &&
        ratio <= SAME_SIZE * before.peaks[this.#spans + span],
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
    const burst = { last: time, peaks: new Float64Array(2 * this.#spans) }
    this.#known = [...this.#known, burst].slice(-MOST_KEPT)
    return burst
  }
}
