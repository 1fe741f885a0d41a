/**
 * How far event time has come. Per source the highest time seen less a grace for stragglers; over all sources the
 * lowest, as in "The Dataflow Model" (Akidau et al., VLDB 2015). One record from a broken clock must not close
 * everybody's windows, so a leap ahead counts only once enough records agree.
 */
import { MINUTE_MS } from './window.ts'

export const LATENESS_MS = 2_000
const LEAP_MS = 60 * MINUTE_MS
const LEAP_WITNESSES = 10

/** A source that was idle for so long is as far as the wall clock; before that it goes on at its own distance to it. */
const IDLE_MS = 30_000

export interface SourceClock {
  /** Takes the event time of a record, ms. */
  see(time: number): void
  /** No record older than this is expected. -Infinity before the first. */
  watermark(): number
  /** The source has nothing to read and wall time is `now`. */
  idle(now: number): void
}

export function sourceClock(): SourceClock {
  /** By records, and by waiting for them. */
  let highest = Number.NEGATIVE_INFINITY
  let waited = Number.NEGATIVE_INFINITY
  let idleSince: number | undefined
  let leaps = 0
  let leapTo = 0

  function leap(time: number): void {
    leapTo = leaps === 0 ? time : Math.min(leapTo, time)
    if (++leaps < LEAP_WITNESSES) return
    highest = leapTo
    leaps = 0
  }

  return {
    see(time) {
      idleSince = undefined
      // Whoever replays history after a pause takes back what waiting had promised.
      waited = Number.NEGATIVE_INFINITY
      if (time <= highest) return
      if (highest !== Number.NEGATIVE_INFINITY && time >= highest + LEAP_MS) return leap(time)
      highest = time
      leaps = 0
    },
    watermark: () => Math.max(highest, waited) - LATENESS_MS,
    idle(now) {
      idleSince ??= now
      const isLong = highest === Number.NEGATIVE_INFINITY || now - idleSince >= IDLE_MS
      waited = isLong ? now : highest + (now - idleSince)
    },
  }
}

export interface MergedWatermark {
  /** A source says how far it has come; `sources` is how many there are in all. */
  advance(source: string, watermark: number, sources: number): void
  /** The lowest of all sources; -Infinity until each has spoken. */
  value(): number
}

export function mergedWatermark(): MergedWatermark {
  const reached = new Map<string, number>()
  let expected = 1
  return {
    advance(source, watermark, sources) {
      expected = sources
      reached.set(source, watermark)
    },
    value: () => (reached.size < expected ? Number.NEGATIVE_INFINITY : Math.min(...reached.values())),
  }
}
