/** The parts of a written time as numbers, and the moment they name; the counterpart of `resolve` in parse/time.ts. */
import { isDigit } from '../../ascii.ts'
import { epochMs } from '../../parse/time.ts'
import { decimalAt, POWERS_OF_TEN } from './numbers.ts'

/** Reused for every time read. */
export const written = {
  year: 0,
  /** 1 to 12. */
  month: 0,
  day: 0,
  hour: 0,
  minute: 0,
  second: 0,
  /** ms, maybe with a fraction. */
  fraction: 0,
  zoneMs: 0,
  /** ms since epoch: the result. */
  time: Number.NaN,
}

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** As in parse/time.ts. */
const FIRST_YEAR = 1970
const LAST_YEAR = 2199

export function clearWritten(): void {
  written.year = written.month = written.day = -1
  written.hour = written.minute = written.second = written.fraction = written.zoneMs = 0
}

/** Digits behind the point, as ms. */
export function setFraction(bytes: Uint8Array, start: number, end: number): void {
  let value = 0
  for (let i = start; i < end; i++) value = value * 10 + bytes[i] - 48
  written.fraction = (value / POWERS_OF_TEN[end - start]) * 1000
}

/** Sets the time; false for what is out of the usual range. */
export function resolveWritten(receivedAt: number): boolean {
  const { month, day, year, hour, minute, second } = written
  if (hour > 24 || minute > 59 || second > 60) return false
  if (day < 0) return resolveClock(receivedAt)
  if (month < 1 || month > 12 || day < 1 || day > 31) return false
  if (year < 0) return resolveYear(receivedAt)
  if (year < FIRST_YEAR || year > LAST_YEAR) return false
  written.time = momentIn(year)
  return lastDay.exists
}

function momentIn(year: number): number {
  const { month, day } = written
  return momentOf(startOfDay(year, month, day))
}

function momentOf(day: number): number {
  const { hour, minute, second, fraction, zoneMs } = written
  return Math.floor(day + ((hour * 60 + minute) * 60 + second) * 1000 + fraction - zoneMs)
}

/** `exists` tells whether the month has so many days. */
const lastDay = { key: -1, start: 0, exists: true }

function startOfDay(year: number, month: number, day: number): number {
  const key = (year * 16 + month) * 32 + day
  if (key !== lastDay.key) {
    lastDay.key = key
    lastDay.start = Date.UTC(year, month - 1, day)
    lastDay.exists = new Date(lastDay.start).getUTCDate() === day
  }
  return lastDay.start
}

const lastYear = { receivedAt: Number.NaN, year: 0 }

/** The latest year that does not lie in the future, a day allowed; leap days are left to the readable reader. */
function resolveYear(receivedAt: number): boolean {
  const latest = receivedAt + DAY_MS
  if (lastYear.receivedAt !== receivedAt) {
    lastYear.receivedAt = receivedAt
    lastYear.year = new Date(latest).getUTCFullYear()
  }
  written.time = momentIn(lastYear.year)
  if (written.time > latest) written.time = momentIn(lastYear.year - 1)
  const isLeapDay = written.month === 2 && written.day === 29
  return lastDay.exists && !isLeapDay && written.time <= latest && lastYear.year > FIRST_YEAR
}

function resolveClock(receivedAt: number): boolean {
  const latest = receivedAt + HOUR_MS
  written.time = momentOf(Math.floor(latest / DAY_MS) * DAY_MS)
  if (written.time > latest) written.time -= DAY_MS
  return true
}

/** Sets the time from digits since epoch, maybe with a fraction; false where doubles might round them. */
export function resolveEpoch(bytes: Uint8Array, start: number, end: number): boolean {
  let point = start
  while (point < end && isDigit(bytes[point])) point++
  const digits = point - start
  if (point < end) return digits === 10 && resolveSeconds(bytes, start, point, end)
  if (digits === 16 || digits === 19) written.time = epochMs(decimalAt(bytes, start, start + 13))
  else if (digits >= 1 && digits <= 15) written.time = epochMs(decimalAt(bytes, start, end))
  else return false
  return true
}

/** Whole ms are cut off. */
function resolveSeconds(bytes: Uint8Array, start: number, point: number, end: number): boolean {
  if (bytes[point] !== 46 || point + 1 === end || end - point > 10) return false
  for (let i = point + 1; i < end; i++) if (!isDigit(bytes[i])) return false
  let ms = decimalAt(bytes, start, point)
  for (let i = point + 1; i <= point + 3; i++) ms = ms * 10 + (i < end ? bytes[i] - 48 : 0)
  written.time = epochMs(ms)
  return true
}
