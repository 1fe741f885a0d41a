/** What a shard of detection knows beyond history, in base64. Written every few seconds, of which the last one counts. */
export const memories: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS memories (
    shard UInt32,
    shards UInt32,
    memory String CODEC(ZSTD),
    saved DateTime64(9, 'UTC') DEFAULT now64(9)
  )
  ENGINE = ReplacingMergeTree(saved)
  ORDER BY (shards, shard)`,
]
