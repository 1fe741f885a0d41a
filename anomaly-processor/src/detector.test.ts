import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Registry } from 'prom-client'
import { memoryBus } from '@errorsense/adapters/bus/memory.ts'
import { makeLogger } from '@errorsense/adapters/runtime/logger.ts'
import { memoryStore } from '@errorsense/adapters/store/memory.ts'
import { detector } from './detector.ts'
import { processorMetrics } from './metrics.ts'

const logger = makeLogger({ level: 'silent', readable: false })

test('messages of a newer format, or damaged ones, are set aside and counted, and the rest goes on', async () => {
  const bus = memoryBus()
  for (const topic of ['log-observations', 'findings']) await bus.createTopic(topic, { partitions: 1 })
  const range = { topic: 'app-logs', partition: 0, partitions: 1, from: 0, to: 1 }
  const known = { v: 1, range, watermark: 1, resumed: false, counts: [], shapes: [], security: [], sessions: [] }
  const values = [
    JSON.stringify({ ...known, v: 2 }),
    '{"v":1',
    JSON.stringify({ ...known, counts: 7 }),
    JSON.stringify(known),
  ]
  await bus.publish(
    'log-observations',
    values.map((value) => ({ value: Buffer.from(value) })),
  )
  const registry = new Registry()
  const committed = Promise.withResolvers<number>()
  const listened: typeof bus = {
    ...bus,
    async subscribe(topic, options) {
      const subscription = await bus.subscribe(topic, options)
      return {
        ...subscription,
        async commit(partition, offset, metadata) {
          await subscription.commit(partition, offset, metadata)
          committed.resolve(offset)
        },
      }
    },
  }
  const metrics = processorMetrics(registry)
  const stage = detector({ bus: listened, store: memoryStore(), group: 'detect', logger, metrics })
  await stage.start()
  assert.equal(await committed.promise, values.length)
  assert.match(await registry.metrics(), /^errorsense_observations_set_aside_total 3$/m)
  await stage.stop()
})
