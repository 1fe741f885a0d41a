/** What every bus must do, whoever serves it. Each adapter runs all of it against the real thing. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { afterEach, describe, test } from 'node:test'
import type { ErrorSenseError } from '../src/errors.ts'
import type { Bus, BusBatch, BusRecord, ReceivedRecord, SubscribeOptions, Subscription } from '../src/ports/bus.ts'

export interface BusContractOptions {
  /** Whether records outlive the bus that wrote them. Default true. */
  readonly durable?: boolean
  /** Why it can not run here; false when it can. */
  readonly skip?: string | false
  /** How long one test may take, ms. A network needs more than a file. */
  readonly timeout?: number
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** `make` gives a bus each time; a durable one on the same records as the ones before. */
export function busContract(
  name: string,
  make: () => Bus | Promise<Bus>,
  { durable = true, skip = false, timeout = 10_000 }: BusContractOptions = {},
): void {
  describe(`${name} keeps the contract of a bus`, { skip }, () => {
    const open: Bus[] = []

    function check(sentence: string, body: () => Promise<void>): void {
      test(sentence, { timeout }, body)
    }

    async function bus(): Promise<Bus> {
      const made = await make()
      open.push(made)
      return made
    }

    /** A bus with a topic of its own. */
    async function topicOf(partitions: number): Promise<{ bus: Bus; topic: string }> {
      const made = await bus()
      const topic = `contract-${randomUUID()}`
      await made.createTopic(topic, { partitions })
      return { bus: made, topic }
    }

    afterEach(async () => {
      await Promise.all(open.splice(0).map((made) => made.close()))
    })

    check('a record that names its partition comes from there, whatever its key', async () => {
      const { bus, topic } = await topicOf(3)
      assert.equal(await bus.partitions(topic), 3)
      const values = Array.from({ length: 30 }, (_, i) => encoder.encode(`${i}`))
      await bus.publish(
        topic,
        values.map((value, i) => ({ key: 'one', value, partition: i % 3 })),
      )
      for (const { partition, records } of await readRecords(await subscribe(bus, topic), 30))
        for (const { value } of records) assert.equal(Number(decoder.decode(value)) % 3, partition)
    })

    check('records of one key come in order and from one partition', async () => {
      const { bus, topic } = await topicOf(4)
      const sent = Array.from({ length: 400 }, (_, i) => ({ key: `key-${i % 10}`, value: encoder.encode(`${i}`) }))
      // Not awaited one by one: calls keep their order.
      await Promise.all([0, 100, 200, 300].map((from) => bus.publish(topic, sent.slice(from, from + 100))))
      const batches = await readRecords(await subscribe(bus, topic), 400)
      const partitionsOfKey = new Map<string, Set<number>>()
      const valuesOfKey = new Map<string, number[]>()
      for (const { partition, records } of batches) {
        for (const { key, value } of records) {
          partitionsOfKey.set(key, (partitionsOfKey.get(key) ?? new Set()).add(partition))
          valuesOfKey.set(key, [...(valuesOfKey.get(key) ?? []), Number(text(value))])
        }
      }
      assert.equal(valuesOfKey.size, 10)
      for (const partitions of partitionsOfKey.values()) assert.equal(partitions.size, 1)
      for (const [key, values] of valuesOfKey) {
        assert.deepEqual(
          values,
          Array.from({ length: 40 }, (_, i) => i * 10 + Number(key.slice(4))),
        )
      }
    })

    check('keys go where Kafka puts them and records without key spread', async () => {
      const { bus, topic } = await topicOf(4)
      const keyed = ['foobar', 'abc', '21'].map((key) => ({ key, value: encoder.encode('keyed') }))
      const bare = Array.from({ length: 64 }, () => ({ value: encoder.encode('bare') }))
      await bus.publish(topic, keyed)
      for (const record of bare) await bus.publish(topic, [record])
      const batches = await readRecords(await subscribe(bus, topic), 67)
      const where = new Map<string, number>()
      const bareIn = new Set<number>()
      for (const { partition, records } of batches) {
        for (const { key } of records) {
          if (key === '') bareIn.add(partition)
          else where.set(key, partition)
        }
      }
      assert.deepEqual(Object.fromEntries(where), { foobar: 2, abc: 3, '21': 0 })
      assert.deepEqual(
        [...bareIn].sort((a, b) => a - b),
        [0, 1, 2, 3],
      )
    })

    check('offsets are consecutive from 0 and lag counts what waits behind', async () => {
      const { bus, topic } = await topicOf(1)
      await publish(bus, topic, 100)
      const batches = await readRecords(await subscribe(bus, topic, { maxBytes: 1000 }), 100)
      assert.ok(batches.length > 1)
      assert.deepEqual(
        recordsOf(batches).map((record) => record.offset),
        Array.from({ length: 100 }, (_, i) => i),
      )
      for (const { partitions, records, lag } of batches) {
        assert.equal(partitions, 1)
        if (records.length > 0) assert.equal(lag, 99 - records.at(-1)!.offset)
      }
    })

    check('a record of three megabytes goes through a topic that was made here', async () => {
      const { bus, topic } = await topicOf(1)
      const value = new Uint8Array(3_000_000).map((_, i) => i * 31 + (i >> 8))
      await bus.publish(topic, [{ value }])
      const [record] = recordsOf(await readRecords(await subscribe(bus, topic), 1))
      assert.deepEqual(Buffer.from(record.value), Buffer.from(value))
    })

    check('making a topic again keeps it as it is', async () => {
      const { bus, topic } = await topicOf(2)
      await publish(bus, topic, 3)
      await bus.createTopic(topic, { partitions: 5 })
      const batches = await readRecords(await subscribe(bus, topic), 3)
      assert.equal(batches[0].partitions, 2)
    })

    check('a missing topic is named when published or subscribed to', async () => {
      const made = await bus()
      const topic = `missing-${randomUUID()}`
      await assert.rejects(made.publish(topic, [{ value: encoder.encode('x') }]), {
        code: 'bus',
        message: new RegExp(topic),
      })
      await assert.rejects(made.subscribe(topic, { group: 'g', from: 'earliest' }), {
        code: 'bus',
        message: new RegExp(topic),
      })
    })

    check('a group goes on where it committed, with the metadata it left', async () => {
      const { bus, topic } = await topicOf(1)
      await publish(bus, topic, 10)
      const first = await subscribe(bus, topic)
      const [opening] = await readRecords(first, 10)
      assert.deepEqual(opening.assigned, { offset: 0, metadata: '' })
      await first.commit(0, 4, '{"end":7}')
      await first.close()

      const second = await subscribe(bus, topic)
      const again = await readRecords(second, 6)
      assert.deepEqual(again[0].assigned, { offset: 4, metadata: '{"end":7}' })
      assert.deepEqual(values(again), ['4', '5', '6', '7', '8', '9'])
      assert.equal(again.filter((batch) => batch.assigned !== undefined).length, 1)
    })

    check('a commit that does not move may change the metadata', async () => {
      const { bus, topic } = await topicOf(1)
      await publish(bus, topic, 2)
      const first = await subscribe(bus, topic)
      await readRecords(first, 2)
      await first.commit(0, 0, 'intended end 2')
      await first.close()
      const [opening] = await readRecords(await subscribe(bus, topic), 2)
      assert.deepEqual(opening.assigned, { offset: 0, metadata: 'intended end 2' })
    })

    check('records that were read and not committed come again', async () => {
      const { bus, topic } = await topicOf(1)
      await publish(bus, topic, 5)
      const first = await subscribe(bus, topic)
      assert.equal(values(await readRecords(first, 5)).length, 5)
      await first.close()
      assert.deepEqual(values(await readRecords(await subscribe(bus, topic), 5)), ['0', '1', '2', '3', '4'])
    })

    const lasting = { timeout, skip: durable ? false : 'keeps nothing' }
    test('a later bus on the same records sees what this one wrote and committed', lasting, async () => {
      const { bus: writer, topic } = await topicOf(1)
      await publish(writer, topic, 3)
      const first = await subscribe(writer, topic)
      await readRecords(first, 3)
      await first.commit(0, 2, 'kept')
      await writer.close()
      const rest = await readRecords(await subscribe(await bus(), topic), 1)
      assert.deepEqual(rest[0].assigned, { offset: 2, metadata: 'kept' })
      assert.deepEqual(values(rest), ['2'])
    })

    check('consumers of one group share the partitions, and the other takes over when one leaves', async () => {
      const { bus, topic } = await topicOf(4)
      const left = follow(await subscribe(bus, topic))
      await left.until(({ owned }) => owned.size === 4)
      const right = follow(await subscribe(bus, topic))
      await Promise.all([left.until(({ recent }) => recent.size === 2), right.until(({ owned }) => owned.size === 2)])
      await publish(bus, topic, 40)
      const all = (): string[] => [...left.values, ...right.values]
      await Promise.all([left.until(() => all().length >= 40), right.until(() => all().length >= 40)])
      assert.deepEqual(
        numeric(all()),
        Array.from({ length: 40 }, (_, i) => i),
        'each record went to one of them',
      )
      assert.ok(left.values.length > 0 && right.values.length > 0)

      await right.subscription.close()
      await right.ended
      // Nothing was committed: what the other one had read comes again, and everything new.
      await left.until(({ owned }) => owned.size === 4)
      await publish(bus, topic, 8, 40)
      await left.until(({ values: seen }) => new Set(seen).size === 48)
    })

    check('a commit for a partition of somebody else is refused', async () => {
      const { bus, topic } = await topicOf(2)
      const left = follow(await subscribe(bus, topic))
      await left.until(({ owned }) => owned.size === 2)
      const right = follow(await subscribe(bus, topic))
      await Promise.all([left.until(({ recent }) => recent.size === 1), right.until(({ owned }) => owned.size === 1)])
      const [lost] = right.owned
      await assert.rejects(left.subscription.commit(lost, 0), { code: 'revoked' })
      await right.subscription.commit(lost, 0, 'mine')
    })

    check('two groups read the same records independently', async () => {
      const { bus, topic } = await topicOf(2)
      await publish(bus, topic, 20)
      const one = await subscribe(bus, topic, { group: 'one' })
      const two = await subscribe(bus, topic, { group: 'two' })
      const [first, second] = await Promise.all([readRecords(one, 20), readRecords(two, 20)])
      assert.deepEqual(numeric(values(first)), numeric(values(second)))
    })

    check('an idle partition tells its assignment at once and then keeps beating', async () => {
      const { bus, topic } = await topicOf(3)
      const beats = new Map<number, number>()
      const assigned = new Map<number, number>()
      for await (const { partition, records, assigned: told, lag } of await subscribe(bus, topic, { idleMs: 20 })) {
        assert.equal(records.length, 0)
        assert.equal(lag, 0)
        if (told !== undefined) assigned.set(partition, told.offset)
        else assert.ok(assigned.has(partition), 'the assignment comes first')
        beats.set(partition, (beats.get(partition) ?? 0) + 1)
        if (beats.size === 3 && Math.min(...beats.values()) >= 4) break
      }
      assert.deepEqual(
        [...assigned].sort(([a], [b]) => a - b),
        [
          [0, 0],
          [1, 0],
          [2, 0],
        ],
      )
    })

    check('a batch without records says when there were none, however late it is taken', async () => {
      const { bus, topic } = await topicOf(1)
      let written = Number.POSITIVE_INFINITY
      for await (const { records, askedAt } of await subscribe(bus, topic, { idleMs: 20 })) {
        if (records.length > 0) break
        assert.ok(askedAt < written, 'nobody promises more than was looked for')
        if (written < Number.POSITIVE_INFINITY) continue
        // Long enough for whoever looks ahead to have found nothing.
        for (const asked = performance.now(); performance.now() - asked < 200;) await bus.lag(topic, 'group')
        written = performance.now()
        await publish(bus, topic, 1)
      }
    })

    check('a busy partition does not silence an idle one', async () => {
      const { bus, topic } = await topicOf(2)
      const follower = follow(await subscribe(bus, topic, { idleMs: 20 }))
      await follower.until(({ owned }) => owned.size === 2)
      const stop = new AbortController()
      const traffic = (async () => {
        // This key is of partition 0.
        while (!stop.signal.aborted) await bus.publish(topic, [{ key: '21', value: encoder.encode('busy') }])
      })()
      await follower.until(({ batches }) => batches.filter(({ partition }) => partition === 1).length > 3)
      await follower.until(({ batches }) => batches.filter(({ records }) => records.length > 0).length > 3)
      stop.abort()
      await traffic
    })

    check('latest starts with what comes after the assignment', async () => {
      const { bus, topic } = await topicOf(1)
      await publish(bus, topic, 5)
      const follower = follow(await subscribe(bus, topic, { from: 'latest' }))
      await follower.until(({ owned }) => owned.size === 1)
      assert.deepEqual(follower.batches[0].assigned, { offset: 5, metadata: '' })
      await publish(bus, topic, 1, 5)
      await follower.until(({ values: seen }) => seen.length > 0)
      assert.deepEqual(follower.values, ['5'])
    })

    check('a waiting consumer is woken by a record', async () => {
      const { bus, topic } = await topicOf(1)
      const follower = follow(await subscribe(bus, topic, { idleMs: 600_000 }))
      await follower.until(({ owned }) => owned.size === 1)
      await publish(bus, topic, 1)
      await follower.until(({ values: seen }) => seen.length === 1)
    })

    check('records of 900 KB pass unharmed, one to a batch when more do not fit', async () => {
      const { bus, topic } = await topicOf(1)
      const large = [1, 2, 3].map((fill) => new Uint8Array(900_000).fill(fill))
      for (const value of large) await bus.publish(topic, [{ value }])
      const batches = await readRecords(await subscribe(bus, topic, { maxBytes: 1000 }), 3)
      for (const { records } of batches) assert.ok(records.length <= 1)
      const received = recordsOf(batches).map(({ value }) => Buffer.from(value))
      for (const [i, value] of large.entries()) assert.ok(received[i].equals(value))
    })

    check('a batch stays within maxBytes', async () => {
      const { bus, topic } = await topicOf(1)
      const records = Array.from({ length: 50 }, () => ({ value: new Uint8Array(1000) }))
      await bus.publish(topic, records)
      const batches = await readRecords(await subscribe(bus, topic, { maxBytes: 10_000 }), 50)
      const sizes = batches.map((batch) => batch.records.reduce((sum, { value }) => sum + value.length, 0))
      assert.ok(Math.max(...sizes) <= 10_000)
      assert.ok(batches.filter((batch) => batch.records.length > 0).length < 50, 'and still holds several records')
    })

    check('hostile keys, headers and values come back as they were', async () => {
      const { bus, topic } = await topicOf(1)
      const texts = [
        '',
        '__proto__',
        'constructor',
        'a\0b',
        '\r\n\u001b[31m',
        '\u202e',
        '😀',
        "'; DROP TABLE",
        'x'.repeat(5000),
      ]
      const sent = texts.map((key) => ({
        key,
        value: new Uint8Array([0, 255, 10]),
        headers: Object.assign(Object.create(null) as Record<string, string>, { [key]: key, second: 'b' }),
      }))
      await bus.publish(topic, [...sent, { key: 'lone \ud800', value: new Uint8Array() }])
      const received = recordsOf(await readRecords(await subscribe(bus, topic), sent.length + 1))
      assert.deepEqual(
        received.map(({ key }) => key),
        [...texts, 'lone \ufffd'],
      )
      for (const [i, { headers, value }] of received.slice(0, -1).entries()) {
        assert.deepEqual(Object.entries(headers), Object.entries(sent[i].headers))
        assert.deepEqual([...value], [0, 255, 10])
      }
      assert.equal(received.at(-1)!.value.length, 0)
      assert.equal(Object.getPrototypeOf({}), Object.prototype)
    })

    check('a timestamp is kept, and given when there was none', async () => {
      const { bus, topic } = await topicOf(1)
      const before = Date.now()
      const yearsAgo = before - 5 * 365 * 24 * 60 * 60_000
      await bus.publish(topic, [
        { value: encoder.encode('a'), timestamp: before - 1000 },
        { value: encoder.encode('b') },
        { value: encoder.encode('c'), timestamp: yearsAgo },
      ])
      const [told, given, old] = recordsOf(await readRecords(await subscribe(bus, topic), 3))
      assert.equal(told.timestamp, before - 1000)
      assert.equal(old.timestamp, yearsAgo)
      assert.ok(given.timestamp >= before && given.timestamp <= Date.now())
    })

    check('the columns of a batch hold the same records, their values as lines', async () => {
      const { bus, topic } = await topicOf(1)
      const texts = ['one', '', 'two\n', '\n', 'three', 'é'.repeat(3000)]
      const headers = { source: 'a', service: 'b' }
      await bus.publish(
        topic,
        texts.map((value, i) => ({ value: encoder.encode(value), key: `k${i}`, headers, timestamp: 1e12 + i })),
      )
      const batches = await readRecords(await subscribe(bus, topic), texts.length)
      assert.equal(batches.map(({ columns }) => text(columns.bytes)).join(''), `one\ntwo\n\nthree\n${texts[5]}\n`)
      for (const { records, columns } of batches) {
        const { count, bytes, start, end, offset, timestamp, key, headers: ofRecord } = columns
        const same = Array.from({ length: count }, (_, i) => ({
          offset: offset[i],
          timestamp: timestamp[i],
          key: key[i],
          headers: Object.entries(ofRecord[i]),
          value: text(bytes.subarray(start[i], end[i])),
        }))
        assert.deepEqual(
          same,
          records.map((record) => ({
            offset: record.offset,
            timestamp: record.timestamp,
            key: record.key,
            headers: Object.entries(record.headers),
            value: text(record.value),
          })),
        )
      }
    })

    check('a batch says where reading goes on', async () => {
      const { bus, topic } = await topicOf(1)
      await publish(bus, topic, 20)
      const batches = await readRecords(await subscribe(bus, topic, { maxBytes: 300 }), 20)
      for (const { records, next, lag } of batches) {
        if (records.length > 0) assert.equal(next, records.at(-1)!.offset + 1)
        assert.equal(lag, 20 - next)
      }
    })

    check('the lag of a group is what it has not committed, by partition', async () => {
      const { bus, topic } = await topicOf(2)
      await bus.publish(
        topic,
        ['21', '21', '21', 'foobar'].map((key) => ({ key, value: encoder.encode('x') })),
      )
      const before = await bus.lag(topic, 'group')
      assert.equal(before[0] + before[1], 4)
      const subscription = await subscribe(bus, topic)
      const batches = await readRecords(subscription, 4)
      for (const { partition, next } of batches) await subscription.commit(partition, next)
      assert.deepEqual(await bus.lag(topic, 'group'), [0, 0])
      assert.deepEqual(await bus.lag(topic, 'another'), before)
      await assert.rejects(bus.lag(`missing-${randomUUID()}`, 'group'), { code: 'bus' })
    })

    check('who is not in a group sees which partitions it has, and what was committed beside the offset', async () => {
      const { bus, topic } = await topicOf(2)
      const nothing = { owned: false, metadata: '' }
      assert.deepEqual(await bus.describe(topic, 'group'), [nothing, nothing])
      const follower = follow(await subscribe(bus, topic))
      await follower.until(({ owned }) => owned.size === 2)
      await follower.subscription.commit(1, 0, 'so far')
      assert.deepEqual(await bus.describe(topic, 'group'), [
        { owned: true, metadata: '' },
        { owned: true, metadata: 'so far' },
      ])
      assert.deepEqual(await bus.describe(topic, 'another'), [nothing, nothing])
      await follower.subscription.close()
      assert.deepEqual(await bus.describe(topic, 'group'), [nothing, { owned: false, metadata: 'so far' }])
      await assert.rejects(bus.describe(`missing-${randomUUID()}`, 'group'), { code: 'bus' })
    })

    check('publishing nothing is fine', async () => {
      const { bus, topic } = await topicOf(1)
      await bus.publish(topic, [])
    })

    check('the publisher may use its buffer again', async () => {
      const { bus, topic } = await topicOf(1)
      const value = encoder.encode('first')
      await bus.publish(topic, [{ value }])
      value.fill(0)
      const [record] = recordsOf(await readRecords(await subscribe(bus, topic), 1))
      assert.equal(text(record.value), 'first')
    })

    check('closing a subscription ends its iteration, also one that waits', async () => {
      const { bus, topic } = await topicOf(1)
      const follower = follow(await subscribe(bus, topic, { idleMs: 600_000 }))
      await follower.until(({ owned }) => owned.size === 1)
      await follower.subscription.close()
      await follower.ended
      await follower.subscription.close()
    })

    check('closing the bus ends every iteration and refuses what comes later', async () => {
      const { bus, topic } = await topicOf(1)
      const follower = follow(await subscribe(bus, topic))
      await follower.until(({ owned }) => owned.size === 1)
      await bus.close()
      await follower.ended
      await assert.rejects(bus.publish(topic, [{ value: encoder.encode('late') }]), { code: 'bus' })
      await assert.rejects(bus.subscribe(topic, { group: 'g', from: 'earliest' }), { code: 'bus' })
      await assert.rejects(follower.subscription.commit(0, 0), (error: ErrorSenseError) =>
        ['bus', 'revoked'].includes(error.code),
      )
      await bus.close()
    })
  })
}

function subscribe(bus: Bus, topic: string, options: Partial<SubscribeOptions> = {}): Promise<Subscription> {
  return bus.subscribe(topic, { group: 'group', from: 'earliest', idleMs: 100, ...options })
}

function publish(bus: Bus, topic: string, count: number, first = 0): Promise<void> {
  const records: BusRecord[] = Array.from({ length: count }, (_, i) => ({ value: encoder.encode(`${first + i}`) }))
  return bus.publish(topic, records)
}

/** Every batch until so many records have come. */
async function readRecords(subscription: Subscription, count: number): Promise<BusBatch[]> {
  const batches: BusBatch[] = []
  let seen = 0
  for await (const batch of subscription) {
    batches.push(batch)
    seen += batch.records.length
    if (seen >= count) break
  }
  return batches
}

interface Follower {
  readonly subscription: Subscription
  readonly batches: readonly BusBatch[]
  readonly values: readonly string[]
  /** Partitions it was ever told of. */
  readonly owned: ReadonlySet<number>
  /** Partitions among its last batches: what it owns now, once each has had its turn. */
  readonly recent: ReadonlySet<number>
  readonly ended: Promise<void>
  until(holds: (follower: Follower) => boolean): Promise<void>
}

const RECENT = 8

/** Reads on its own; `until` looks again after each batch. */
function follow(subscription: Subscription): Follower {
  const batches: BusBatch[] = []
  const seen: string[] = []
  const owned = new Set<number>()
  const waiting = new Set<() => void>()

  const follower: Follower = {
    subscription,
    batches,
    values: seen,
    owned,
    get recent() {
      return new Set(batches.slice(-RECENT).map((batch) => batch.partition))
    },
    ended: read(),
    async until(holds) {
      while (!holds(follower)) await new Promise<void>((resolve) => waiting.add(resolve))
    },
  }

  async function read(): Promise<void> {
    for await (const batch of subscription) {
      batches.push(batch)
      seen.push(...values([batch]))
      owned.add(batch.partition)
      for (const look of waiting) look()
      waiting.clear()
    }
  }
  return follower
}

function recordsOf(batches: readonly BusBatch[]): ReceivedRecord[] {
  return batches.flatMap((batch) => [...batch.records])
}

function values(batches: readonly BusBatch[]): string[] {
  return recordsOf(batches).map(({ value }) => text(value))
}

function numeric(texts: readonly string[]): number[] {
  return texts.map(Number).sort((a, b) => a - b)
}

function text(value: Uint8Array): string {
  return decoder.decode(value)
}
