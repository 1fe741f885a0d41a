import { setTimeout as sleep } from 'node:timers/promises'
import { ErrorSenseError } from '@errorsense/core/errors.ts'

export interface PatienceOptions {
  /** Gives up waiting; the last error is thrown. */
  readonly signal: AbortSignal
  /** Told before every wait. */
  readonly onWait?: (error: ErrorSenseError, waitMs: number) => void
  /** ms before the second try; doubles up to `longestMs`. */
  readonly firstMs?: number
  readonly longestMs?: number
}

/** Tries until it works, as long as the error says that waiting can help. */
export async function patiently<T>(
  attempt: () => Promise<T>,
  { signal, onWait, firstMs = 100, longestMs = 5000 }: PatienceOptions,
): Promise<T> {
  for (let waitMs = firstMs; ; waitMs = Math.min(longestMs, 2 * waitMs)) {
    try {
      return await attempt()
    } catch (error) {
      if (signal.aborted || !(error instanceof ErrorSenseError) || !error.retryable) throw error
      onWait?.(error, waitMs)
      await sleep(waitMs, undefined, { signal }).catch(() => {})
    }
  }
}
