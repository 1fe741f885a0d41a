/**
 * One view of a series: blocks of some rows, cut to symbols, judged by how unlikely they are after the ones before.
 *
 * Where the edges of the bins fall is luck, so a block is cut by several quantisers and their surprises are averaged.
 * A surprise is then compared with those this view usually has: how many deviations above its own mean.
 */
import { contextCounts, mix } from './context-counts.ts'

export interface View {
  /** Rows in a block. */
  readonly rows: number
  /** Whether the hour of the day is part of the context. */
  readonly hourly: boolean
  /** What stands for the block: its mean, or the value farthest from the middle of the range. */
  readonly by: 'mean' | 'extreme'
}

const BINS = [3, 5, 8]
const OFFSETS = [0, 1 / 3, 2 / 3]
const LOWEST_SYMBOL = -24
const HIGHEST_SYMBOL = 34
/** Blocks over which surprise is smoothed, and over which it is compared. */
const SMOOTHING = 2
const MEMORY = 5_000
/** Added to the deviation, in bits: a series that never surprises is not upset by half a bit. */
const FLOOR = 0.3

export interface Member {
  /** Deviations above the usual surprise as of the last whole block. `u` is a value placed on the range. */
  readonly judge: (u: number, hour: number) => number
}

/** `seed` differs between the members of a series: tables that collide in the same cells would err together. */
export function member({ rows, hourly, by }: View, seed: number): Member {
  const quantisers = BINS.flatMap((bins, i) =>
    OFFSETS.map((offset, j) => quantiser(bins, offset, hourly, mix(seed, i * OFFSETS.length + j))),
  )
  const excess = surpriseExcess()
  const join = by === 'mean' ? (block: number, u: number) => block + u / rows : farther
  let block = 0
  let filled = 0
  let deviation = 0
  return {
    judge(u, hour) {
      block = filled === 0 ? join(by === 'mean' ? 0 : u, u) : join(block, u)
      if (++filled < rows) return deviation
      let bits = 0
      for (const surprise of quantisers) bits += surprise(block, hour)
      deviation = excess(bits / quantisers.length)
      filled = 0
      return deviation
    },
  }
}

function farther(a: number, b: number): number {
  return Math.abs(b - 0.5) > Math.abs(a - 0.5) ? b : a
}

/** Contexts: nothing, then (last symbol, the two last), or (hour, hour and last symbol). */
function quantiser(bins: number, offset: number, hourly: boolean, root: number): (u: number, hour: number) => number {
  const counts = contextCounts(1 / (bins + 4))
  let last = 0
  let beforeLast = 0
  return (u, hour) => {
    const symbol = Math.min(HIGHEST_SYMBOL, Math.max(LOWEST_SYMBOL, Math.floor(u * bins + offset)))
    const first = mix(root, hourly ? hour : last)
    const second = mix(first, hourly ? last : beforeLast)
    beforeLast = last
    last = symbol
    return counts.surprise([root, first, second], symbol)
  }
}

/** Smoothed surprise against its own running mean and deviation. */
function surpriseExcess(): (bits: number) => number {
  let smooth = 0
  let mean = 0
  let variance = 0
  let blocks = 0
  return (bits) => {
    smooth = blocks === 0 ? bits : smooth + (bits - smooth) / SMOOTHING
    const deviation = blocks === 0 ? 0 : (smooth - mean) / (Math.sqrt(variance) + FLOOR)
    const weight = 1 / Math.min(++blocks, MEMORY)
    const delta = smooth - mean
    mean += weight * delta
    variance = (1 - weight) * (variance + weight * delta * delta)
    return deviation
  }
}
