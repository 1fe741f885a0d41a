/** Invented words, no two alike: what statements, services and people are named with. */
const ONSETS = ['b', 'br', 'c', 'd', 'dr', 'f', 'g', 'gr', 'h', 'k', 'l', 'm', 'n', 'p', 'pr', 'r', 's', 'st', 't', 'v']
const RHYMES = ['a', 'e', 'i', 'o', 'u', 'an', 'el', 'in', 'or', 'ast']
const SYLLABLES = ONSETS.flatMap((onset) => RHYMES.map((rhyme) => onset + rhyme))
/** Coprime to the number of syllables, so that neighbours in the list do not look alike. */
const STRIDE = 67

/** The `index`-th word: two syllables for the first 40 000, then three. */
export function word(index: number): string {
  const count = SYLLABLES.length
  const first = SYLLABLES[(index * STRIDE) % count]
  const second = SYLLABLES[(Math.floor(index / count) * STRIDE + index) % count]
  const more = Math.floor(index / count ** 2)
  return more === 0 ? first + second : first + second + SYLLABLES[more % count]
}

export function words(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => word(from + i))
}
