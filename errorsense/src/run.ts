/** Runs roles until told to stop, then stops them in reverse order. A second signal does not wait. */
import { constants } from 'node:os'
import type { Logger } from '@errorsense/adapters/runtime/logger.ts'

/** Something that was started: how it ends by itself, and how it is ended. */
export interface Running {
  /** Rejects when it failed, resolves when it is through; never settles for what runs until it is stopped. */
  done(): Promise<void>
  stop(): Promise<void>
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const
const PATIENCE_MS = 10_000

/**
 * `start` gets a signal that aborts when the program is told to stop, and pushes what it started. Resolves once all is
 * stopped; rejects with the first failure, after the rest was stopped.
 */
export async function run(
  logger: Logger,
  start: (signal: AbortSignal, running: Running[]) => Promise<void>,
): Promise<void> {
  const stopping = new AbortController()
  const running: Running[] = []
  const told = Promise.withResolvers<void>()
  const onSignal = (name: NodeJS.Signals) => {
    if (stopping.signal.aborted) process.exit(128 + constants.signals[name])
    logger.info('stopping: finishing what was begun (again to leave at once)')
    stopping.abort()
    told.resolve()
  }
  for (const name of SIGNALS) process.on(name, onSignal)
  try {
    await start(stopping.signal, running)
    await Promise.race([told.promise, ...running.map((part) => part.done())])
  } catch (error) {
    if (!stopping.signal.aborted) throw error
  } finally {
    stopping.abort()
    const patience = setTimeout(() => {
      logger.error(`not stopped within ${PATIENCE_MS / 1000} s, leaving`)
      process.exit(1)
    }, PATIENCE_MS)
    for (const part of running.reverse())
      await part.stop().catch((err: unknown) => logger.error({ err }, 'stopping failed'))
    clearTimeout(patience)
    for (const name of SIGNALS) process.off(name, onSignal)
  }
}
