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
export function ownTail(): (z: number) => number {
  const counts = new Float32Array(BINS)
  let total = 0

  function shareAbove(bin: number): number {
    let above = 0
    let highest = -1
    for (let i = BINS - 1; i >= 0; i--) {
      if (counts[i] >= 1 && highest < 0) highest = i
      if (i >= bin) above += counts[i]
    }
    if (above >= 1) return above / total
    return 0.5 ** ((bin - highest) * BIN) / (total + 1)
  }

  function learn(bin: number): void {
    counts[bin]++
    if (++total < FULL) return
    for (let i = 0; i < BINS; i++) counts[i] /= 2
    total /= 2
  }

  return (z) => {
    if (!(z > 0)) return 0
    const bin = Math.min(BINS - 1, Math.floor(z / BIN))
    const tail = total === 0 ? 0 : -Math.log10(Math.min(1, shareAbove(bin)))
    learn(bin)
    return tail
  }
}
