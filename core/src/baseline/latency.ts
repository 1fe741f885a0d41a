/**
 * How long requests usually take. A long sketch of the past gives the time that one request in twenty exceeds; when far
 * more than one in twenty do, the distribution has moved. The number of slow requests is judged as any count, so a few
 * prove little. What is judged slow does not teach.
 */
import { latencyOfBin, mergeSketch, quantile, sketchCount, sparse, type SparseSketch } from '../aggregate/sketch.ts'
import { MINUTE_MS, WINDOW_MS } from '../aggregate/window.ts'
import type { ScoredLatency } from '../finding.ts'
import { upperTail } from './negative-binomial.ts'

const TAIL = 0.05
const SPANS = [2 * WINDOW_MS, MINUTE_MS]
/** Requests behind the usual before anything is judged, and slow ones before anything is strange. */
const ENOUGH = 300
const SLOW_ENOUGH = 5
/** How much slower must be to be worth a word. */
const WORSE = 1.5
/** Slow requests come in clumps. */
const DISPERSION = 0.3
/** The past weighs half when it holds this many requests. */
const MEMORY = 200_000
/** Quantiles of the past are looked up anew when it has grown by this share. */
const GROWN = 1.02

interface Recent {
  readonly start: number
  readonly sketch: SparseSketch
}

/** Of the past, ms. */
interface Usual {
  readonly count: number
  readonly low: number
  readonly median: number
  readonly p90: number
  readonly limit: number
}

const UNKNOWN: ScoredLatency = {
  seen: Number.NaN,
  usual: Number.NaN,
  low: 0,
  high: 0,
  quantile: 0.5,
  span: MINUTE_MS,
  p: 1,
  learning: true,
}

export class LatencyBaseline {
  readonly #bins = new Map<number, number>()
  /** Windows of the last minute that held any, oldest first. */
  #recent: Recent[] = []
  #count = 0
  #usual: Usual | undefined

  /** Takes the sketch of the next closed window that has one, and says how it compares. */
  next(start: number, sketch: SparseSketch): ScoredLatency {
    this.#recent.push({ start, sketch })
    const judged = this.#judge(start)
    const leaving = this.#recent.filter((recent) => recent.start <= start - MINUTE_MS)
    if (leaving.length === 0) return judged
    this.#recent = this.#recent.slice(leaving.length)
    if (judged.p === 1) for (const recent of leaving) this.teach(recent.sketch)
    return judged
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

  #judge(start: number): ScoredLatency {
    if (this.#count < ENOUGH) return UNKNOWN
    const usual = this.#quantiles()
    let worst: ScoredLatency = { ...UNKNOWN, learning: false }
    for (const span of SPANS) {
      const score = compare(this.#merged(start + WINDOW_MS - span), usual, span)
      if (score.p < worst.p) worst = score
    }
    return worst
  }

  #quantiles(): Usual {
    const known = this.#usual
    if (known && this.#count >= known.count && this.#count < GROWN * known.count) return known
    const past = sparse(this.#bins)
    const at = (q: number) => quantile(past, q)
    return (this.#usual = { count: this.#count, low: at(TAIL), median: at(0.5), p90: at(0.9), limit: at(1 - TAIL) })
  }

  #merged(since: number): number[] {
    const bins = new Map<number, number>()
    for (const { start, sketch } of this.#recent) if (start >= since) mergeSketch(bins, sketch)
    return sparse(bins)
  }
}

function compare(recent: SparseSketch, { low, median, p90, limit }: Usual, span: number): ScoredLatency {
  const count = sketchCount(recent)
  const slow = recent.reduce((sum, n, i) => (i % 2 === 1 && latencyOfBin(recent[i - 1]) > limit ? sum + n : sum), 0)
  const q = slow > count / 2 ? 0.5 : 0.9
  const seen = quantile(recent, q)
  const usual = q === 0.5 ? median : p90
  const isStrange = slow >= SLOW_ENOUGH && seen > WORSE * usual
  const p = isStrange ? Math.min(1, SPANS.length * upperTail(slow, TAIL * count, DISPERSION)) : 1
  return { seen, usual, low, high: Math.max(limit, usual), quantile: q, span, p, learning: false }
}
