/**
 * How far event time has come. Per source the highest time seen less a grace for stragglers; over all sources the
 * lowest, as in "The Dataflow Model" (Akidau et al., VLDB 2015). One record from a broken clock must not close
 * everybody's windows, so a leap ahead counts only once enough records agree.
 */
import { MINUTE_MS } from './window.ts'

export const LATENESS_MS = 2_000
const LEAP_MS = 60 * MINUTE_MS
const LEAP_WITNESSES = 10

export interface SourceClock {
  /** Takes the event time of a record, ms. */
  see(time: number): void
  /** No record older than this is expected. -Infinity before the first. */
  watermark(): number
  /** The source is idle and wall time is `now`: nothing older can be under way. */
  idle(now: number): void
}

export function sourceClock(): SourceClock {
  let highest = Number.NEGATIVE_INFINITY
  let leaps = 0
  let leapTo = Number.POSITIVE_INFINITY
  return {
    see(time) {
      if (time <= highest) return
      if (highest === Number.NEGATIVE_INFINITY || time < highest + LEAP_MS) {
        highest = time
        leaps = 0
        return
      }
      leapTo = leaps === 0 ? time : Math.min(leapTo, time)
      if (++leaps < LEAP_WITNESSES) return
      highest = leapTo
      leaps = 0
    },
    watermark: () => highest - LATENESS_MS,
    idle(now) {
      if (highest === Number.NEGATIVE_INFINITY || now > highest) highest = now
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
      reached.set(source, Math.max(watermark, reached.get(source) ?? Number.NEGATIVE_INFINITY))
    },
    value: () => (reached.size < expected ? Number.NEGATIVE_INFINITY : Math.min(...reached.values())),
  }
}
