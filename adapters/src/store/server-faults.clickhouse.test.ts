import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import { recordBatch } from '../../../core/contracts/record-batch.ts'
import { type FaultyProxy, faultyProxy, type HttpFault } from '../../../test/faulty-proxy.ts'
import { patiently } from '../runtime/patiently.ts'
import { clickhouseStore } from './clickhouse.ts'
import { packer } from './packer.ts'

const testServer = await import('../../../test/chdb-http.ts').catch((error: Error) => error)
const skip = testServer instanceof Error && `chDB can not be loaded here: ${testServer.message}`

const START = 1_700_000_000_000
const ALL = { from: 0, to: Number.MAX_SAFE_INTEGER }

describe('a store behind a bad connection', { skip, timeout: 60_000 }, () => {
  let directory: string
  let proxy: FaultyProxy
  let store: Store
  let closeServer: () => Promise<void>
  const pack = packer()

  before(async () => {
    if (testServer instanceof Error) return
    directory = await mkdtemp(join(tmpdir(), 'errorsense-server-'))
    const server = await testServer.chdbHttp({ directory })
    closeServer = () => server.close()
    proxy = await faultyProxy({ target: () => server.url, slowMs: 500 })
    store = clickhouseStore({ url: proxy.url })
    await store.migrate()
  })
  after(async () => {
    await store?.close()
    await proxy?.close()
    await closeServer?.()
    await rm(directory, { recursive: true, force: true })
  })

  async function write(token: string): Promise<void> {
    const { batch, engine } = recordBatch([{ raw: token, time: START }])
    pack.add(batch, engine)
    await store.writeLogs(pack.logs(), token)
    const counts = [{ window: START, service: token, shape: 'shape', lines: 1, errors: 0, sample: '' }]
    await store.writeObservations(pack.observations(counts), token)
  }

  async function kept(token: string): Promise<{ rows: number; lines: number }> {
    const rows = await store.logs({ ...ALL, contains: token, limit: 10 })
    const services = await store.services(ALL)
    return { rows: rows.length, lines: services.find(({ service }) => service === token)?.lines ?? 0 }
  }

  const fatal: readonly HttpFault[] = ['away', 'cut', 'failing']
  for (const fault of fatal) {
    test(`that is ${fault}: a write is tried again until it is there, and is there once`, async (t) => {
      const waits: ErrorSenseError[] = []
      proxy.behave(fault)
      await patiently(() => write(fault), {
        signal: t.signal,
        firstMs: 1,
        onWait(error) {
          waits.push(error)
          if (waits.length === 3) proxy.behave(undefined)
        },
      })
      assert.equal(waits.length, 3)
      assert.match(waits[0].message, /^ClickHouse at 127\.0\.0\.1:\d+ /)
      assert.deepEqual(await kept(fault), { rows: 1, lines: 1 })
    })
  }

  const slow: readonly HttpFault[] = ['slow', 'trickling']
  for (const fault of slow) {
    test(`that is ${fault} is waited for`, async () => {
      proxy.behave(fault)
      await write(fault)
      assert.deepEqual(await kept(fault), { rows: 1, lines: 1 })
      proxy.behave(undefined)
    })
  }

  test('that goes away in the middle of the migrations is waited for, and they are made', async () => {
    const said: string[] = []
    const onRetry = (message: string): void => {
      said.push(message)
      if (said.length === 2) proxy.behave(undefined)
    }
    const late = clickhouseStore({ url: proxy.url, database: 'late', onRetry })
    proxy.behave('away', { after: 4 })
    await late.migrate()
    assert.equal(said.length, 2)
    assert.deepEqual(await late.incidents({ limit: 1 }), [])
    await late.close()
  })

  test('a question whose answer was cut off can be asked again', async () => {
    proxy.behave('cut')
    await assert.rejects(store.services(ALL), { code: 'store', retryable: true })
    proxy.behave(undefined)
    assert.ok((await store.services(ALL)).length > 0)
  })
})
