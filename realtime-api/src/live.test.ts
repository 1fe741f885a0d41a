import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test, type TestContext } from 'node:test'
import { WebSocket, type ClientOptions } from 'ws'
import { memoryBus } from '@errorsense/adapters/bus/memory.ts'
import { memoryFeed } from '@errorsense/adapters/live-feed/memory.ts'
import type { Bus } from '@errorsense/core/ports/bus.ts'
import type { LiveEvent } from '@errorsense/core/wire/live.ts'
import { observedSecond, sampleIncidents } from '../test/seed.ts'
import { publishJson, running, silentLogger } from '../test/under-test.ts'
import { live } from './live.ts'

function listener(t: TestContext, url: string, options: ClientOptions = {}) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/v1/live`, options)
  const feed = memoryFeed()
  socket.on('message', (data: Buffer) => feed.publish(JSON.parse(data.toString('utf8')) as LiveEvent))
  t.after(() => {
    // Ending one that was refused before it was open is an error to `ws`.
    socket.on('error', () => {})
    socket.terminate()
  })
  return { socket, feed, hello: () => feed.first(({ type }) => type === 'hello') }
}

test('a page is greeted, hears rates, and of an incident what people decided about it', async (t) => {
  const { bus, store, url } = await running(t)
  const { feed, hello } = listener(t, url)
  assert.deepEqual(await hello().then((event) => event.type === 'hello' && event.version), '1.2.3')

  await publishJson(bus, 'log-observations', 'k', observedSecond(Date.now()))
  const rates = await feed.first((event) => event.type === 'rates' && event.services.length > 0)
  assert.ok(rates.type === 'rates' && rates.services.some(({ service, lines }) => service === 'catalog' && lines > 0))

  const at = new Date().toISOString()
  await store.appendJournal([{ id: 'j', at, incident: 'inc-brute', action: 'acknowledged', by: 'operator', note: '' }])
  const incident = sampleIncidents(Date.now())[1]
  await publishJson(bus, 'incidents', incident.id, incident)
  const heard = await feed.first(({ type }) => type === 'incident')
  assert.equal(heard.type === 'incident' && heard.incident.state, 'acknowledged')
})

test('a record that is no JSON and a store that is away do not silence the feed', async (t) => {
  const bus = memoryBus()
  for (const topic of ['incidents', 'log-observations']) await bus.createTopic(topic, { partitions: 1 })
  const feed = memoryFeed()
  const store = { incident: () => Promise.reject(new Error('away')) }
  const subscribed = subscriptions(bus, 2)
  const news = live({ bus: subscribed.bus, store, feed, logger: silentLogger, clock: Date.now })
  t.after(() => news.stop())
  await subscribed.done
  await bus.publish('incidents', [{ key: 'x', value: new TextEncoder().encode('{"id":') }])
  const [incident] = sampleIncidents(Date.now())
  await publishJson(bus, 'incidents', incident.id, incident)
  const heard = await feed.first(({ type }) => type === 'incident')
  assert.deepEqual(heard, { type: 'incident', incident })
})

test('a bus that refuses is asked again', async (t) => {
  const bus = memoryBus()
  const feed = memoryFeed()
  let refusals = 0
  const moody: Bus = {
    ...bus,
    async subscribe(topic, options) {
      if (refusals++ < 2) throw new Error('not yet')
      await bus.createTopic(topic, { partitions: 1 })
      return bus.subscribe(topic, options)
    },
  }
  const subscribed = subscriptions(moody, 2)
  const store = { incident: async () => undefined }
  const news = live({ bus: subscribed.bus, store, feed, logger: silentLogger, clock: Date.now })
  t.after(() => news.stop())
  await subscribed.done
  await publishJson(bus, 'log-observations', 'k', observedSecond(Date.now()))
  await feed.first((event) => event.type === 'rates' && event.services.length > 0)
  assert.ok(refusals >= 4)
})

test('a page of another origin is refused before the handshake, our own is not', async (t) => {
  const { url } = await running(t)
  const foreign = listener(t, url, { origin: 'https://evil.example' })
  const [, answer] = await once(foreign.socket, 'unexpected-response')
  assert.equal(answer.statusCode, 403)
  await listener(t, url, { origin: url }).hello()
})

test('with a key set, a socket without it is refused before the handshake', async (t) => {
  const { url } = await running(t, { apiKey: 'secret' })
  const [, answer] = await once(listener(t, url).socket, 'unexpected-response')
  assert.equal(answer.statusCode, 401)
  await listener(t, url, { headers: { authorization: 'Bearer secret' } }).hello()
})

test('a socket that does not read is given up, the one beside it hears everything', async (t) => {
  const { bus, url } = await running(t)
  const slow = listener(t, url)
  const quick = listener(t, url)
  await Promise.all([slow.hello(), quick.hello()])
  slow.socket.pause()

  // More than the kernel keeps for a socket and the feed for a listener.
  const why = 'x'.repeat(900_000)
  const [incident] = sampleIncidents(Date.now())
  for (let version = 2; version < 22; version++) {
    await publishJson(bus, 'incidents', incident.id, { ...incident, why, version })
    await quick.feed.first((event) => event.type === 'incident' && event.incident.version === version)
  }
  const metrics = await (await fetch(`${url}/metrics`)).text()
  assert.match(metrics, /errorsense_live_listeners 1/)
  assert.match(metrics, /errorsense_live_dropped_total\{reason="slow"\} 1/)
  slow.socket.resume()
  const [code] = await once(slow.socket, 'close')
  assert.equal(code, 1013)
})

test('stopping closes every socket with "going away"', async (t) => {
  const { api, url } = await running(t)
  const { socket, hello } = listener(t, url)
  await hello()
  const closed = once(socket, 'close')
  await api.stop()
  assert.equal((await closed)[0], 1001)
})

/** The bus, and when `count` subscriptions to it stand. */
function subscriptions(bus: Bus, count: number): { bus: Bus; done: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>()
  let left = count
  const subscribe: Bus['subscribe'] = async (topic, options) => {
    const subscription = await bus.subscribe(topic, options)
    if (--left === 0) resolve()
    return subscription
  }
  return { bus: { ...bus, subscribe }, done: promise }
}
