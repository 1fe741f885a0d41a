/**
 * How long requests usually take. A long sketch of the past gives the times that one request in twenty, in a hundred, in
 * a thousand exceeds; when far more do, the distribution has moved. The number of slow requests is judged as any count,
 * so a few prove little; but the fewer ever were so slow, the more each of them tells. What is judged slow does not
 * teach.
 */
import { latencyOfBin, mergeSketch, quantile, sketchCount, sparse, type SparseSketch } from '../aggregate/sketch.ts'
import { MINUTE_MS, WINDOW_MS } from '../aggregate/window.ts'
import type { ScoredLatency } from '../finding.ts'
import { upperTail } from './negative-binomial.ts'

/** Shares of the past that are slower than a limit, which is known once so many requests were. */
const TAILS = [0.05, 0.01, 0.001] as const
const KNOWN_BY = 10
const SPANS = [2 * WINDOW_MS, MINUTE_MS]
/** Where requests are few, one more span reaches back until it holds this many, or this far. */
const FEW = 20
const LONGEST_MS = 5 * MINUTE_MS
const TESTS = TAILS.length * (SPANS.length + 1)
/** Requests behind the usual before anything is judged, and slow ones before anything is strange. */
const ENOUGH = 300
const SLOW_ENOUGH = 5
/** One pause makes all requests of a moment slower than nearly all of the past: only what lasts has moved. */
const LASTING_WINDOWS = 2
/** How much slower must be to be worth a word. */
const WORSE = 1.5
/** Slow requests come in clumps. */
const DISPERSION = 0.3
/** So many requests of a kind are taken for slow ones before any came. */
const HARDLY_KNOWN = 10
/** The past weighs half when it holds this many requests. */
const MEMORY = 200_000
/** Quantiles of the past are looked up anew when it has grown by this share. */
const GROWN = 1.02

/** Requests of one window. */
interface Recent {
  readonly start: number
  readonly sketch: SparseSketch
  readonly count: number
}

interface Limit {
  /** Share of the past that was slower than `above`, ms. */
  readonly tail: number
  readonly above: number
}

interface Verdict extends ScoredLatency {
  /** Requests slower than `above`, ms, and how many were to be expected. */
  readonly slow: number
  readonly above: number
  readonly expected: number
}

/** Of the past, ms. */
interface Usual {
  readonly count: number
  readonly low: number
  readonly median: number
  readonly p90: number
  /** The lowest first. */
  readonly limits: readonly Limit[]
}

const UNKNOWN: Verdict = {
  seen: Number.NaN,
  usual: Number.NaN,
  low: 0,
  high: 0,
  quantile: 0.5,
  span: MINUTE_MS,
  p: 1,
  learning: true,
  slow: 0,
  above: Number.POSITIVE_INFINITY,
  expected: 0,
}

export class LatencyBaseline {
  readonly #bins = new Map<number, number>()
  /** Windows that held any, oldest first: those of the last minute, and before it as many as a few requests need. */
  #recent: Recent[] = []
  #count = 0
  #usual: Usual | undefined
  #verdict: Verdict = UNKNOWN

  /** Takes the sketch of the next closed window that has one, and says how it compares. */
  next(start: number, sketch: SparseSketch): ScoredLatency {
    this.#recent.push({ start, sketch, count: sketchCount(sketch) })
    const judged = (this.#verdict = this.#judge(start))
    const leaving = this.#recent.splice(0, this.#leaving(start))
    if (judged.p === 1) for (const recent of leaving) this.teach(recent.sketch)
    return judged
  }

  /**
   * The latest score, now that all kinds of requests are told: some take their time always, and where more of them come
   * nothing is slow. A kind that is hardly known excuses itself.
   */
  givenKinds(start: number, kinds: Iterable<LatencyBaseline>): ScoredLatency {
    const { slow, above, expected, span, ...score } = this.#verdict
    let usual = 0
    for (const kind of kinds) {
      const count = kind.#within(start, span).reduce((sum, recent) => sum + recent.count, 0)
      if (count > 0) usual += count * kind.#shareSlower(above)
    }
    return { ...score, span, p: usual > expected ? Math.max(score.p, chance(slow, usual)) : score.p }
  }

  #shareSlower(limit: number): number {
    return (slowerThan(sparse(this.#bins), limit) + HARDLY_KNOWN) / (this.#count + HARDLY_KNOWN)
  }

  teach(sketch: SparseSketch): void {
    mergeSketch(this.#bins, sketch)
    this.#count += sketchCount(sketch)
    if (this.#count >= MEMORY) this.#forgetHalf()
  }

  skip(): void {
    this.#recent = []
  }

  #forgetHalf(): void {
    this.#count = 0
    for (const [bin, count] of this.#bins) {
      const half = count >> 1
      if (half === 0) this.#bins.delete(bin)
      else this.#bins.set(bin, half)
      this.#count += half
    }
  }

  #judge(start: number): Verdict {
    if (this.#count < ENOUGH) return UNKNOWN
    const usual = this.#quantiles()
    const longest = start + WINDOW_MS - this.#recent[0].start
    const spans = longest > MINUTE_MS ? [...SPANS, longest] : SPANS
    return spans.map((span) => compare(this.#within(start, span), usual, span)).reduce(lessLikely)
  }

  /** Of the span that ends with the window of `start`. */
  #within(start: number, span: number): Recent[] {
    return this.#recent.filter((recent) => recent.start >= start + WINDOW_MS - span)
  }

  /** How many of the oldest windows are too old, or not needed to make up a few requests. */
  #leaving(now: number): number {
    let rest = this.#recent.reduce((sum, { count }) => sum + count, 0)
    return this.#recent.findIndex(({ start, count }) => {
      rest -= count
      return start > now - MINUTE_MS || (start > now - LONGEST_MS && rest < FEW)
    })
  }

  #quantiles(): Usual {
    const known = this.#usual
    if (known && this.#count >= known.count && this.#count < GROWN * known.count) return known
    const past = sparse(this.#bins)
    const at = (q: number) => quantile(past, q)
    const limits = TAILS.filter((tail) => tail * this.#count >= KNOWN_BY).map((tail) => ({ tail, above: at(1 - tail) }))
    return (this.#usual = { count: this.#count, low: at(TAILS[0]), median: at(0.5), p90: at(0.9), limits })
  }
}

function compare(recent: readonly Recent[], usual: Usual, span: number): Verdict {
  const count = recent.reduce((sum, window) => sum + window.count, 0)
  const bins = new Map<number, number>()
  for (const { sketch } of recent) mergeSketch(bins, sketch)
  const merged = sparse(bins)
  const verdicts = usual.limits.map(({ tail, above }): Verdict => {
    const slow = slowerThan(merged, above)
    const q = slow > count / 2 ? 0.5 : 0.9
    const [seen, before] = [quantile(merged, q), q === 0.5 ? usual.median : usual.p90]
    const lasts =
      tail === TAILS[0] || recent.filter(({ sketch }) => slowerThan(sketch, above) > 0).length >= LASTING_WINDOWS
    const isStrange = lasts && slow >= SLOW_ENOUGH && seen > WORSE * before
    const p = isStrange ? chance(slow, tail * count) : 1
    const band = { low: usual.low, high: Math.max(usual.limits[0].above, before) }
    return { seen, usual: before, ...band, quantile: q, span, p, learning: false, slow, above, expected: tail * count }
  })
  return verdicts.reduce(lessLikely)
}

function lessLikely(a: Verdict, b: Verdict): Verdict {
  return b.p < a.p ? b : a
}

function chance(slow: number, expected: number): number {
  return Math.min(1, TESTS * upperTail(slow, expected, DISPERSION))
}

function slowerThan(sketch: SparseSketch, limit: number): number {
  let count = 0
  for (let i = 0; i + 1 < sketch.length; i += 2) if (latencyOfBin(sketch[i]) > limit) count += sketch[i + 1]
  return count
}
