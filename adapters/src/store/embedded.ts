/**
 * ClickHouse in this process (chDB), its data below one directory. A session runs one statement at a time, so there is
 * one for writing and one for reading: a slow question never holds up the log. A data directory belongs to one process.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Session } from 'chdb'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { type Database, type Insert, INSERT_SETTINGS, type Params, readStatement } from './database.ts'
import { storeError } from './errors.ts'
import { text } from './tsv.ts'

export function embeddedDatabase(directory: string): Database {
  const where = { name: `The embedded store in ${directory}` }
  const writer = lane(directory)
  const reader = lane(directory)
  const incoming = join(resolve(directory), 'incoming.native')

  async function translated<T>(work: Promise<T>): Promise<T> {
    try {
      return await work
    } catch (cause) {
      throw storeError(cause, where)
    }
  }

  return {
    async open() {
      await translated(mkdir(directory, { recursive: true }))
      await translated(writer.run((session) => session.queryAsync('SELECT 1')))
    },
    prepare: (work) => work(),
    async command(sql) {
      await translated(writer.run((session) => session.queryAsync(sql)))
    },
    async insert(insert) {
      const write = insert.format === 'Native' ? insertNative : insertText
      await translated(writer.run((session) => write(session, insert, incoming)))
    },
    query<Row>(sql: string, params?: Params) {
      return translated(reader.run((session) => select<Row>(session, sql, params)))
    },
    async close() {
      await Promise.all([reader.close(), writer.close()])
      // Where it can not be loaded, nothing was opened.
      await import('chdb').then(
        ({ drainPending }) => drainPending(),
        () => undefined,
      )
      await rm(incoming, { force: true })
    },
  }
}

/** chDB is loaded when it is needed, not where a server is used: it takes half a second and 300 MB. */
async function openSession(directory: string): Promise<Session> {
  const { Session } = await import('chdb').catch((cause: Error) => {
    const message = `The embedded store does not run here (${cause.message}). Set CLICKHOUSE_URL to a ClickHouse server.`
    throw new ErrorSenseError('store', message, { cause })
  })
  try {
    return new Session(directory)
  } catch (cause) {
    // It says why on standard error only, and nearly always it is this.
    const message = `The embedded store in ${directory} can not be opened: another ErrorSense has it open, or its files can not be written. Stop that one, or set DATA_DIR to another directory.`
    throw new ErrorSenseError('store', message, { cause })
  }
}

function insertText(session: Session, { table, columns, rows, token }: Insert): Promise<unknown> {
  const settings = token === undefined ? INSERT_SETTINGS : { ...INSERT_SETTINGS, insert_deduplication_token: token }
  return session.insert({ table, columns, values: rows, format: 'TSV', settings })
}

/** chDB takes no binary rows with a statement, but it reads a file; this one never gets as far as the disk. */
async function insertNative(session: Session, { table, columns, rows, token }: Insert, file: string): Promise<void> {
  await writeFile(file, rows)
  const settings = Object.entries(INSERT_SETTINGS).map(([name, value]) => `${name} = ${value}`)
  if (token !== undefined) settings.push(`insert_deduplication_token = '${text(token)}'`)
  await session.queryAsync(
    `INSERT INTO ${table} (${columns.join()}) SELECT ${columns.join()} FROM file('${text(file)}', Native)
      SETTINGS ${settings.join()}`,
  )
}

async function select<Row>(session: Session, sql: string, params: Params = {}): Promise<Row[]> {
  const answer = await session.queryBindAsync(readStatement(sql), params, { format: 'JSONEachRow' })
  const lines = answer.text().split('\n')
  return lines.filter((line) => line !== '').map((line): Row => JSON.parse(line))
}

/**
 * One session, statements in order. After a failed one the session is dropped: rows it had begun to send would be the
 * beginning of the next answer.
 */
function lane(directory: string) {
  let session: Session | undefined
  let last: Promise<unknown> = Promise.resolve()

  function drop() {
    session?.close()
    session = undefined
  }

  async function attempt<T>(work: (session: Session) => Promise<T>): Promise<T> {
    try {
      session ??= await openSession(directory)
      return await work(session)
    } catch (cause) {
      drop()
      throw cause
    }
  }

  return {
    run<T>(work: (session: Session) => Promise<T>): Promise<T> {
      const result = last.then(() => attempt(work))
      last = result.catch(() => undefined)
      return result
    },
    async close() {
      await last
      drop()
    },
  }
}
