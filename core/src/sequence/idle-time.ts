/**
 * How long a session may be quiet before it counts as over, learnt from the longest pause of every session so far:
 * three times what 99 of 100 stay below. Pauses are kept as counts in logarithmic bins (aggregate/sketch.ts).
 */
import { latencyBin, latencyOfBin } from '../aggregate/sketch.ts'
import { MINUTE_MS, WINDOW_MS } from '../aggregate/window.ts'

const BINS = 513
const SHARE = 0.99
const PATIENCE = 3
const AT_FIRST_MS = 30 * MINUTE_MS
const SHORTEST_MS = 2 * WINDOW_MS
const LONGEST_MS = 6 * 60 * MINUTE_MS
/** Sessions needed before their pauses are believed; and after which half of them is forgotten. */
const ENOUGH = 50
const FULL = 10_000

export interface IdleTime {
  /** The longest pause within one session, ms. */
  readonly learn: (pause: number) => void
  /** Quiet for so long is over, ms. */
  readonly limit: () => number
  /** Quiet for so long is probably over: for the end of input, when there is nothing to wait for, ms. */
  readonly likely: () => number
  readonly keep: () => KeptIdleTime
  readonly recall: (kept: KeptIdleTime) => void
}

export interface KeptIdleTime {
  readonly counts: Uint32Array<ArrayBuffer>
  readonly total: number
}

export function idleTime(): IdleTime {
  let counts = new Uint32Array(BINS)
  let total = 0

  function usual(): number {
    let left = SHARE * total
    const bin = counts.findIndex((count) => (left -= count) <= 0)
    return latencyOfBin(bin)
  }

  return {
    learn(pause) {
      counts[latencyBin(pause)]++
      if (++total < FULL) return
      for (let i = 0; i < BINS; i++) counts[i] >>= 1
      total = counts.reduce((sum, count) => sum + count, 0)
    },
    limit: () => (total < ENOUGH ? AT_FIRST_MS : within(PATIENCE * usual())),
    likely: () => (total === 0 ? 0 : within(usual())),
    keep: () => ({ counts, total }),
    recall: (kept) => ({ counts, total } = kept),
  }
}

function within(time: number): number {
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, time))
}
