import type { Random } from '@errorsense/core/ports/random.ts'

/** Seeded chance with the distributions a simulation needs. */
export interface Dice {
  /** Uniform in [0, 1). */
  readonly next: Random
  /** Whole number in [low, high]. */
  between(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** Like `pick`, the first ones more often, the more so the higher `bias` (1 is `pick`): popularity of anything. */
  favourite<T>(list: readonly T[], bias?: number): T
  normal(): number
  /** Half of the values lie below the median; `spread` is the sigma of the logarithm. */
  lognormal(median: number, spread: number): number
  exponential(mean: number): number
  /** `words` times four lower-case hex digits. */
  hex(words: number): string
}

const HEX = Array.from({ length: 0x10000 }, (_, i) => i.toString(16).padStart(4, '0'))

export function createDice(seed: number): Dice {
  const next = sfc32(seed)
  const dice: Dice = {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)],
    favourite: (list, bias = 3) => list[Math.floor(next() ** bias * list.length)],
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    lognormal: (median, spread) => median * Math.exp(spread * dice.normal()),
    exponential: (mean) => -mean * Math.log(1 - next()),
    hex(words) {
      let text = ''
      for (let i = 0; i < words; i++) text += HEX[Math.floor(next() * 0x10000)]
      return text
    },
  }
  return dice
}

/** Small fast counter generator of Chris Doty-Humphrey (PractRand): 128 bits of state, no short cycles. */
function sfc32(seed: number): Random {
  let a = Math.floor(seed / 0x1_0000_0000) | 0
  let b = seed | 0
  let c = 0x9e3779b9 | 0
  let counter = 1
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 0x1_0000_0000
  }
  for (let i = 0; i < 16; i++) next()
  return next
}
