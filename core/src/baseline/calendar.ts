/**
 * What a minute of this hour, this hour of the week and this minute of the hour usually holds. Believes a slot after
 * one visit, the overall mean before; never learns more than twice or less than half of what a slot held, so one bad
 * day does not become the rule.
 */
import { MINUTE_MS } from '../aggregate/window.ts'

const HOUR_MS = 60 * MINUTE_MS
const FIRST_MONDAY = 4 * 24 * HOUR_MS
/** Minute factors are jobs; before this many hours they would be chance. */
const MINUTE_FACTOR_AFTER_HOURS = 6
const MINUTE_FACTOR_CAP = 20

export interface Usual {
  /** Counts per minute: between the hours' centres, and the plain hour (timetables have sharp edges). */
  readonly smooth: number
  readonly stepped: number
}

export class Calendar {
  readonly #day = new Float32Array(24)
  readonly #dayVisits = new Uint8Array(24)
  readonly #week = new Float32Array(168)
  readonly #weekVisits = new Uint8Array(168)
  readonly #minute = new Float32Array(60).fill(1)
  readonly #minuteVisits = new Uint8Array(60)
  #total = 0
  #minutes = 0
  #hour = -1
  #hourTotal = 0
  #hourMinutes = 0

  get minutes(): number {
    return this.#minutes
  }

  /** Counts per minute expected at a time, without level and minute factor. */
  usual(time: number): Usual {
    const hour = Math.floor(time / HOUR_MS)
    const stepped = this.#slot(hour)
    const fromCentre = (time % HOUR_MS) / HOUR_MS - 0.5
    const other = this.#slot(fromCentre < 0 ? hour - 1 : hour + 1)
    return { stepped, smooth: stepped + Math.abs(fromCentre) * (other - stepped) }
  }

  /** How many times the usual this minute of the hour holds: above 1 where a job runs. */
  minuteFactor(time: number): number {
    return this.#minutes < MINUTE_FACTOR_AFTER_HOURS * 60 ? 1 : this.#minute[minuteOfHour(time)]
  }

  /** Teaches one closed minute; `expected` is what it should have held without its minute factor. */
  learn(time: number, count: number, expected: number): void {
    const hour = Math.floor(time / HOUR_MS)
    if (hour !== this.#hour) this.#closeHour(hour)
    this.#total += count
    this.#minutes++
    this.#hourTotal += count
    this.#hourMinutes++
    if (expected <= 0) return
    const slot = minuteOfHour(time)
    const visits = (this.#minuteVisits[slot] = Math.min(255, this.#minuteVisits[slot] + 1))
    const ratio = Math.min(MINUTE_FACTOR_CAP, count / expected)
    this.#minute[slot] += (ratio - this.#minute[slot]) * Math.max(1 / (visits + 1), 0.02)
  }

  #mean(): number {
    return (this.#total + 0.5) / Math.max(1, this.#minutes)
  }

  #slot(hour: number): number {
    const day = hour % 24
    const week = hourOfWeek(hour)
    const byDay = (this.#dayVisits[day] * this.#day[day] + this.#mean()) / (this.#dayVisits[day] + 1)
    const visits = this.#weekVisits[week]
    return (visits * this.#week[week] + 0.5 * byDay) / (visits + 0.5)
  }

  #closeHour(next: number): void {
    if (this.#hourMinutes >= 30) this.#learnHour(this.#hour, this.#hourTotal / this.#hourMinutes)
    this.#hour = next
    this.#hourTotal = 0
    this.#hourMinutes = 0
  }

  #learnHour(hour: number, mean: number): void {
    const day = hour % 24
    const week = hourOfWeek(hour)
    const expected = this.#slot(hour)
    const limit = (old: number, visits: number) =>
      visits > 0
        ? clamp(mean, 0.5 * old, 2 * old + 0.01)
        : this.#minutes > 24 * 60
          ? clamp(mean, 0.2 * expected, 3 * expected + 0.01)
          : mean
    this.#week[week] = blend(this.#week[week], limit(this.#week[week], this.#weekVisits[week]), this.#weekVisits[week])
    this.#weekVisits[week] = Math.min(20, this.#weekVisits[week] + 1)
    this.#day[day] = blend(this.#day[day], limit(this.#day[day], this.#dayVisits[day]), this.#dayVisits[day])
    this.#dayVisits[day] = Math.min(20, this.#dayVisits[day] + 1)
  }
}

function blend(old: number, value: number, visits: number): number {
  return old + (value - old) / Math.min(4, visits + 1)
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}

function hourOfWeek(hour: number): number {
  return (((hour - FIRST_MONDAY / HOUR_MS) % 168) + 168) % 168
}

function minuteOfHour(time: number): number {
  return Math.floor(time / MINUTE_MS) % 60
}
