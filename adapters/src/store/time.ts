/** Where DateTime64(3) ends; it begins before 1970, but logs do not. */
const LAST_TIME = Date.UTC(2299, 11, 31, 23, 59, 59, 999)
const DAY_MS = 86_400_000
/** Where Date ends. */
const LAST_DAY = 65_535

/** The nearest time that can be stored, whole ms. */
export function clampTime(ms: number): number {
  return ms > 0 ? Math.min(Math.floor(ms), LAST_TIME) : 0
}

/** The nearest bound of a question that the engine can compare with. The last time of all lies before the last bound. */
export function clampBound(ms: number): number {
  return ms > 0 ? Math.min(Math.ceil(ms), LAST_TIME + 1) : 0
}

/** Days since epoch. */
export function dayOf(ms: number): number {
  return Math.min(Math.floor(clampTime(ms) / DAY_MS), LAST_DAY)
}
