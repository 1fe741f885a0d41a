/**
 * What nobody should write: it must be read in bounded time and memory, and every line be accounted for. The line cap is
 * raised here, so that work that grows with the square of a line would take minutes and end the test.
 */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import * as fc from 'fast-check'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { RECEIVED_AT } from '../../test/fixtures/read-records.ts'
import { readableEngine } from '../readable-engine.ts'
import type { Engine, RecordBatch } from '../record.ts'
import { formatNames } from './index.ts'
import { roleOf } from './roles.ts'

const LONG = 128 * 1024
const PATIENCE = { timeout: 60_000 }

const clf = '10.0.0.1 - - [21/Nov/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 5'
const beginnings = [
  '',
  '2026-11-21 10:00:00 INFO [main] com.acme.Foo - ',
  'Nov 21 10:00:00 h app[7]: ',
  '<34>1 2026-11-21T10:00:00Z h app - - [a b="',
  '{"level":"info","msg":"',
  '{"a":',
  '{"a":[{"key":"',
  '{"log":"{\\"a\\":',
  'level=info msg="',
  'level=info a=',
  clf.slice(0, -30),
  `${clf} `,
  '2026-11-21T10:00:00.123456789Z stdout F ',
  'CEF:0|a|b|c|d|e|5|',
  'type=A msg=audit(1795255200.123:456): ',
  '2026-11-21 10:00:00 UTC [1] ',
  '2026-11-21 10:00:00 GET / - 80 - 10.0.0.1 ',
  '[2026-11-21T10:00:00.000Z] "GET / HTTP" 200 - ',
  '[Sat Nov 21 10:00:00 2026] [error] ',
]
const repeated = [
  ...'{[(<"\'\\:-. =,|/%\t\0\u001Ba1é',
  '\\"',
  '{"a":',
  '{"key":"a","value":1},',
  'a ',
  'a=b ',
  'a="b" ',
  '1.2.3.4 ',
  '1h',
  'user ',
  'for a from b ',
  'time:1 ',
  'ERROR:  ',
  'GET /a ',
  '\u001B[31m',
  '2026-11-21 10:00:00 ',
]

function read(bytes: Uint8Array, engine: Engine = readableEngine({ text })): RecordBatch {
  return engine.read({ source: 'hostile', service: '', bytes, receivedAt: RECEIVED_AT })
}

function assertAccounted({ chunk, ...batch }: RecordBatch, lineCount: number): void {
  let lines = 0
  let before = 0
  for (let i = 0; i < batch.count; i++) {
    lines += batch.lines[i]
    assert.ok(batch.format[i] < formatNames.length)
    assert.ok(batch.start[i] >= before && batch.end[i] >= batch.start[i] && batch.end[i] <= chunk.bytes.length)
    for (const name of ['message', 'ip', 'user', 'session'] as const) {
      const [start, end] = [batch[`${name}Start`][i], batch[`${name}End`][i]]
      assert.ok(start <= end && start >= batch.start[i] && end <= batch.end[i], `${name} lies within its record`)
    }
    before = batch.end[i]
  }
  assert.equal(lines, batch.lineCount)
  assert.equal(batch.lineCount, lineCount)
}

describe('a hostile line', () => {
  for (const beginning of beginnings) {
    it(`is read in linear time behind: ${beginning.slice(0, 50)}`, PATIENCE, () => {
      for (const part of repeated) {
        const bytes = text.bytes(`${beginning}${part.repeat(LONG / part.length)}\n`)
        assertAccounted(read(bytes, readableEngine({ text, maxLineBytes: 2 * LONG })), 1)
      }
    })
  }

  it('is one record however many empty or indented lines follow it', PATIENCE, () => {
    for (const line of ['\n', ' x\n', '\tat a.b(C)\n', '}\n'])
      assertAccounted(read(text.bytes(`begin\n${line.repeat(LONG)}`)), LONG + 1)
  })

  it('begins no block that another one has looked through', PATIENCE, () => {
    for (const line of [
      '{\n',
      '__CURSOR=a\n',
      '# Time: 1\n',
      '# User@Host: a\n',
      'Traceback (most recent call last):\n',
    ]) {
      const repeats = Math.floor((4 * LONG) / line.length)
      assertAccounted(read(text.bytes(line.repeat(repeats))), repeats)
    }
    const part = '2026-11-21T10:00:00.123456789Z stdout P a\n'
    assertAccounted(read(text.bytes(part.repeat(20_000))), 20_000)
  })

  it('that is cut in chunks is cut in records, each counted as truncated', () => {
    const engine = readableEngine({ text })
    const bytes = text.bytes('x'.repeat(LONG))
    for (let i = 0; i < 20; i++) {
      const batch = read(bytes, engine)
      assert.deepEqual([batch.count, batch.lineCount, batch.truncated], [1, 1, 1])
    }
    assert.ok(engine.shapes.length < 10)
  })

  it('of a million distinct keys leaves no memory of them', PATIENCE, () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    collect()
    const before = process.memoryUsage().heapUsed
    for (let i = 0; i < 1_000_000; i++) assert.equal(roleOf(`key${i}`), undefined)
    collect()
    assert.ok(process.memoryUsage().heapUsed - before < 16 * 1024 * 1024)
    assert.equal(roleOf('level')?.role, 'level')
  })
})

describe('lines of every format, damaged', () => {
  const lines = fc.constantFrom(
    ...beginnings,
    clf,
    '{"level":"info","msg":"a\\u0000\\ud800 \\uD83D\\uDE00","time":1795255200123456789}',
    '{"a":9007199254740993123,"time":"9999-12-31T23:59:59Z","duration":1e999,"took":-5}',
    '__CURSOR=a',
    'MESSAGE',
    'PRIORITY=3',
    '{',
    '}',
    '# Time: 2026-11-21T10:00:00Z',
    '# User@Host: a[a] @ h [10.0.0.1]',
    'Traceback (most recent call last):',
    "thread 'main' panicked at a.rs:1:2:",
    'ValueError: x',
    'Nov 21, 2026 3:16:01 PM com.acme.Cart load',
    'SEVERE: x',
    'fail: Acme.Cart[1]',
    '      x',
    'web-1  | {"msg":"a"}',
    'Nov 21 10:00:00 h proftpd[7] x',
    '2026-11-21T10:00:00.123456789Z stdout P {"a":"\\u00',
    '\tat com.acme.A.b(A.java:1)',
    '0000-00-00T00:00:00Z x',
    '\uFEFF{"msg":"a"}',
  )
  const cut = fc.tuple(lines, fc.nat(60)).map(([line, at]) => line.slice(0, at))
  const noise = fc.uint8Array({ maxLength: 30 }).map((bytes) => bytes.map((byte) => (byte === 10 ? 13 : byte)))
  const line = fc
    .array(fc.oneof(lines.map(text.bytes), cut.map(text.bytes), noise), { minLength: 1, maxLength: 3 })
    .map((parts) => Buffer.concat(parts))

  it('are accounted for, every one, with all spans in their records', () => {
    const engine = readableEngine({ text, maxLineBytes: 300 })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (parts) => {
        const batch = read(Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')])), engine)
        assertAccounted(batch, parts.length)
        for (let i = 0; i < batch.count; i++) {
          const { [i]: time } = batch.time
          assert.ok(Number.isNaN(time) || (time > 0 && time < Date.UTC(2200, 0)), String(time))
          assert.ok(Number.isNaN(batch.latency[i]) || (batch.latency[i] >= 0 && Number.isFinite(batch.latency[i])))
        }
      }),
      { numRuns: 1500 },
    )
  })
})
