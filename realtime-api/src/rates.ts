import { WINDOW_MS } from '@errorsense/core/aggregate/window.ts'
import type { ServiceRate } from '@errorsense/core/wire/live.ts'

export const TICK_MS = 1000
const TICKS = WINDOW_MS / TICK_MS
const SECONDS = WINDOW_MS / 1000
/** Service names come from log lines: no page needs more, and no sender may make us keep more. */
const MAX_SERVICES = 1000

interface Count {
  readonly service: string
  readonly lines: number
  readonly errors: number
}

/**
 * What flows by, per second. Observers report in bursts, so the rate is taken over the last window and moved on every
 * tick: calm to look at, and at most a second old.
 */
export function slidingRates(): { add(counts: readonly Count[]): void; tick(): ServiceRate[] } {
  const ticks: Map<string, { lines: number; errors: number }>[] = [new Map()]

  return {
    add(counts) {
      const now = ticks[ticks.length - 1]
      for (const count of counts) addTo(now, count)
    },
    /** Ends one tick; a service that fell silent is told as 0 once, then no more. */
    tick() {
      const sums = new Map<string, { lines: number; errors: number }>()
      ticks.forEach((tick, age) => {
        const left = age === 0 && ticks.length > TICKS
        for (const [service, { lines, errors }] of tick) {
          addTo(sums, left ? { service, lines: 0, errors: 0 } : { service, lines, errors })
        }
      })
      if (ticks.length > TICKS) ticks.shift()
      ticks.push(new Map())
      return [...sums].map(([service, { lines, errors }]) => ({
        service,
        lines: lines / SECONDS,
        errors: errors / SECONDS,
      }))
    },
  }
}

function addTo(sums: Map<string, { lines: number; errors: number }>, { service, lines, errors }: Count): void {
  const sum = sums.get(service)
  if (sum !== undefined) {
    sum.lines += lines
    sum.errors += errors
  } else if (sums.size < MAX_SERVICES) sums.set(service, { lines, errors })
}
