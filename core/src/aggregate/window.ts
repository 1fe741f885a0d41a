/** The smallest window, ms: findings can be no quicker, stored windows no finer. A minute must be a multiple of it. */
export const WINDOW_MS = 5_000

export const MINUTE_MS = 60_000

/** An open window is looked at every second. */
export const SECOND_MS = 1_000
export const SECONDS = WINDOW_MS / SECOND_MS

export function windowOf(time: number): number {
  return time - (time % WINDOW_MS)
}

/** Cheaper than `windowOf`, for those who know the window of the record before. NaN is no window. */
export function isWithin(window: number, time: number): boolean {
  return time >= window && time < window + WINDOW_MS && window >= 0
}
