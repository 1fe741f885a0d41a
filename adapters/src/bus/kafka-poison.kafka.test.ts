import assert from 'node:assert/strict'
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { Admin, ConfigResourceTypes, Producer } from '@platformatic/kafka'
import type { Bus } from '@errorsense/core/ports/bus.ts'
import { type Kafka, startKafka, whyNoKafka } from '../../../scripts/kafka.ts'
import { quickTakeover } from './kafka/groups.ts'
import { adviceOnTopics } from './kafka/topic-advice.ts'
import { kafkaBus, type KafkaBusOptions } from './kafka.ts'

const skip = whyNoKafka()
const MEGABYTE = 1024 * 1024

describe('kafka bus, when something in the topic can not be read', { skip }, () => {
  let kafka: Kafka
  let admin: Admin
  let producer: Producer
  let bus: Bus
  const told: string[] = []

  before(async () => {
    if (skip !== false) return
    kafka = await startKafka()
    admin = new Admin({ clientId: 'admin', bootstrapBrokers: kafka.brokers })
    producer = new Producer({ clientId: 'foreign', bootstrapBrokers: kafka.brokers })
    bus = open()
  })
  after(async () => {
    await Promise.all([bus?.close(), producer?.close(true), admin?.close()])
    await kafka?.stop()
  })

  function open(options: Partial<KafkaBusOptions> = {}): Bus {
    return kafkaBus({
      brokers: kafka.brokers,
      clientId: 'poison',
      onSetAside: (message) => told.push(message),
      ...options,
    })
  }

  async function send(topic: string, value: string | Buffer, compression: 'none' | 'zstd' = 'none'): Promise<void> {
    await producer.send({ compression, messages: [{ topic, partition: 0, value: Buffer.from(value) }] })
  }

  async function offsetsUntil(topic: string, last: number, from = bus, group = 'poison'): Promise<number[]> {
    const offsets: number[] = []
    const subscription = await from.subscribe(topic, { group, from: 'earliest' })
    for await (const { records } of subscription) {
      offsets.push(...records.map(({ offset }) => offset))
      if (offsets.at(-1) === last) break
    }
    await subscription.close()
    return offsets
  }

  test('a batch damaged on the disk is set aside with its offset, the rest goes on', { timeout: 30_000 }, async () => {
    await bus.createTopic('damaged', { partitions: 1 })
    for (const value of ['a', 'b', 'c']) await send('damaged', value)
    const log = join(kafka.folder, 'node-1', 'data', 'damaged-0', '00000000000000000000.log')
    const bytes = readFileSync(log)
    const second = 12 + bytes.readInt32BE(8)
    const end = second + 12 + bytes.readInt32BE(second + 8)
    const file = openSync(log, 'r+')
    writeSync(file, Buffer.from([bytes[end - 2] ^ 1]), 0, 1, end - 2)
    closeSync(file)
    assert.deepEqual(await offsetsUntil('damaged', 2), [0, 2])
    assert.match(told.at(-1) ?? '', /^partition 0 of damaged, offset 1 set aside: its checksum is wrong/)
  })

  test('a message of 50 MB and a decompression bomb are set aside', { timeout: 60_000 }, async () => {
    const configs = [{ name: 'max.message.bytes', value: String(60 * MEGABYTE) }]
    await admin.createTopics({ topics: ['large'], partitions: 1, configs })
    await bus.createTopic('large', { partitions: 1 })
    await send('large', Buffer.alloc(50 * MEGABYTE, 'x'))
    await send('large', Buffer.alloc(70 * MEGABYTE), 'zstd')
    await send('large', 'after')
    assert.deepEqual(await offsetsUntil('large', 2), [2])
    assert.match(told.at(-2) ?? '', /offset 0 set aside: its value has 52428800 bytes/)
    assert.match(told.at(-1) ?? '', /offset 1 set aside: it unpacks to more than 64 MiB/)
  })

  test('a compacted topic is named with what to do', { timeout: 30_000 }, async () => {
    const configs = [{ name: 'cleanup.policy', value: 'compact' }]
    await admin.createTopics({ topics: ['compacted'], partitions: 1, configs })
    await bus.createTopic('kept', { partitions: 1 })
    const advice = await adviceOnTopics({ brokers: kafka.brokers, clientId: 'poison' }, ['kept', 'compacted'])
    assert.equal(advice.length, 1)
    assert.match(advice[0], /^topic compacted is compacted: .* cleanup\.policy to delete/)
  })

  test('a topic compacted under us is read on from what is left of it', { timeout: 90_000 }, async () => {
    const settings = { 'cleanup.policy': 'compact', 'segment.ms': '100', 'min.cleanable.dirty.ratio': '0.001' }
    const configs = Object.entries(settings).map(([name, value]) => ({ name, value }))
    await admin.createTopics({ topics: ['under-us'], partitions: 1, configs })
    const write = (value: string) =>
      producer.send({
        messages: [{ topic: 'under-us', partition: 0, key: Buffer.from('k'), value: Buffer.from(value) }],
      })
    await write('first')
    const subscription = await bus.subscribe('under-us', { group: 'poison', from: 'earliest', idleMs: 200 })
    const seen: number[] = []
    let written = 1
    // Each time it is idle one more is written, until what it committed last is no more.
    for await (const { partition, records, next } of subscription) {
      seen.push(...records.map(({ offset }) => offset))
      if (seen.length === 1) await subscription.commit(partition, next)
      if (records.length > 0) continue
      if ((await offsetsUntil('under-us', written - 1, bus, 'another'))[0] > 1) break
      await write(`value ${written++}`)
    }
    await subscription.close()
    assert.deepEqual(
      seen,
      Array.from({ length: written }, (_, i) => i),
    )
    const rest = await offsetsUntil('under-us', written - 1)
    assert.ok(rest.length > 0 && rest.length < written - 1, `${rest.length} of ${written - 1} are left`)
  })

  test('brokers are told to notice a death soon', { timeout: 30_000 }, async () => {
    assert.deepEqual(await quickTakeover({ brokers: kafka.brokers, clientId: 'poison' }, ['quick']), [])
    const resources = [{ resourceType: ConfigResourceTypes.GROUP, resourceName: 'quick' }]
    const [{ configs }] = await admin.describeConfigs({ resources })
    assert.equal(configs.find(({ name }) => name === 'consumer.session.timeout.ms')?.value, '6000')
  })

  test('records deleted before they were read are named', { timeout: 30_000 }, async () => {
    await bus.createTopic('deleted', { partitions: 1 })
    for (const value of ['a', 'b', 'c']) await send('deleted', value)
    const first = await bus.subscribe('deleted', { group: 'poison', from: 'earliest' })
    for await (const { partition } of first) {
      await first.commit(partition, 1)
      break
    }
    await first.close()
    await admin.deleteRecords({ topics: [{ name: 'deleted', partitions: [{ partition: 0, offset: 2n }] }] })
    assert.deepEqual(await offsetsUntil('deleted', 2), [2])
    assert.match(told.at(-1) ?? '', /partition 0 of deleted, offset 1 set aside: deleted before it was read/)
  })

  test(
    'records deleted while they were waited for are named, and what follows is read',
    { timeout: 30_000 },
    async () => {
      await bus.createTopic('outrun', { partitions: 1 })
      await send('outrun', 'a')
      const subscription = await bus.subscribe('outrun', { group: 'poison', from: 'earliest', maxBytes: 1000 })
      const offsets: number[] = []
      for await (const { records } of subscription) {
        offsets.push(...records.map(({ offset }) => offset))
        if (offsets.at(-1) === 4) break
        if (offsets.length !== 1 || records.length === 0) continue
        // No more than one of these is fetched ahead.
        for (let i = 1; i < 4; i++) await send('outrun', Buffer.alloc(2000, 'x'))
        await admin.deleteRecords({ topics: [{ name: 'outrun', partitions: [{ partition: 0, offset: 4n }] }] })
        await send('outrun', 'e')
      }
      await subscription.close()
      assert.ok(!offsets.includes(3), 'it was deleted')
      assert.match(told.at(-1) ?? '', /partition 0 of outrun, offsets? .* set aside: deleted before it was read/)
    },
  )

  test('a topic made anew is read from its start, whatever was committed', { timeout: 30_000 }, async () => {
    await bus.createTopic('anew', { partitions: 1 })
    await send('anew', 'a')
    await admin.alterConsumerGroupOffsets({
      groupId: 'poison',
      topics: [{ name: 'anew', partitionOffsets: [{ partition: 0, offset: 100n }] }],
    })
    assert.deepEqual(await offsetsUntil('anew', 0), [0])
    assert.match(told.at(-1) ?? '', /offset 100 set aside: the topic ends at 1, so it was made anew/)
  })

  test(
    'a transaction that was taken back is passed over when only committed records are wanted',
    { timeout: 60_000 },
    async () => {
      await bus.createTopic('transactions', { partitions: 1 })
      const transactional = new Producer({
        clientId: 'transactional',
        bootstrapBrokers: kafka.brokers,
        transactionalId: 'poison',
        idempotent: true,
      })
      const kept = await transactional.beginTransaction()
      await kept.send({ messages: [{ topic: 'transactions', partition: 0, value: Buffer.from('kept') }] })
      await kept.commit()
      const aborted = await transactional.beginTransaction()
      await aborted.send({ messages: [{ topic: 'transactions', partition: 0, value: Buffer.from('aborted') }] })
      await aborted.abort()
      await transactional.close()
      await send('transactions', 'plain')
      const committed = open({ isolation: 'read_committed' })
      assert.deepEqual(await offsetsUntil('transactions', 4, committed), [0, 4])
      await committed.close()
    },
  )
})
