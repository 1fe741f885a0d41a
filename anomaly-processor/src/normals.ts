/**
 * What people call normal reaches detection by the journal, read again every few seconds: it is the one place that
 * every process shares, and what stands there holds over restarts as well.
 */
import type { Correlation } from '@errorsense/core/correlate.ts'
import { normalActions } from '@errorsense/core/normal/feedback.ts'
import type { Clock } from '@errorsense/core/ports/clock.ts'
import type { Store } from '@errorsense/core/ports/store.ts'

/** Well below the time after which it begins to hold. */
const PAUSE_MS = 2_000
/** Who writes may have a clock that is late. */
const OVERLAP_MS = 60 * 60_000
const MOST_ENTRIES = 10_000

/** Gives `heed`, to be called before anything is judged: at most one question to the store in PAUSE_MS. */
export function normals(store: Pick<Store, 'journal'>, correlation: Pick<Correlation, 'heed'>, clock: Clock) {
  let heardAt = Number.NEGATIVE_INFINITY

  return {
    async heed(): Promise<void> {
      const now = clock()
      if (Math.abs(now - heardAt) < PAUSE_MS) return
      const since = Math.max(0, heardAt - OVERLAP_MS)
      correlation.heed(await store.journal({ actions: normalActions, since, limit: MOST_ENTRIES }))
      heardAt = now
    },
  }
}
