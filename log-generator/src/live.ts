import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '@errorsense/core/ports/clock.ts'
import type { Rate } from './options.ts'
import type { Pump } from './pump.ts'
import type { PlannedScenario } from './scenarios/scenario.ts'
import { createTraffic, type Traffic, type TrafficOptions } from './traffic.ts'

export interface LiveOptions extends Omit<TrafficOptions, 'start' | 'rate'> {
  readonly rate: Rate
  /** History before the present, written as fast as possible, without scenarios. */
  readonly backfillMs: number
  /** What happens from the moment on at which the present is reached; in order of time. */
  readonly plan: (start: number) => Iterator<PlannedScenario>
  readonly clock: Clock
}

const TICK_MS = 100
/** Close enough to the present to begin. */
const CAUGHT_UP_MS = 300
/** Where `max` begins, the share of the time it may take, and the bounds of one correction. */
const FIRST_RATE = 20_000
const BUSY = 0.9
const SLOWER = 0.5
const FASTER = 1.25

/** Follows the wall clock until it is aborted. */
export async function runLive(
  { rate, backfillMs, plan, clock, ...options }: LiveOptions,
  pump: Pump,
  signal: AbortSignal,
): Promise<void> {
  const start = Math.floor(clock() - backfillMs)
  const traffic = createTraffic({ ...options, start, rate: rate === 'max' ? FIRST_RATE : rate })
  let reached = start
  const advance = async () => {
    const from = clock()
    const slice = from - reached
    await pump(traffic.until(from), from)
    reached = from
    return { slice, took: clock() - from }
  }

  if (backfillMs > 0) while (!signal.aborted && clock() - reached > CAUGHT_UP_MS) await advance()
  const upcoming = scheduler(traffic, plan(clock()))
  while (!signal.aborted) {
    upcoming(clock())
    const { slice, took } = await advance()
    if (rate === 'max') traffic.rate *= Math.min(FASTER, Math.max(SLOWER, (BUSY * slice) / Math.max(1, took)))
    await sleep(Math.max(0, reached + TICK_MS - clock()), undefined, { signal }).catch(() => {})
  }
}

/** Plans what begins before the next tick; an endless plan is asked for no more than that. */
function scheduler(traffic: Traffic, plan: Iterator<PlannedScenario>): (now: number) => void {
  let next = plan.next()
  return (now) => {
    while (next.done !== true && next.value.start <= now + TICK_MS) {
      traffic.plan(next.value)
      next = plan.next()
    }
  }
}
