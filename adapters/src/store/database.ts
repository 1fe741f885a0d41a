/**
 * The little that the store asks of ClickHouse, so that the same SQL runs in process (embedded.ts) and on a server
 * (server.ts). Statements come from this folder only; every value travels as a bound parameter or as an escaped row.
 */
export interface Database {
  /** Makes it usable: reaches it, proves the credentials, makes the database. Called first; may be called again. */
  open(): Promise<void>
  /** Does what has to be done before anything else, again and again where waiting can help; harmless when repeated. */
  prepare(work: () => Promise<void>): Promise<void>
  /** A statement of the schema: it makes or alters a table. */
  command(sql: string): Promise<void>
  /** Atomic for what fits a block (a million rows). */
  insert(insert: Insert): Promise<void>
  query<Row>(sql: string, params?: Params): Promise<Row[]>
  close(): Promise<void>
}

export type Params = Readonly<Record<string, string | number>>

export interface Insert {
  readonly table: string
  readonly columns: readonly string[]
  /** Not changed before the promise settles. */
  readonly rows: Uint8Array
  /** See native.ts and tsv.ts. Default: tab separated. */
  readonly format?: 'Native' | 'TSV'
  /** The same token again changes nothing, neither in the table nor in the roll-ups fed by it. */
  readonly token?: string
}

/**
 * Settings travel in the statement: chDB would keep those of a request for the whole session. `async_insert` off, as
 * an insert is acknowledged once it is written; the second one finishes roll-ups that a crash cut off from their rows.
 */
export const INSERT_SETTINGS = { async_insert: 0, deduplicate_blocks_in_dependent_materialized_views: 1 } as const

/** No read may hold the one reader of the embedded engine for long. */
const READ_SETTINGS = 'max_execution_time = 30, output_format_json_quote_64bit_integers = 0, join_use_nulls = 0'

export function readStatement(sql: string): string {
  return `${sql} SETTINGS ${READ_SETTINGS}`
}
