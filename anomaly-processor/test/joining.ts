/** When a detector joins those who share the shards, on whatever bus. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test, type TestContext } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { makeLogger } from '@errorsense/adapters/runtime/logger.ts'
import { memoryStore } from '@errorsense/adapters/store/memory.ts'
import type { Bus } from '@errorsense/core/ports/bus.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import type { ObservationMessage } from '@errorsense/core/wire/observations.ts'
import { detector } from '../src/detector.ts'
import type { Stage } from '../src/stage.ts'

const START = Date.parse('2026-03-02T00:00:00Z')
const WINDOW_MS = 5000
const SHARDS = 2
const SERVICES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const TOPIC = 'log-observations'
const logger = makeLogger({ level: 'silent', readable: false })

interface JoiningOptions {
  readonly skip?: string | false
  readonly timeout?: number
}

/** `place` gives what gives every process its bus. */
export function joiningCases(
  name: string,
  place: () => () => Bus,
  { skip = false, timeout = 20_000 }: JoiningOptions = {},
): void {
  describe(`joining those who judge, on the ${name}`, { skip }, () => {
    test('who is first joins at once, and who comes later when it is ready', { timeout }, async (t) => {
      const { first, second, ready } = await detectors(t, place())
      await first.judges()
      await second.start()
      await second.looks(3)
      assert.equal(second.hasJoined(), false)
      ready()
      await second.joined
    })

    test('who waits joins at once when the shards are left', { timeout }, async (t) => {
      const { first, second } = await detectors(t, place())
      await first.judges()
      await second.start()
      await second.looks(2)
      await first.stage.stop()
      await second.joined
    })

    test('shards whose owner only reads their history are judged by nobody', { timeout }, async (t) => {
      const { first, second, third } = await detectors(t, place())
      await first.judges()
      await first.stage.stop()
      await second.start()
      await second.reads
      await third.start()
      await third.joined
    })

    test('who waits can be stopped', { timeout }, async (t) => {
      const { first, second } = await detectors(t, place())
      await first.judges()
      await second.start()
      await second.stage.stop()
      await second.stage.done()
      assert.equal(second.hasJoined(), false)
    })
  })
}

async function detectors(t: TestContext, busOf: () => Bus) {
  const isReady = Promise.withResolvers<void>()
  const store = memoryStore()
  const slow: Store = {
    ...store,
    async *history(range) {
      await isReady.promise
      yield* store.history(range)
    },
  }
  const [bus, ...others] = [busOf(), busOf(), busOf()]
  const group = `detect-${randomUUID()}`
  await bus.createTopic(TOPIC, { partitions: SHARDS })
  await bus.createTopic('findings', { partitions: 1 })
  const one = watched({ bus, store, group })
  const first = {
    ...one,
    /** Resolves once it has judged all shards, and said so. */
    async judges() {
      await one.start()
      await bus.publish(TOPIC, [...messages()])
      for (;;) {
        const shards = await bus.describe(TOPIC, group)
        if (shards.every(({ metadata }) => metadata.includes('"position":'))) return
        await setImmediate()
      }
    },
  }
  const ready = (): void => isReady.resolve()
  const [second, third] = others.map((bus) => watched({ bus, store: slow, group }))
  t.after(async () => {
    // Who reads history waits for it.
    ready()
    await Promise.all([first, second, third].map(({ stage }) => stage.stop()))
    await Promise.all([bus, ...others].map((bus) => bus.close()))
  })
  return { first, second, third, ready }
}

interface Place {
  readonly bus: Bus
  readonly store: Store
  readonly group: string
}

interface Watched {
  readonly stage: Stage
  readonly joined: Promise<void>
  /** Resolves once it reads history. */
  readonly reads: Promise<void>
  start(): Promise<void>
  hasJoined(): boolean
  /** Resolves once it has looked so often who has the shards. */
  looks(times: number): Promise<void>
}

function watched({ bus, store, group }: Place): Watched {
  const joined = Promise.withResolvers<void>()
  const reads = Promise.withResolvers<void>()
  let hasJoined = false
  let looks = 0
  let looked = Promise.withResolvers<void>()
  const stage = detector({
    bus: {
      ...bus,
      subscribe(...to) {
        hasJoined = true
        joined.resolve()
        return bus.subscribe(...to)
      },
      async describe(...of) {
        const shards = await bus.describe(...of)
        looks++
        looked.resolve()
        looked = Promise.withResolvers()
        return shards
      },
    },
    store: {
      ...store,
      history(range) {
        reads.resolve()
        return store.history(range)
      },
    },
    group,
    logger,
    clock: () => START,
  })
  return {
    stage,
    joined: joined.promise,
    reads: reads.promise,
    start: () => stage.start(),
    hasJoined: () => hasJoined,
    async looks(times) {
      for (let seen = looks; seen < times; seen = looks) await looked.promise
    },
  }
}

/** Three windows, in which services of every shard write. */
function* messages() {
  for (let i = 0; i < 3 * SHARDS; i++) {
    const at = Math.floor(i / SHARDS)
    const window = START + at * WINDOW_MS
    const message: ObservationMessage = {
      v: 1,
      range: { topic: 'app-logs', partition: 0, partitions: 1, from: at, to: at + 1 },
      watermark: window + WINDOW_MS,
      resumed: false,
      counts: SERVICES.map((service) => ({ window, service, shape: 'a', lines: 1, errors: 0, sample: 'a line' })),
      shapes: [],
      security: [],
      sessions: [],
    }
    yield { value: Buffer.from(JSON.stringify(message)), partition: i % SHARDS }
  }
}
