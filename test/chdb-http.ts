/**
 * A ClickHouse server for tests where there is none: the engine in this process behind the part of ClickHouse's HTTP
 * interface that the client uses. One statement at a time. As a program: `node test/chdb-http.ts DIRECTORY [PORT]`.
 */
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { join, resolve } from 'node:path'
import { drainPending, type RawInsertFormat, type RawInsertParams, Session } from 'chdb'

export interface ChdbHttpOptions {
  /** Where the data lives. */
  readonly directory: string
  /** Default: any free one. */
  readonly port?: number
  /** Of the user `default`. */
  readonly password?: string
}

export interface ChdbHttp {
  readonly url: string
  close(): Promise<void>
}

const INSERT = /^INSERT INTO (\S+) \(([^)]*)\) FORMAT (\w+)\s*$/i
/** Parameters of a request that are no settings, and settings of the HTTP layer, which the engine does not know. */
const NO_SETTING = /^(query|query_id|database|default_format|session_id|role|param_.*|.*http.*|wait_end_of_query)$/

export async function chdbHttp({ directory, port = 0, password = '' }: ChdbHttpOptions): Promise<ChdbHttp> {
  let session: Session | undefined
  let last: Promise<unknown> = Promise.resolve()

  async function run(url: URL, body: Buffer): Promise<Uint8Array> {
    session ??= new Session(directory)
    try {
      return await execute(session, url.searchParams, body)
    } catch (error) {
      // What a failed statement had begun to answer would begin the next answer.
      session.close()
      session = undefined
      throw error
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (url.pathname === '/ping') return void response.end('Ok.\n')
    if (!isDefaultUser(request, password)) return refuse(response, 516, 'Authentication failed (AUTHENTICATION_FAILED)')
    const body = await buffer(request)
    const result = last.then(() => run(url, body))
    last = result.catch(() => undefined)
    try {
      response.end(await result)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      refuse(response, Number(/Code: (\d+)/.exec(message)?.[1] ?? 1002), message)
    }
  }

  const server = createServer((request, response) => void answer(request, response))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const { port: listening } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${listening}`,
    async close() {
      server.close()
      server.closeAllConnections()
      await last
      session?.close()
      await drainPending()
    },
  }
}

async function execute(session: Session, asked: URLSearchParams, body: Buffer): Promise<Uint8Array> {
  const database = asked.get('database') ?? 'default'
  await session.queryAsync(`USE ${database}`)
  const inserted = INSERT.exec(asked.get('query') ?? '')
  if (inserted === null) {
    const statement = asked.get('query') ?? body.toString()
    return (await session.queryBindAsync(statement, paramsOf(asked), { format: 'TabSeparated' })).bytes()
  }
  const [, table, columns, format] = inserted
  const insert = { table: `${database}.${table}`, columns: columns.split(',').map((column) => column.trim()) }
  const settings = Object.fromEntries([...asked].filter(([name]) => !NO_SETTING.test(name)))
  if (format === 'Native') await insertNative(session, { ...insert, settings, values: body })
  else await session.insert({ ...insert, settings, values: body, format: format as RawInsertFormat })
  return new Uint8Array()
}

type NativeInsert = Pick<RawInsertParams, 'table' | 'settings'> & { columns: string[]; values: Buffer }

/** Binary rows reach this engine by way of a file only. */
async function insertNative(session: Session, { table, columns, settings = {}, values }: NativeInsert): Promise<void> {
  const file = join(resolve(session.path), 'incoming.native')
  await writeFile(file, values)
  const set = Object.entries(settings).map(([name, value]) => `${name} = ${literal(value)}`)
  await session.queryAsync(
    `INSERT INTO ${table} (${columns.join()}) SELECT ${columns.join()} FROM file(${literal(file)}, Native)
      SETTINGS ${set.join()}`,
  )
}

function literal(value: unknown): string {
  return `'${String(value).replaceAll(/[\\']/g, '\\$&')}'`
}

/** Bound values come escaped as in a tab separated field, and chDB escapes them again. */
function paramsOf(asked: URLSearchParams): Record<string, string> {
  const bound = [...asked].filter(([name]) => name.startsWith('param_'))
  return Object.fromEntries(bound.map(([name, value]) => [name.slice('param_'.length), unescaped(value)]))
}

const ESCAPED = new Map(Object.entries({ 0: '\0', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }))

function unescaped(value: string): string {
  return value.replaceAll(/\\(.)/gs, (_, char: string) => ESCAPED.get(char) ?? char)
}

function isDefaultUser({ headers }: IncomingMessage, password: string): boolean {
  const expected = Buffer.from(`default:${password}`).toString('base64')
  return headers.authorization === `Basic ${expected}`
}

function refuse(response: ServerResponse, code: number, message: string): void {
  const text = message.startsWith('Code:') ? message : `Code: ${code}. DB::Exception: ${message}`
  response.writeHead(code === 516 ? 403 : 500, { 'x-clickhouse-exception-code': code }).end(text)
}

if (import.meta.main) {
  const [directory, port = '8123'] = process.argv.slice(2)
  const { url } = await chdbHttp({ directory, port: Number(port) })
  process.stderr.write(`ClickHouse's HTTP interface at ${url}\n`)
}
