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

export class LatencyBaseline {
  readonly #usual = new Map<number, number>()
  readonly #recent: SparseSketch[] = []
  #count = 0

  /** Takes the sketch of the next closed window and says how it compares. */
  next(sketch: SparseSketch): ScoredLatency {
    this.#recent.push(sketch)
    const judged = this.#judge()
    if (this.#recent.length <= MINUTE_MS / WINDOW_MS) return judged
    const leaving = this.#recent.shift()
    if (leaving && judged.p === 1) this.teach(leaving)
    return judged
  }

  teach(sketch: SparseSketch): void {
    mergeSketch(this.#usual, sketch)
    this.#count += sketchCount(sketch)
    if (this.#count < MEMORY) return
    this.#count = 0
    for (const [bin, count] of this.#usual) {
      const half = count >> 1
      if (half === 0) this.#usual.delete(bin)
      else this.#usual.set(bin, half)
      this.#count += half
    }
  }

  skip(): void {
    this.#recent.length = 0
  }

  #judge(): ScoredLatency {
    const learning = this.#count < ENOUGH
    let worst: ScoredLatency = {
      seen: Number.NaN,
      usual: Number.NaN,
      low: 0,
      high: 0,
      quantile: 0.5,
      span: MINUTE_MS,
      p: 1,
      learning,
    }
    if (learning || this.#recent.at(-1)?.length === 0) return worst
    const usual = sparse(this.#usual)
    for (const span of SPANS) {
      const score = compare(this.#merged(span), usual, span)
      if (score.p < worst.p) worst = score
    }
    return worst
  }

  #merged(span: number): number[] {
    const bins = new Map<number, number>()
    for (const sketch of this.#recent.slice(-span / WINDOW_MS)) mergeSketch(bins, sketch)
    return sparse(bins)
  }
}

function compare(recent: SparseSketch, usual: SparseSketch, span: number): ScoredLatency {
  const limit = quantile(usual, 1 - TAIL)
  const count = sketchCount(recent)
  const slow = recent.reduce((sum, n, i) => (i % 2 === 1 && latencyOfBin(recent[i - 1]) > limit ? sum + n : sum), 0)
  const q = slow > count / 2 ? 0.5 : 0.9
  const seen = quantile(recent, q)
  const normal = quantile(usual, q)
  const strange = slow >= SLOW_ENOUGH && seen > WORSE * normal
  const p = strange ? Math.min(1, SPANS.length * upperTail(slow, TAIL * count, DISPERSION)) : 1
  return {
    seen,
    usual: normal,
    low: quantile(usual, TAIL),
    high: Math.max(limit, normal),
    quantile: q,
    span,
    p,
    learning: false,
  }
}
