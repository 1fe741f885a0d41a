/**
 * One alarm an event, and a series that cries often must cry louder.
 *
 * After an alarm nothing is let through for a while, unless it is clearly worse than that alarm. Besides, every alarm
 * adds to a fatigue that fades over days; strengths are divided by it, so series that are restless by nature find
 * their own level. Without the rest half of the benchmark score is lost, without the fatigue 3 points.
 */
const REST_ROWS = 120
const ESCALATION = 1.75
const FATIGUE = 0.25
const FATIGUE_ROWS = 2_000

/** Takes the strength of each row in turn; gives what is left of it. What reaches `alarm` counts as one. */
export function gate(alarm: number): (strength: number) => number {
  const keep = Math.exp(-1 / FATIGUE_ROWS)
  let fatigue = 0
  let sinceAlarm = Infinity
  let last = 0
  return (strength) => {
    sinceAlarm++
    fatigue *= keep
    const damped = strength / (1 + FATIGUE * fatigue)
    if (sinceAlarm <= REST_ROWS && damped <= ESCALATION * last) return 0
    if (damped >= alarm) {
      sinceAlarm = 0
      last = damped
      fatigue++
    }
    return damped
  }
}
