import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { storeContract } from '../../../core/contracts/store.ts'
import { clickhouseStore } from './clickhouse.ts'
import { packer } from './packer.ts'

const testServer = await import('../../../test/chdb-http.ts').catch((error: Error) => error)
const skip = testServer instanceof Error && `chDB can not be loaded here: ${testServer.message}`

async function startServer(options: { port?: number; password?: string } = {}) {
  if (testServer instanceof Error) throw testServer
  const directory = await mkdtemp(join(tmpdir(), 'errorsense-server-'))
  const server = await testServer.chdbHttp({ directory, ...options })
  async function stop() {
    await server.close()
    await rm(directory, { recursive: true })
  }
  return { url: server.url, stop }
}

storeContract(
  'the store on a server',
  async () => {
    const { url, stop } = await startServer()
    const connect = () => clickhouseStore({ url, database: 'contract' })
    return { store: connect(), packer: packer(), reopen: async () => connect(), stop }
  },
  { skip },
)

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

describe('the store on a server', { skip, timeout: 30_000 }, () => {
  test('waits for a server that is not there yet, and says so', async (context) => {
    const port = await freePort()
    const said: string[] = []
    const started = Promise.withResolvers<Awaited<ReturnType<typeof startServer>>>()
    const store = clickhouseStore({
      url: `http://127.0.0.1:${port}`,
      onRetry(message, attempt) {
        said.push(`${attempt}: ${message}`)
        if (attempt === 2) started.resolve(startServer({ port }))
      },
    })
    context.after(async () => (await started.promise).stop())
    context.after(() => store.close())
    await store.migrate()
    assert.match(said[0], /^1: ClickHouse at 127\.0\.0\.1:\d+ can not be reached: .*ECONNREFUSED/)
    assert.match(said[1], /^2: /)
    assert.deepEqual(await store.incidents({ limit: 1 }), [])
  })

  test('stops waiting when told to', async (context) => {
    const stop = new AbortController()
    const url = `http://127.0.0.1:${await freePort()}`
    const store = clickhouseStore({ url, signal: stop.signal, onRetry: () => stop.abort() })
    context.after(() => store.close())
    await assert.rejects(store.migrate(), { code: 'store', message: /was no longer waited for/ })
  })

  test('says what to set when the password is wrong, and does not try again', async (context) => {
    const { url, stop } = await startServer({ password: 'right' })
    context.after(stop)
    const said: string[] = []
    const store = clickhouseStore({ url, password: 'wrong', onRetry: (message) => said.push(message) })
    context.after(() => store.close())
    await assert.rejects(store.migrate(), { code: 'store', retryable: false, message: /CLICKHOUSE_PASSWORD/ })
    assert.deepEqual(said, [])
  })

  test('works with the right password', async (context) => {
    const { url, stop } = await startServer({ password: 'right' })
    context.after(stop)
    const store = clickhouseStore({ url, password: 'right' })
    context.after(() => store.close())
    await store.migrate()
    assert.deepEqual(await store.incidents({ limit: 1 }), [])
  })

  test('a server that went away is a retryable error', async (context) => {
    const { url, stop } = await startServer()
    const store = clickhouseStore({ url })
    context.after(() => store.close())
    await store.migrate()
    await stop()
    await assert.rejects(store.incidents({ limit: 1 }), {
      code: 'store',
      retryable: true,
      message: /can not be reached/,
    })
  })
})
