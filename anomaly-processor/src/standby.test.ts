import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeLogger } from '@errorsense/adapters/runtime/logger.ts'
import type { Range } from '@errorsense/core/ports/store.ts'
import type { CountObservation } from '@errorsense/core/wire/observations.ts'
import { standby, type StandbyOptions } from './standby.ts'
import { learn, untaught } from './taught.ts'

const MINUTE = 60_000
const NOW = Date.parse('2026-06-01T12:00:30Z')
/** What is kept ready ends here: ten whole minutes before now. */
const READY = Date.parse('2026-06-01T11:50:00Z')
const logger = makeLogger({ level: 'silent', readable: false })

/** A store with one line a minute; `asked` has the ranges of history it was asked for. */
function minutesOf(onPage: () => Promise<void> = async () => {}) {
  const asked: Range[] = []
  return {
    asked,
    loadTemplates: async () => [],
    async *history({ from, to }: Range): AsyncGenerator<CountObservation[]> {
      asked.push({ from, to })
      for (let window = Math.max(from, READY - 60 * MINUTE); window < to; window += MINUTE) {
        await onPage()
        yield [{ window, service: 'shop', shape: 'a', lines: 1, errors: 0, sample: '' }]
      }
    },
  }
}

interface Ready {
  readonly shards: number
  readonly series: number
}

/** Resolves once it tells of so many looks at a shard. */
function kept(store: StandbyOptions['store'], options: Partial<StandbyOptions> = {}) {
  const told: Ready[] = []
  const news = Promise.withResolvers<Ready[]>()
  const others = standby({
    store,
    logger,
    clock: () => NOW,
    detecting: {},
    restMs: 0,
    everyMs: 2 ** 30,
    shards: async () => 2,
    isOurs: (shard) => shard === 0,
    onChange(ready) {
      told.push(ready)
      if (told.length === 2) news.resolve(told)
    },
    ...options,
  })
  others.start(0)
  return { others, looked: news.promise }
}

test('what others have is taught up to ten minutes ago, and counted; what this process has is not', async () => {
  const store = minutesOf()
  const { others, looked } = kept(store)
  assert.deepEqual(await looked, [
    { shards: 0, series: 0 },
    { shards: 1, series: 2 },
  ])
  assert.deepEqual(
    store.asked.map(({ to }) => to),
    [READY],
  )
  others.stop()
})

test('what took so long to teach that much came since is not ready before that is taught as well', async () => {
  let now = NOW
  const store = minutesOf(async () => {
    // The first look takes an hour, and the second does not.
    if (store.asked.length === 1) now += MINUTE
  })
  const { others } = kept(store, { clock: () => now })
  await others.ready
  assert.deepEqual(
    store.asked.map(({ to }) => to),
    [READY, READY + 60 * MINUTE],
  )
  others.stop()
})

test('whoever is given a shard goes on with the minutes since', async () => {
  const store = minutesOf()
  const { others, looked } = kept(store)
  await looked
  const taught = await others.take({ index: 1, of: 2 }, READY + 9 * MINUTE)
  assert.ok(taught)
  assert.equal(await learn(store, taught, READY + 9 * MINUTE), 9)
  assert.deepEqual(store.asked[1], { from: READY, to: READY + 9 * MINUTE })
  assert.equal(await others.take({ index: 1, of: 2 }, READY + 9 * MINUTE), undefined)
  others.stop()
})

test('a shard that is given in the middle of its history is taught the rest by whoever has it now', async () => {
  let pages = 0
  const inMiddle = Promise.withResolvers<void>()
  const goOn = Promise.withResolvers<void>()
  const store = minutesOf(async () => {
    if (++pages !== 20) return
    inMiddle.resolve()
    await goOn.promise
  })
  const { others } = kept(store)
  await inMiddle.promise
  const taking = others.take({ index: 1, of: 2 }, READY)
  goOn.resolve()
  const taught = await taking
  assert.ok(taught && taught.until > READY - 60 * MINUTE && taught.until < READY)
  const missing = (READY - taught.until) / MINUTE
  assert.equal(await learn(store, taught, READY), missing)
  others.stop()
})

test('one that was taught more than its owner had judged, or is of another number of shards, is not given', async () => {
  const { others, looked } = kept(minutesOf())
  await looked
  assert.equal(await others.take({ index: 1, of: 2 }, READY - MINUTE), undefined)
  others.stop()
  const again = kept(minutesOf())
  await again.looked
  assert.equal(await again.others.take({ index: 1, of: 3 }, READY), undefined)
  again.others.stop()
})

test('a store that is away is no error of the process: the next look is another try', async () => {
  let tries = 0
  const later = Promise.withResolvers<void>()
  const store = {
    ...minutesOf(),
    async loadTemplates() {
      if (++tries === 1) throw new Error('away')
      later.resolve()
      return []
    },
  }
  const { others } = kept(store, { everyMs: 0 })
  await later.promise
  others.stop()
})

test('history in parts teaches what it teaches at once', async () => {
  const store = minutesOf()
  const [whole, parts] = [untaught({ index: 0, of: 1 }, {}), untaught({ index: 0, of: 1 }, {})]
  await learn(store, whole, READY)
  for (const to of [READY - 40 * MINUTE, READY - 39 * MINUTE, READY]) await learn(store, parts, to)
  const message = (at: number, lines: number) => ({
    v: 1 as const,
    watermark: at + 5000,
    resumed: false,
    shapes: [],
    security: [],
    sessions: [],
    range: { topic: 'app-logs', partition: 0, partitions: 1, from: at, to: at + 1 },
    counts: [{ window: at, service: 'shop', shape: 'a', lines, errors: 0, sample: '' }],
  })
  for (const { detection } of [whole, parts]) detection.startAt(READY)
  for (let at = READY, i = 0; i < 60; at += 5000, i++) {
    const burst = message(at, i === 40 ? 500 : 0)
    assert.deepEqual(parts.detection.accept(burst), whole.detection.accept(burst))
  }
  assert.deepEqual(parts.detection.stats(), whole.detection.stats())
})
