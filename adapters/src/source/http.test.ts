import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { LineSink, ReceivedLines } from '@errorsense/core/ports/log-source.ts'
import { logSourceContract } from '../../../core/contracts/log-source.ts'
import { httpSource, type HttpSourceOptions } from './http.ts'

logSourceContract('HTTP', () => {
  const source = httpSource({ port: 0 })
  return {
    source,
    /** As a shipper does: the same again, until it is acknowledged. */
    async write(lines) {
      const body = lines.map((line) => `${line}\n`).join('')
      while ((await post(`${source.url}/ingest`, { body })).status === 503) await sleep(5)
    },
  }
})

const post = (
  url: string,
  {
    body = 'a line\n',
    headers = {},
  }: { body?: NonNullable<RequestInit['body']>; headers?: Record<string, string> } = {},
) => fetch(url, { method: 'POST', body, headers: { 'content-type': 'text/plain', ...headers } })

/** A listening source and what it took. */
async function listening(t: TestContext, options: Partial<HttpSourceOptions> = {}, sink?: LineSink) {
  const taken: (Omit<ReceivedLines, 'bytes'> & { text: string })[] = []
  const source = httpSource({ port: 0, ...options })
  const take: LineSink = async ({ bytes, ...rest }) => {
    taken.push({ ...rest, text: Buffer.from(bytes).toString() })
  }
  await source.start(sink ?? take)
  t.after(() => source.stop())
  return { source, taken, url: `${source.url}/ingest` }
}

test('text and NDJSON are taken as they are, plain and gzipped', async (t) => {
  const { url, taken } = await listening(t)
  const ndjson = '{"level":30}\n{"level":50}'
  const headers = { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' }
  assert.equal((await post(`${url}?source=shop/web&service=web`, { body: 'one\r\ntwo\n' })).status, 204)
  assert.equal((await post(`${url}?service=checkout`, { body: gzipSync(ndjson), headers })).status, 204)
  assert.deepEqual(
    taken.map(({ source, service, text }) => [source, service, text]),
    [
      ['shop/web', 'web', 'one\r\ntwo'],
      ['http/127.0.0.1', 'checkout', '{"level":30}'],
      ['http/127.0.0.1', 'checkout', '{"level":50}'],
    ],
  )
})

test('nothing of a bad request is taken, and the answer says what is wrong', async (t) => {
  const { source, url, taken } = await listening(t, { maxBodyBytes: 100_000 })
  const gzip = { 'content-encoding': 'gzip' }
  const refusals: [why: string, status: number, answer: Promise<Response>][] = [
    ['another path', 404, post(`${source.url}/elsewhere`)],
    ['another method', 404, fetch(url)],
    ['a type that is no text', 415, post(url, { headers: { 'content-type': 'application/octet-stream' } })],
    ['an unknown packing', 415, post(url, { headers: { 'content-encoding': 'br' } })],
    ['gzip that is none', 400, post(url, { headers: gzip })],
    ['gzip cut short', 400, post(url, { body: gzipSync('line\n'.repeat(100)).subarray(0, 20), headers: gzip })],
    ['too much', 413, post(url, { body: 'x'.repeat(100_001) })],
    ['a bomb', 413, post(url, { body: gzipSync(Buffer.alloc(64 * 1024 * 1024)), headers: gzip })],
    ['an empty source', 400, post(`${url}?source=`)],
    ['a source twice', 400, post(`${url}?source=a&source=b`)],
    ['a source with control characters', 400, post(`${url}?source=a%0Ab`)],
    ['an endless service', 400, post(`${url}?service=${'s'.repeat(300)}`)],
    ['a page in a browser', 403, post(url, { headers: { origin: 'https://evil.example' } })],
  ]
  for (const [why, status, answer] of refusals) {
    const response = await answer
    assert.equal(response.status, status, why)
    assert.equal(typeof (await response.json()), 'object', why)
  }
  assert.deepEqual(taken, [])
  assert.equal((await post(url)).status, 204)
})

test('a key is asked of everybody, and a must where others than this machine can come', async (t) => {
  await assert.rejects(
    httpSource({ port: 0, host: '0.0.0.0' }).start(async () => {}),
    { code: 'config' },
  )
  const { url, taken } = await listening(t, { host: '0.0.0.0', apiKey: 'secret-of-the-shop' })
  const status = async (headers: Record<string, string>) => (await post(url, { headers })).status
  assert.equal(await status({}), 401)
  assert.equal(await status({ authorization: 'Bearer secret-of-the-shoq' }), 401)
  assert.equal(await status({ 'x-api-key': '' }), 401)
  assert.deepEqual(taken, [])
  assert.equal(await status({ authorization: 'Bearer secret-of-the-shop' }), 204)
  assert.equal(await status({ 'x-api-key': 'secret-of-the-shop' }), 204)
})

test('while the bus is away or slow the shipper is asked to come again', async (t) => {
  const away = await listening(t, {}, async () => {
    throw new ErrorSenseError('bus', 'away', { retryable: true })
  })
  const slow = Promise.withResolvers<void>()
  const late = await listening(t, { patienceMs: 20 }, () => slow.promise)
  for (const { url } of [away, late]) {
    const { status, headers } = await post(url)
    assert.deepEqual([status, headers.get('retry-after')], [503, '5'])
  }
  slow.resolve()
})

test('more is refused while too much is waiting, and taken again when that is gone', async (t) => {
  const held = Promise.withResolvers<void>()
  const arrived = Promise.withResolvers<void>()
  const { url } = await listening(t, { maxWaitingBytes: 1000 }, () => {
    arrived.resolve()
    return held.promise
  })
  const first = post(url, { body: 'x'.repeat(800) })
  await arrived.promise
  const second = await post(url, { body: 'y'.repeat(800) })
  assert.deepEqual([second.status, second.headers.get('retry-after')], [429, '5'])
  held.resolve()
  assert.equal((await first).status, 204)
  assert.equal((await post(url, { body: 'y'.repeat(800) })).status, 204)
})

test('a shipper that hangs up in the middle leaves nothing behind', async (t) => {
  const { source, url, taken } = await listening(t, { maxWaitingBytes: 1000 })
  const { hostname, port } = new URL(source.url)
  for (const encoding of ['identity', 'gzip']) {
    const socket = connect(Number(port), hostname)
    const body = encoding === 'gzip' ? gzipSync('x'.repeat(900)).subarray(0, 15) : 'x'.repeat(900)
    socket.write(
      `POST /ingest HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: text/plain\r\nContent-Encoding: ${encoding}\r\nContent-Length: 950\r\n\r\n`,
    )
    socket.write(body)
    await new Promise((resolve) => socket.once('connect', resolve))
    socket.destroy()
    await new Promise((resolve) => socket.once('close', resolve))
  }
  while ((await post(url, { body: 'z'.repeat(900) })).status !== 204) await sleep(5)
  assert.deepEqual(
    taken.map(({ text }) => text[0]),
    ['z'],
  )
})
