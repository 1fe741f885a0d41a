/**
 * How far event time has come in a partition: its receipt time, less what its slowest source lags behind it (shippers
 * that batch, clocks that are late), less a grace for stragglers. A clock that is wrong by more than a few minutes must
 * not hold up everybody else, and one record from a broken clock must not close everybody's windows: a leap counts once
 * enough records agree.
 */
import { MINUTE_MS } from './window.ts'

export const LATENESS_MS = 2_000
const LEAP_MS = 60 * MINUTE_MS
const LEAP_WITNESSES = 10
/** How much more than the promptest source another one may hold the partition back. */
const MAX_HOLD_MS = 2 * MINUTE_MS
/** A partition that was idle for so long is as far as the wall clock; before that it keeps its distance to it. */
const IDLE_MS = 10_000
/** Of sources that say nothing the lag is believed for so long. */
const QUIET_MS = 10 * MINUTE_MS
const MAX_SOURCES = 1_000

interface Source {
  highest: number
  leaps: number
  leapTo: number
  lag: number
  heard: number
}

export interface PartitionClock {
  /** Takes the event times of records that one source sent and when they were received, ms. */
  see(source: string, times: ArrayLike<number>, receivedAt: number): void
  /** What was seen since the last call was read at this wall time. */
  readAt(now: number): void
  /** No record older than this is expected. -Infinity before the first. */
  watermark(): number
  /** The partition has nothing to read and wall time is `now`. */
  idle(now: number): void
  /** Sources whose clock, or whose shipper, is later than they are waited for. */
  behind(): number
}

export function partitionClock(): PartitionClock {
  // In order of last hearing: the first was quiet longest, the last one is believed however long ago it spoke.
  const sources = new Map<string, Source>()
  let received = Number.NEGATIVE_INFINITY
  let idleSince: { readonly now: number; readonly received: number } | undefined
  let isLong = false
  /** When the newest records were read, or received where that was later. */
  let read: number | undefined
  let last: string | undefined

  function sourceOf(name: string, time: number): Source {
    const source = sources.get(name) ?? { highest: time, leaps: 0, leapTo: 0, lag: 0, heard: 0 }
    sources.delete(name)
    sources.set(name, source)
    if (sources.size > MAX_SOURCES) sources.delete(sources.keys().next().value ?? '')
    last = name
    return source
  }

  /** The largest lag that is still to be believed. */
  function lag(): number {
    let least = Number.POSITIVE_INFINITY
    let most = 0
    for (const [name, source] of sources) {
      if (received - source.heard > QUIET_MS && name !== last) sources.delete(name)
      least = Math.min(least, source.lag)
      most = Math.max(most, source.lag)
    }
    return Math.min(most, least + MAX_HOLD_MS)
  }

  return {
    see(name, times, receivedAt) {
      if (times.length === 0) return
      // Whoever replays history after a pause takes back what waiting had promised.
      if (idleSince) received = idleSince.received
      idleSince = undefined
      isLong = false
      received = Math.max(received, receivedAt)
      const source = sourceOf(name, times[0])
      for (let i = 0; i < times.length; i++) advance(source, Math.min(times[i], receivedAt))
      source.lag = receivedAt - source.highest
      source.heard = receivedAt
      read = undefined
    },
    readAt: (now) => void (read ??= Math.max(now, received)),
    watermark: () => (isLong || sources.size === 0 ? received : received - lag()) - LATENESS_MS,
    behind() {
      const held = lag()
      return [...sources.values()].filter((source) => source.lag > held).length
    },
    idle(now) {
      // Its distance to the wall clock is that of its last records, not the time for which nobody looked.
      idleSince ??= { now: read ?? now, received }
      isLong = sources.size === 0 || now - idleSince.now >= IDLE_MS
      received = isLong ? now : idleSince.received + (now - idleSince.now)
    },
  }
}

function advance(source: Source, time: number): void {
  if (time <= source.highest) return
  if (time < source.highest + LEAP_MS) {
    source.highest = time
    source.leaps = 0
    return
  }
  source.leapTo = source.leaps === 0 ? time : Math.min(source.leapTo, time)
  if (++source.leaps < LEAP_WITNESSES) return
  source.highest = source.leapTo
  source.leaps = 0
}
