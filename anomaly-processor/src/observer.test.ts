import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import { test, type TestContext } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { memoryBus } from '@errorsense/adapters/bus/memory.ts'
import { makeLogger } from '@errorsense/adapters/runtime/logger.ts'
import { memoryStore } from '@errorsense/adapters/store/memory.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { Bus } from '@errorsense/core/ports/bus.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import { appLogRecord } from '@errorsense/core/wire/app-logs.ts'
import { decodeObservations, type ObservationMessage } from '@errorsense/core/wire/observations.ts'
import { createTopics } from './main.ts'
import { observer } from './observer.ts'
import { observing, type Observing } from './observing.ts'
import { workerObserving } from './worker-observing.ts'

const TOPIC = 'app-logs'
const NOW = Date.parse('2026-03-02T00:00:00Z')
const logger = makeLogger({ level: 'silent', readable: false })
const ALL = { from: 0, to: Number.MAX_SAFE_INTEGER, limit: 1_000_000 }
/** Larger than a range may be, so that each is one. */
const LARGE = 9 * 1024 * 1024

interface Watched {
  readonly bus: Bus
  /** `batch` when one is handed out, `commit` when one comes in. */
  readonly events: EventEmitter
  batches: number
  readonly commits: [offset: number, metadata: string][]
}

async function watchedBus(partitions: number): Promise<Watched> {
  const bus = memoryBus({ clock: () => NOW })
  await createTopics(bus, { topic: TOPIC, partitions, shards: 1 })
  const watched: Watched = {
    events: new EventEmitter(),
    batches: 0,
    commits: [],
    bus: {
      ...bus,
      async subscribe(topic, options) {
        const subscription = await bus.subscribe(topic, { ...options, idleMs: 60_000 })
        return {
          ...subscription,
          async *[Symbol.asyncIterator]() {
            for await (const batch of subscription) {
              if (batch.columns.count > 0) watched.batches++
              watched.events.emit('batch')
              yield batch
            }
          },
          async commit(partition, offset, metadata = '') {
            await subscription.commit(partition, offset, metadata)
            watched.commits.push([offset, metadata])
            watched.events.emit('commit')
          },
        }
      },
    },
  }
  return watched
}

/** A line and so many bytes of its own. */
function record(i: number, size = 0) {
  const line = `{"time":"2026-03-02T00:00:${10 + i}Z","level":"info","msg":"served","n":${i},"pad":"${'x'.repeat(size)}"}`
  return appLogRecord({ source: 'web', service: 'web' }, Buffer.from(line), NOW)
}

function started(context: TestContext, { bus }: Watched, store: Store, reading: Observing) {
  const stage = observer({ bus, store, topic: TOPIC, group: 'g', logger, clock: () => NOW, observing: reading })
  context.after(() => stage.stop())
  return stage
}

async function until(watched: Watched, event: 'batch' | 'commit', isReached: () => boolean): Promise<void> {
  while (!isReached()) await once(watched.events, event)
}

/** Everything that can happen without the store has happened. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await setImmediate()
}

test('a slow store slows the reading: few ranges are under way, and all are written in order', async (context) => {
  const watched = await watchedBus(1)
  for (let i = 0; i < 8; i++) await watched.bus.publish(TOPIC, [record(i, LARGE)])
  const store = memoryStore()
  const open = Promise.withResolvers<void>()
  const tokens: string[] = []
  const slow: Store = {
    ...store,
    async writeLogs(rows, token) {
      await open.promise
      tokens.push(token)
      await store.writeLogs(rows, token)
    },
  }
  const stage = started(context, watched, slow, observing())
  await stage.start()
  await until(watched, 'batch', () => watched.batches === 3)
  await settled()
  assert.equal(watched.batches, 3, 'one is written, one is read, one waits')
  assert.deepEqual(watched.commits, [[0, '{"end":1}']])
  open.resolve()
  await until(watched, 'commit', () => watched.commits.at(-1)?.[0] === 8)
  assert.deepEqual(
    tokens,
    Array.from({ length: 8 }, (_, i) => `${TOPIC}/0/${i}-${i + 1}/0`),
  )
  const ends = watched.commits.map(([offset, metadata]) => `${offset}${metadata}`)
  assert.deepEqual(ends, Array.from({ length: 8 }, (_, i) => [`${i}{"end":${i + 1}}`, `${i + 1}`]).flat())
})

test('what was read ahead and not written comes again, and is there once', async (context) => {
  const watched = await watchedBus(2)
  for (let i = 0; i < 6; i++) await watched.bus.publish(TOPIC, [record(i, i % 2 === 0 ? LARGE : 0)])
  const store = memoryStore()
  let writes = 0
  const dying: Store = {
    ...store,
    async writeObservations(rows, token) {
      await store.writeObservations(rows, token)
      if (++writes === 2) throw new ErrorSenseError('store', 'gone')
    },
  }
  const first = started(context, watched, dying, observing())
  await first.start()
  await assert.rejects(first.done(), /gone/)
  await first.stop()

  const second = started(context, watched, store, observing())
  await second.start()
  await until(watched, 'commit', () => watched.commits.at(-1)?.[0] === 6)
  const [web] = await store.services(ALL)
  assert.equal(web.lines, 6)
  assert.equal((await store.logs(ALL)).length, 6)
})

test('a thread that breaks ends the stage with its words, also while nothing comes', async (context) => {
  const watched = await watchedBus(1)
  const reading = workerObserving()
  const stage = started(context, watched, memoryStore(), reading)
  await stage.start()
  // What no stage does: a range of a partition that was never given.
  reading.idle({ topic: TOPIC, partition: 7, partitions: 1, from: 0, to: 0 }, NOW).catch(() => undefined)
  await assert.rejects(stage.done(), /The thread that reads the lines failed: .*partition 7/)
})

test('stopping waits for what was begun, and writes it', async (context) => {
  const watched = await watchedBus(1)
  await watched.bus.publish(TOPIC, [record(1)])
  const store = memoryStore()
  const written = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const slow: Store = {
    ...store,
    async writeLogs(rows, token) {
      begun.resolve()
      await written.promise
      await store.writeLogs(rows, token)
    },
  }
  const stage = started(context, watched, slow, workerObserving())
  await stage.start()
  await begun.promise
  const stopped = stage.stop()
  written.resolve()
  await stopped
  assert.equal((await store.logs(ALL)).length, 1)
  assert.deepEqual(watched.commits.at(-1), [1, ''])
})

test('a heartbeat speaks of the moment the bus was asked, however long its reader was frozen since', async (context) => {
  const frozenMs = 60_000
  const bus = memoryBus({ clock: () => NOW })
  await createTopics(bus, { topic: TOPIC, partitions: 1, shards: 1 })
  const frozen: Bus = {
    ...bus,
    async subscribe(topic, options) {
      const subscription = await bus.subscribe(topic, { ...options, idleMs: 20 })
      return {
        ...subscription,
        async *[Symbol.asyncIterator]() {
          for await (const batch of subscription) yield { ...batch, askedAt: batch.askedAt - frozenMs }
        },
      }
    },
  }
  const stage = observer({
    bus: frozen,
    store: memoryStore(),
    topic: TOPIC,
    group: 'g',
    logger,
    clock: () => NOW,
    observing: observing(),
  })
  context.after(() => stage.stop())
  await stage.start()
  for await (const { records } of await bus.subscribe('log-observations', { group: 'audit', from: 'earliest' })) {
    if (records.length === 0) continue
    const { range, watermark } = decodeObservations(Buffer.from(records[0].value).toString()) as ObservationMessage
    assert.ok((range.readAt ?? NOW) <= NOW - frozenMs)
    assert.ok(watermark <= NOW - frozenMs)
    break
  }
})
