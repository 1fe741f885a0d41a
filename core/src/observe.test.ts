/** What observers tell, held against the plainest way to count it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { text } from '@errorsense/adapters/runtime/text.ts'
import * as fc from 'fast-check'
import { latencyBin } from './aggregate/sketch.ts'
import { windowOf } from './aggregate/window.ts'
import { AHEAD_MS, observer } from './observe.ts'
import { readableEngine } from './readable-engine.ts'
import type { Chunk, Engine } from './record.ts'
import { MOST_HOSTS, SAMPLE_LENGTH, type CountObservation, type ObservationMessage } from './wire/observations.ts'

const RANGE = { topic: 'app-logs', partition: 0, partitions: 1, from: 0, to: 1 }
const NOW = Date.UTC(2026, 10, 22, 10, 30)

function chunkOf(lines: readonly string[], receivedAt = NOW): Chunk {
  return { source: 'app.log', service: '', bytes: Buffer.from(lines.join('\n'), 'latin1'), receivedAt }
}

function observed(chunks: readonly Chunk[], session?: RegExp): ObservationMessage {
  const observing = observer({ engine: readableEngine({ text }), text, ...(session && { session }) })
  for (const chunk of chunks) observing.read(chunk)
  return observing.take(RANGE)
}

/** Maps of strings, a row at a time. */
function countsOf(engine: Engine, chunks: readonly Chunk[]): CountObservation[] {
  const cells = new Map<
    string,
    Omit<CountObservation, 'latency'> & { lines: number; errors: number; bins: Map<number, number> }
  >()
  for (const chunk of chunks) {
    const batch = engine.read(chunk)
    let time = chunk.receivedAt
    for (let row = 0; row < batch.count; row++) {
      if (batch.time[row] <= chunk.receivedAt + AHEAD_MS) time = batch.time[row]
      const window = windowOf(time)
      const service = engine.names[batch.service[row]]
      const shape = engine.shapes[batch.shape[row]].id
      const end = Math.min(batch.end[row], batch.start[row] + SAMPLE_LENGTH)
      const sample = text.utf8(chunk.bytes, batch.start[row], end)
      const key = JSON.stringify([window, service, shape])
      const cell = cells.get(key) ?? {
        window,
        service,
        shape,
        lines: 0,
        errors: 0,
        sample,
        bins: new Map<number, number>(),
      }
      cells.set(key, cell)
      cell.lines++
      if (batch.level[row] >= 5 || batch.status[row] >= 500) cell.errors++
      const bin = latencyBin(batch.latency[row])
      if (batch.latency[row] >= 0) cell.bins.set(bin, (cell.bins.get(bin) ?? 0) + 1)
    }
  }
  return [...cells.values()]
    .sort(
      (a, b) =>
        a.window - b.window || (a.service < b.service ? -1 : a.service > b.service ? 1 : a.shape < b.shape ? -1 : 1),
    )
    .map(({ bins, window, service, shape, lines, errors, sample }) => {
      const latency = [...bins].sort((a, b) => a[0] - b[0]).flat()
      return { window, service, shape, lines, errors, ...(latency.length > 0 && { latency }), sample }
    })
}

const line = fc
  .record({
    second: fc.integer({ min: 0, max: 40 }),
    level: fc.constantFrom('INFO', 'WARN', 'ERROR', 'FATAL'),
    thing: fc.constantFrom('order', 'cart', 'parcel'),
    took: fc.oneof(
      fc.constantFrom('took 3 ms', 'took 30 ms', ''),
      fc.integer({ min: 0, max: 90_000 }).map((ms) => `took ${ms} ms`),
    ),
    day: fc.constantFrom('2026-11-22', '2026-11-22', '2026-11-22', '2026-12-24'),
    odd: fc.constantFrom('', '', '', '\xff\xfe', '\t', 'é'),
  })
  .map(
    ({ second, level, thing, took, day, odd }) =>
      `${day}T10:20:${String(second).padStart(2, '0')}Z ${level} ${thing} ${second * 7} ${odd}${took}`,
  )
const untimed = fc.constantFrom('Traceback (most recent call last):', '  at a.b(c.ts:1)', '', 'no time at all')
const lines = fc.array(fc.oneof({ weight: 9, arbitrary: line }, untimed), { maxLength: 60 })

test('counts per window, service and shape are those of the plainest counting', () => {
  fc.assert(
    fc.property(fc.array(lines, { minLength: 1, maxLength: 3 }), (batches) => {
      const chunks = batches.map((batch) => chunkOf(batch))
      assert.deepEqual(observed(chunks).counts, countsOf(readableEngine({ text }), chunks))
    }),
    { numRuns: 200 },
  )
})

test('the seconds of a window say of a service what its counts say', () => {
  fc.assert(
    fc.property(lines, (written) => {
      const { counts, seconds = [] } = observed([chunkOf(written)])
      const sums = (all: readonly { window: number; service: string; lines: number; errors: number }[]) => {
        const groups = Map.groupBy(all, ({ window, service }) => `${window} ${service}`)
        const total = (group: typeof all, key: 'lines' | 'errors') => group.reduce((sum, one) => sum + one[key], 0)
        return [...groups].map(([key, group]) => [key, total(group, 'lines'), total(group, 'errors')])
      }
      const added = (parts: readonly number[] = []) => parts.reduce((x, y) => x + y, 0)
      assert.deepEqual(
        sums(seconds.map((one) => ({ ...one, lines: added(one.lines), errors: added(one.errors) }))),
        sums(counts),
      )
    }),
  )
  const at = (second: number, level: string) => `2026-11-22T10:20:0${second}Z ${level} order placed`
  const [{ lines: all, errors }] = observed([chunkOf([at(0, 'INFO'), at(3, 'ERROR'), at(3, 'INFO')])]).seconds ?? []
  assert.deepEqual(
    [all, errors],
    [
      [1, 0, 0, 2, 0],
      [0, 0, 0, 1, 0],
    ],
  )
})

test('what is taken is begun anew, and more of it than before finds its room', () => {
  const engine = readableEngine({ text })
  const observing = observer({ engine, text })
  for (const size of [3, 3_000, 30]) {
    const chunk = chunkOf(
      Array.from(
        { length: size },
        (_, i) => `2026-11-22T10:${10 + (i % 17)}:00Z INFO blk_${1_000_000_000 + i} ${'x'.repeat(i % 40)}y stored`,
      ),
    )
    observing.read(chunk)
    const { counts, sessions } = observing.take(RANGE)
    assert.deepEqual(counts, countsOf(engine, [chunk]))
    assert.equal(sessions.length, size)
  }
  assert.deepEqual(observing.take(RANGE).counts, [])
})

function sessionsOf(written: readonly string[], session?: RegExp): unknown[] {
  return observed([chunkOf(written)], session).sessions.map((one) => [
    one.session,
    one.last - one.first,
    one.gap,
    one.shapes.map(([, count]) => count),
  ])
}

test('records of a session are counted by window and shape, in the order in which their shapes came', () => {
  const id = 'blk_-1608999687919862906'
  assert.deepEqual(
    sessionsOf([
      `2026-11-22T10:20:00Z INFO Receiving block ${id}`,
      `2026-11-22T10:20:03Z INFO Stored block ${id}`,
      `2026-11-22T10:20:04Z INFO Receiving block ${id}`,
      `2026-11-22T10:20:05Z INFO Stored block ${id}`,
      '2026-11-22T10:20:10Z INFO nothing of it',
    ]),
    [
      [id, 4_000, 3_000, [2, 1]],
      [id, 0, 0, [1]],
    ],
  )
})

test('a session that a field names is that field, also where its bytes are no text', () => {
  const written = (id: string) => `{"time":"2026-11-22T10:20:00Z","trace_id":"${id}","msg":"stored"}`
  assert.deepEqual(
    sessionsOf([written('abcdef-0123456789'), written('\xff\xff'), written('\xfe\xfe'), written('\xc3\xa4')]),
    [
      ['abcdef-0123456789', 0, 0, [1]],
      ['ä', 0, 0, [1]],
      ['\ufffd\ufffd', 0, 0, [2]],
    ],
  )
})

test('an id behind long foreign letters is found as far as messages are scanned, by chars', () => {
  const id = 'blk_-1608999687919862906'
  const foreign = (chars: number) => Buffer.from('ü'.repeat(chars)).toString('latin1')
  assert.equal(sessionsOf([`2026-11-22T10:20:00Z INFO ${foreign(900)} ${id} stored`]).length, 1)
  assert.equal(sessionsOf([`2026-11-22T10:20:00Z INFO ${foreign(1_100)} ${id} stored`]).length, 0)
})

test('a told pattern decides alone, by its first group', () => {
  const written = [
    '2026-11-22T10:20:00Z INFO conn=17 op=1 blk_-1608999687919862906',
    '2026-11-22T10:20:00Z INFO none here',
  ]
  assert.deepEqual(sessionsOf(written, /conn=(\d+)/g), [['17', 0, 0, [1]]])
  assert.deepEqual(sessionsOf(written, /none/), [['none', 0, 0, [1]]])
})

test('each host of a service is told with its lines, by window, and records without a host are not', () => {
  const line = (second: number, host: string, program: string) =>
    `{"time":"2026-11-22T10:29:0${second}Z","host":"${host}","service":"${program}","msg":"order placed"}`
  const lines = [
    line(1, 'web-1', 'shop'),
    line(2, 'web-2', 'shop'),
    line(3, 'web-1', 'shop'),
    line(6, 'web-1', 'shop'),
    line(7, 'web-1', 'mail'),
    'order 17 placed',
  ]
  const at = (second: number) => Date.UTC(2026, 10, 22, 10, 29, second)
  const told = observed([chunkOf(lines.slice(0, 3)), chunkOf(lines.slice(3))]).hosts
  assert.deepEqual(told, [
    {
      window: at(0),
      service: 'shop',
      hosts: [
        ['web-1', 2],
        ['web-2', 1],
      ],
    },
    { window: at(5), service: 'mail', hosts: [['web-1', 1]] },
    { window: at(5), service: 'shop', hosts: [['web-1', 1]] },
  ])
})

test('a service with more hosts than anybody follows tells only that', () => {
  const lines = Array.from({ length: MOST_HOSTS + 1 }, (_, i) => `{"host":"web-${i}","msg":"order placed"}`)
  const [{ hosts }] = observed([chunkOf(lines)]).hosts ?? []
  assert.deepEqual(hosts, [])
})

test('quantities are told by name with the values of the first few lines of a window, and how many lines there were', () => {
  const stats = (second: number, depth: number) => `2026-11-22T10:29:0${second}Z INFO stats queue_depth=${depth} id=7`
  const lines = [stats(1, 30), stats(1, 12), stats(2, 5), stats(3, 9), stats(4, 1), stats(6, 70), 'order 17 placed']
  const numbers = observed([chunkOf(lines.slice(0, 2)), chunkOf(lines.slice(2))]).numbers ?? []
  assert.deepEqual(
    numbers.map(({ lines, values }) => [lines, values]),
    [
      [5, [['queue_depth', [5, 9, 12, 30]]]],
      [1, [['queue_depth', [70]]]],
    ],
  )
})
