/**
 * What a minute of this hour and of this hour of the week usually holds. Believes a slot after one visit, the overall
 * mean before; never learns more than twice or less than half of what a slot held, so one bad day does not become the
 * rule. The tables are made once there is something to put into them: most series hardly ever speak.
 */
import { MINUTE_MS } from '../aggregate/window.ts'

const HOUR_MS = 60 * MINUTE_MS
const FIRST_MONDAY_HOUR = 4 * 24
const WORTH_TABLES = 100
/** A first visit is believed as it is while there is nothing to doubt it by. */
const YOUNG_MINUTES = 24 * 60

const DAY = 0
const DAY_VISITS = DAY + 24
const WEEK = DAY_VISITS + 24
const WEEK_VISITS = WEEK + 168
const FIELDS = WEEK_VISITS + 168

export interface Usual {
  /** Counts per minute: between the hours' centres, and the plain hour (timetables have sharp edges). */
  readonly smooth: number
  readonly stepped: number
}

export class Calendar {
  #table: Float32Array | undefined
  #total = 0
  #minutes = 0
  #hour = -1
  #hourTotal = 0
  #hourMinutes = 0

  get minutes(): number {
    return this.#minutes
  }

  /** Over all there was. */
  get mean(): number {
    return (this.#total + 0.5) / Math.max(1, this.#minutes)
  }

  /** Counts per minute expected at a time, without level and jobs. */
  usual(time: number): Usual {
    const hour = Math.floor(time / HOUR_MS)
    const stepped = this.#slot(hour)
    const fromCentre = (time % HOUR_MS) / HOUR_MS - 0.5
    const other = this.#slot(fromCentre < 0 ? hour - 1 : hour + 1)
    return { stepped, smooth: stepped + Math.abs(fromCentre) * (other - stepped) }
  }

  /** Teaches one closed minute. */
  learn(time: number, count: number): void {
    const hour = Math.floor(time / HOUR_MS)
    if (hour !== this.#hour) this.#closeHour(hour)
    this.#total += count
    this.#minutes++
    this.#hourTotal += count
    this.#hourMinutes++
  }

  #slot(hour: number): number {
    const table = this.#table
    if (!table) return this.mean
    const day = hour % 24
    const week = hourOfWeek(hour)
    const days = table[DAY_VISITS + day]
    const byDay = (days * table[DAY + day] + this.mean) / (days + 1)
    const visits = table[WEEK_VISITS + week]
    return (visits * table[WEEK + week] + 0.5 * byDay) / (visits + 0.5)
  }

  #closeHour(next: number): void {
    if (!this.#table && this.#total >= WORTH_TABLES) this.#table = new Float32Array(FIELDS)
    if (this.#table && this.#hourMinutes >= 30) this.#learnHour(this.#table, this.#hourTotal / this.#hourMinutes)
    this.#hour = next
    this.#hourTotal = 0
    this.#hourMinutes = 0
  }

  #learnHour(table: Float32Array, mean: number): void {
    const expected = this.#slot(this.#hour)
    this.#learnSlot(table, WEEK, WEEK_VISITS, hourOfWeek(this.#hour), mean, expected)
    this.#learnSlot(table, DAY, DAY_VISITS, this.#hour % 24, mean, expected)
  }

  #learnSlot(table: Float32Array, values: number, visits: number, slot: number, mean: number, expected: number): void {
    const old = table[values + slot]
    const times = table[visits + slot]
    const limited =
      times > 0
        ? clamp(mean, 0.5 * old, 2 * old + 0.01)
        : this.#minutes > YOUNG_MINUTES
          ? clamp(mean, 0.2 * expected, 3 * expected + 0.01)
          : mean
    table[values + slot] = old + (limited - old) / Math.min(4, times + 1)
    table[visits + slot] = Math.min(20, times + 1)
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}

function hourOfWeek(hour: number): number {
  return (((hour - FIRST_MONDAY_HOUR) % 168) + 168) % 168
}
