/**
 * Kafka's default choice of partition, so that a key lives in the same partition number at both sizes, and whoever
 * else writes the topic agrees, or asks the store for what is of one shard: murmur2 over the key's bytes (org.apache.kafka.common.utils.Utils), sign bit dropped.
 */
const SEED = 0x9747b28c
const MIX = 0x5bd1e995

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
  return (murmur2(utf8(key)) & 0x7fffffff) % partitions
}

/** What is no text is written as U+FFFD, as encoders do. */
function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  const rest = (code: number, ...shifts: number[]) => shifts.map((shift) => 0x80 | ((code >> shift) & 0x3f))
  for (const char of text.toWellFormed()) {
    const code = char.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), ...rest(code, 0))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), ...rest(code, 6, 0))
    else bytes.push(0xf0 | (code >> 18), ...rest(code, 12, 6, 0))
  }
  return Uint8Array.from(bytes)
}
