/**
 * One alarm an event: after an alarm nothing is let through for a while, unless it is clearly worse than that alarm.
 */
const REST_ROWS = 150
const ESCALATION = 1.5
/** From here on a row counts as an alarm; a little below the shipped threshold, so near misses rest as well. */
const ALARM = 2

export function gate(): (z: number) => number {
  let sinceAlarm = Infinity
  let last = 0
  return (z) => {
    sinceAlarm++
    const open = sinceAlarm > REST_ROWS || z > ESCALATION * last
    if (!open) return 0
    if (z > ALARM) {
      sinceAlarm = 0
      last = z
    }
    return z
  }
}
