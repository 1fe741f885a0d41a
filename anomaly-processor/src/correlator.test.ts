import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Registry } from 'prom-client'
import { memoryBus } from '@errorsense/adapters/bus/memory.ts'
import { makeLogger } from '@errorsense/adapters/runtime/logger.ts'
import { memoryStore } from '@errorsense/adapters/store/memory.ts'
import type { Finding } from '@errorsense/core/finding.ts'
import type { Bus } from '@errorsense/core/ports/bus.ts'
import type { FindingsMessage, Outcome } from '@errorsense/core/wire/findings.ts'
import { correlator } from './correlator.ts'
import { processorMetrics } from './metrics.ts'

const NOW = Date.parse('2026-03-02T00:00:00Z')
const logger = makeLogger({ level: 'silent', readable: false })

const finding: Finding = {
  detector: 'error-spike',
  kind: 'error_spike',
  at: NOW + 5_000,
  start: NOW,
  service: 'checkout',
  entities: {},
  seen: 50,
  usual: 1,
  low: 0,
  high: 5,
  unit: 'errors/min',
  score: 0.9,
  samples: ['payment failed'],
  lines: 50,
}

function window(start: number, findings: readonly Finding[] = []): Outcome {
  return { start, end: start + 5_000, closed: true, findings, rises: [], restarted: [], sightings: {} }
}

function told(index: number, until: number, outcomes: readonly Outcome[]): FindingsMessage {
  return { v: 1, shard: { index, of: 2 }, reached: { closed: until, glanced: until }, outcomes }
}

interface Site {
  readonly bus: Bus
  publish(values: readonly (object | string)[]): Promise<void>
  /** Offset and metadata of the next commit. */
  committed(): Promise<[offset: number, metadata: string]>
}

async function site(): Promise<Site> {
  const bus = memoryBus({ clock: () => NOW })
  for (const topic of ['findings', 'incidents']) await bus.createTopic(topic, { partitions: 1 })
  const commits: [number, string][] = []
  let next = Promise.withResolvers<void>()
  return {
    bus: {
      ...bus,
      async subscribe(topic, options) {
        const subscription = await bus.subscribe(topic, options)
        return {
          ...subscription,
          async commit(partition, offset, metadata = '') {
            await subscription.commit(partition, offset, metadata)
            commits.push([offset, metadata])
            next.resolve()
          },
        }
      },
    },
    async publish(values) {
      const texts = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
      await bus.publish(
        'findings',
        texts.map((text) => ({ value: Buffer.from(text) })),
      )
    },
    async committed() {
      while (commits.length === 0) {
        await next.promise
        next = Promise.withResolvers()
      }
      return commits.shift() ?? [0, '']
    },
  }
}

test('messages of a newer format, or damaged ones, are set aside and counted, and the rest goes on', async () => {
  const place = await site()
  const registry = new Registry()
  const known = told(0, NOW, [])
  await place.publish([{ ...known, v: 2 }, '{"v":1', { ...known, outcomes: 7 }, { ...known, shard: {} }, known])
  const metrics = processorMetrics(registry)
  const stage = correlator({ bus: place.bus, store: memoryStore(), group: 'correlate', logger, metrics })
  await stage.start()
  assert.equal((await place.committed())[0], 5)
  assert.match(await registry.metrics(), /^errorsense_observations_set_aside_total 4$/m)
  await stage.stop()
})

test('what waits for another shard is read again by whoever comes next, and told once', async () => {
  const place = await site()
  const store = memoryStore()
  await store.migrate()
  const options = { bus: place.bus, store, group: 'correlate', logger, clock: () => NOW + 60_000 }
  const first = correlator(options)
  await first.start()
  await place.publish([told(0, NOW + 5_000, [window(NOW, [finding])])])
  assert.equal((await place.committed())[0], 0, 'the other shard has not come so far')
  await first.stop()
  assert.deepEqual(await store.incidents({ limit: 10 }), [])

  const second = correlator(options)
  await second.start()
  await place.publish([told(1, NOW + 10_000, [window(NOW), window(NOW + 5_000)])])
  let [offset, metadata] = await place.committed()
  while (!metadata.includes(String(NOW + 5_000))) [offset, metadata] = await place.committed()
  assert.equal(offset, 1, 'its second window waits for the first shard')
  await second.stop()
  const incidents = await store.incidents({ limit: 10 })
  assert.deepEqual(
    incidents.map(({ kind, version }) => [kind, version]),
    [['error_spike', 1]],
  )
})
