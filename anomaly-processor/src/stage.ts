/**
 * What both stages have in common: batches in order, patience with a bus or store that is away, and no fuss about a
 * partition that was given to somebody else in the middle of a batch: whoever has it now reads the batch again.
 */
import type { Logger } from '@errorsense/adapters/runtime/logger.ts'
import { patiently } from '@errorsense/adapters/runtime/patiently.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { Bus, BusBatch, Subscription } from '@errorsense/core/ports/bus.ts'

export interface StageOptions {
  readonly bus: Bus
  readonly topic: string
  readonly group: string
  readonly maxBytes: number
  /** After which an idle partition says so. */
  readonly idleMs?: number
  readonly logger: Logger
  handle(batch: BusBatch, subscription: Subscription): Promise<void>
  /** The partition belongs to somebody else now. */
  forget(partition: number): void
  /** Waits for what `handle` has begun and not waited for. */
  settle?(): Promise<void>
}

export interface Stage {
  start(): Promise<void>
  /** Rejects when it failed; resolves once it was stopped. */
  done(): Promise<void>
  /** Finishes what is at hand; the rest is for whoever comes next. */
  stop(): Promise<void>
}

/** Whoever comes back is noticed within so long: more waits by then than a try costs. */
const LONGEST_WAIT_MS = 1000

/** Tries again, visibly, while waiting can help; what it tries must be harmless when done twice. */
export type Patience = <T>(attempt: () => Promise<T>) => Promise<T>

export function stage(
  { bus, topic, group, maxBytes, idleMs, logger, handle, forget, settle }: StageOptions,
  stopping: AbortController,
): Stage {
  let subscription: Subscription | undefined
  let running: Promise<void> | undefined
  let busy = Promise.resolve()

  async function run(from: Subscription): Promise<void> {
    for await (const batch of from) {
      if (stopping.signal.aborted) return
      try {
        await (busy = handle(batch, from))
      } catch (error) {
        if (!(error instanceof ErrorSenseError) || error.code !== 'revoked') throw error
        logger.info(`${error.message}; leaving it to them`)
        forget(batch.partition)
      }
    }
  }

  return {
    async start() {
      subscription = await bus.subscribe(topic, {
        group,
        from: 'earliest',
        maxBytes,
        ...(idleMs !== undefined && { idleMs }),
      })
      running = run(subscription)
      running.catch(() => {})
    },
    done: () => running ?? Promise.resolve(),
    async stop() {
      stopping.abort()
      try {
        // The batch at hand, not the next one: a bus that is away gives none.
        await busy
        await settle?.()
      } catch (error) {
        // What was being waited for is still away: nothing is lost, the batch was not committed.
        logger.warn({ err: error }, 'stopped in the middle of a batch; it is read again at the next start')
      }
      await subscription?.close()
      await running?.catch(() => {})
    },
  }
}

export function patience(logger: Logger, stopping: AbortController): Patience {
  return (attempt) =>
    patiently(attempt, {
      longestMs: LONGEST_WAIT_MS,
      signal: stopping.signal,
      onWait: (error, waitMs) => logger.warn(`${error.message} Trying again in ${waitMs / 1000} s.`),
    })
}
