/**
 * The usual range of a series, learnt from its past, and values placed on it: 0..1 inside, compressed outside.
 *
 * The range is the stretch between a low and a high quantile of the last values. It is taken anew only when the past
 * has grown by half: symbols made from it mean the same in between, so what was counted with them stays true. Excess
 * is compressed by a logarithm instead of cut, so that a spike of ten times the range differs from one of twice.
 */
const MEMORY = 8_000
const FIRST = 20
const GROWTH = 1.5
/** A range below this part of the magnitude is noise of the last digits. */
const NARROW = 1e-6
const STAND_IN = 0.05

export interface Range {
  readonly low: number
  readonly width: number
}

/** Ranges at several quantiles of one past; 64 KiB. */
export function runningRanges(quantiles: readonly number[]): {
  /** Undefined until enough values have been seen; in the order of `quantiles`. */
  readonly current: () => readonly Range[] | undefined
  readonly add: (value: number) => void
} {
  const past = new Float64Array(MEMORY)
  let seen = 0
  let next = FIRST
  let ranges: readonly Range[] | undefined
  return {
    current: () => ranges,
    add(value) {
      past[seen++ % MEMORY] = value
      if (seen < next) return
      next = Math.min(Math.floor(next * GROWTH), next + MEMORY)
      const sorted = past.slice(0, Math.min(seen, MEMORY)).sort()
      ranges = quantiles.map((q) => rangeOf(sorted, q))
    },
  }
}

/** The range between the quantiles `q` and 1 - `q` of sorted values. */
export function rangeOf(sorted: Float64Array, q: number): Range {
  const at = Math.floor(q * (sorted.length - 1))
  const low = sorted[at]
  const high = sorted[sorted.length - 1 - at]
  const magnitude = Math.max(Math.abs(low), Math.abs(high))
  const width = high - low
  if (width > NARROW * magnitude) return { low, width }
  return { low: low - (STAND_IN * magnitude) / 2, width: STAND_IN * magnitude || 1 }
}

export function place(value: number, { low, width }: Range): number {
  const u = (value - low) / width
  if (u > 1) return 1 + 2 * Math.log(u)
  if (u < 0) return -2 * Math.log(1 - u)
  return u
}
