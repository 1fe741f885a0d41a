import type { Bus } from '@errorsense/core/ports/bus.ts'
import { inProcessBus } from './in-process.ts'
import { sqliteLog } from './sqlite-log.ts'

export interface LocalBusOptions {
  /** File of the bus; it and its folder are made when missing. One process at a time. */
  readonly path: string
  readonly clock?: () => number
}

/** The durable bus of a single process: one file, see sqlite-log.ts for what durable means. */
export function localBus({ path, clock = Date.now }: LocalBusOptions): Bus {
  return inProcessBus(sqliteLog({ path, clock }), clock)
}
