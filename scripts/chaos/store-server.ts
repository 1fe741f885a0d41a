/** The store as a process of its own behind a connection that can be made bad, and a way past it for the audit. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { faultyProxy, type FaultyProxy } from '../../test/faulty-proxy.ts'
import { freePorts } from '../../test/free-port.ts'
import { keptProcess, type KeptProcess } from './kept-process.ts'

/** Asks in SQL; rows are in the order of the answer. */
export type Ask = <Row>(sql: string) => Promise<Row[]>

export interface StoreServer {
  /** For those who are to meet with faults. */
  readonly url: string
  readonly connection: FaultyProxy
  readonly process: KeptProcess
  ask(database: string): Ask
  /** A statement that answers nothing. */
  command(database: string, sql: string): Promise<void>
  stop(): Promise<void>
}

export interface StoreServerOptions {
  readonly directory: string
  readonly logFile: string
  readonly onTrouble: (what: string) => void
}

const PROGRAM = join(import.meta.dirname, '../../test/chdb-http.ts')

export async function storeServer({ directory, logFile, onTrouble }: StoreServerOptions): Promise<StoreServer> {
  mkdirSync(directory, { recursive: true })
  const [port] = await freePorts(1)
  const direct = `http://127.0.0.1:${port}`
  const args = [PROGRAM, directory, String(port)]
  const process = keptProcess({ name: 'store', args, env: {}, logFile, onTrouble })
  const connection = await faultyProxy({ target: () => direct })
  return {
    url: connection.url,
    connection,
    process,
    ask: (database) => asking(direct, database),
    command: async (database, sql) => void (await answerOf(direct, database, sql)),
    async stop() {
      await connection.close()
      // It has no way of being told to end: killed, as servers are, it loses nothing either.
      await process.stop('SIGKILL')
    },
  }
}

const AUTHORIZATION = `Basic ${Buffer.from('default:').toString('base64')}`

function asking(url: string, database: string): Ask {
  return async <Row>(sql: string) => {
    const settings = 'SETTINGS output_format_json_quote_64bit_integers = 0'
    const text = await answerOf(url, database, `${sql} FORMAT JSONCompactEachRow ${settings}`)
    const lines = text.split('\n').filter((line) => line !== '')
    return lines.map((line): Row => JSON.parse(line))
  }
}

async function answerOf(url: string, database: string, body: string): Promise<string> {
  const headers = { authorization: AUTHORIZATION }
  const answer = await fetch(`${url}/?database=${database}`, { method: 'POST', headers, body })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`the store answered ${answer.status}: ${text.slice(0, 300)}`)
  return text
}
