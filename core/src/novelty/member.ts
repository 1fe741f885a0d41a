/**
 * One view of a series: blocks of some rows, cut to symbols, judged by how unlikely they are after the ones before.
 *
 * Where the edges of the bins fall is luck, so a block is cut by several quantisers and their surprises are averaged.
 * A surprise is then compared with those this view usually has: z = how many deviations above its own mean.
 */
import { contextCounts, mix } from './context-counts.ts'
import { place, type Range } from './scale.ts'

export interface View {
  /** Rows in a block. */
  readonly rows: number
  /** Whether the hour of the day is part of the context. */
  readonly hourly: boolean
  /** What stands for the block: its mean, or the value farthest from the middle of the range. */
  readonly by: 'mean' | 'extreme'
  /** Which of the ranges it is placed on. */
  readonly ranges: readonly number[]
}

const BINS = [3, 5, 8]
const OFFSETS = [0, 0.5]
const LOWEST_SYMBOL = -24
const HIGHEST_SYMBOL = 34
/** Blocks over which surprise is smoothed and over which it is compared. */
const SMOOTHING = 2
const MEMORY = 5_000
/** Added to the deviation, in bits: a series that never surprises is not upset by half a bit. */
const FLOOR = 0.3

export interface Member {
  /** Deviations above the usual surprise as of the last whole block. */
  readonly judge: (value: number, hour: number, ranges: readonly Range[]) => number
}

export function member(view: View): Member {
  const quantisers = view.ranges.flatMap((range) =>
    BINS.flatMap((bins) => OFFSETS.map((offset) => quantiser({ range, bins, offset, hourly: view.hourly }))),
  )
  const excess = surpriseExcess()
  const sums = new Float64Array(view.ranges.length)
  let filled = 0
  let z = 0

  function addToBlock(u: number, i: number): void {
    if (view.by === 'mean' || filled === 0) sums[i] += u
    else if (Math.abs(u - 0.5) > Math.abs(sums[i] - 0.5)) sums[i] = u
  }

  return {
    judge(value, hour, ranges) {
      view.ranges.forEach((range, i) => addToBlock(place(value, ranges[range]), i))
      if (++filled < view.rows) return z
      const share = view.by === 'mean' ? 1 / view.rows : 1
      let bits = 0
      for (const q of quantisers) bits += q.surprise(sums[view.ranges.indexOf(q.range)] * share, hour)
      z = excess(bits / quantisers.length)
      sums.fill(0)
      filled = 0
      return z
    },
  }
}

interface Quantiser {
  readonly range: number
  readonly surprise: (u: number, hour: number) => number
}

function quantiser(options: { range: number; bins: number; offset: number; hourly: boolean }): Quantiser {
  const { range, bins, offset, hourly } = options
  const counts = contextCounts()
  const prior = 1 / (bins + 4)
  let last = 0
  let beforeLast = 0
  return {
    range,
    surprise(u, hour) {
      const symbol = Math.min(HIGHEST_SYMBOL, Math.max(LOWEST_SYMBOL, Math.floor(u * bins + offset)))
      const root = mix(0, hourly ? 1 : 2)
      const first = mix(root, hourly ? hour : last)
      const second = mix(first, hourly ? last : beforeLast)
      const bits = counts.surprise([root, first, second], symbol, prior)
      beforeLast = last
      last = symbol
      return bits
    },
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
    const z = (smooth - mean) / (Math.sqrt(variance) + FLOOR)
    const weight = 1 / Math.min(++blocks, MEMORY)
    const delta = smooth - mean
    mean += weight * delta
    variance = (1 - weight) * (variance + weight * delta * delta)
    return blocks === 1 ? 0 : z
  }
}
