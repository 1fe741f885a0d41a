/**
 * How many is usual: a calendar times a slowly moving level, plus what jobs bring by the clock; judged with
 * negative-binomial tails over sliding spans from 10 s to 1 h. Short spans see bursts at once, long ones give power at
 * low rates. Dispersion is learnt per span and starts wide, so that a young series alarms at a landslide only and an
 * old one at a clear step.
 */
import { MINUTE_MS, WINDOW_MS } from '../aggregate/window.ts'
import type { ScoredCount } from '../finding.ts'
import type { Bursts } from './bursts.ts'
import { Calendar } from './calendar.ts'
import { Jobs } from './jobs.ts'
import { deviation, lowerTail, standardDeviation, upperTail } from './negative-binomial.ts'
import { SPAN_MINUTES, Spans, type Expected, type Sums } from './spans.ts'

const WINDOWS = MINUTE_MS / WINDOW_MS
const BURST_WINDOWS = 2
/** Sliding spans: the burst span of 10 s at index 0 of every table, then those in minutes. */
export const SPANS = SPAN_MINUTES.length + 1
const TESTS = 2 * SPANS

/** Minutes a series is watched before anything of it may alarm. */
export const LEARNING_MINUTES = 15
const SETTLE_MINUTES = 3
/** So long the level is the middle of what there was, however loud the beginning; and a lower rate proves nothing. */
const YOUNG_MINUTES = 120
const LEVEL_KEEP = 0.5 ** (1 / 120)
const DISPERSION_START = 0.3
const DISPERSION_START_WEIGHT = 6
const DISPERSION_FLOOR = 0.003
const DISPERSION_MEMORY = 1440
/** Nothing below these is worth waking anyone, however unlikely. */
const UP_RATIO = 1.5
const UP_COUNT = 5
const DOWN_RATIO = 0.65
/** A silence longer than this is judged by how five minutes vary, any of them by how uneven ten seconds are. */
const LONG_SILENCE_MS = 3 * MINUTE_MS
/** However busy a source is, it may pause so long. */
const LEAST_SILENCE_MS = 3 * WINDOW_MS
/** So little expected can not be missed: even nothing at all would be no alarm. */
const MISSABLE = 12
/** Below this chance it is a burst, whether or not it is told. */
const BURST = 1e-4
/** Below this chance the calendar doubts, and the minutes just before are asked. */
const DOUBT = 1e-3
const NEAR_MINUTES = 15
/** Expected lines a minute below which they may come in batches; a young source is believed to write four at a time. */
const QUIET = 20
const BATCH_START = 4
const BATCH_LINES = 10
const BATCH_MEMORY = 2_000
const MOST_BATCH = 50
/** One failure writes some errors, an outage many: the next outage must not look like one failure. */
const MOST_ERRORS = 3
const NEAR_RATIO = 2
/** So much above the quietest of the last minutes is something a job may have brought. */
const JOB_MINUTES = 10
const JOB_RATIO = 0.5
const JOB_DEVIATIONS = 4
const JOB_COUNT = 5
/** A step that holds for an hour is the new normal. */
const ACCEPT_DEVIATION = 4
const ACCEPT_MINUTES = 60
/** One that leads back to where it was is so much sooner, and looked for this long. */
const RETURN_MINUTES = 10
const FORMER_MINUTES = 24 * 60

interface Silence {
  /** Lines that should have come since the last one, and how long ago that was. */
  readonly missed: number
  readonly ms: number
}

const SPOKEN: Silence = { missed: 0, ms: 0 }
const NOTHING: Expected = { mean: 0, top: 0, bottom: 0 }

export class RateBaseline {
  readonly #calendar = new Calendar()
  readonly #jobs = new Jobs()
  readonly #spans = new Spans()
  /** Counts of the last windows, by their place in the minute. */
  readonly #windows = new Float32Array(WINDOWS)
  /** Dispersion by span, then how much was seen of it. */
  readonly #phi = new Float32Array(2 * SPANS).fill(DISPERSION_START, 0, SPANS)
  readonly #bursts: Bursts | undefined
  #level = 1
  /** The level before the last step that was accepted: to go back to it is no news for a while. */
  #former = 1
  #formerUntil = -1
  /** Number of the newest window that was added; -1 when nothing before it is known. */
  #window = -1
  /** The first minute of which all is known. */
  #whole = -1
  #minute = -1
  /** Of the current minute: expected, and what jobs may bring on top in it or brought just before. */
  #expected = NOTHING
  #allowance = 0
  #lastAllowance = 0
  #apart = 0
  /** At the end of the last minute. */
  #silent = SPOKEN
  /** Mean of the minutes just before, and how far a minute usually is from that; 0 when they are not known. */
  #near = 0
  #nearPhi = DISPERSION_START
  #nearSeen = 0
  /** Of minutes in which little is expected: lines, and lines times how many came with each. */
  #lines = BATCH_LINES
  #squares: number

  /** `bursts`, for lines: where bursts may be a habit, and quiet sources write in batches. Errors get no such excuse. */
  constructor(bursts?: Bursts) {
    this.#bursts = bursts
    this.#squares = BATCH_LINES * (bursts ? BATCH_START : 1)
  }

  /** Takes the next closed window, in order of time without holes, and says how it compares. */
  next(start: number, count: number): ScoredCount {
    const score = this.add(start, count)
    return (start + WINDOW_MS) % MINUTE_MS === 0 ? graver(score, this.closeMinute(start)) : score
  }

  /** Takes a closed window, in order of time; those left out held nothing. */
  add(start: number, count: number): ScoredCount {
    this.#enterWindow(start)
    this.#windows[this.#window % WINDOWS] = count
    const quiet = this.#quiet()
    if (count === 0) return this.#untilNow(quiet)
    const base = this.#expected.top
    const burst = this.#lastWindows(BURST_WINDOWS)
    const isJob = burst <= base + Math.max(this.#allowance, this.#lastAllowance)
    const score = isJob
      ? quiet
      : this.#up(start, quiet, 0, BURST_WINDOWS * WINDOW_MS, burst, (BURST_WINDOWS / WINDOWS) * base)
    return this.#up(start, score, 1, MINUTE_MS, quiet.seen - this.#withinAllowance(quiet.seen, base), base)
  }

  /** Ends the minute that this window is the last of: judges the longer spans, and learns. */
  closeMinute(start: number): ScoredCount {
    this.#enterWindow(start)
    const minute = this.#minute
    const score = this.#quiet()
    if (minute < this.#whole) return score
    this.#pushMinute(this.#lastWindows(WINDOWS))
    this.#silent = this.#silentSince(WINDOWS)
    const judged = this.#judgeSpans(start, score)
    this.#learnMinute(start, this.#lastWindows(WINDOWS))
    this.#learnBurstDispersion()
    return judged
  }

  /** Takes a minute of history: teaches and judges nothing. `start` is its first millisecond. */
  teach(start: number, count: number): void {
    this.#enterMinute(Math.floor(start / MINUTE_MS))
    this.#pushMinute(count)
    this.#rememberBurst(start)
    this.#learnMinute(start, count)
    this.#window = Math.floor(start / WINDOW_MS) + WINDOWS - 1
    this.#whole = this.#minute
    this.#windows.fill(0)
  }

  /** Time passed of which nothing is known (own restart, hole in ingest): what slides starts anew. */
  skip(): void {
    this.#spans.clear()
    this.#windows.fill(0)
    this.#window = -1
    this.#near = 0
    this.#silent = SPOKEN
    this.#apart = 0
  }

  #enterWindow(start: number): void {
    const window = Math.floor(start / WINDOW_MS)
    // What began within a minute neither counts nor teaches before the next one.
    if (this.#window === -1) this.#whole = Math.ceil(start / MINUTE_MS)
    for (let i = Math.max(this.#window + 1, window - WINDOWS + 1); i <= window; i++) this.#windows[i % WINDOWS] = 0
    if (window > this.#window) this.#window = window
    this.#enterMinute(Math.floor(start / MINUTE_MS))
  }

  #enterMinute(minute: number): void {
    if (minute === this.#minute) return
    const time = minute * MINUTE_MS
    const { smooth, stepped } = this.#calendar.usual(time)
    this.#lastAllowance = minute === this.#minute + 1 ? this.#allowance : 0
    this.#allowance = this.#jobs.allowance(time)
    this.#minute = minute
    const former = minute < this.#formerUntil ? this.#former : this.#level
    this.#expected = {
      mean: smooth * this.#level,
      top: Math.max(smooth, stepped) * Math.max(this.#level, former),
      bottom: Math.min(smooth, stepped) * Math.min(this.#level, former),
    }
  }

  #lastWindows(count: number): number {
    let sum = 0
    for (let i = 0; i < count; i++) sum += this.#windows[(this.#window - i + WINDOWS) % WINDOWS]
    return sum
  }

  /** What of a sliding minute's count a job that is due explains. */
  #withinAllowance(seen: number, base: number): number {
    return Math.min(Math.max(0, seen - base), this.#peak(seen), Math.max(this.#allowance, this.#lastAllowance))
  }

  /** What a job brought is not what spans are judged by; what it did not bring is. */
  #pushMinute(seen: number): void {
    const explained = seen > this.#expected.top ? Math.min(this.#peak(seen), this.#allowance) : 0
    this.#spans.push(seen - explained, this.#expected, seen)
  }

  #judgeSpans(time: number, quiet: ScoredCount): ScoredCount {
    let worst = quiet
    // A long span remembers what is over; it speaks only while the last minute goes the same way.
    const last = this.#spans.sums(1)
    const isUp = last.seen > UP_RATIO * last.top
    const isDown = last.seen < DOWN_RATIO * last.bottom
    // What was expected of its first minutes was a guess.
    const isYoung = this.#calendar.minutes < YOUNG_MINUTES
    if (!isUp && !isDown) return quiet
    for (let i = 0; i < SPAN_MINUTES.length && this.#spans.isDue(i); i++) {
      const sums = this.#spans.over(i)
      const span = SPAN_MINUTES[i] * MINUTE_MS
      if (isUp) worst = this.#up(time, worst, i + 1, span, sums.seen, sums.top)
      if (isDown && !isYoung) worst = this.#down(worst, i + 1, span, sums)
    }
    return last.seen === 0 ? this.#silence(worst, this.#silent) : worst
  }

  /** Nothing at all since some moment is less likely than little within any span that holds it. */
  #silence(known: ScoredCount, { missed, ms }: Silence): ScoredCount {
    if (missed < MISSABLE || known.pUp < 1) return known
    const clumps = (this.#phi[0] * BURST_WINDOWS * WINDOW_MS) / ms
    const phi = Math.max(clumps, this.#phi[ms > LONG_SILENCE_MS ? 2 : 1])
    const pDown = Math.min(1, TESTS * lowerTail(0, missed / this.#batch(), phi))
    if (pDown >= known.pDown) return known
    return { ...known, ...band(missed, phi), seen: 0, usual: missed, span: ms, phi, pDown }
  }

  /** Within a minute that is not over. How a young series speaks within its minutes is not known. */
  #untilNow(quiet: ScoredCount): ScoredCount {
    const isKnown = this.#minute >= this.#whole && this.#calendar.minutes >= YOUNG_MINUTES
    if (!isKnown) return quiet
    const silence = this.#silentSince((this.#window % WINDOWS) + 1)
    return silence.ms < LEAST_SILENCE_MS ? quiet : this.#silence(quiet, silence)
  }

  /** The silence that lasts until now, within the minute of which so many windows are over and before it. */
  #silentSince(windows: number): Silence {
    let silent = 0
    while (silent < windows && this.#windows[(this.#window - silent + WINDOWS) % WINDOWS] === 0) silent++
    const { missed, ms } = silent < windows ? SPOKEN : this.#silent
    const since = { missed: missed + (silent / WINDOWS) * this.#expected.bottom, ms: ms + silent * WINDOW_MS }
    if (this.#calendar.minutes >= YOUNG_MINUTES) return since
    return { ...since, missed: Math.min(since.missed, (since.ms / MINUTE_MS) * this.#expected.bottom) }
  }

  /** The last minute, as it is told when nothing is strange. */
  #quiet(): ScoredCount {
    const { mean } = this.#expected
    const phi = this.#phi[1]
    const learning = this.#calendar.minutes < LEARNING_MINUTES
    const seen = this.#lastWindows(WINDOWS)
    return { ...band(mean, phi), seen, usual: mean, span: MINUTE_MS, phi, pUp: 1, pDown: 1, learning }
  }

  #up(time: number, known: ScoredCount, index: number, span: number, seen: number, top: number): ScoredCount {
    if (seen < UP_COUNT || seen <= UP_RATIO * top) return known
    const phi = this.#phi[index]
    const pUp = this.#chanceUp(index, seen, top)
    if (pUp < BURST && this.#bursts?.isHabit(time, index, seen, top)) return known
    return pUp < known.pUp ? { ...known, ...band(top, phi), seen, usual: top, span, phi, pUp } : known
  }

  /** By the calendar, whose errors last; where that doubts, by the last minutes, which know nothing of the hour. */
  #chanceUp(index: number, seen: number, top: number): number {
    const batch = this.#batch()
    const usual = TESTS * upperTail(Math.ceil(seen / batch), top / batch, this.#phi[index])
    if (usual > DOUBT || index > 1 || this.#near === 0) return Math.min(1, usual)
    const near = index === 0 ? (BURST_WINDOWS / WINDOWS) * this.#near : this.#near
    if (seen < NEAR_RATIO * near) return usual
    return Math.min(usual, TESTS * upperTail(seen, Math.max(near, top / UP_RATIO), this.#nearPhi))
  }

  #down(known: ScoredCount, index: number, span: number, { seen, bottom }: Sums): ScoredCount {
    if (bottom < MISSABLE || seen >= DOWN_RATIO * bottom || known.pUp < 1) return known
    const phi = this.#phi[index]
    const pDown = Math.min(1, TESTS * lowerTail(seen / this.#batch(), bottom / this.#batch(), phi))
    return pDown < known.pDown ? { ...known, ...band(bottom, phi), seen, usual: bottom, span, phi, pDown } : known
  }

  /** Of a minute of history: how its lines lay within it is not known. */
  #rememberBurst(time: number): void {
    if (!this.#bursts) return
    for (let i = 0; i < SPAN_MINUTES.length && this.#spans.isDue(i); i++) {
      const { seen, top } = this.#spans.over(i)
      const { pUp } = this.#up(time, this.#quiet(), i + 1, SPAN_MINUTES[i] * MINUTE_MS, seen, top)
      if (i === 0 && pUp < BURST) this.#bursts.isHabit(time, 0, seen, top)
    }
  }

  #learnMinute(time: number, count: number): void {
    const { mean } = this.#expected
    const seen = this.#spans.sums(1).seen
    const minutes = this.#calendar.minutes
    const sd = standardDeviation(mean, this.#phi[1])
    const excess = minutes >= SETTLE_MINUTES ? this.#excess(count) : 0
    this.#jobs.learn(time, excess)
    if (minutes >= YOUNG_MINUTES) {
      const clipped = Math.min(mean + 3 * sd + 0.5, Math.max(mean - 3 * sd - 0.5, seen))
      this.#level *= 1 + (1 - LEVEL_KEEP) * ((clipped + 0.5) / (mean + 0.5) - 1)
    }
    // A peak may be the first of a job: only what lasts teaches what is usual.
    this.#calendar.learn(time, Math.min(seen, count - excess))
    if (minutes < YOUNG_MINUTES) this.#takeMiddle()
    // The mean of the first minutes is a guess, and would be taken for dispersion.
    if (minutes >= SETTLE_MINUTES) this.#learnDispersion()
    this.#learnNear(seen)
    this.#learnBatch(seen)
    this.#acceptNewNormal()
  }

  /** How far a count is above the minutes just before: jobs are peaks, what lasts is none. */
  #peak(count: number): number {
    const least = this.#spans.length === 0 ? 0 : this.#spans.least(JOB_MINUTES)
    return Math.max(0, count - Math.max(this.#expected.mean, least))
  }

  /** What a job may have brought, whatever the dispersion it causes itself. */
  #excess(count: number): number {
    const excess = this.#peak(count)
    const base = count - excess
    return excess > Math.max(JOB_COUNT, JOB_RATIO * base, JOB_DEVIATIONS * Math.sqrt(base)) ? excess : 0
  }

  /** Lines that come together: a quiet source may write ten for one thing that happened. */
  #batch(): number {
    return this.#expected.mean > QUIET ? 1 : Math.max(1, this.#squares / this.#lines)
  }

  #learnBatch(seen: number): void {
    const { mean } = this.#expected
    if (mean > QUIET) return
    const most = Math.min(seen, this.#bursts ? MOST_BATCH : MOST_ERRORS)
    this.#lines += most
    this.#squares += most * Math.max(0, most - mean)
    if (this.#lines < BATCH_MEMORY) return
    this.#lines /= 2
    this.#squares /= 2
  }

  /** A loud or a quiet beginning is not what is usual: while young, the middle of all steps is. */
  #takeMiddle(): void {
    const steps = this.#spans.stepCounts()
    if (steps.length < 3) return
    const middle = steps.sort((a, b) => a - b)[steps.length >> 1] / 5
    this.#level = (middle + 0.1) / (this.#calendar.mean + 0.1)
  }

  #learnDispersion(): void {
    for (let i = 0; i < SPAN_MINUTES.length && this.#spans.isDue(i); i++) {
      const { seen, mean } = this.#spans.over(i)
      this.#teachDispersion(i + 1, (i < 3 ? 1 : 5) / SPAN_MINUTES[i], seen, mean)
    }
  }

  /**
   * Not from history: how the lines of a minute lay within it is not known. Another part of each minute in turn, for some
   * sources write at one second of it.
   */
  #learnBurstDispersion(): void {
    if (this.#allowance > 0 || this.#calendar.minutes <= SETTLE_MINUTES) return
    const mean = (BURST_WINDOWS / WINDOWS) * this.#expected.mean
    const from = BURST_WINDOWS * (this.#minute % (WINDOWS / BURST_WINDOWS))
    const seen = this.#windows.subarray(from, from + BURST_WINDOWS).reduce((sum, count) => sum + count, 0)
    this.#teachDispersion(0, 1, seen, mean)
  }

  /** `weight`: how much of an independent look this one is; sliding spans overlap. */
  #teachDispersion(index: number, weight: number, seen: number, mean: number): void {
    if (mean <= 0.01) return
    const old = this.#phi[index]
    const limit = 9 * (mean + old * mean * mean)
    const sample = (Math.min(limit, (seen - mean) ** 2) - this.#batch() * mean) / (mean * mean)
    const known = Math.min(DISPERSION_MEMORY, (this.#phi[SPANS + index] += weight))
    const rate = weight / (DISPERSION_START_WEIGHT + known)
    this.#phi[index] = Math.max(DISPERSION_FLOOR, old + rate * (sample - old))
  }

  /** The minute is compared with those before it, and then is one of them. */
  #learnNear(seen: number): void {
    if (this.#near > 1) {
      const limit = 9 * (this.#near + this.#nearPhi * this.#near ** 2)
      const sample = (Math.min(limit, (seen - this.#near) ** 2) - this.#near) / this.#near ** 2
      this.#nearSeen = Math.min(DISPERSION_MEMORY, this.#nearSeen + 1)
      const rate = 1 / (DISPERSION_START_WEIGHT + this.#nearSeen)
      this.#nearPhi = Math.max(DISPERSION_FLOOR, this.#nearPhi + rate * (sample - this.#nearPhi))
    }
    this.#near = this.#spans.length < NEAR_MINUTES ? 0 : this.#spans.sums(NEAR_MINUTES).seen / NEAR_MINUTES
  }

  #acceptNewNormal(): void {
    if (this.#spans.length < 5) return
    const five = this.#spans.sums(5)
    // An outage is never a new normal, nor the beginning of one.
    if (five.seen === 0) {
      this.#apart = 0
      return
    }
    const z = deviation(five.seen, five.mean, this.#phi[2])
    const sign = Math.abs(z) > ACCEPT_DEVIATION ? Math.sign(z) : 0
    this.#apart = sign !== 0 && sign === Math.sign(this.#apart) ? this.#apart + sign : sign
    const isReturn = this.#minute < this.#formerUntil && (this.#former - this.#level) * sign > 0
    if (Math.abs(this.#apart) < (isReturn ? RETURN_MINUTES : ACCEPT_MINUTES)) return
    const recent = isReturn ? five : this.#spans.steps(6)
    this.#former = this.#level
    this.#formerUntil = this.#minute + FORMER_MINUTES
    this.#level *= (recent.seen + 0.5) / (recent.mean + 0.5)
    this.#spans.clear()
    this.#apart = 0
  }
}

/** Of two scores of one window the less likely. */
function graver(a: ScoredCount, b: ScoredCount): ScoredCount {
  return Math.min(b.pUp, b.pDown) < Math.min(a.pUp, a.pDown) ? b : a
}

/** The counts within which nothing would be strange. */
function band(mean: number, phi: number): { low: number; high: number } {
  const spread = 3 * standardDeviation(mean, phi)
  return { low: Math.max(0, mean - spread), high: mean + spread }
}
