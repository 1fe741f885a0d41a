/** ClickHouse on a server or cluster, over HTTP. */
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { ClickHouseLogLevel, createClient } from '@clickhouse/client'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import pRetry from 'p-retry'
import { type Database, INSERT_SETTINGS, type Params, readStatement } from './database.ts'
import { storeError } from './errors.ts'
import { QUORUM_SETTINGS, replicated } from './replicated.ts'

export interface ServerOptions {
  /** `http://host:8123`, or https. */
  readonly url: string
  readonly username?: string
  readonly password?: string
  /** Made when it is missing. Default `errorsense`. */
  readonly database?: string
  /** Of servers that hold the same rows, by the name they have given it; without it there is one server. */
  readonly cluster?: string
  /** Told each time the server could not be reached at start, before the next attempt. */
  readonly onRetry?: (message: string, attempt: number) => void
  /** Ends the waiting for a server. */
  readonly signal?: AbortSignal
}

export function serverDatabase(options: ServerOptions): Database {
  const { url, username = 'default', password = '', database = 'errorsense', cluster, onRetry, signal } = options
  const everywhere = cluster === undefined ? '' : ` ON CLUSTER '${cluster}'`
  const inserting = cluster === undefined ? INSERT_SETTINGS : { ...INSERT_SETTINGS, ...QUORUM_SETTINGS }
  const where = { name: `ClickHouse at ${new URL(url).host}`, setting: 'CLICKHOUSE_URL' }
  // Its failures are told by our errors, once, and not logged beside them.
  const access = { url, username, password, application: 'errorsense', log: { level: ClickHouseLogLevel.OFF } }
  const client = createClient({ ...access, database })

  async function translated<T>(work: Promise<T>): Promise<T> {
    try {
      return await work
    } catch (cause) {
      throw storeError(cause, where)
    }
  }

  async function makeDatabase() {
    const anywhere = createClient(access)
    try {
      await anywhere.command({
        query: `CREATE DATABASE IF NOT EXISTS {database:Identifier}${everywhere}`,
        query_params: { database },
      })
    } finally {
      await anywhere.close()
    }
  }

  return {
    open: () => translated(makeDatabase()),
    /** A server that is not there yet, or goes away meanwhile, is waited for; one that refuses is an error at once. */
    prepare: (work) =>
      translated(
        pRetry(work, {
          retries: Number.POSITIVE_INFINITY,
          minTimeout: 250,
          maxTimeout: 10_000,
          ...(signal && { signal }),
          shouldRetry: ({ error }) => isRetryable(error),
          onFailedAttempt({ error, attemptNumber }) {
            if (isRetryable(error)) onRetry?.(error.message, attemptNumber)
          },
        }),
      ),
    async command(sql) {
      const query = cluster === undefined ? sql : replicated(sql, cluster)
      await translated(client.command({ query }))
    },
    async insert({ table, columns, rows, format = 'TSV', token }) {
      const query = `INSERT INTO ${table} (${columns.join()}) FORMAT ${format}`
      const settings = token === undefined ? inserting : { ...inserting, insert_deduplication_token: token }
      const values = Readable.from([rows], { objectMode: false })
      const { stream } = await translated(client.exec({ query, values, clickhouse_settings: settings }))
      // Nothing is answered, but the connection is free for the next only when that was read.
      await translated(buffer(stream))
    },
    query<Row>(sql: string, params: Params = {}) {
      const asked = client.query({ query: readStatement(sql), format: 'JSONEachRow', query_params: { ...params } })
      return translated(asked.then((answer) => answer.json<Row>()))
    },
    close: () => client.close(),
  }
}

function isRetryable(error: unknown): boolean {
  return error instanceof ErrorSenseError && error.retryable
}
