import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { Admin, ConfigResourceTypes, Producer } from '@platformatic/kafka'
import type { Bus, ReceivedRecord } from '@errorsense/core/ports/bus.ts'
import { busContract } from '../../../core/contracts/bus.ts'
import { type Kafka, startKafka, whyNoKafka } from '../../../scripts/kafka.ts'
import { STRANGER } from '../../../scripts/kafka/security.ts'
import { kafkaBus, type KafkaBusOptions } from './kafka.ts'

const skip = whyNoKafka()
const encoder = new TextEncoder()
let kafka: Kafka

before(async () => {
  if (skip === false) kafka = await startKafka()
})
after(() => kafka?.stop())

busContract('kafka bus', () => kafkaBus({ brokers: kafka.brokers, clientId: 'contract' }), { skip, timeout: 30_000 })

describe('kafka bus', { skip }, () => {
  test('takes what foreign producers write, in every compression', { timeout: 30_000 }, async () => {
    const bus = kafkaBus({ brokers: kafka.brokers, clientId: 'reader' })
    await bus.createTopic('foreign', { partitions: 1 })
    const producer = new Producer({ clientId: 'foreign', bootstrapBrokers: kafka.brokers })
    const bare = { topic: 'foreign', partition: 0 }
    for (const compression of ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const)
      await producer.send({ compression, messages: [{ ...bare, value: Buffer.from(compression) }, bare] })
    const invalid = Buffer.from([0xff, 0xfe])
    await producer.send({ messages: [{ ...bare, key: invalid, headers: new Map([[invalid, invalid]]) }] })
    await producer.close()

    const received = await read(bus, 'foreign', 11)
    const texts = received.map(({ value }) => new TextDecoder().decode(value))
    assert.deepEqual(texts.slice(0, 10), ['none', '', 'gzip', '', 'snappy', '', 'lz4', '', 'zstd', ''])
    assert.equal(received[10].key, '\ufffd\ufffd')
    assert.deepEqual(Object.entries(received[10].headers), [['\ufffd\ufffd', '\ufffd\ufffd']])
    await bus.close()
  })

  test('waits for a cluster that is not there yet, and says so', { timeout: 30_000 }, async () => {
    const proxy = await proxyTo(kafka.brokers[0])
    const { port } = proxy.address() as AddressInfo
    await once(proxy.close(), 'close')
    const retried = Promise.withResolvers<string>()
    const brokers = [`127.0.0.1:${port}`]
    const bus = kafkaBus({ brokers, clientId: 'early', onRetry: (message) => retried.resolve(message) })
    const created = bus.createTopic('early', { partitions: 1 })
    assert.match(await retried.promise, new RegExp(`Kafka at 127.0.0.1:${port} .*KAFKA_BROKER.*ECONNREFUSED`))

    proxy.listen(port, '127.0.0.1')
    await created
    await bus.close()
    proxy.close()
  })

  test('stops waiting when told to', { timeout: 30_000 }, async () => {
    const told = new AbortController()
    const brokers = ['127.0.0.1:1']
    const bus = kafkaBus({ brokers, clientId: 'early', signal: told.signal, onRetry: () => told.abort() })
    await assert.rejects(bus.publish('t', []), { code: 'bus' })
    await bus.close()
  })

  test('told to stop, takes what is at hand when it need not wait', { timeout: 30_000 }, async () => {
    const told = new AbortController()
    const bus = kafkaBus({ brokers: kafka.brokers, clientId: 'late', signal: told.signal })
    await bus.createTopic('late', { partitions: 1 })
    const subscription = await bus.subscribe('late', { group: 'late', from: 'earliest' })
    told.abort()
    await bus.publish('late', [{ value: encoder.encode('at hand') }])
    for await (const { records, partition } of subscription) {
      if (records.length === 0) continue
      await subscription.commit(partition, 1)
      break
    }
    assert.deepEqual(await bus.lag('late', 'late'), [0])
    await bus.close()
  })

  /** As long as a group of these waits for who does not answer. */
  async function quickGroup(name: string): Promise<void> {
    const admin = new Admin({ clientId: 'admin', bootstrapBrokers: kafka.brokers })
    const timeout = { name: 'consumer.session.timeout.ms', value: '1000', configOperation: 0 } as const
    const resource = { resourceType: ConfigResourceTypes.GROUP, resourceName: name, configs: [timeout] }
    await admin.incrementalAlterConfigs({ resources: [resource] })
    await admin.close()
  }

  /** Nothing runs meanwhile, as in a process that was stopped. */
  function freeze(): void {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500)
  }

  test('a consumer that was given up for dead joins again and goes on', { timeout: 60_000 }, async () => {
    await quickGroup('frozen')
    const bus = kafkaBus({ brokers: kafka.brokers, clientId: 'frozen' })
    await bus.createTopic('frozen', { partitions: 1 })
    let assignments = 0
    for await (const { assigned } of await bus.subscribe('frozen', { group: 'frozen', from: 'earliest', idleMs: 50 })) {
      if (assigned === undefined) continue
      if (++assignments === 2) break
      freeze()
    }
    await bus.close()
  })

  test(
    'work from before a partition was lost is not committed when it is given back',
    { timeout: 60_000 },
    async () => {
      await quickGroup('stale')
      const bus = kafkaBus({ brokers: kafka.brokers, clientId: 'stale' })
      await bus.createTopic('stale', { partitions: 1 })
      await bus.publish('stale', [{ value: encoder.encode('a') }])
      const subscription = await bus.subscribe('stale', { group: 'stale', from: 'earliest', idleMs: 50 })
      let assignments = 0
      for await (const { assigned } of subscription) {
        if (assigned === undefined) continue
        assert.deepEqual(assigned, { offset: 0, metadata: '' })
        if (++assignments === 2) break
        freeze()
        // Somebody else may have read on meanwhile, and must not be set back.
        await assert.rejects(subscription.commit(0, 1, 'stale'), { code: 'revoked' })
      }
      await subscription.commit(0, 1, 'fresh')
      assert.deepEqual(await bus.lag('stale', 'stale'), [0])
      await bus.close()
    },
  )

  test('goes on after the broker was away, without calling the silence idle', { timeout: 90_000 }, async () => {
    const away = Promise.withResolvers<void>()
    const bus = kafkaBus({ brokers: kafka.brokers, clientId: 'patient', onRetry: () => away.resolve() })
    await bus.createTopic('outage', { partitions: 1 })
    const seen: string[] = []
    const reading = (async () => {
      for await (const { records } of await bus.subscribe('outage', { group: 'g', from: 'earliest', idleMs: 20 })) {
        if (records.length === 0) seen.push('idle')
        else seen.push(...records.map(({ value }) => new TextDecoder().decode(value)))
        if (seen.at(-1) === 'after') break
      }
    })()
    await bus.publish('outage', [{ value: encoder.encode('before') }])
    await kafka.kill(0)
    await away.promise
    const idleBefore = seen.length
    const published = bus.publish('outage', [{ value: encoder.encode('after') }])
    await kafka.restart(0)
    const idleWhileAway = seen.length - idleBefore
    await published
    await reading
    assert.ok(idleWhileAway <= 1, `${idleWhileAway} idle batches came from a broker that was away`)
    assert.deepEqual(
      seen.filter((what) => what !== 'idle'),
      ['before', 'after'],
    )
    await bus.close()
  })
})

describe('kafka bus on a cluster with passwords and TLS', { skip }, () => {
  let secured: Kafka
  before(async () => {
    if (skip === false) secured = await startKafka({ sasl: true })
  })
  after(() => secured?.stop())

  function settings(): Required<Pick<KafkaBusOptions, 'brokers' | 'clientId' | 'sasl' | 'tls'>> {
    const { env, brokers } = secured
    const [username, password] = [env.KAFKA_SASL_USERNAME, env.KAFKA_SASL_PASSWORD]
    const sasl = { mechanism: 'SCRAM-SHA-512', username, password } as const
    return { brokers, clientId: 'secure', sasl, tls: { ca: readFileSync(env.KAFKA_TLS_CA, 'utf8') } }
  }

  for (const mechanism of ['SCRAM-SHA-512', 'SCRAM-SHA-256', 'PLAIN'] as const) {
    test(`carries records with ${mechanism}`, { timeout: 30_000 }, async () => {
      const { sasl, ...others } = settings()
      const bus = kafkaBus({ ...others, sasl: { ...sasl, mechanism } })
      await bus.createTopic(mechanism, { partitions: 1 })
      await bus.publish(mechanism, [{ key: 'k', value: encoder.encode('v') }])
      const [record] = await read(bus, mechanism, 1)
      assert.equal(record.key, 'k')
      await bus.close()
    })
  }

  const wrongPassword = { mechanism: 'SCRAM-SHA-512', username: 'errorsense', password: 'wrong' } as const
  type Spoil = (good: ReturnType<typeof settings>) => KafkaBusOptions

  const refused: [string, RegExp, Spoil][] = [
    ['a wrong password', /KAFKA_SASL_PASSWORD/, (good) => ({ ...good, sasl: wrongPassword })],
    [
      'an account without rights',
      /KAFKA_SASL_USERNAME rights/,
      (good) => ({ ...good, sasl: { ...good.sasl, username: STRANGER } }),
    ],
    ['no certificate', /KAFKA_TLS_CA/, (good) => ({ ...good, tls: {} })],
  ]
  for (const [what, message, spoil] of refused) {
    test(`with ${what} it names the setting and does not try again`, { timeout: 30_000 }, async () => {
      const retries: string[] = []
      const bus = kafkaBus({ ...spoil(settings()), onRetry: (text) => retries.push(text) })
      await assert.rejects(bus.createTopic('t', { partitions: 1 }), { code: 'bus', message })
      assert.deepEqual(retries, [])
      await bus.close()
    })
  }

  const hungUp: [string, RegExp, Spoil][] = [
    ['TLS', /KAFKA_TLS_CA/, ({ brokers, clientId, sasl }) => ({ brokers, clientId, sasl })],
    ['credentials', /KAFKA_SASL_MECHANISM/, ({ brokers, clientId, tls }) => ({ brokers, clientId, tls })],
  ]
  for (const [what, message, spoil] of hungUp) {
    test(`without ${what} it names the setting while it tries again`, { timeout: 30_000 }, async () => {
      const retried = Promise.withResolvers<string>()
      const bus = kafkaBus({ ...spoil(settings()), onRetry: retried.resolve })
      const created = assert.rejects(bus.createTopic('t', { partitions: 1 }))
      assert.match(await retried.promise, message)
      await bus.close()
      await created
    })
  }
})

async function read(bus: Bus, topic: string, count: number): Promise<ReceivedRecord[]> {
  const received: ReceivedRecord[] = []
  for await (const { records } of await bus.subscribe(topic, { group: 'reader', from: 'earliest' })) {
    received.push(...records)
    if (received.length >= count) break
  }
  return received
}

async function proxyTo(broker: string): Promise<Server> {
  const port = Number(broker.split(':')[1])
  const proxy = createServer((client) => {
    const upstream = connect(port, '127.0.0.1')
    client.pipe(upstream).pipe(client)
    client.on('error', () => upstream.destroy())
    upstream.on('error', () => client.destroy())
  })
  await once(proxy.listen(0, '127.0.0.1'), 'listening')
  return proxy
}
