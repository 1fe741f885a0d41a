import pRetry from 'p-retry'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { Notification, Notifier } from '@errorsense/core/ports/notifier.ts'

export interface RetryOptions {
  /** Waits double from the first to the longest, ms. */
  readonly firstMs?: number
  readonly longestMs?: number
  /** All attempts and waits together, ms. */
  readonly withinMs?: number
  /** Told of every attempt that failed, the last one too. */
  readonly onFailure?: (error: Error, notification: Notification) => void
}

/** Long enough for a receiver to be restarted; whoever waits behind can not be told either. */
const WITHIN_MS = 15 * 60_000

/** Tries again with growing waits while the notifier says that waiting can help. */
export function retrying(notifier: Notifier, options: RetryOptions = {}): Notifier {
  const { firstMs = 500, longestMs = 60_000, withinMs = WITHIN_MS, onFailure } = options
  return {
    name: notifier.name,
    notify: (notification: Notification, signal: AbortSignal) =>
      pRetry(() => notifier.notify(notification, signal), {
        retries: Number.POSITIVE_INFINITY,
        minTimeout: firstMs,
        maxTimeout: longestMs,
        maxRetryTime: withinMs,
        randomize: true,
        signal,
        shouldRetry: ({ error }) => error instanceof ErrorSenseError && error.retryable,
        onFailedAttempt: ({ error }) => onFailure?.(error, notification),
      }),
  }
}
