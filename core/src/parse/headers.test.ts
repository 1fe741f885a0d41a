import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { headerCases, type HeaderCase } from '../../test/fixtures/headers.ts'
import { messageOf } from '../../test/fixtures/messages.ts'
import { emptyFields } from './fields.ts'
import { headers } from './header/headers.ts'
import { readableEngine } from '../readable-engine.ts'
import type { Engine, RecordBatch } from '../record.ts'

const receivedAt = Date.UTC(2026, 10, 22, 12)
const LINES = 300

interface Read {
  readonly engine: Engine
  readonly batch: RecordBatch
  readonly bytes: Uint8Array
}

function read(lines: readonly string[], engine = readableEngine({ text })): Read {
  const bytes = text.bytes(lines.join('\n'))
  return { engine, batch: engine.read({ source: 'test', service: '', bytes, receivedAt }), bytes }
}

function linesOf({ header }: HeaderCase, count = LINES): string[] {
  return Array.from({ length: count }, (_, i) => header(i) + messageOf(i))
}

function messagesIn({ batch, bytes }: Read): string[] {
  return Array.from({ length: batch.count }, (_, i) => text.utf8(bytes, batch.messageStart[i], batch.messageEnd[i]))
}

const wanted = Array.from({ length: LINES }, (_, i) => messageOf(i))

describe('a learnt header', () => {
  for (const headerCase of headerCases) {
    it(`leaves the message untouched: ${headerCase.name}`, () => {
      assert.deepEqual(messagesIn(read(linesOf(headerCase))), wanted)
    })

    it(`tells time, level, component and host: ${headerCase.name}`, () => {
      const { engine, batch } = read(linesOf(headerCase))
      for (let i = 0; i < batch.count; i++) {
        const { time, level, component, host } = headerCase
        if (time) assert.ok(Math.abs(batch.time[i] - time(i)) < 1, `time of line ${i}`)
        if (level) assert.equal(batch.level[i], level(i), `level of line ${i}`)
        if (component) assert.equal(engine.shapes[batch.shape[i]].component, component(i))
        if (host) assert.equal(engine.names[batch.host[i]], host)
      }
    })

    it(`is the same after it was written down: ${headerCase.name}`, () => {
      const { engine } = read(linesOf(headerCase))
      const restored = readableEngine({ text })
      restored.restoreLayout('test', engine.layout('test') ?? '')
      assert.deepEqual(messagesIn(read(linesOf(headerCase, 3), restored)), wanted.slice(0, 3))
    })
  }

  it('is learnt for every program that writes to one source', () => {
    const [a, b, c] = ['Spring Boot', 'glog', 'syslog with pid'].map((name) =>
      headerCases.find((one) => one.name === name),
    )
    assert.ok(a && b && c)
    const lines = wanted.map((message, i) => [a, b, c][i % 3].header(i) + message)
    assert.deepEqual(messagesIn(read(lines)), wanted)
  })

  it('is learnt again when another program joins later', () => {
    const [early, late] = ['nginx error', 'zap console'].map((name) => headerCases.find((one) => one.name === name))
    assert.ok(early && late)
    const engine = readableEngine({ text })
    read(linesOf(early), engine)
    read(linesOf(late), engine)
    assert.deepEqual(messagesIn(read(linesOf(late), engine)), wanted)
  })

  it('is guessed from the third line on when another program takes over, within one chunk too', () => {
    const [early, late] = ['syslog with pid', 'Spring Boot'].map((name) => headerCases.find((one) => one.name === name))
    assert.ok(early && late)
    const engine = readableEngine({ text })
    read(linesOf(early), engine)
    assert.deepEqual(messagesIn(read(linesOf(late), engine)).slice(2), wanted.slice(2))
  })

  it('is looked for ever more rarely where lines have none, and still found when they have one', () => {
    const sentence = (i: number): string => `the ${['order', 'cart', 'stock'][i % 3]} of shelf ${i} was moved`
    const read = emptyFields()
    const source = headers()
    const show = (lines: readonly string[]): void => {
      for (const line of lines) source.read(line, read, receivedAt)
      source.learn()
    }
    for (let i = 0; i < 200; i++) source.sample(sentence(i))
    source.learn()
    show(wanted.slice(0, 20).map((_, i) => sentence(i)))
    show(wanted.slice(0, 20).map((_, i) => sentence(i)))
    assert.equal(source.isGuessing, false, 'twenty lines without a header were begun anew with')
    const late = headerCases.find(({ name }) => name === 'zap console')
    assert.ok(late)
    for (let i = 0; i < 20; i++) show(linesOf(late))
    assert.equal(source.layouts.length, 1)
  })

  it('tells the level behind the time where only some lines name theirs', () => {
    const messages = wanted.filter((message) => !message.startsWith('error: '))
    const levels = ['', 'error: ', '', 'debug:  ']
    const lines = messages.map((message, i) => `[2026-11-21T10:00:${10 + (i % 50)}] ${levels[i % 4]}${message}`)
    const done = read(lines)
    assert.deepEqual(messagesIn(done), messages)
    assert.deepEqual(Array.from(done.batch.level.subarray(0, 4)), [0, 5, 0, 2])
  })

  it('is learnt from ten lines where names stand in a column', () => {
    for (const name of ['MongoDB old', 'Windows setup']) {
      const headerCase = headerCases.find((one) => one.name === name)
      assert.ok(headerCase)
      assert.deepEqual(messagesIn(read(linesOf(headerCase, 10))), wanted.slice(0, 10))
    }
  })

  it('is not seen where messages only begin alike, or end in a time', () => {
    const lines = wanted.map((message, i) => `[instance: ${i}] ${message}`)
    assert.deepEqual(messagesIn(read(lines)), lines)
    const calls = wanted.map((_, i) => `connection from 10.0.0.${i % 250} at Thu Jul 21 09:04:4${i % 10} 2026`)
    assert.deepEqual(messagesIn(read(calls)), calls)
  })

  it('does not take a host with its port for a source file with its line', () => {
    const calls = wanted.map(
      (_, i) => `${['cdn.example.com', 'example.net', 'a.example.org'][i % 3]}:443 closed, ${i} bytes`,
    )
    const headerCase = headerCases.find(({ name }) => name === 'gunicorn')
    assert.ok(headerCase)
    assert.deepEqual(messagesIn(read(calls.map((call, i) => headerCase.header(i) + call))), calls)
  })

  it('is ignored when its text is damaged', () => {
    const engine = readableEngine({ text })
    engine.restoreLayout('test', 'time:iso\nno such step')
    assert.equal(engine.layout('test'), undefined)
  })
})
