/**
 * How long rows live: logs 30 days, observations 3 days (5 s), 60 days (1 min) and 400 days (1 h), counted from when
 * they were stored. For live lines that is event time. Counted from event time itself, an old file that is replayed or
 * a backlog that is caught up would vanish with the next merge, minutes after it was written and before anybody could
 * look at it; and a clock gone wrong would keep its rows for ever.
 *
 * Logs are partitioned by the day their chunk was received, so that whole days are dropped and nothing is rewritten for
 * it. That day comes with the chunk and is not the day of storing, because a token holds within one partition only: the
 * same chunk has to fall into the same one, also after midnight.
 *
 * No text index on `raw`: measured, one over words makes inserts 2.5 times and merges 4 times as dear and the table
 * 2.7 times as large, one over 4-grams twice that again, while a scan reads over 3 million lines a second and core.
 *
 * Tokens of the last 10 000 inserts are remembered: redelivery happens at the next start, not weeks later.
 */
const REMEMBER = 'non_replicated_deduplication_window = 10000'

const observationColumns = `
  window DateTime64(3, 'UTC'),
  service LowCardinality(String),
  shape LowCardinality(String),
  lines SimpleAggregateFunction(sum, UInt64),
  errors SimpleAggregateFunction(sum, UInt64),
  latency SimpleAggregateFunction(sumMap, Tuple(Array(UInt16), Array(UInt64))),
  last SimpleAggregateFunction(max, DateTime64(3, 'UTC')) DEFAULT window,
  stored SimpleAggregateFunction(max, DateTime) DEFAULT now()`

function observations(table: string, days: number): string {
  return `CREATE TABLE IF NOT EXISTS ${table} (${observationColumns})
    ENGINE = AggregatingMergeTree
    ORDER BY (window, service, shape)
    TTL stored + INTERVAL ${days} DAY
    SETTINGS ${REMEMBER}`
}

function rollUp(table: string, stepMs: number): string {
  return `CREATE MATERIALIZED VIEW IF NOT EXISTS ${table}_view TO ${table} AS
    SELECT
      fromUnixTimestamp64Milli(intDiv(toUnixTimestamp64Milli(window), ${stepMs}) * ${stepMs}, 'UTC') AS window,
      service, shape, sum(lines) AS lines, sum(errors) AS errors, sumMap(latency) AS latency,
      max(last) AS last, max(stored) AS stored
    FROM observations
    GROUP BY window, service, shape`
}

export const tables: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS logs (
    time DateTime64(3, 'UTC') CODEC(Delta, ZSTD),
    service LowCardinality(String),
    host LowCardinality(String),
    level LowCardinality(String),
    shape LowCardinality(String),
    session String,
    status UInt16,
    latency Nullable(Float32),
    raw String CODEC(ZSTD),
    received Date,
    stored DateTime DEFAULT now()
  )
  ENGINE = MergeTree
  PARTITION BY received
  ORDER BY (service, time)
  TTL stored + INTERVAL 30 DAY
  SETTINGS ${REMEMBER}, ttl_only_drop_parts = 1`,

  observations('observations', 3),
  observations('observations_1m', 60),
  observations('observations_1h', 400),
  rollUp('observations_1m', 60_000),
  rollUp('observations_1h', 3_600_000),

  `CREATE TABLE IF NOT EXISTS templates (
    shape String,
    component String,
    tokens Array(String),
    template_id String,
    template String,
    saved DateTime64(9, 'UTC') DEFAULT now64(9)
  )
  ENGINE = ReplacingMergeTree(saved)
  ORDER BY shape`,

  `CREATE TABLE IF NOT EXISTS layouts (
    source String,
    layout String,
    saved DateTime64(9, 'UTC') DEFAULT now64(9)
  )
  ENGINE = ReplacingMergeTree(saved)
  ORDER BY source`,

  // The highest version wins, and of equal ones the first: \`rank\` puts the age below the version.
  `CREATE TABLE IF NOT EXISTS incidents (
    id String,
    version UInt64,
    kind LowCardinality(String),
    severity LowCardinality(String),
    state LowCardinality(String),
    service Array(String),
    start DateTime64(3, 'UTC'),
    end DateTime64(3, 'UTC'),
    score Float64,
    document String CODEC(ZSTD),
    rank UInt128 DEFAULT bitShiftLeft(toUInt128(version), 64) + toUInt64(-1 - toUnixTimestamp64Nano(now64(9)))
  )
  ENGINE = ReplacingMergeTree(rank)
  ORDER BY id`,

  // Of entries with one id the first stays.
  `CREATE TABLE IF NOT EXISTS journal (
    id String,
    at DateTime64(3, 'UTC'),
    incident String,
    action LowCardinality(String),
    by String,
    note String,
    rank UInt64 DEFAULT toUInt64(-1 - toUnixTimestamp64Nano(now64(9)))
  )
  ENGINE = ReplacingMergeTree(rank)
  ORDER BY id`,
]
