/**
 * How many is usual: a calendar times a slowly moving level, judged with negative-binomial tails over sliding spans
 * from 10 s to 1 h. Short spans see bursts at once, long ones give power at low rates. Dispersion is learnt per span
 * and starts wide, so that a young series alarms at a landslide only and an old one at a clear step.
 */
import { MINUTE_MS, WINDOW_MS } from '../aggregate/window.ts'
import type { ScoredCount } from '../finding.ts'
import { Calendar } from './calendar.ts'
import { deviation, lowerTail, standardDeviation, upperTail } from './negative-binomial.ts'
import { Ring } from './ring.ts'

const WINDOWS_PER_MINUTE = MINUTE_MS / WINDOW_MS
const BURST_WINDOWS = 2
/** Sliding spans in minutes; the burst span of 10 s stands at index 0 of every table. */
const SPAN_MINUTES = [1, 5, 15, 60]
const TESTS = 2 * (SPAN_MINUTES.length + 1)

/** Minutes a series is watched before anything of it may alarm. */
export const LEARNING_MINUTES = 15
const LEVEL_KEEP = 0.5 ** (1 / 120)
const DISPERSION_START = 0.3
const DISPERSION_START_WEIGHT = 6
const DISPERSION_FLOOR = 0.003
const DISPERSION_MEMORY = 1440
/** Nothing below these is worth waking anyone, however unlikely. */
const UP_RATIO = 1.5
const UP_COUNT = 5
const DOWN_RATIO = 0.65
/** A step that holds for an hour is the new normal. */
const ACCEPT_DEVIATION = 4
const ACCEPT_MINUTES = 60

const QUIET = { usual: 0, low: 0, high: 0, seen: 0, span: MINUTE_MS, phi: DISPERSION_START, pUp: 1, pDown: 1 }

export class RateBaseline {
  readonly #calendar = new Calendar()
  readonly #windows = new Ring(WINDOWS_PER_MINUTE)
  readonly #minutes = new Ring(60)
  readonly #phi = new Float64Array(SPAN_MINUTES.length + 1).fill(DISPERSION_START)
  readonly #phiSeen = new Float64Array(SPAN_MINUTES.length + 1)
  #level = 1
  #minute = -1
  #smooth = 0
  #stepped = 0
  #factor = 1
  #apart = 0

  /** Minutes of history behind the judgement. */
  get age(): number {
    return this.#calendar.minutes
  }

  /** Takes the next closed window, in order of time without holes, and says how it compares. */
  next(start: number, count: number): ScoredCount {
    this.#enterMinute(start)
    const share = 1 / WINDOWS_PER_MINUTE
    this.#windows.push(count, this.#smooth * this.#factor * share, this.#stepped * this.#factor * share)
    const ends = (start + WINDOW_MS) % MINUTE_MS === 0
    // After a hole the first minute may have begun in it: it neither teaches nor counts.
    const minuteEnds = ends && this.#windows.length === WINDOWS_PER_MINUTE
    if (minuteEnds) this.#minutes.push(...this.#windows.sums(WINDOWS_PER_MINUTE))
    const score = this.#judge(count, minuteEnds)
    if (minuteEnds) this.#learnMinute(start)
    return score
  }

  /** Takes a minute of history: teaches and judges nothing. `start` is its first millisecond. */
  teach(start: number, count: number): void {
    this.#enterMinute(start)
    this.#minutes.push(count, this.#smooth * this.#factor, this.#stepped * this.#factor)
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
    const usual = this.#calendar.usual(time)
    this.#smooth = usual.smooth * this.#level
    this.#stepped = usual.stepped * this.#level
    this.#factor = this.#calendar.minuteFactor(time)
  }

  #judge(count: number, minuteEnds: boolean): ScoredCount {
    const learning = this.#calendar.minutes < LEARNING_MINUTES
    let worst = { ...QUIET, learning }
    const [seen, smooth, stepped] = this.#windows.sums(BURST_WINDOWS)
    if (count > 0) {
      // A job's lines may all come in a few seconds of its minute.
      const job = Math.max(0, this.#factor - 1) * this.#smooth
      worst = this.#worse(worst, 0, BURST_WINDOWS * WINDOW_MS, seen, smooth + job, stepped + job)
      worst = this.#worse(worst, 1, MINUTE_MS, ...this.#windows.sums(WINDOWS_PER_MINUTE))
    }
    if (minuteEnds) {
      for (let i = 0; i < SPAN_MINUTES.length; i++) {
        if (this.#minutes.length < SPAN_MINUTES[i]) break
        worst = this.#worse(worst, i + 1, SPAN_MINUTES[i] * MINUTE_MS, ...this.#minutes.sums(SPAN_MINUTES[i]))
      }
    }
    if (worst.pUp === 1 && worst.pDown === 1) {
      const [seen, smooth] = this.#windows.sums(WINDOWS_PER_MINUTE)
      return { ...band(smooth, this.#phi[1]), seen, usual: smooth, span: MINUTE_MS, phi: this.#phi[1], pUp: 1, pDown: 1, learning }
    }
    return worst
  }

  /** The more surprising of what is known and what this span says; between the two baselines nothing is strange. */
  #worse(known: ScoredCount, index: number, span: number, seen: number, smooth: number, stepped: number): ScoredCount {
    const top = Math.max(smooth, stepped)
    const bottom = Math.min(smooth, stepped)
    const phi = this.#phi[index]
    if (seen >= UP_COUNT && seen > UP_RATIO * top) {
      const pUp = Math.min(1, TESTS * upperTail(seen, top, phi))
      if (pUp < known.pUp) return { ...known, ...band(top, phi), seen, usual: top, span, phi, pUp }
    } else if (seen < DOWN_RATIO * bottom) {
      const pDown = Math.min(1, TESTS * lowerTail(seen, bottom, phi))
      if (pDown < known.pDown && known.pUp === 1) return { ...known, ...band(bottom, phi), seen, usual: bottom, span, phi, pDown }
    }
    return known
  }

  #learnMinute(time: number): void {
    const [count, smooth] = this.#minutes.sums(1)
    const spread = 3 * standardDeviation(smooth, this.#phi[1])
    const plain = Math.max(1e-9, smooth / this.#factor)
    const clipped = Math.min(smooth + spread + 0.5, Math.max(smooth - spread - 0.5, count))
    if (this.#calendar.minutes >= LEARNING_MINUTES) {
      const ratio = (clipped + 0.5) / (smooth + 0.5)
      this.#level *= 1 + (1 - LEVEL_KEEP) * (ratio - 1)
    }
    this.#calendar.learn(time, count, plain)
    this.#learnDispersion()
    this.#acceptNewNormal()
    this.#minute = -1
  }

  #learnDispersion(): void {
    for (let i = 0; i < SPAN_MINUTES.length; i++) {
      if (this.#minutes.length < SPAN_MINUTES[i]) break
      const [seen, mean] = this.#minutes.sums(SPAN_MINUTES[i])
      this.#teachDispersion(i + 1, 1 / SPAN_MINUTES[i], seen, mean)
    }
    const [seen, mean] = this.#windows.sums(BURST_WINDOWS)
    if (this.#windows.length >= BURST_WINDOWS) this.#teachDispersion(0, 1, seen, mean)
  }

  #teachDispersion(index: number, weight: number, seen: number, mean: number): void {
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
    const [seen, mean] = this.#minutes.sums(5)
    const z = deviation(seen, mean, this.#phi[2])
    const sign = Math.abs(z) > ACCEPT_DEVIATION ? Math.sign(z) : 0
    this.#apart = sign !== 0 && sign === Math.sign(this.#apart) ? this.#apart + sign : sign
    if (Math.abs(this.#apart) < ACCEPT_MINUTES) return
    const [recent, expected] = this.#minutes.sums(30)
    this.#level *= (recent + 0.5) / (expected + 0.5)
    this.skip()
  }
}

/** The counts within which nothing would be strange. */
function band(mean: number, phi: number): { low: number; high: number } {
  const spread = 3 * standardDeviation(mean, phi)
  return { low: Math.max(0, mean - spread), high: mean + spread }
}
