/**
 * What comes by the clock: lines that a job brings on top at a minute of every hour, or at a minute of the day. A job is
 * believed when it came twice and hardly ever failed to; it may start some seconds off, be half as large again, and
 * drift from day to day.
 */
import { MINUTE_MS } from '../aggregate/window.ts'

const SLOTS = 60
const DAY_MINUTES = 24 * 60
/** Trust counts in quarters of a visit: two that came, with one missed between. */
const CAME = 4
const MISSED = 1
const TRUSTED = 7
const MOST_TRUST = 32
const MARGIN = 1.5
/** Less than this share of its lines is not the job. */
const LEAST = 0.4
const SHRINK = 0.95

/** A job of the day may be early or late by so many minutes, and is gone when it did not come for so many days. */
const SLACK = 3
const FORGET_DAYS = 9
const APPOINTMENTS = 16
const KEPT_DAYS = 2

interface Appointment {
  /** Minutes of the day, first and last. */
  from: number
  to: number
  /** The most lines of one of its minutes. */
  lines: number
  /** Days it came on, and the last of them. */
  days: number
  last: number
}

export class Jobs {
  #lines: Float32Array | undefined
  #trust: Uint8Array | undefined
  #appointments: Appointment[] | undefined
  /** The latest minute whose hourly job came. */
  #done = -1

  /** The most lines that jobs may bring in the minute of this time: those due in it, late from the last, or early. */
  allowance(time: number): number {
    if (!this.#lines) return 0
    const minute = Math.floor(time / MINUTE_MS)
    const hourly = Math.max(this.#due(minute - 1), this.#due(minute), this.#due(minute + 1))
    return Math.max(hourly, this.#daily(minute))
  }

  /** Takes what a closed minute held beyond chance; 0 when it held nothing beyond. */
  learn(time: number, excess: number): void {
    if (excess === 0 && !this.#lines) return
    const minute = Math.floor(time / MINUTE_MS)
    const slot = minute % SLOTS
    const lines = (this.#lines ??= new Float32Array(SLOTS))
    const trust = (this.#trust ??= new Uint8Array(SLOTS))
    if (excess === 0) {
      if (trust[slot] > 0) trust[slot] -= MISSED
      return
    }
    if (this.#hourly(minute) === 0) this.#keepAppointment(minute, excess)
    const most = trust[slot] >= TRUSTED ? 2 * lines[slot] : Number.POSITIVE_INFINITY
    const isOf = (due: number) => this.#due(due) > 0 && excess > LEAST * lines[(due + SLOTS) % SLOTS]
    this.#done = [minute, minute - 1, minute + 1].find(isOf) ?? this.#done
    lines[slot] = trust[slot] === 0 ? excess : Math.min(most, Math.max(SHRINK * lines[slot], excess))
    trust[slot] = Math.min(MOST_TRUST, trust[slot] + CAME)
  }

  /** Of the hourly job of a minute, unless it was there already. */
  #due(minute: number): number {
    return minute <= this.#done ? 0 : this.#hourly(minute)
  }

  #hourly(minute: number): number {
    if (!this.#lines || !this.#trust) return 0
    const slot = (minute + SLOTS) % SLOTS
    return this.#trust[slot] >= TRUSTED ? MARGIN * this.#lines[slot] : 0
  }

  #daily(minute: number): number {
    let most = 0
    for (const one of this.#appointments ?? []) {
      if (one.days >= KEPT_DAYS && isAbout(one, minute)) most = Math.max(most, MARGIN * one.lines)
    }
    return most
  }

  #keepAppointment(minute: number, excess: number): void {
    const list = (this.#appointments ??= [])
    const today = Math.floor(minute / DAY_MINUTES)
    const at = minute % DAY_MINUTES
    const known = list.find((one) => isAbout(one, minute) && today - one.last <= FORGET_DAYS)
    if (!known) {
      list.push({ from: at, to: at, lines: excess, days: 1, last: today })
      if (list.length > APPOINTMENTS) list.splice(list.indexOf(list.reduce(leastKept)), 1)
      return
    }
    if (known.last === today) {
      known.to = Math.max(known.to, at)
      known.lines = Math.max(known.lines, excess)
      return
    }
    known.to += at - known.from
    known.from = at
    known.days++
    known.last = today
    known.lines = Math.max(SHRINK * known.lines, Math.min(excess, 2 * known.lines))
  }
}

/** What came once goes before what was kept. */
function leastKept(a: Appointment, b: Appointment): Appointment {
  return b.days < a.days || (b.days === a.days && b.last < a.last) ? b : a
}

function isAbout({ from, to }: Appointment, minute: number): boolean {
  const at = minute % DAY_MINUTES
  return at >= from - SLACK && at <= to + SLACK
}
