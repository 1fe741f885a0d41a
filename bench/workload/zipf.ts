import type { Dice } from '@errorsense/log-generator/dice.ts'

/** Draws a rank from 0: rank k in proportion to 1 / (k + 1). */
export function zipf(size: number, { next }: Dice): () => number {
  const sums = new Float64Array(size)
  let sum = 0
  for (let k = 0; k < size; k++) sums[k] = sum += 1 / (k + 1)
  return () => firstAbove(sums, next() * sum)
}

/** Index of the first element above `value`; there is one. */
function firstAbove(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle] > value) high = middle
    else low = middle + 1
  }
  return low
}
