/** A leaky bucket: what is poured in runs out at a steady rate, so a level says "so much, so quickly". */
export interface Bucket {
  level: number
  at: number
}

export function emptyBucket(): Bucket {
  return { level: 0, at: Number.NEGATIVE_INFINITY }
}

/** Level after pouring `amount` at event time `at`; one unit leaks in `leakMs`. */
export function pour(bucket: Bucket, at: number, amount: number, leakMs: number): number {
  const leaked = bucket.level === 0 ? 0 : Math.max(0, at - bucket.at) / leakMs
  bucket.level = Math.max(0, bucket.level - leaked) + amount
  bucket.at = Math.max(bucket.at, at)
  return bucket.level
}
