import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import { test } from 'node:test'
import { memoryBus } from '@errorsense/adapters/bus/memory.ts'
import { makeLogger } from '@errorsense/adapters/runtime/logger.ts'
import { memoryStore } from '@errorsense/adapters/store/memory.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { BEGINS_AFTER_MS } from '@errorsense/core/normal/book.ts'
import { normalOf } from '@errorsense/core/normal/like.ts'
import type { Bus } from '@errorsense/core/ports/bus.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import { appLogRecord } from '@errorsense/core/wire/app-logs.ts'
import { observing } from './observing.ts'
import { anomalyProcessor, createTopics, type AnomalyProcessor, type AnomalyProcessorOptions } from './main.ts'

const START = Date.parse('2026-03-02T00:00:00Z')
const TOPIC = 'app-logs'
const MINUTES = 90
const END = START + MINUTES * 60_000
const logger = makeLogger({ level: 'silent', readable: false })

interface Site {
  readonly bus: Bus
  readonly store: Store
  /** Resolves once detection has judged every window before this event time. */
  judged(until: number): Promise<void>
}

async function site(partitions: number, shards = 1): Promise<Site> {
  // The clock of the log: with today's its records would be past their keeping.
  const bus = memoryBus({ clock: () => END })
  await createTopics(bus, { topic: TOPIC, partitions, shards })
  const store = memoryStore()
  await store.migrate()
  const positions = new EventEmitter()
  let reached = 0
  const listened: Bus = {
    ...bus,
    async subscribe(topic, options) {
      const subscription = await bus.subscribe(topic, options)
      if (topic !== 'findings') return subscription
      return {
        [Symbol.asyncIterator]: () => subscription[Symbol.asyncIterator](),
        close: () => subscription.close(),
        async commit(partition, offset, metadata = '') {
          await subscription.commit(partition, offset, metadata)
          const { position = 0 } = JSON.parse(metadata || '{}') as { position?: number | null }
          reached = Math.max(reached, position ?? 0)
          positions.emit('moved')
        },
      }
    },
  }
  return {
    bus: listened,
    store,
    async judged(until) {
      for (let at = reached; at < until; at = reached) await once(positions, 'moved')
    },
  }
}

function processor(place: Site): AnomalyProcessor {
  return anomalyProcessor(settings(place))
}

function settings({ bus, store }: Site): AnomalyProcessorOptions {
  // The wall clock goes on from the end of the log: partitions without lines are as far as the others.
  const begun = performance.now()
  return {
    bus,
    store,
    topic: TOPIC,
    group: 'anomaly-processor-group',
    logger,
    clock: () => END + performance.now() - begun,
    observing: observing(),
  }
}

/** Six services, a line a second each; in the last two minutes checkout fails, and a stranger guesses passwords. */
async function writeLogs(bus: Bus, fromMinute = 0, toMinute = MINUTES): Promise<void> {
  for (let minute = fromMinute; minute < toMinute; minute++) {
    const services = ['checkout', 'search', 'cart', 'auth', 'stock', 'mail']
    await bus.publish(
      TOPIC,
      services.map((service) =>
        appLogRecord(
          { source: `shop/${service}`, service },
          minuteOf(service, minute),
          START + minute * 60_000 + 59_000,
        ),
      ),
    )
  }
}

function minuteOf(service: string, minute: number): Uint8Array {
  const lines = Array.from({ length: 60 }, (_, second) => {
    const time = new Date(START + (minute * 60 + second) * 1000).toISOString()
    const fails = service === 'checkout' && minute >= MINUTES - 2
    const guess = service === 'auth' && minute >= MINUTES - 2
    if (guess)
      return `{"time":"${time}","level":"warn","msg":"login failed","user":"u${second % 7}","ip":"203.0.113.9"}`
    return fails
      ? `{"time":"${time}","level":"error","msg":"payment gateway timeout","ms":${second}}`
      : `{"time":"${time}","level":"info","msg":"request served","ms":${20 + (second % 5)}}`
  })
  return Buffer.from(`${lines.join('\n')}\n`)
}

/** All within a second: nothing more comes of it later. */
function burstOfGuesses(minute: number) {
  const time = new Date(START + minute * 60_000 + 1000).toISOString()
  const line = `{"time":"${time}","level":"warn","msg":"login failed","user":"root","ip":"203.0.113.9"}\n`
  return appLogRecord({ source: 'shop/auth', service: 'auth' }, Buffer.from(line.repeat(12)), START + minute * 60_000)
}

/** What stood in the store when everything before this minute was judged. The last windows wait for stragglers. */
async function incidentsAt(place: Site, minute: number): Promise<Incident[]> {
  await place.judged(START + minute * 60_000 - 10_000)
  return (await place.store.incidents({ limit: 100 })).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Resolves once observations of so many lines were published in all. */
async function delivered(bus: Bus, lines: number): Promise<void> {
  const observations = await bus.subscribe('log-observations', { group: 'audit', from: 'earliest', idleMs: 20 })
  let seen = 0
  for await (const { records } of observations) {
    for (const { value } of records) {
      const { counts } = JSON.parse(Buffer.from(value).toString()) as { counts: { lines: number }[] }
      seen += counts.reduce((sum, count) => sum + count.lines, 0)
    }
    if (seen >= lines) break
  }
  await observations.close()
}

/** What must not depend on who worked: not how often it was told. */
function essence(incidents: readonly Incident[]) {
  return incidents.map(({ id, kind, service, detected, entities, findings }) => ({
    id,
    kind,
    service,
    detected,
    ip: entities.ip,
    findings: findings.length,
  }))
}

async function stopAll(processors: readonly AnomalyProcessor[]): Promise<void> {
  for (const one of processors) await one.stop()
}

test(
  'any number of processors finds the same incidents in the same log, in any number of shards',
  { timeout: 240_000 },
  async () => {
    const results = []
    for (const [count, shards] of [
      [1, 1],
      [2, 1],
      [1, 3],
      [5, 3],
    ]) {
      const place = await site(4, shards)
      await writeLogs(place.bus)
      const processors = Array.from({ length: count }, () => processor(place))
      for (const one of processors) await one.start()
      const incidents = await incidentsAt(place, MINUTES)
      await stopAll(processors)
      for (const { id } of incidents) {
        const history = await place.store.journal({ incident: id, limit: 100 })
        assert.equal(history.filter(({ action }) => action === 'opened').length, 1, 'its history tells how it began')
      }
      results.push(essence(incidents))
    }
    for (const result of results) assert.deepEqual(result, results[0])
    assert.ok(
      results[0].some(({ kind, service }) => kind === 'error_spike' && service.includes('checkout')),
      JSON.stringify(results[0]),
    )
    assert.ok(
      results[0].some(({ ip }) => ip.includes('203.0.113.9')),
      JSON.stringify(results[0]),
    )
  },
)

/** What two processors find of which one ends when it would tell of findings for the nth time. */
async function withDeathAt(nth: number): Promise<Incident[]> {
  const place = await site(4, 3)
  await writeLogs(place.bus)
  const crash = new ErrorSenseError('bus', 'this process ends here')
  let times = 0
  const publish: Bus['publish'] = async (topic, records) => {
    if (topic === 'findings' && ++times >= nth) throw crash
    await place.bus.publish(topic, records)
  }
  const dying = processor({ ...place, bus: { ...place.bus, publish } })
  const other = processor(place)
  await dying.start()
  await other.start()
  await assert.rejects(dying.done(), crash)
  await dying.stop()
  const incidents = await incidentsAt(place, MINUTES)
  await other.stop()
  for (const { id, title } of incidents) {
    const history = await place.store.journal({ incident: id, limit: 100 })
    assert.equal(history.filter(({ action }) => action === 'opened').length, 1, title)
  }
  return incidents
}

test(
  'a shard whose process dies goes on with another, and nothing is missed or doubled',
  { timeout: 240_000 },
  async () => {
    const results = []
    for (const nth of [1, 3, 6]) results.push(essence(await withDeathAt(nth)))
    for (const result of results) assert.deepEqual(result, results[0])
    const kinds = results[0].map(({ kind }) => kind)
    assert.deepEqual(kinds.sort(), ['brute_force', 'error_spike'])
  },
)

test(
  'a restart in quiet times alarms nobody, and what comes after is found with the old baselines',
  { timeout: 120_000 },
  async () => {
    const place = await site(2)
    const first = processor(place)
    await first.start()
    await writeLogs(place.bus, 0, MINUTES - 4)
    await first.stop()
    assert.deepEqual(await place.store.incidents({ limit: 10 }), [])

    const second = processor(place)
    await second.start()
    await writeLogs(place.bus, MINUTES - 4, MINUTES)
    const incidents = await incidentsAt(place, MINUTES)
    await second.stop()
    const kinds = incidents.map(({ kind }) => kind)
    assert.ok(kinds.includes('error_spike'), JSON.stringify(incidents.map(({ why }) => why)))
    assert.ok(
      incidents.every(({ detected }) => Date.parse(detected) >= START + (MINUTES - 2) * 60_000),
      JSON.stringify(incidents.map(({ why }) => why)),
    )
  },
)

test('an incident that was kept and not told before a crash is told by whoever comes next', async () => {
  const place = await site(2)
  const crash = new ErrorSenseError('bus', 'this process ends here')
  const publish: Bus['publish'] = async (topic, records) => {
    if (topic === 'incidents') throw crash
    await place.bus.publish(topic, records)
  }
  const first = processor({ ...place, bus: { ...place.bus, publish } })
  await first.start()
  await writeLogs(place.bus, 0, MINUTES - 4)
  await place.judged(START + (MINUTES - 5) * 60_000)
  await place.bus.publish(TOPIC, [burstOfGuesses(MINUTES - 4)])
  await writeLogs(place.bus, MINUTES - 4, MINUTES - 2)
  await assert.rejects(first.done(), crash)
  await first.stop()
  const kept = await place.store.incidents({ limit: 10 })
  assert.equal(kept.length, 1)

  const second = processor(place)
  await second.start()
  await incidentsAt(place, MINUTES - 3)
  await second.stop()
  const told = await place.bus.subscribe('incidents', { group: 'pager', from: 'earliest', idleMs: 20 })
  const heard = new Set<string>()
  for await (const { records } of told) {
    if (records.length === 0) break
    for (const { key } of records) heard.add(key)
  }
  await told.close()
  for (const { id, title } of kept) assert.ok(heard.has(id), `nobody heard of ${title}`)
})

test(
  'what is called normal while it runs is held back from then on, and counted, without a restart',
  { timeout: 120_000 },
  async () => {
    const place = await site(1)
    // A second passes whenever somebody looks, as old lines wait for some to pass; but however slow the machine is, not so
    // many after the last lines that it looks like silence.
    let now = END
    let latest = END
    const bus = onRead(place.bus, () => (latest = now + 6_000))
    const first = anomalyProcessor({ ...settings(place), bus, clock: () => (now = Math.min(now + 1000, latest)) })
    await writeLogs(place.bus, 0, MINUTES - 1)
    await first.start()
    const [spike] = await incidentsAt(place, MINUTES - 1)
    const scope = normalOf(spike, 'service')
    const at = new Date(START + (MINUTES - 1) * 60_000 - 2 * BEGINS_AFTER_MS).toISOString()
    const said = { id: 'said', at, incident: spike.id, by: 'operator', note: '' }
    await place.store.appendJournal([{ ...said, action: 'normal', ...(scope && { normal: scope }) }])
    // Long enough that the journal is read again.
    latest = now += 3_000
    await writeLogs(place.bus, MINUTES - 1, MINUTES)
    await incidentsAt(place, MINUTES)
    await first.stop()
    const history = await place.store.journal({ incident: spike.id, limit: 100 })
    assert.deepEqual(
      history.map(({ action }) => action).filter((action) => action === 'held'),
      ['held'],
    )
    assert.equal((await place.store.incident(spike.id))?.state, 'normal')
  },
)

/** Calls back when lines were read. */
function onRead(bus: Bus, then: () => void): Bus {
  return {
    ...bus,
    async subscribe(topic, options) {
      const subscription = await bus.subscribe(topic, options)
      if (topic !== TOPIC) return subscription
      return {
        ...subscription,
        async *[Symbol.asyncIterator]() {
          for await (const batch of subscription) {
            if (batch.columns.count > 0) then()
            yield batch
          }
        },
      }
    },
  }
}

test('rows and sums are written once, whatever is delivered again', { timeout: 120_000 }, async () => {
  const place = await site(1)
  await writeLogs(place.bus, 0, 3)
  const one = processor(place)
  await one.start()
  await incidentsAt(place, 3)
  await one.stop()
  const before = await place.store.services({ from: START, to: START + 3 * 60_000 })
  // The group forgets everything: all is delivered again, in the same bounds.
  const again = await place.bus.subscribe(TOPIC, { group: 'anomaly-processor-group', from: 'earliest', idleMs: 20 })
  for await (const batch of again) {
    await again.commit(batch.partition, 0)
    break
  }
  await again.close()
  const two = processor(place)
  await two.start()
  await delivered(place.bus, 2 * 3 * 360)
  await two.stop()
  const after = await place.store.services({ from: START, to: START + 3 * 60_000 })
  assert.deepEqual(
    after.map(({ service, lines }) => [service, lines]),
    before.map(({ service, lines }) => [service, lines]),
  )
})

test('a store that is away is waited for, and nothing is lost or doubled', { timeout: 120_000 }, async () => {
  const place = await site(1)
  let refusals = 3
  const away: Store = {
    ...place.store,
    async writeObservations(counts, token) {
      // Once before anything is written and once after: whoever retries can not know.
      if (refusals-- > 0) {
        if (refusals % 2 === 0) await place.store.writeObservations(counts, token)
        throw new ErrorSenseError('store', 'the store is away.', { retryable: true })
      }
      await place.store.writeObservations(counts, token)
    },
  }
  await writeLogs(place.bus, 0, 3)
  const one = processor({ ...place, store: away })
  await one.start()
  await incidentsAt(place, 3)
  await one.stop()
  const services = await place.store.services({ from: START, to: START + 3 * 60_000 })
  assert.deepEqual(
    services.map(({ lines }) => lines),
    Array.from({ length: 6 }, () => 3 * 60),
  )
})

test('a store that refuses for good ends the processor with its words', { timeout: 120_000 }, async () => {
  const place = await site(1)
  const broken: Store = {
    ...place.store,
    writeObservations: async () => {
      throw new ErrorSenseError('store', 'no permission to write')
    },
  }
  await writeLogs(place.bus, 0, 1)
  const one = processor({ ...place, store: broken })
  await one.start()
  await assert.rejects(one.done(), /no permission to write/)
  await one.stop()
})
