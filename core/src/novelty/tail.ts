/**
 * How rare a deviation is among this series' own: -log10 of the share of earlier ones as large. Quiets series whose
 * surprises are heavy-tailed by nature.
 *
 * A histogram of the positive ones; halved when it is full, so old habits fade. Beyond the largest one ever seen the
 * share halves with each further deviation.
 */
const BIN = 0.1
const BINS = 512
const FULL = 20_000

/** 2 KiB. */
export function ownTail(): (deviation: number) => number {
  const counts = new Float32Array(BINS)
  let total = 0

  function share(bin: number): number {
    let above = 0
    for (let i = BINS - 1; i >= bin; i--) above += counts[i]
    return above > 0 ? above / total : beyond(bin)
  }

  function beyond(bin: number): number {
    let highest = bin
    while (highest > 0 && counts[highest] === 0) highest--
    return 0.5 ** ((bin - highest) * BIN) / (total + 1)
  }

  function learn(bin: number): void {
    counts[bin]++
    if (++total < FULL) return
    // Floored, so that a single old record is forgotten instead of kept as a fraction for ever.
    for (let i = 0; i < BINS; i++) counts[i] = Math.floor(counts[i] / 2)
    total = counts.reduce((sum, count) => sum + count, 0)
  }

  return (deviation) => {
    if (!(deviation > 0)) return 0
    const bin = Math.min(BINS - 1, Math.floor(deviation / BIN))
    const rarity = -Math.log10(share(bin))
    learn(bin)
    return rarity
  }
}
