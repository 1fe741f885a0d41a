/**
 * Control of false alarms over all series of one window: Benjamini and Hochberg (JRSS B 57, 1995). The share is small
 * because a window comes every few seconds. With a tenth of it a third of the false alarms of `bench rates` go, and of
 * slow services one silence in ten is no longer found.
 */
const FALSE_SHARE = 1e-5

/**
 * The chance at or below which a series of this window is beyond accident, out of `tests` that were made. The limit
 * itself, not the largest chance below it: detectors ask again with what they know better.
 */
export function alarmBelow(chances: readonly number[], tests: number): number {
  const ordered = chances.filter((p) => p < FALSE_SHARE).sort((a, b) => a - b)
  const limit = (k: number) => (FALSE_SHARE * k) / Math.max(1, tests)
  for (let k = ordered.length; k > 0; k--) if (ordered[k - 1] <= limit(k)) return limit(k)
  return limit(1)
}

export const sensitivities = ['low', 'normal', 'high'] as const
export type Sensitivity = (typeof sensitivities)[number]

/** A step is three digits of chance: of every thousand accidents one more or less is told. */
const STEP: Record<Sensitivity, number> = { low: 1e-3, normal: 1, high: 1e3 }

export function atSensitivity(limit: number, sensitivity: Sensitivity): number {
  return Math.min(FALSE_SHARE, limit * STEP[sensitivity])
}
