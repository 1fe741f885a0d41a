/**
 * Latency sketch: logarithmic bins, each 5 % wide, so any quantile is right within 2.5 % and two sketches merge by
 * adding. Idea and error bound: DDSketch (Masson, Rim, Lee; VLDB 2019), with fixed bins in place of collapsing ones.
 * Bin 0 holds everything up to 1 microsecond, bin 512 everything from about 19 hours on.
 */
const GAMMA = 1.05
const LOG_GAMMA = Math.log(GAMMA)
const LOWEST_MS = 0.001
const HIGHEST_BIN = 512

/** Bin and count by turns, as it travels and is stored. */
export type SparseSketch = readonly number[]

export function latencyBin(ms: number): number {
  if (!(ms > LOWEST_MS)) return 0
  return Math.min(HIGHEST_BIN, Math.ceil(Math.log(ms / LOWEST_MS) / LOG_GAMMA))
}

/** The middle of a bin, ms. */
export function latencyOfBin(bin: number): number {
  return bin === 0 ? LOWEST_MS : (LOWEST_MS * GAMMA ** bin * 2) / (1 + GAMMA)
}

/** Adds a sparse sketch to a map of bins. */
export function mergeSketch(into: Map<number, number>, sketch: SparseSketch): void {
  for (let i = 0; i + 1 < sketch.length; i += 2) into.set(sketch[i], (into.get(sketch[i]) ?? 0) + sketch[i + 1])
}

export function sparse(bins: ReadonlyMap<number, number>): number[] {
  return [...bins].sort((a, b) => a[0] - b[0]).flat()
}

/** Sorts a sparse sketch whose bins came in any order, in place: few bins, so by insertion. */
export function inOrderOfBins(sketch: number[]): number[] {
  for (let i = 2; i < sketch.length; i += 2) {
    const bin = sketch[i]
    const count = sketch[i + 1]
    let at = i
    for (; at > 0 && sketch[at - 2] > bin; at -= 2) {
      sketch[at] = sketch[at - 2]
      sketch[at + 1] = sketch[at - 1]
    }
    sketch[at] = bin
    sketch[at + 1] = count
  }
  return sketch
}

export function sketchCount(sketch: SparseSketch): number {
  let count = 0
  for (let i = 1; i < sketch.length; i += 2) count += sketch[i]
  return count
}

/** The value below which a share `q` of what was added lies, ms; NaN for an empty sketch. Bins must be in order. */
export function quantile(sketch: SparseSketch, q: number): number {
  const count = sketchCount(sketch)
  let left = q * count
  for (let i = 0; i + 1 < sketch.length; i += 2) {
    left -= sketch[i + 1]
    if (left <= 0) return latencyOfBin(sketch[i])
  }
  return Number.NaN
}
