/**
 * How long rows live
 *
 * Logs live 30 days from when they were received, not from when they were written: an old file that is replayed, or a
 * backlog that is caught up, stays as long as fresh lines do, and no merge takes rows away that were stored a minute
 * ago. Live lines are received when they are written, so for them it is the same. Whole days are dropped, no part is
 * rewritten for it. The day comes with the chunk and not from the clock, because a token only holds within one
 * partition: the same chunk must always fall into the same one.
 *
 * Observations live for 3 days (5 s), 60 days (1 min) and 400 days (1 h) from the later of their window and their
 * arrival, for the same reason. A window more than a day in the future counts as arrived then, so that a clock gone
 * wrong fills no disk for ever.
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
    TTL greatest(stored, toDateTime(least(window, toDateTime64(stored + INTERVAL 1 DAY, 3)))) + INTERVAL ${days} DAY
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
    received Date
  )
  ENGINE = MergeTree
  PARTITION BY received
  ORDER BY (service, time)
  TTL received + INTERVAL 30 DAY
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
