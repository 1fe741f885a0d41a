import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { readableEngine } from './readable-engine.ts'
import type { Engine, RecordBatch } from './record.ts'

const receivedAt = Date.UTC(2026, 10, 22, 12)

function read(content: string | Uint8Array, engine: Engine = readableEngine({ text })): RecordBatch {
  const bytes = typeof content === 'string' ? text.bytes(content) : content
  return engine.read({ source: 'app.log', service: '', bytes, receivedAt })
}

function records(batch: RecordBatch): string[] {
  return Array.from({ length: batch.count }, (_, i) => text.utf8(batch.chunk.bytes, batch.start[i], batch.end[i]))
}

const header = '2026-11-21 10:00:00,123 ERROR [main] com.acme.Foo - '

describe('the plain engine', () => {
  it('takes LF and CRLF as line ends, and a last line without one', () => {
    assert.deepEqual(records(read('one\r\ntwo\nthree')), ['one', 'two', 'three'])
  })

  it('keeps empty lines with the record before them', () => {
    const batch = read('one\n\n\ntwo\n')
    assert.deepEqual(Array.from(batch.lines.subarray(0, batch.count)), [3, 1])
    assert.equal(batch.lineCount, 4)
  })

  it('gives an empty batch for an empty chunk', () => {
    assert.equal(read('').count, 0)
  })

  it('keeps a Java stack trace with the line that threw it', () => {
    const trace = [
      `${header}failed`,
      'java.lang.IllegalStateException: bad',
      '\tat com.acme.Bar.run(Bar.java:12)',
      'Caused by: java.io.IOException: x',
      '\t... 12 more',
    ].join('\n')
    assert.deepEqual(records(read(`${trace}\n${header}fine\n`)), [trace, `${header}fine`])
  })

  it('keeps a Python traceback with the line before it, up to the exception', () => {
    const trace = [
      'ERROR:app:failed',
      'Traceback (most recent call last):',
      '  File "a.py", line 3, in run',
      '    go()',
      'ValueError: no such thing',
    ].join('\n')
    assert.deepEqual(records(read(`${trace}\nINFO:app:fine\n`)), [trace, 'INFO:app:fine'])
  })

  it('keeps a goroutine dump together', () => {
    const dump = [
      'panic: runtime error: index out of range',
      '',
      'goroutine 1 [running]:',
      'main.load(0x1, {0xc000, 0x2})',
      '\t/src/main.go:12 +0x1d',
      'main.main()',
      '\t/src/main.go:40 +0x25',
      'exit status 2',
    ].join('\n')
    assert.deepEqual(records(read(`${dump}\n2026/11/21 10:00:00 started\n`)).length, 2)
  })

  it('takes indented lines for records where all lines are indented', () => {
    const lines = [`  ${header}one`, `  ${header}two`, `  ${header}three`]
    assert.deepEqual(records(read(lines.join('\n'))), lines)
  })

  it('cuts what is beyond the cap for parsing, counts it and loses no byte', () => {
    const long = `${header}${'x'.repeat(5000)}`
    const engine = readableEngine({ text, maxLineBytes: 1000 })
    const batch = read(`${long}\n${header}short\n`, engine)
    assert.equal(batch.truncated, 1)
    assert.equal(records(batch)[0], long)
    assert.equal(batch.count, 2)
  })

  it('points into the bytes also behind characters of several bytes', () => {
    const batch = read(`${header}größe für élan: 7\n`)
    assert.equal(text.utf8(batch.chunk.bytes, batch.messageStart[0], batch.messageEnd[0]), 'größe für élan: 7')
  })

  it('calls a record after chunk, or source, when the line names no service', () => {
    const engine = readableEngine({ text })
    const chunk = { source: '/var/log/shop.log', service: '', bytes: text.bytes('hello'), receivedAt }
    assert.equal(engine.names[engine.read(chunk).service[0]], 'shop')
    assert.equal(engine.names[engine.read({ ...chunk, service: 'till' }).service[0]], 'till')
  })

  it('finds the same shape for the same message in text and in JSON', () => {
    const engine = readableEngine({ text })
    const batch = read('{"level":"info","msg":"order 12 is done"}\n', engine)
    const inJson = engine.shapes[batch.shape[0]].id
    assert.equal(engine.shapes[read('order 77 is done\n', engine).shape[0]].id, inJson)
  })

  it('reads several formats from one source', () => {
    const lines = Array.from({ length: 60 }, (_, i) => [`{"level":"info","msg":"a ${i}"}`, `${header}b ${i}`][i % 2])
    const engine = readableEngine({ text })
    const batch = read(lines.join('\n'), engine)
    const formats = new Set(Array.from({ length: batch.count }, (_, i) => engine.formats[batch.format[i]]))
    assert.deepEqual([...formats].sort(), ['json', 'text'])
  })

  it('accounts for every line and keeps every span in order, whatever the bytes', () => {
    const engine = readableEngine({ text })
    const line = fc.oneof(
      fc.string({ unit: 'binary' }).map((line) => text.bytes(line.replaceAll('\n', ' '))),
      fc.uint8Array({ maxLength: 80 }).map((bytes) => bytes.map((byte) => (byte === 10 ? 0 : byte))),
      fc
        .constantFrom(`${header}x`, '{"msg":"a\\u0000', '\u001B[31m<14>1 - - - - - [', 'a="', '\tat x', '')
        .map(text.bytes),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const bytes = Buffer.concat(lines.flatMap((line) => [line, text.bytes('\n')]))
        const batch = read(bytes, engine)
        let counted = 0
        let before = 0
        for (let i = 0; i < batch.count; i++) {
          counted += batch.lines[i]
          assert.ok(batch.start[i] >= before && batch.end[i] >= batch.start[i])
          for (const name of ['message', 'ip', 'user', 'session'] as const) {
            const [start, end] = [batch[`${name}Start`][i], batch[`${name}End`][i]]
            assert.ok(start <= end && start >= batch.start[i] && end <= batch.end[i], name)
          }
          before = batch.end[i]
        }
        assert.equal(counted, batch.lineCount)
        assert.equal(batch.lineCount, lines.length)
      }),
      { numRuns: 300 },
    )
  })
})
