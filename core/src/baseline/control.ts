/**
 * Control of false alarms over all series of one window: Benjamini and Hochberg (JRSS B 57, 1995). The share is small
 * because a window comes every few seconds: about one false alarm in years of a quiet system, model error aside.
 */
const FALSE_SHARE = 1e-6

/** The chance at or below which a series of this window is beyond accident. `chances` holds one per live series. */
export function alarmBelow(chances: readonly number[]): number {
  const ordered = chances.filter((p) => p < FALSE_SHARE).sort((a, b) => a - b)
  for (let k = ordered.length; k > 0; k--) {
    if (ordered[k - 1] <= (FALSE_SHARE * k) / chances.length) return ordered[k - 1]
  }
  return FALSE_SHARE / Math.max(1, chances.length)
}
