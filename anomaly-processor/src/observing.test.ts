import assert from 'node:assert/strict'
import { describe, test, type TestContext } from 'node:test'
import { memoryStore } from '@errorsense/adapters/store/memory.ts'
import { LATENESS_MS } from '@errorsense/core/aggregate/watermark.ts'
import type { Chunk } from '@errorsense/core/record.ts'
import { decodeObservations, type ObservationMessage, type SourceRange } from '@errorsense/core/wire/observations.ts'
import { observing, type Observing, type ObservingOptions } from './observing.ts'
import { rangeReader } from './range-reader.ts'
import { workerObserving } from './worker-observing.ts'

const NOW = Date.parse('2026-03-02T00:00:00Z')

const forms: Record<string, (options?: ObservingOptions) => Observing> = {
  'in this thread': observing,
  'in a thread': workerObserving,
  'in two threads': (options) => workerObserving({ ...options, threads: 2 }),
}

for (const [name, make] of Object.entries(forms)) {
  describe(`observing ${name}`, () => {
    function started(context: TestContext, options?: ObservingOptions): Observing {
      const made = make(options)
      context.after(() => made.close())
      return made
    }

    test('gives the rows, the sums, and the message that tells them', async (context) => {
      const site = started(context)
      site.begin(0, 1)
      const { logs, observations, messages } = await site.read([
        {
          range: range(0, 0, 3),
          chunks: [
            chunk('web', line(1, 'request 17 served'), line(2, 'request 18 served')),
            chunk('pay', line(3, 'refused', 'error')),
          ],
        },
      ])
      const store = memoryStore()
      for (const rows of logs) await store.writeLogs(rows, 'token')
      await store.writeObservations(observations, 'token')
      const all = { from: 0, to: Number.MAX_SAFE_INTEGER }
      const rows = await store.logs({ ...all, limit: 10 })
      assert.deepEqual(
        rows.map(({ service, level }) => [service, level]),
        [
          ['pay', 'error'],
          ['web', 'info'],
          ['web', 'info'],
        ],
      )
      assert.equal(rows[1].raw, line(2, 'request 18 served'))
      const services = await store.services(all)
      assert.deepEqual(
        services.map(({ service, lines, errors }) => [service, lines, errors]),
        [
          ['pay', 1, 1],
          ['web', 2, 0],
        ],
      )
      const told = decoded(messages[0][0])
      assert.deepEqual(told.range, range(0, 0, 3))
      assert.deepEqual(
        told.counts.map(({ service, lines }) => [service, lines]),
        [
          ['pay', 1],
          ['web', 2],
        ],
      )
      assert.equal(told.shapes.length, 2)
      assert.equal(told.resumed, true)
    })

    test('knows each partition apart, and forgets one that is given anew', async (context) => {
      const site = started(context)
      for (const partition of [0, 1]) site.begin(partition, 1)
      const resumed = async (partition: number, at: number) => {
        const { messages } = await site.read([
          { range: range(partition, at, at + 1), chunks: [chunk('web', line(at, 'served'))] },
        ])
        return decoded(messages[0][0]).resumed
      }
      assert.deepEqual([await resumed(0, 1), await resumed(1, 1), await resumed(0, 2)], [true, true, false])
      site.begin(0, 1)
      assert.deepEqual([await resumed(0, 3), await resumed(1, 3)], [true, false])
    })

    test('gives a message for each part, and writes the range as one', async (context) => {
      const site = started(context)
      site.begin(0, 1)
      const { logs, observations, messages } = await site.read([
        { range: range(0, 0, 3), chunks: [chunk('web', line(1, 'served'))] },
        { range: range(0, 3, 7), chunks: [chunk('web', line(2, 'served')), chunk('pay', line(3, 'paid'))] },
      ])
      assert.deepEqual(
        logs.map(({ rows }) => rows),
        [3],
      )
      assert.equal(observations.rows, 3)
      const told = messages.map(([message]) => decoded(message))
      assert.deepEqual(
        told.map(({ range: { from, to }, counts, shapes, resumed }) => [
          from,
          to,
          counts.length,
          shapes.length,
          resumed,
        ]),
        [
          [0, 3, 1, 1, true],
          [3, 7, 2, 1, false],
        ],
      )
    })

    test('answers in the order of the questions', async (context) => {
      const site = started(context)
      site.begin(0, 1)
      const messages = await Promise.all([
        ...[1, 2, 3].map(async (at) => {
          const read = await site.read([{ range: range(0, at, at + 1), chunks: [chunk('web', line(at, 'served'))] }])
          return decoded(read.messages[0][0])
        }),
        ...[60, 120].map((second) =>
          site.idle(range(0, 0, 0), NOW + second * 1000).then(([message]) => decoded(message)),
        ),
      ])
      assert.deepEqual(
        messages.map((message) => message.range.from),
        [1, 2, 3, 0, 0],
      )
      assert.equal(messages[4].watermark, NOW + 120_000 - LATENESS_MS)
    })

    test('hands out a learnt layout once, and none that it was given', async (context) => {
      const header = (i: number) => `2026-03-02 00:00:${10 + (i % 50)}.123  INFO 42 --- [main] com.shop.Web : `
      const lines = Array.from({ length: 300 }, (_, i) => `${header(i)}request ${i} served`)
      const site = started(context)
      site.begin(0, 1)
      const { layouts } = await site.read([{ range: range(0, 0, 40), chunks: [chunk('strange', ...lines)] }])
      assert.deepEqual([...layouts.keys()], ['strange'])
      const again = await site.read([{ range: range(0, 40, 80), chunks: [chunk('strange', ...lines)] }])
      assert.equal(again.layouts.size, 0)

      const next = started(context)
      next.restore(layouts)
      next.begin(0, 1)
      const restored = await next.read([{ range: range(0, 80, 120), chunks: [chunk('strange', ...lines)] }])
      assert.equal(restored.layouts.size, 0)
    })

    test('accounts for every line: by its format, plain, cut, ahead of its time', async (context) => {
      const site = started(context)
      site.begin(0, 1)
      const ahead = line(24 * 60 * 60, 'of tomorrow')
      const long = 'x'.repeat(70_000)
      const trace = '2026-03-02 00:00:10 ERROR it broke\n\tat a.b(C.java:1)\n\tat a.c(C.java:2)'
      const read = (lines: readonly string[]) =>
        site.read([{ range: range(0, 0, 1), chunks: [chunk('web', ...lines)] }]).then(({ tally }) => tally)
      const first = await read([line(1, 'served'), '\0\xff{', ahead, 'no header', long, trace])
      assert.equal(
        Object.values(first.lines).reduce((sum, count) => sum + count),
        8,
      )
      assert.equal(first.lines['json'], 2)
      assert.ok(first.lines['plain'] >= 3)
      assert.deepEqual([first.truncated, first.ahead, first.behind], [1, 1, 0])
      assert.deepEqual(await read([line(2, 'served')]), { lines: { json: 1 }, truncated: 0, ahead: 0, behind: 0 })
    })

    test('keeps the text that was asked for', async (context) => {
      const lines = [line(1, 'request 17 served'), line(2, 'request 18 served'), line(3, 'request 19 refused', 'error')]
      const kept = async (raw: 'all' | 'evidence' | 'none') => {
        const site = started(context, { raw })
        site.begin(0, 1)
        const { logs } = await site.read([{ range: range(0, 0, 3), chunks: [chunk('web', ...lines)] }])
        const store = memoryStore()
        await store.writeLogs(logs[0], 'token')
        const rows = await store.logs({ from: 0, to: Number.MAX_SAFE_INTEGER, limit: 10 })
        return rows.toReversed().map(({ raw: text }) => text)
      }
      assert.deepEqual(await kept('all'), lines)
      assert.deepEqual(await kept('evidence'), [lines[0], '', lines[2]])
      assert.deepEqual(await kept('none'), ['', '', ''])
    })
  })
}

test('a thread that breaks says so, to whoever waits and to whoever asks later', async (context) => {
  const site = workerObserving()
  context.after(() => site.close())
  const words = { code: 'internal', message: /The thread that reads the lines failed: .*partition 7 was not begun/ }
  await assert.rejects(site.read([{ range: range(7, 0, 1), chunks: [chunk('web', 'x')] }]), words)
  await assert.rejects(site.failed, words)
  await assert.rejects(site.idle(range(7, 0, 0), NOW), words)
})

test('very many lines are cut into several writes, the same again for the same lines', () => {
  const reader = rangeReader({}, 1000)
  reader.begin(0, 1)
  const chunks = Array.from({ length: 5 }, () => chunk('web', ...Array.from({ length: 450 }, () => 'x')))
  const sizes = () => reader.read([{ range: range(0, 0, 5), chunks }]).logs.map(({ rows }) => rows)
  assert.deepEqual(sizes(), [1350, 900])
  assert.deepEqual(sizes(), [1350, 900])
})

function range(partition: number, from: number, to: number): SourceRange {
  return { topic: 'app-logs', partition, partitions: 2, from, to }
}

function chunk(source: string, ...lines: string[]): Chunk {
  return { source, service: '', bytes: new TextEncoder().encode(`${lines.join('\n')}\n`), receivedAt: NOW + 60_000 }
}

function line(second: number, msg: string, level = 'info'): string {
  return JSON.stringify({ time: new Date(NOW + second * 1000).toISOString(), level, msg })
}

function decoded(message: Uint8Array): ObservationMessage {
  const told = decodeObservations(Buffer.from(message).toString())
  assert.ok(typeof told !== 'string')
  return told
}
