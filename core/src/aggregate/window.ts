/** The smallest window, ms: findings can be no quicker, stored windows no finer. A minute must be a multiple of it. */
export const WINDOW_MS = 5_000

export const MINUTE_MS = 60_000

export function windowOf(time: number): number {
  return time - (time % WINDOW_MS)
}
