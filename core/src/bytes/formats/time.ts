/**
 * Written times over bytes, as parse/time.ts reads them. The frequent forms in their usual width are read at once; for the
 * rest the form's own pattern tells where it ends, and its parts are picked out of what lies between.
 */
import { isDigit } from '../../ascii.ts'
import { timeForms, type TimeForm } from '../../parse/time.ts'
import { reach } from '../reach.ts'
import { BytePattern, TOO_LARGE } from '../pattern/byte-pattern.ts'
import { isWord, twoDigits } from './chars.ts'
import { clearWritten, resolveEpoch, resolveWritten, setFraction, written } from './time-parts.ts'
import { readParts } from './time-order.ts'
import { monthAt, zoneEnd } from './time-words.ts'

/** The readable reader is to decide. */
export const UNSURE_TIME = -2
/** Not in the usual width; it may fit all the same. */
const UNUSUAL = -3
/** Behind the name of a zone, where Java adds it. */
const CLOSE = 93

const DOT = 46
const COLON = 58

export class ByteTimeForm {
  readonly name: string
  readonly #parts: string
  readonly #separator: number
  readonly #pattern: BytePattern | undefined

  constructor({ name, parts, pattern }: TimeForm) {
    this.name = name
    this.#parts = parts
    this.#separator = name === 'iso-dots' ? DOT : COLON
    this.#pattern = BytePattern.of(pattern)
  }

  /** Offset behind the time at `at`, which is then in `written.time`; -1 where the form does not fit. */
  read(bytes: Uint8Array, at: number, end: number, receivedAt: number): number {
    const usual = readUsual(this.name, bytes, at, end)
    if (usual >= 0 && resolveWritten(receivedAt)) {
      reach.findTime(this, at, usual)
      return usual
    }
    const found = this.#readUnusual(bytes, at, end, receivedAt)
    if (found === -1) reach.missTime(at)
    else reach.isOdd = true
    return found
  }

  #readUnusual(bytes: Uint8Array, at: number, end: number, receivedAt: number): number {
    if (!this.#pattern) return UNSURE_TIME
    const found = this.#pattern.match(bytes, at, end)
    if (found < 0) return found === TOO_LARGE ? UNSURE_TIME : -1
    if (this.#parts === 'e') return resolveEpoch(bytes, at, found) ? found : UNSURE_TIME
    clearWritten()
    return readParts(this.#parts, this.#separator, bytes, at, found) && resolveWritten(receivedAt) ? found : UNSURE_TIME
  }
}

const byName = new Map(timeForms.map((form) => [form.name, new ByteTimeForm(form)]))
const inOrder = [...byName.values()]

export function byteTimeForm(name: string): ByteTimeForm | undefined {
  return byName.get(name)
}

/** Whether a whole span could be judged; its time, or NaN when it is none, is then in `written.time`. */
export function readWholeTime(bytes: Uint8Array, start: number, end: number, receivedAt: number): boolean {
  if (isBlank(bytes[start]) || isBlank(bytes[end - 1]) || bytes[end - 1] === CLOSE) return false
  for (const form of inOrder) {
    const found = form.read(bytes, start, end, receivedAt)
    if (found === UNSURE_TIME) return false
    if (found === end) return true
  }
  written.time = Number.NaN
  return true
}

/** Or what may be one. */
function isBlank(c: number): boolean {
  return c <= 32 || c >= 128
}

function readUsual(name: string, bytes: Uint8Array, at: number, end: number): number {
  if (name === 'iso') return readIso(bytes, at, end)
  if (name === 'syslog') return readSyslog(bytes, at, end)
  return name === 'clf' ? readClf(bytes, at, end) : UNUSUAL
}

/** `2026-11-21T10:00:00` */
function readIso(bytes: Uint8Array, at: number, end: number): number {
  if (at + 19 > end || !isDateSign(bytes[at + 4]) || !isDateSign(bytes[at + 7])) return UNUSUAL
  if (bytes[at + 10] !== 84 && bytes[at + 10] !== 32) return UNUSUAL
  const century = twoDigits(bytes, at)
  const year = twoDigits(bytes, at + 2)
  const month = twoDigits(bytes, at + 5)
  const day = twoDigits(bytes, at + 8)
  if ((century | year | month | day) < 0) return UNUSUAL
  setDay(century * 100 + year, month, day)
  return readClock(bytes, at + 11, end, true)
}

/** `-`, `.` or `/` */
function isDateSign(c: number): boolean {
  return c >= 45 && c <= 47
}

/** `Nov 21 10:00:00`, `Nov  1 10:00:00` */
function readSyslog(bytes: Uint8Array, at: number, end: number): number {
  if (at + 15 > end || bytes[at + 3] !== 32 || bytes[at + 6] !== 32) return UNUSUAL
  const month = monthAt(bytes, at)
  const ones = bytes[at + 5] - 48
  const day = bytes[at + 4] === 32 && ones >= 0 && ones <= 9 ? ones : twoDigits(bytes, at + 4)
  if (month < 0 || day < 0) return UNUSUAL
  setDay(-1, month, day)
  return readClock(bytes, at + 7, end, false)
}

/** `21/Nov/2026:10:00:00` */
function readClf(bytes: Uint8Array, at: number, end: number): number {
  if (at + 20 > end || bytes[at + 2] !== 47 || bytes[at + 6] !== 47 || bytes[at + 11] !== 58) return UNUSUAL
  const day = twoDigits(bytes, at)
  const month = monthAt(bytes, at + 3)
  const century = twoDigits(bytes, at + 7)
  const year = twoDigits(bytes, at + 9)
  if ((day | month | century | year) < 0) return UNUSUAL
  setDay(century * 100 + year, month, day)
  return readClock(bytes, at + 12, end, false)
}

function setDay(year: number, month: number, day: number): void {
  written.year = year
  written.month = month
  written.day = day
}

/** `10:00:00`, maybe with a fraction and a zone. There are eight bytes at least. */
function readClock(bytes: Uint8Array, at: number, end: number, mayHaveHalf: boolean): number {
  if (bytes[at + 2] !== 58 || bytes[at + 5] !== 58) return UNUSUAL
  const hour = (written.hour = twoDigits(bytes, at))
  const minute = (written.minute = twoDigits(bytes, at + 3))
  const second = (written.second = twoDigits(bytes, at + 6))
  if ((hour | minute | second) < 0) return UNUSUAL
  const behind = readFraction(bytes, at + 8, end)
  if (behind < 0 || (mayHaveHalf && isHalf(bytes, behind, end))) return UNUSUAL
  const found = zoneEnd(bytes, behind, end)
  return found < end && isWord[bytes[found]] === 1 ? UNUSUAL : found
}

function readFraction(bytes: Uint8Array, at: number, end: number): number {
  written.fraction = 0
  const sign = at < end ? bytes[at] : 0
  if ((sign !== 46 && sign !== 44 && sign !== 58) || at + 1 >= end || !isDigit(bytes[at + 1])) return at
  let i = at + 1
  while (i < end && isDigit(bytes[i])) i++
  if (i - at > 10) return UNUSUAL
  setFraction(bytes, at + 1, i)
  return i
}

/** Whether `am` or `pm` may follow. */
function isHalf(bytes: Uint8Array, at: number, end: number): boolean {
  const i = at < end && bytes[at] === 32 ? at + 1 : at
  if (i + 1 >= end) return false
  const letter = bytes[i] | 32
  const next = bytes[i + 1] | 32
  return (letter === 97 || letter === 112) && (next === 109 || next === 46)
}
