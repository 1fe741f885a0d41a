/**
 * Observations are kept at three resolutions, the coarser the longer. A question is answered from the coarsest that is
 * fine enough. A stored window belongs to a range when it begins in it.
 */
import { MINUTE_MS, WINDOW_MS } from '@errorsense/core/aggregate/window.ts'
import type { Range } from '@errorsense/core/ports/store.ts'

const HOUR_MS = 60 * MINUTE_MS
const WEEK_MS = 7 * 24 * HOUR_MS

export interface Resolution {
  readonly table: string
  readonly stepMs: number
}

const fine: Resolution = { table: 'observations', stepMs: WINDOW_MS }
const minutes: Resolution = { table: 'observations_1m', stepMs: MINUTE_MS }
const hours: Resolution = { table: 'observations_1h', stepMs: HOUR_MS }

/** For points of `stepMs`. */
export function resolutionOfStep(stepMs: number): Resolution {
  if (stepMs % HOUR_MS === 0) return hours
  return stepMs % MINUTE_MS === 0 ? minutes : fine
}

/** For one sum over the range, which is widened to whole minutes, or to whole hours from a week on. */
export function resolutionOfRange({ from, to }: Range): Resolution & Range {
  const resolution = to - from > WEEK_MS ? hours : minutes
  return { ...resolution, from: from - (from % resolution.stepMs), to }
}
