/**
 * Between what a quantity moved in the last two weeks: the least and most of each hour. What lies outside does not widen
 * it at once, or the first minute of trouble would make the second one usual; what stays outside for an hour does.
 */
import { MINUTE_MS } from '../aggregate/window.ts'

const HOUR_MS = 60 * MINUTE_MS
const HOURS = 14 * 24
/** Before so many hours are known, nobody knows the range: a day and its night. */
const KNOWN_HOURS = 24
/** Room on either side, in widths of the range; and at least so much of its size, for what hardly moves. */
const ROOM = 0.25
const LEAST_ROOM = 0.05
/** What stays outside for so many minutes belongs to it. */
const NEW_NORMAL = 60
const MEMORY = 1 / 60

interface Hour {
  readonly hour: number
  least: number
  most: number
}

export interface ValueRange {
  /** Whether it was watched for long enough to be called usual. */
  readonly isKnown: boolean
  readonly usual: number
  readonly low: number
  readonly high: number
  isOutside(value: number): boolean
  /** Takes a value that is inside; `at` in ms. */
  learn(value: number, at: number): void
  /** Takes one that is outside. */
  doubt(value: number, at: number): void
  /** How far outside, 0..1: 0.5 at one width of the range. */
  certainty(value: number): number
}

export function valueRange(): ValueRange {
  const hours: Hour[] = []
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  let usual = Number.NaN
  let doubted: { value: number; at: number }[] = []

  const room = () => Math.max(ROOM * (high - low), LEAST_ROOM * Math.max(Math.abs(low), Math.abs(high)))

  function add(value: number, at: number): void {
    const hour = Math.floor(at / HOUR_MS)
    const last = hours.at(-1)
    if (last?.hour === hour) {
      last.least = Math.min(last.least, value)
      last.most = Math.max(last.most, value)
    } else {
      hours.push({ hour, least: value, most: value })
      while (hours[0].hour <= hour - HOURS) hours.shift()
    }
    low = Math.min(...hours.map(({ least }) => least))
    high = Math.max(...hours.map(({ most }) => most))
  }

  return {
    get isKnown() {
      return hours.length >= KNOWN_HOURS
    },
    get usual() {
      return usual
    },
    get low() {
      return low
    },
    get high() {
      return high
    },
    isOutside: (value) => hours.length > 0 && (value < low - room() || value > high + room()),
    learn(value, at) {
      doubted = []
      usual = Number.isNaN(usual) ? value : usual + MEMORY * (value - usual)
      add(value, at)
    },
    doubt(value, at) {
      // Nothing is doubted while hardly anything is known.
      doubted.push({ value, at })
      if (hours.length >= KNOWN_HOURS && doubted.length < NEW_NORMAL) return
      for (const one of doubted) add(one.value, one.at)
      usual = value
      doubted = []
    },
    certainty(value) {
      const away = value < low ? low - value : value - high
      return away / (away + Math.max(high - low, room()))
    },
  }
}
