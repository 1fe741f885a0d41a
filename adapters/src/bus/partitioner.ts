/**
 * Kafka's default choice of partition, so that a key lives in the same partition number at both sizes, and whoever
 * else writes the topic agrees: murmur2 over the key's bytes (org.apache.kafka.common.utils.Utils), sign bit dropped.
 */
const SEED = 0x9747b28c
const MIX = 0x5bd1e995
const encoder = new TextEncoder()

export function murmur2(bytes: Uint8Array): number {
  let hash = SEED ^ bytes.length
  const whole = bytes.length & ~3
  for (let i = 0; i < whole; i += 4) {
    const word = bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24)
    const mixed = Math.imul(word, MIX)
    hash = Math.imul(hash, MIX) ^ Math.imul(mixed ^ (mixed >>> 24), MIX)
  }
  const rest = bytes.length & 3
  if (rest > 2) hash ^= bytes[whole + 2] << 16
  if (rest > 1) hash ^= bytes[whole + 1] << 8
  if (rest > 0) hash = Math.imul(hash ^ bytes[whole], MIX)
  hash = Math.imul(hash ^ (hash >>> 13), MIX)
  return hash ^ (hash >>> 15)
}

export function partitionOf(key: string, partitions: number): number {
  return (murmur2(encoder.encode(key)) & 0x7fffffff) % partitions
}
