import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { Registry } from 'prom-client'
import { memoryBus } from '@errorsense/adapters/bus/memory.ts'
import { makeLogger } from '@errorsense/adapters/runtime/logger.ts'
import { memoryStore } from '@errorsense/adapters/store/memory.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { Finding } from '@errorsense/core/finding.ts'
import type { Bus } from '@errorsense/core/ports/bus.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import { decodeFindings } from '@errorsense/core/wire/findings.ts'
import type { ObservationMessage } from '@errorsense/core/wire/observations.ts'
import { detector } from './detector.ts'
import { processorMetrics } from './metrics.ts'
import type { Stage } from './stage.ts'

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

const START = Date.parse('2026-03-02T00:00:00Z')
const WINDOW_MS = 5000

/** Windows with a line each, and so many failed sign-ins of one stranger in the one that `begins` then. */
function windows(first: number, count: number, begins = Number.NaN, failures = 0): ObservationMessage[] {
  return Array.from({ length: count }, (_, i) => {
    const window = START + (first + i) * WINDOW_MS
    const guess = (n: number) => ({
      time: window + n * 600,
      kind: 'auth_failure' as const,
      service: 'auth',
      ip: '203.0.113.9',
      user: `u${n}`,
      count: 1,
      shape: 'a',
      sample: 'login failed',
    })
    return {
      v: 1,
      range: { topic: 'app-logs', partition: 0, partitions: 1, from: first + i, to: first + i + 1 },
      watermark: window + WINDOW_MS,
      resumed: false,
      counts: [{ window, service: 'auth', shape: 'a', lines: 1, errors: 0, sample: 'login failed' }],
      shapes: [],
      security: first + i === begins ? Array.from({ length: failures }, (_, n) => guess(n)) : [],
      sessions: [],
    }
  })
}

async function publish(bus: Bus, messages: readonly ObservationMessage[]): Promise<void> {
  await bus.publish(
    'log-observations',
    messages.map((message) => ({ value: Buffer.from(JSON.stringify(message)) })),
  )
}

async function place(): Promise<{ bus: Bus; store: Store; judged: (windows: number) => Promise<Finding[]> }> {
  const bus = memoryBus({ clock: () => START })
  for (const topic of ['log-observations', 'findings']) await bus.createTopic(topic, { partitions: 1 })
  const found: Finding[] = []
  const told = (await bus.subscribe('findings', { group: 'test', from: 'earliest' }))[Symbol.asyncIterator]()
  let closed = 0
  return {
    bus,
    store: memoryStore(),
    /** What was found up to the end of so many windows, each time it was told. */
    async judged(windows) {
      while (closed < START + windows * WINDOW_MS) {
        const { value } = await told.next()
        for (const record of value?.records ?? []) {
          const message = decodeFindings(Buffer.from(record.value).toString())
          if (typeof message === 'string') throw new Error(message)
          closed = Math.max(closed, message.reached.closed)
          found.push(...message.outcomes.flatMap(({ findings }) => findings))
        }
      }
      return found.filter(({ detector }) => detector === 'brute-force')
    },
  }
}

/** Its commits and memories come to nothing from `die` on, as if it had ended there. */
function mortal({ bus, store }: { bus: Bus; store: Store }) {
  let dead = false
  const orNot = async (work: () => Promise<void>): Promise<void> => {
    if (dead) throw new ErrorSenseError('revoked', 'dead')
    await work()
  }
  return {
    die: () => (dead = true),
    store: { ...store, saveMemory: (...of: Parameters<Store['saveMemory']>) => orNot(() => store.saveMemory(...of)) },
    bus: {
      ...bus,
      async subscribe(...to: Parameters<Bus['subscribe']>) {
        const subscription = await bus.subscribe(...to)
        const commit: typeof subscription.commit = (...of) => orNot(() => subscription.commit(...of))
        return { ...subscription, commit, [Symbol.asyncIterator]: () => subscription[Symbol.asyncIterator]() }
      },
    },
  }
}

async function begin(t: TestContext, at: { readonly bus: Bus; readonly store: Store }): Promise<Stage> {
  const stage = detector({ ...at, group: 'detect', logger, clock: () => START })
  t.after(() => stage.stop())
  await stage.start()
  return stage
}

test('who guesses on both sides of a restart is found', { timeout: 60_000 }, async (t) => {
  const { judged, ...at } = await place()
  const before = await begin(t, at)
  await publish(at.bus, windows(0, 20, 18, 4))
  assert.deepEqual(await judged(20), [])
  await before.stop()
  await begin(t, at)
  await publish(at.bus, windows(20, 4, 21, 4))
  const [first] = await judged(24)
  assert.ok(first.seen >= 5 && first.seen <= 8, `${first.seen} failures`)
  assert.equal(first.start, START + 18 * WINDOW_MS)
})

test('what was read before a death counts once, whatever of it was written down', { timeout: 60_000 }, async (t) => {
  const { judged, ...at } = await place()
  const { die, ...dying } = mortal(at)
  const before = await begin(t, dying)
  await publish(at.bus, windows(0, 3))
  await judged(3)
  // The first messages were committed at once; these will be in some seconds.
  await publish(at.bus, windows(3, 20, 21, 4))
  assert.deepEqual(await judged(23), [])
  die()
  await before.stop()
  await begin(t, at)
  await publish(at.bus, windows(23, 4))
  assert.deepEqual(await judged(27), [])
  await publish(at.bus, windows(27, 4, 27, 3))
  const [first] = await judged(31)
  assert.ok(first.seen <= 7, `${first.seen} failures`)
})

test('deeds told before any window was judged are found after a restart', { timeout: 60_000 }, async (t) => {
  const { judged, ...at } = await place()
  const before = await begin(t, at)
  const [told] = windows(0, 1, 0, 6)
  // As a shard hears of it that does not have the service.
  await publish(at.bus, [{ ...told, windows: [START], counts: [], watermark: START }])
  while (!(await hasCommitted(at.bus))) await setImmediate()
  await before.stop()
  await begin(t, at)
  await publish(at.bus, windows(1, 4))
  const [first] = await judged(5)
  assert.equal(first?.seen, 5)
})

async function hasCommitted(bus: Bus): Promise<boolean> {
  const [{ metadata }] = await bus.describe('log-observations', 'detect')
  return metadata !== ''
}
