/** A map of bounded size that forgets what was used longest ago. */
export interface Recent<V, Seed> {
  /** The value of a key, made from the seed when missing; now the most recently used. */
  of(key: string, seed: Seed): V
  /** Without touching it. */
  peek(key: string): V | undefined
  delete(key: string): void
  values(): IterableIterator<V>
  readonly size: number
  /** All of it, those used longest ago first; and back. */
  keep(): ReadonlyMap<string, V>
  recall(kept: ReadonlyMap<string, V>): void
}

export function recent<V, Seed = void>(most: number, make: (seed: Seed) => V): Recent<V, Seed> {
  let map = new Map<string, V>()
  return {
    of(key, seed) {
      const known = map.get(key)
      const value = known ?? make(seed)
      if (known !== undefined) map.delete(key)
      map.set(key, value)
      if (map.size > most) map.delete(map.keys().next().value ?? '')
      return value
    },
    peek: (key) => map.get(key),
    delete: (key) => void map.delete(key),
    values: () => map.values(),
    get size() {
      return map.size
    },
    keep: () => map,
    recall: (kept) => void (map = new Map(kept)),
  }
}
