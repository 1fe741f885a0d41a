/**
 * The usual range of a series, learnt from its past, and values placed on it: 0..1 inside, compressed outside.
 *
 * The range is the stretch between a low and a high quantile of the last values. It is taken anew only when the past
 * has grown by half: symbols made from it mean the same in between, so what was counted with them stays true. Excess
 * is compressed by a logarithm instead of cut, so that a spike of ten times the range differs from one of twice.
 */
const QUANTILE = 0.02
const MEMORY = 8_000
const FIRST = 20
const GROWTH = 1.5
/** A range below this part of the magnitude is noise of the last digits. */
const NARROW = 1e-6
/** What then stands in for it, as a part of the magnitude. */
const STAND_IN = 0.05

/** 64 KiB. */
export interface RunningRange {
  /** Where `value` lies on the range of the past; undefined until that is known. */
  readonly place: (value: number) => number | undefined
  readonly add: (value: number) => void
}

export function runningRange(): RunningRange {
  const past = new Float64Array(MEMORY)
  let seen = 0
  let next = FIRST
  let low = 0
  let width = 0

  function learn(): void {
    const sorted = past.slice(0, Math.min(seen, MEMORY)).sort()
    const skip = Math.floor(QUANTILE * (sorted.length - 1))
    const high = sorted[sorted.length - 1 - skip]
    low = sorted[skip]
    width = high - low
    const magnitude = Math.max(Math.abs(low), Math.abs(high))
    if (width > NARROW * magnitude) return
    width = STAND_IN * magnitude || 1
    low -= width / 2
  }

  return {
    place: (value) => (width === 0 ? undefined : compress((value - low) / width)),
    add(value) {
      past[seen++ % MEMORY] = value
      if (seen < next) return
      // Grown by half; from some length on whenever the memory was renewed, or an old series would never learn again.
      next = Math.min(Math.floor(next * GROWTH), next + MEMORY)
      learn()
    },
  }
}

function compress(u: number): number {
  if (u > 1) return 1 + 2 * Math.log(u)
  if (u < 0) return -2 * Math.log(1 - u)
  return u
}
