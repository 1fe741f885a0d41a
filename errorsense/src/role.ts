/** One role as a process: bus and store by the settings, started and stopped around it. */
import type { Bus } from '@errorsense/core/ports/bus.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import { openBus, openStore, type Parts } from './parts.ts'
import { run, type Running } from './run.ts'
import type { Context } from './verbs/verb.ts'

export interface RoleParts extends Parts {
  readonly bus: Bus
  readonly store: Store
}

export async function runRole(
  context: Context,
  name: string,
  start: (parts: RoleParts) => Promise<Running>,
): Promise<void> {
  const config = context.config()
  const logger = context.logger(config, name)
  await run(logger, async (signal, running) => {
    const parts = { config, logger, signal }
    const bus = await openBus(parts)
    running.push(closing(bus))
    const store = await openStore(parts)
    running.push(closing(store))
    running.push(await start({ ...parts, bus, store }))
    logger.info('running; Ctrl-C stops it')
  })
}

/** What only has to be closed, as something that runs. */
export function closing(part: { close(): Promise<void> }): Running {
  return { done: () => new Promise(() => undefined), stop: () => part.close() }
}
