/**
 * How many is usual: a calendar times a slowly moving level, plus what jobs bring by the clock; judged with
 * negative-binomial tails over sliding spans from 10 s to 1 h. Short spans see bursts at once, long ones give power at
 * low rates. Dispersion is learnt per span and starts wide, so that a young series alarms at a landslide only and an
 * old one at a clear step.
 */
import { MINUTE_MS, WINDOW_MS } from '../aggregate/window.ts'
import type { ScoredCount } from '../finding.ts'
import type { Bursts } from './bursts.ts'
import { Batches } from './batches.ts'
import { Calendar } from './calendar.ts'
import { Dispersion } from './dispersion.ts'
import { Jobs } from './jobs.ts'
import { LastWindows, WINDOWS } from './last-windows.ts'
import { Level } from './level.ts'
import { Near } from './near.ts'
import { deviation, lowerTail, standardDeviation, upperTail } from './negative-binomial.ts'
import { SPAN_MINUTES, Spans, type Expected, type Sums } from './spans.ts'

const BURST_WINDOWS = 2
/** Sliding spans: the burst span of 10 s at index 0 of every table, then those in minutes. */
export const SPANS = SPAN_MINUTES.length + 1
const TESTS = 2 * SPANS

/** Minutes a series is watched before anything of it may alarm. */
export const LEARNING_MINUTES = 15
const SETTLE_MINUTES = 3
/** So long the level is the middle of what there was, however loud the beginning; and a lower rate proves nothing. */
const YOUNG_MINUTES = 120
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
/** So much above the quietest of the last minutes is something a job may have brought. */
const JOB_MINUTES = 10
const JOB_RATIO = 0.5
const JOB_DEVIATIONS = 4
const JOB_COUNT = 5
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
  readonly #windows = new LastWindows()
  /** By span, and behind them of a minute from those just before. */
  readonly #dispersion = new Dispersion(SPANS + 1)
  readonly #level = new Level()
  readonly #near = new Near(this.#dispersion, SPANS)
  readonly #batches: Batches
  readonly #bursts: Bursts | undefined
  /** The first minute of which all is known. */
  #whole = -1
  #minute = -1
  /** Of the current minute: expected, and what jobs may bring on top in it or brought just before. */
  #expected = NOTHING
  #allowance = 0
  #lastAllowance = 0
  /** At the end of the last minute. */
  #silent = SPOKEN

  /** `bursts`, for lines: where bursts may be a habit, and quiet sources write in batches. Errors get no such excuse. */
  constructor(bursts?: Bursts) {
    this.#bursts = bursts
    this.#batches = new Batches(bursts === undefined)
  }

  /** Takes the next closed window, in order of time without holes, and says how it compares. */
  next(start: number, count: number): ScoredCount {
    const score = this.add(start, count)
    return (start + WINDOW_MS) % MINUTE_MS === 0 ? graver(score, this.closeMinute(start)) : score
  }

  /** Takes a closed window, in order of time; those left out held nothing. */
  add(start: number, count: number): ScoredCount {
    this.#enterWindow(start)
    this.#windows.put(count)
    const quiet = this.#quiet()
    if (count === 0) return this.#untilNow(quiet)
    const base = this.#expected.top
    const burst = this.#windows.sum(BURST_WINDOWS)
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
    this.#pushMinute(this.#windows.sum(WINDOWS))
    this.#silent = this.#silentSince(WINDOWS)
    const judged = this.#judgeSpans(start, score)
    this.#learnMinute(start, this.#windows.sum(WINDOWS))
    this.#learnBurstDispersion()
    return judged
  }

  /** Takes a minute of history: teaches and judges nothing. `start` is its first millisecond. */
  teach(start: number, count: number): void {
    this.#enterMinute(Math.floor(start / MINUTE_MS))
    this.#pushMinute(count)
    this.#rememberBurst(start)
    this.#learnMinute(start, count)
    this.#whole = this.#minute
    this.#windows.forget(start)
  }

  /** Time passed of which nothing is known (own restart, hole in ingest): what slides starts anew. */
  skip(): void {
    this.#spans.clear()
    this.#windows.forget()
    this.#near.forget()
    this.#silent = SPOKEN
    this.#level.forgetSteps()
  }

  #enterWindow(start: number): void {
    // What began within a minute neither counts nor teaches before the next one.
    if (this.#windows.isEmpty) this.#whole = Math.ceil(start / MINUTE_MS)
    this.#windows.enter(start)
    this.#enterMinute(Math.floor(start / MINUTE_MS))
  }

  #enterMinute(minute: number): void {
    if (minute === this.#minute) return
    const time = minute * MINUTE_MS
    const { smooth, stepped } = this.#calendar.usual(time)
    this.#lastAllowance = minute === this.#minute + 1 ? this.#allowance : 0
    this.#allowance = this.#jobs.allowance(time)
    this.#minute = minute
    const { now } = this.#level
    const former = this.#level.former(minute)
    this.#expected = {
      mean: smooth * now,
      top: Math.max(smooth, stepped) * Math.max(now, former),
      bottom: Math.min(smooth, stepped) * Math.min(now, former),
    }
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
    const last = this.#spans.over(0)
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
    const clumps = (this.#dispersion.of(0) * BURST_WINDOWS * WINDOW_MS) / ms
    const phi = Math.max(clumps, this.#dispersion.of(ms > LONG_SILENCE_MS ? 2 : 1))
    const pDown = Math.min(1, TESTS * lowerTail(0, missed / this.#batch(), phi))
    if (pDown >= known.pDown) return known
    return { ...known, ...band(missed, phi), seen: 0, usual: missed, span: ms, phi, pDown }
  }

  /** Within a minute that is not over. How a young series speaks within its minutes is not known. */
  #untilNow(quiet: ScoredCount): ScoredCount {
    const isKnown = this.#minute >= this.#whole && this.#calendar.minutes >= YOUNG_MINUTES
    if (!isKnown) return quiet
    const silence = this.#silentSince(this.#windows.withinMinute)
    return silence.ms < LEAST_SILENCE_MS ? quiet : this.#silence(quiet, silence)
  }

  /** The silence that lasts until now, within the minute of which so many windows are over and before it. */
  #silentSince(windows: number): Silence {
    const silent = this.#windows.silent(windows)
    const { missed, ms } = silent < windows ? SPOKEN : this.#silent
    const since = { missed: missed + (silent / WINDOWS) * this.#expected.bottom, ms: ms + silent * WINDOW_MS }
    if (this.#calendar.minutes >= YOUNG_MINUTES) return since
    return { ...since, missed: Math.min(since.missed, (since.ms / MINUTE_MS) * this.#expected.bottom) }
  }

  /** The last minute, as it is told when nothing is strange. */
  #quiet(): ScoredCount {
    const { mean } = this.#expected
    const phi = this.#dispersion.of(1)
    const learning = this.#calendar.minutes < LEARNING_MINUTES
    const seen = this.#windows.sum(WINDOWS)
    return { ...band(mean, phi), seen, usual: mean, span: MINUTE_MS, phi, pUp: 1, pDown: 1, learning }
  }

  #up(time: number, known: ScoredCount, index: number, span: number, seen: number, top: number): ScoredCount {
    if (!isMuch(seen, top)) return known
    const pUp = this.#chanceBeyondHabit(time, index, seen, top)
    if (pUp >= known.pUp) return known
    const phi = this.#dispersion.of(index)
    return { ...known, ...band(top, phi), seen, usual: top, span, phi, pUp }
  }

  /** The chance of so many; 1 where they are a burst that is a habit. */
  #chanceBeyondHabit(time: number, index: number, seen: number, top: number): number {
    const pUp = this.#chanceUp(index, seen, top)
    return pUp < BURST && this.#bursts?.isHabit(time, index, seen, top) ? 1 : pUp
  }

  /** By the calendar, whose errors last; where that doubts, by the last minutes, which know nothing of the hour. */
  #chanceUp(index: number, seen: number, top: number): number {
    const batch = this.#batch()
    const usual = TESTS * upperTail(Math.ceil(seen / batch), top / batch, this.#dispersion.of(index))
    if (usual > DOUBT || index > 1 || !this.#near.isKnown) return Math.min(1, usual)
    const part = index === 0 ? BURST_WINDOWS / WINDOWS : 1
    return Math.min(usual, TESTS * this.#near.chanceUp(seen, part, top / UP_RATIO))
  }

  #down(known: ScoredCount, index: number, span: number, { seen, bottom }: Sums): ScoredCount {
    if (bottom < MISSABLE || seen >= DOWN_RATIO * bottom || known.pUp < 1) return known
    const phi = this.#dispersion.of(index)
    const pDown = Math.min(1, TESTS * lowerTail(seen / this.#batch(), bottom / this.#batch(), phi))
    return pDown < known.pDown ? { ...known, ...band(bottom, phi), seen, usual: bottom, span, phi, pDown } : known
  }

  /** Of a minute of history: how its lines lay within it is not known. */
  #rememberBurst(time: number): void {
    if (!this.#bursts) return
    for (let i = 0; i < SPAN_MINUTES.length && this.#spans.isDue(i); i++) {
      const { seen, top } = this.#spans.over(i)
      if (!isMuch(seen, top)) continue
      const pUp = this.#chanceBeyondHabit(time, i + 1, seen, top)
      if (i === 0 && pUp < BURST) this.#bursts.isHabit(time, 0, seen, top)
    }
  }

  #learnMinute(time: number, count: number): void {
    const { mean } = this.#expected
    const { seen } = this.#spans.over(0)
    const minutes = this.#calendar.minutes
    const sd = standardDeviation(mean, this.#dispersion.of(1))
    const excess = minutes >= SETTLE_MINUTES ? this.#excess(count) : 0
    this.#jobs.learn(time, excess)
    if (minutes >= YOUNG_MINUTES) {
      const clipped = Math.min(mean + 3 * sd + 0.5, Math.max(mean - 3 * sd - 0.5, seen))
      this.#level.follow(clipped, mean)
    }
    // A peak may be the first of a job: only what lasts teaches what is usual.
    this.#calendar.learn(time, Math.min(seen, count - excess))
    if (minutes < YOUNG_MINUTES) this.#takeMiddle()
    // The mean of the first minutes is a guess, and would be taken for dispersion.
    if (minutes >= SETTLE_MINUTES) this.#learnDispersion()
    this.#near.learn(seen, this.#spans)
    this.#batches.learn(seen, mean)
    this.#acceptNewNormal()
  }

  /** How far a count is above the minutes just before: jobs are peaks, what lasts is none. */
  #peak(count: number): number {
    const { mean } = this.#expected
    if (count <= mean) return 0
    const least = this.#spans.length === 0 ? 0 : this.#spans.least(JOB_MINUTES)
    return Math.max(0, count - Math.max(mean, least))
  }

  /** What a job may have brought, whatever the dispersion it causes itself. */
  #excess(count: number): number {
    const excess = this.#peak(count)
    const base = count - excess
    return excess > Math.max(JOB_COUNT, JOB_RATIO * base, JOB_DEVIATIONS * Math.sqrt(base)) ? excess : 0
  }

  #batch(): number {
    return this.#batches.size(this.#expected.mean)
  }

  /** A loud or a quiet beginning is not what is usual: while young, the middle of all steps is. */
  #takeMiddle(): void {
    const middle = this.#spans.middleStep(3)
    if (middle !== undefined) this.#level.now = (middle / 5 + 0.1) / (this.#calendar.mean + 0.1)
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
    const seen = this.#windows.sumFrom(from, BURST_WINDOWS)
    this.#teachDispersion(0, 1, seen, mean)
  }

  #teachDispersion(index: number, weight: number, seen: number, mean: number): void {
    if (mean > 0.01) this.#dispersion.learn(index, weight, seen, mean, this.#batch())
  }

  #acceptNewNormal(): void {
    if (this.#spans.length < 5) return
    const five = this.#spans.over(1)
    // An outage is never a new normal, nor the beginning of one.
    if (five.seen === 0) return this.#level.forgetSteps()
    const change = this.#level.isNewNormal(this.#minute, deviation(five.seen, five.mean, this.#dispersion.of(2)))
    if (!change) return
    this.#level.step(this.#minute, change === 'return' ? five : this.#spans.steps(6))
    this.#spans.clear()
  }
}

/** Whether it is enough to be asked how likely it is. */
function isMuch(seen: number, top: number): boolean {
  return seen >= UP_COUNT && seen > UP_RATIO * top
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
