/**
 * When a deviation is the new normal. Deviations do not teach, or the first hour of trouble would make the rest of it
 * usual. But some are no trouble: a release changes most sessions at once, and a rare habit comes back now and then at
 * a low, steady rate (after a part known to be normal it would have been seen there). Anything is accepted in the end.
 */
const RELEASE_SESSIONS = 20
const RELEASE_SHARE = 0.3
const HABIT_SESSIONS = 5
const HABIT_SHARE = 0.03
const LAST_SESSIONS = 50
const MAX_KEYS = 5_000

export interface Acceptance {
  /** Counts a deviation, by what it is about, in session number `at`; true once it is normal. */
  readonly accepts: (key: string, at: number, mayBeHabit: boolean) => boolean
  readonly keep: () => Map<string, Met>
  readonly recall: (kept: Map<string, Met>) => void
}

interface Met {
  readonly since: number
  count: number
  accepted: boolean
}

export function acceptance(): Acceptance {
  let met = new Map<string, Met>()
  return {
    accepts(key, at, mayBeHabit) {
      const known = met.get(key) ?? { since: at, count: 0, accepted: false }
      met.delete(key)
      met.set(key, known)
      if (met.size > MAX_KEYS) met.delete(met.keys().next().value ?? '')
      known.count++
      known.accepted ||= isNormal(known.count, at - known.since + 1, mayBeHabit)
      return known.accepted
    },
    keep: () => met,
    recall: (kept) => void (met = kept),
  }
}

function isNormal(count: number, sessions: number, mayBeHabit: boolean): boolean {
  if (count > LAST_SESSIONS) return true
  const share = count / sessions
  if (mayBeHabit && count > HABIT_SESSIONS && share < HABIT_SHARE) return true
  return count > RELEASE_SESSIONS && share >= RELEASE_SHARE
}
