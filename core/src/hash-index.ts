/**
 * Numbers entries 0, 1, 2 ... and finds them by hash: chained buckets in typed arrays, no object per entry. What an entry
 * holds and when two are the same is the caller's, who keeps columns beside it:
 *
 *   let entry = index.first(hash)
 *   while (entry >= 0 && !isSame(entry)) entry = index.next(entry)
 *   if (entry < 0) entry = index.add(hash)
 */
const FEWEST_BUCKETS = 256

export class HashIndex {
  /** Entries so far; the number of the next one. */
  size = 0
  #heads = new Int32Array(FEWEST_BUCKETS).fill(-1)
  #links = new Int32Array(FEWEST_BUCKETS)
  #hashes = new Int32Array(FEWEST_BUCKETS)

  /** The first entry that may have this hash; negative when there is none. */
  first(hash: number): number {
    return this.#heads[hash & (this.#heads.length - 1)]
  }

  next(entry: number): number {
    return this.#links[entry]
  }

  add(hash: number): number {
    if (this.size === this.#links.length) this.#grow()
    const entry = this.size++
    this.#hashes[entry] = hash
    this.#link(entry)
    return entry
  }

  /** Forgets all entries and makes room for as many again. */
  clear(): void {
    let buckets = FEWEST_BUCKETS
    while (buckets < this.size) buckets *= 2
    this.size = 0
    if (buckets === this.#heads.length) this.#heads.fill(-1)
    else this.#allocate(buckets)
  }

  #link(entry: number): void {
    const bucket = this.#hashes[entry] & (this.#heads.length - 1)
    this.#links[entry] = this.#heads[bucket]
    this.#heads[bucket] = entry
  }

  #grow(): void {
    const hashes = this.#hashes
    this.#allocate(hashes.length * 2)
    this.#hashes.set(hashes)
    for (let entry = 0; entry < this.size; entry++) this.#link(entry)
  }

  #allocate(buckets: number): void {
    this.#heads = new Int32Array(buckets).fill(-1)
    this.#links = new Int32Array(buckets)
    this.#hashes = new Int32Array(buckets)
  }
}

/** A column beside an index with room for `entry`. */
export function roomFor<Column extends Float64Array | Uint32Array | Int32Array | Uint8Array>(
  column: Column,
  entry: number,
): Column {
  if (entry < column.length) return column
  const larger = new (column.constructor as new (length: number) => Column)(Math.max(entry + 1, column.length * 2))
  larger.set(column)
  return larger
}
