/**
 * How many is usual: a calendar times a slowly moving level, judged with negative-binomial tails over sliding spans
 * from 10 s to 1 h. Short spans see bursts at once, long ones give power at low rates. Dispersion is learnt per span
 * and starts wide, so that a young series alarms at a landslide only and an old one at a clear step.
 */
import { MINUTE_MS, WINDOW_MS } from '../aggregate/window.ts'
import type { ScoredCount } from '../finding.ts'
import type { Bursts } from './bursts.ts'
import { Calendar } from './calendar.ts'
import { deviation, lowerTail, standardDeviation, upperTail } from './negative-binomial.ts'
import { Ring, type Expected, type Sums } from './ring.ts'

const WINDOWS_PER_MINUTE = MINUTE_MS / WINDOW_MS
const BURST_WINDOWS = 2
/** Sliding spans in minutes; the burst span of 10 s stands at index 0 of every table. */
const SPAN_MINUTES = [1, 5, 15, 60]
export const SPANS = SPAN_MINUTES.length + 1
const TESTS = 2 * SPANS

/** Minutes a series is watched before anything of it may alarm. */
export const LEARNING_MINUTES = 15
const SETTLE_MINUTES = 3
const LEVEL_KEEP = 0.5 ** (1 / 120)
const DISPERSION_START = 0.3
const DISPERSION_START_WEIGHT = 6
const DISPERSION_FLOOR = 0.003
const DISPERSION_MEMORY = 1440
/** Nothing below these is worth waking anyone, however unlikely. */
const UP_RATIO = 1.5
const UP_COUNT = 5
const DOWN_RATIO = 0.65
/** Below this chance it is a burst, whether or not it is told. */
const BURST = 1e-4
/** A step that holds for an hour is the new normal. */
const ACCEPT_DEVIATION = 4
const ACCEPT_MINUTES = 60

const NOTHING: Expected = { mean: 0, top: 0, bottom: 0 }

export class RateBaseline {
  readonly #calendar = new Calendar()
  readonly #windows = new Ring(WINDOWS_PER_MINUTE)
  readonly #minutes = new Ring(60)
  readonly #phi = new Float64Array(SPANS).fill(DISPERSION_START)
  readonly #phiSeen = new Float64Array(SPANS)
  /** Where bursts may be a habit. */
  readonly #bursts: Bursts | undefined
  #level = 1
  #minute = -1
  /** Of the current minute; `#plain` is the mean without the minute's own factor. */
  #expected = NOTHING
  #plain = 0
  #apart = 0

  constructor(bursts?: Bursts) {
    this.#bursts = bursts
  }

  /** Takes the next closed window, in order of time without holes, and says how it compares. */
  next(start: number, count: number): ScoredCount {
    this.#enterMinute(start)
    this.#windows.push(count, this.#expected, 1 / WINDOWS_PER_MINUTE)
    // After a hole the first minute may have begun in it: it neither teaches nor counts.
    const minuteEnds = (start + WINDOW_MS) % MINUTE_MS === 0 && this.#windows.length === WINDOWS_PER_MINUTE
    if (minuteEnds) this.#minutes.push(this.#windows.sums(WINDOWS_PER_MINUTE).seen, this.#expected)
    const score = this.#judge(start, count, minuteEnds)
    if (minuteEnds) this.#learnMinute(start)
    return score
  }

  /** Takes a minute of history: teaches and judges nothing. `start` is its first millisecond. */
  teach(start: number, count: number): void {
    this.#enterMinute(start)
    this.#minutes.push(count, this.#expected)
    this.#rememberBurst(start)
    this.#learnMinute(start)
  }

  /** Time passed of which nothing is known (own restart, hole in ingest): what slides starts anew. */
  skip(): void {
    this.#windows.clear()
    this.#minutes.clear()
    this.#apart = 0
  }

  #enterMinute(time: number): void {
    const minute = Math.floor(time / MINUTE_MS)
    if (minute === this.#minute) return
    this.#minute = minute
    const { smooth, stepped } = this.#calendar.usual(time)
    const factor = this.#calendar.minuteFactor(time)
    this.#plain = smooth * this.#level
    this.#expected = {
      mean: this.#plain * factor,
      // A job that did not come yet, or came a minute off, is neither a burst nor a hole.
      top: Math.max(smooth, stepped) * this.#level * Math.max(1, factor),
      bottom: Math.min(smooth, stepped) * this.#level * Math.min(1, factor),
    }
  }

  #judge(time: number, count: number, minuteEnds: boolean): ScoredCount {
    let worst = this.#quiet()
    if (count > 0) {
      worst = this.#up(time, worst, 0, BURST_WINDOWS * WINDOW_MS, this.#withJob(this.#windows.sums(BURST_WINDOWS)))
      worst = this.#up(time, worst, 1, MINUTE_MS, this.#windows.sums(WINDOWS_PER_MINUTE))
    }
    if (!minuteEnds) return worst
    // A long span remembers what is over; it speaks only while the last minute goes the same way.
    const last = this.#minutes.sums(1)
    for (let i = 0; i < SPAN_MINUTES.length && this.#minutes.length >= SPAN_MINUTES[i]; i++) {
      const sums = this.#minutes.sums(SPAN_MINUTES[i])
      const span = SPAN_MINUTES[i] * MINUTE_MS
      if (last.seen > UP_RATIO * last.top) worst = this.#up(time, worst, i + 1, span, sums)
      if (last.seen < DOWN_RATIO * last.bottom) worst = this.#down(worst, i + 1, span, sums)
    }
    return worst
  }

  /** The last minute, as it is told when nothing is strange. */
  #quiet(): ScoredCount {
    const { seen, mean } = this.#windows.sums(WINDOWS_PER_MINUTE)
    const phi = this.#phi[1]
    const learning = this.#calendar.minutes < LEARNING_MINUTES
    return { ...band(mean, phi), seen, usual: mean, span: MINUTE_MS, phi, pUp: 1, pDown: 1, learning }
  }

  /** All lines of a job may come within seconds of its minute. */
  #withJob(sums: Sums): Sums {
    return { ...sums, top: sums.top + Math.max(0, this.#expected.top - this.#plain) }
  }

  #up(time: number, known: ScoredCount, index: number, span: number, { seen, top }: Sums): ScoredCount {
    if (seen < UP_COUNT || seen <= UP_RATIO * top) return known
    const phi = this.#phi[index]
    const pUp = Math.min(1, TESTS * upperTail(seen, top, phi))
    if (pUp < BURST && this.#bursts?.isHabit(time, index, seen)) return known
    return pUp < known.pUp ? { ...known, ...band(top, phi), seen, usual: top, span, phi, pUp } : known
  }

  /** Of a minute of history: how its lines lay within it is not known. */
  #rememberBurst(time: number): void {
    if (!this.#bursts) return
    for (let i = 0; i < SPAN_MINUTES.length && this.#minutes.length >= SPAN_MINUTES[i]; i++) {
      const sums = this.#minutes.sums(SPAN_MINUTES[i])
      const { pUp } = this.#up(time, this.#quiet(), i + 1, SPAN_MINUTES[i] * MINUTE_MS, sums)
      if (i === 0 && pUp < BURST) this.#bursts.isHabit(time, 0, sums.seen)
    }
  }

  #down(known: ScoredCount, index: number, span: number, { seen, bottom }: Sums): ScoredCount {
    if (known.pUp < 1 || seen >= DOWN_RATIO * bottom) return known
    const phi = this.#phi[index]
    const pDown = Math.min(1, TESTS * lowerTail(seen, bottom, phi))
    return pDown < known.pDown ? { ...known, ...band(bottom, phi), seen, usual: bottom, span, phi, pDown } : known
  }

  #learnMinute(time: number): void {
    const { seen, mean } = this.#minutes.sums(1)
    const spread = 3 * standardDeviation(mean, this.#phi[1])
    const clipped = Math.min(mean + spread + 0.5, Math.max(mean - spread - 0.5, seen))
    if (this.#calendar.minutes >= LEARNING_MINUTES) {
      const ratio = (clipped + 0.5) / (mean + 0.5)
      this.#level *= 1 + (1 - LEVEL_KEEP) * (ratio - 1)
    }
    this.#calendar.learn(time, seen, this.#plain)
    // The mean of the first minutes is a guess, and would be taken for dispersion.
    if (this.#calendar.minutes > SETTLE_MINUTES) this.#learnDispersion()
    this.#acceptNewNormal()
    this.#minute = -1
  }

  #learnDispersion(): void {
    for (let i = 0; i < SPAN_MINUTES.length && this.#minutes.length >= SPAN_MINUTES[i]; i++) {
      this.#teachDispersion(i + 1, 1 / SPAN_MINUTES[i], this.#minutes.sums(SPAN_MINUTES[i]))
    }
    if (this.#windows.length >= BURST_WINDOWS) this.#teachDispersion(0, 1, this.#windows.sums(BURST_WINDOWS))
  }

  /** `weight`: how much of an independent look this one is; sliding spans overlap. */
  #teachDispersion(index: number, weight: number, { seen, mean }: Sums): void {
    if (mean <= 0.01) return
    const old = this.#phi[index]
    const limit = 9 * (mean + old * mean * mean)
    const sample = (Math.min(limit, (seen - mean) ** 2) - mean) / (mean * mean)
    const known = Math.min(DISPERSION_MEMORY, (this.#phiSeen[index] += weight))
    const rate = weight / (DISPERSION_START_WEIGHT + known)
    this.#phi[index] = Math.max(DISPERSION_FLOOR, old + rate * (sample - old))
  }

  #acceptNewNormal(): void {
    if (this.#minutes.length < 5) return
    const five = this.#minutes.sums(5)
    // An outage is never a new normal, nor the beginning of one.
    if (five.seen === 0) {
      this.#apart = 0
      return
    }
    const z = deviation(five.seen, five.mean, this.#phi[2])
    const sign = Math.abs(z) > ACCEPT_DEVIATION ? Math.sign(z) : 0
    this.#apart = sign !== 0 && sign === Math.sign(this.#apart) ? this.#apart + sign : sign
    if (Math.abs(this.#apart) < ACCEPT_MINUTES) return
    const recent = this.#minutes.sums(30)
    this.#level *= (recent.seen + 0.5) / (recent.mean + 0.5)
    this.skip()
  }
}

/** The counts within which nothing would be strange. */
function band(mean: number, phi: number): { low: number; high: number } {
  const spread = 3 * standardDeviation(mean, phi)
  return { low: Math.max(0, mean - spread), high: mean + spread }
}
