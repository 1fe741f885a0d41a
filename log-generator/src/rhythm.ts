/**
 * When people come. A rhythm is a factor on the mean rate; over a whole week its mean is 1. Times are UTC.
 */
export type Rhythm = (time: number) => number

const HOUR_MS = 3_600_000
const WEEK_HOURS = 168
/** 1970-01-01 was a Thursday: hours from the Monday before it. */
const EPOCH_HOUR = 3 * 24

/** Visitors by hour of the day, Monday first by day of the week: quiet nights, a lunch and an evening peak. */
const SHOP_DAY = [4, 3, 2, 2, 2, 3, 5, 8, 11, 13, 14, 15, 16, 15, 14, 14, 15, 16, 18, 20, 21, 18, 12, 7]
const SHOP_WEEK = [0.95, 0.93, 0.95, 1, 1.03, 1.08, 1.06]
/** People at work, a few of them on call. */
const OFFICE_DAY = [1, 1, 1, 1, 1, 1, 2, 6, 14, 18, 18, 16, 10, 14, 17, 17, 15, 10, 5, 3, 2, 2, 1, 1]
const OFFICE_WEEK = [1.3, 1.3, 1.3, 1.3, 1.2, 0.3, 0.3]

export const shopRhythm = weekly(SHOP_DAY, SHOP_WEEK)
export const officeRhythm = weekly(OFFICE_DAY, OFFICE_WEEK)
export const flatRhythm: Rhythm = () => 1

function weekly(day: readonly number[], week: readonly number[]): Rhythm {
  const raw = week.flatMap((factor) => day.map((visitors) => factor * visitors))
  const mean = raw.reduce((sum, value) => sum + value, 0) / raw.length
  const hours = raw.map((value) => value / mean)
  return (time) => {
    const at = (time / HOUR_MS + EPOCH_HOUR) % WEEK_HOURS
    const hour = Math.floor(at)
    const share = at - hour
    return hours[hour] * (1 - share) + hours[(hour + 1) % WEEK_HOURS] * share
  }
}
