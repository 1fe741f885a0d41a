/**
 * The statements of the migrations for a cluster of servers that hold the same rows: made on all of them at once, with
 * engines that copy rows to each other. Keeper paths and names of replicas are those of the servers' own settings
 * (`default_replica_path`, `default_replica_name`), so nothing of a machine stands in the schema.
 *
 * They come from this folder only, so their form is known; one of another form is a mistake of ours.
 */
const PLACE = /^(CREATE TABLE IF NOT EXISTS|CREATE MATERIALIZED VIEW IF NOT EXISTS|ALTER TABLE) (\w+)/
const ENGINE = /\bENGINE = (\w*MergeTree)/
const REMEMBERED = /\bnon_replicated_deduplication_window\b/

export function replicated(statement: string, cluster: string): string {
  if (!PLACE.test(statement)) throw new Error(`not a statement of a migration: ${statement.slice(0, 60)}`)
  return statement
    .replace(PLACE, `$1 $2 ON CLUSTER '${cluster}'`)
    .replace(ENGINE, 'ENGINE = Replicated$1')
    .replace(REMEMBERED, 'replicated_deduplication_window')
}

/** A row is acknowledged once most of the servers have it: the one that took it may be lost the moment after. */
export const QUORUM_SETTINGS = { insert_quorum: 'auto', insert_quorum_timeout: 60_000 } as const
