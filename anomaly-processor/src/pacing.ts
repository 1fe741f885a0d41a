/**
 * How long to wait for more before a small range is taken. An insert costs the store the same whatever is in it, and a part
 * that it has to merge: a few lines are stored together with those of the next moment. Whoever has a backlog, or much to
 * read, never waits.
 */

/** Ranges from here on are worth an insert. */
const SMALL_BYTES = 64 * 1024
/** The store rests so many times as long as it worked for a range. */
const RESTS = 9
/** All partitions together wait no longer: what somebody is told must not be late. */
const ROUND_MS = 240

export interface Pacing {
  /** How long the store took for a range, ms. */
  stored(ms: number): void
  /** Before the next range, ms: the last one had so many bytes, and so many partitions, 1 and more, take turns. */
  restAfter(bytes: number, partitions: number): number
}

export function pacing(): Pacing {
  let cost = 0
  return {
    stored(ms) {
      cost = ms
    },
    restAfter(bytes, partitions) {
      return bytes >= SMALL_BYTES ? 0 : Math.min(RESTS * cost, ROUND_MS / partitions)
    },
  }
}
