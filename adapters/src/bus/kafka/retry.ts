import { setTimeout as sleep } from 'node:timers/promises'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { translate } from './errors.ts'
import type { KafkaBusOptions } from './options.ts'

const FIRST_DELAY_MS = 50
/** What waits behind a broker that is back comes later by this, and a try costs it nothing. */
const LONGEST_DELAY_MS = 1000

export function delayOf(attempt: number): number {
  return Math.min(FIRST_DELAY_MS * 2 ** attempt, LONGEST_DELAY_MS)
}

/**
 * Repeats until it succeeds, `signal` aborts, or waiting can not help. Every failed try is told to `onRetry`. The first
 * try is made in any case: who was told to stop has to finish what is at hand, and only must not wait for it.
 */
export async function untilDone<T>(options: KafkaBusOptions, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (cause) {
      const error = translate(cause, options)
      if (signal.aborted || !error.retryable) throw error
      options.onRetry?.(error.message, attempt)
      await sleep(delayOf(attempt), undefined, { signal }).catch(() => {})
      if (signal.aborted) throw error
    }
  }
}

export function closed(): ErrorSenseError {
  return new ErrorSenseError('bus', 'the bus is closed')
}
