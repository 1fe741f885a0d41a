/**
 * How surprising the next symbol is, by counts of what followed its contexts: a Markov model of mixed order. Each
 * order's estimate is shrunk towards the next shorter one's as if that had been seen once.
 *
 * Counts of contexts and of (context, symbol) pairs live in two hashed tables of 16 bits without keys: collisions only
 * blur a little, and the size is fixed. When a count is full all are halved, which also forgets.
 */
const BITS = 11
const FULL = 0xffff

export interface ContextCounts {
  /** Surprise in bits of `symbol` after `contexts` (hashes, shortest first), which then learn it. */
  readonly surprise: (contexts: readonly number[], symbol: number) => number
}

/** 8 KiB. `prior` is the chance of a symbol nothing is known about. */
export function contextCounts(prior: number): ContextCounts {
  const contexts = new Uint16Array(1 << BITS)
  const pairs = new Uint16Array(1 << BITS)

  function halve(): void {
    for (let i = 0; i < contexts.length; i++) {
      contexts[i] >>= 1
      pairs[i] >>= 1
    }
  }

  return {
    surprise(hashes, symbol) {
      let p = prior
      for (const hash of hashes) {
        const context = cell(hash)
        const pair = cell(mix(hash, symbol))
        p = Math.min(1, (pairs[pair] + p) / (contexts[context] + 1))
        if (contexts[context] === FULL || pairs[pair] === FULL) halve()
        contexts[context]++
        pairs[pair]++
      }
      return -Math.log2(p)
    },
  }
}

/** A context made one longer. Any integers will do. */
export function mix(hash: number, part: number): number {
  const h = Math.imul((hash ^ part) + 0x7f4a7c15, 0x9e3779b1)
  return h ^ (h >>> 15)
}

function cell(hash: number): number {
  return Math.imul(hash, 0x85ebca6b) >>> (32 - BITS)
}
