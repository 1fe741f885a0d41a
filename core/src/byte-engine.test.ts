/** The byte engine reads every line as the readable engine does: lines as programs write them, and what becomes of them. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { byteEngine } from './byte-engine.ts'
import { readableEngine } from './readable-engine.ts'
import type { Chunk, Engine, RecordBatch } from './record.ts'
import { mutate, seeded, usualLines } from '../test/mutated-lines.ts'

const SEED = Number(process.env.SEED ?? 20261122)
/** Lines to mutate; ten million and more are for a long evening. */
const LINES = Number(process.env.FUZZ_LINES ?? 40_000)
const CHUNK_LINES = 400
const RECEIVED_AT = Date.UTC(2026, 10, 22, 10)

const numbers = [
  'start',
  'end',
  'lines',
  'messageStart',
  'messageEnd',
  'time',
  'level',
  'format',
  'latency',
  'status',
  'ipStart',
  'ipEnd',
  'userStart',
  'userEnd',
  'sessionStart',
  'sessionEnd',
] as const

function rowOf(engine: Engine, batch: RecordBatch, row: number): Record<string, unknown> {
  const columns = Object.fromEntries(numbers.map((name) => [name, batch[name][row]]))
  const shape = engine.shapes[batch.shape[row]]
  return {
    ...columns,
    service: engine.names[batch.service[row]],
    host: engine.names[batch.host[row]],
    shape: shape.id,
    text: shape.tokens.join(''),
    component: shape.component,
  }
}

/** Both engines, and what they are compared on. Objects are made for rows that differ only. */
function pair(): (chunk: Chunk) => void {
  const readable = readableEngine({ text })
  const fast = byteEngine({ text })
  return (chunk) => {
    const expected = readable.read(chunk)
    const read = fast.read(chunk)
    assert.equal(read.count, expected.count)
    for (let row = 0; row < expected.count; row++) {
      const isSame =
        numbers.every((name) => Object.is(read[name][row], expected[name][row])) &&
        fast.names[read.service[row]] === readable.names[expected.service[row]] &&
        fast.names[read.host[row]] === readable.names[expected.host[row]] &&
        fast.shapes[read.shape[row]].id === readable.shapes[expected.shape[row]].id
      if (isSame) continue
      const line = Buffer.from(chunk.bytes.subarray(expected.start[row], expected.end[row])).toString('latin1')
      assert.deepEqual(rowOf(fast, read, row), rowOf(readable, expected, row), `${SEED}: ${JSON.stringify(line)}`)
    }
  }
}

function chunkOf(lines: readonly string[], source: string): Chunk {
  return { source, service: '', bytes: Buffer.from(lines.join('\n'), 'latin1'), receivedAt: RECEIVED_AT }
}

/** Chunks of lines of few kinds, as a source writes them, each line changed a little or not at all. */
function fuzz(lines: readonly string[], count: number, seed: number): void {
  const random = seeded(seed)
  let compare = pair()
  for (let done = 0; done < count; done += CHUNK_LINES) {
    if (done % (CHUNK_LINES * 50) === 0) compare = pair()
    const kinds = Array.from({ length: 1 + random(4) }, () => lines[random(lines.length)])
    const chunk = Array.from({ length: CHUNK_LINES }, () => {
      const line = kinds[random(kinds.length)]
      return random(3) === 0 ? line : mutate(line, lines[random(lines.length)], random)
    })
    compare(chunkOf(chunk, `source-${random(5)}`))
  }
}

/** One of so many words, of letters as they come. */
function lowerWord(random: (below: number) => number, words: number): string {
  const seed = random(words)
  return Array.from({ length: 3 + (seed % 7) }, (_, i) => String.fromCharCode(97 + ((seed * (i * 7 + 3)) % 26))).join(
    '',
  )
}

describe('the byte engine', () => {
  test('reads lines of every format alike, learnt headers included', () => {
    const compare = pair()
    for (const line of usualLines) {
      const many = Array.from({ length: 40 }, (_, i) => line.replace(/4711|\b17\b/, String(i * 7)))
      for (let round = 0; round < 4; round++) compare(chunkOf(many, line))
    }
  })

  test('reads mutated lines alike', (t) => {
    t.diagnostic(`seed ${SEED}, ${LINES} lines`)
    fuzz(usualLines, LINES, SEED)
  })

  test('reads lines alike that differ in digits only, times that cannot be among them', (t) => {
    t.diagnostic(`seed ${SEED}`)
    const random = seeded(SEED)
    for (const line of usualLines) {
      const compare = pair()
      for (let round = 0; round < 6; round++) {
        const often = 1 + random(12)
        const digit = (old: string): string => (random(often) === 0 ? String(random(10)) : old)
        const lines = Array.from({ length: CHUNK_LINES }, () => line.replace(/\d/g, digit))
        compare(chunkOf(lines, line))
      }
    }
  })

  test('reads messages alike whose words vary, words that mean something among them', (t) => {
    t.diagnostic(`seed ${SEED}`)
    const random = seeded(SEED)
    const telling = 'from error user request null for info port to failed id account sid took abcdefab Error May'.split(
      ' ',
    )
    const word = (): string => (random(20) === 0 ? telling[random(telling.length)] : lowerWord(random, 700))
    const statements = [
      () => `job ${word()} was done for ${word()} in ${random(90)}ms`,
      () => `${word()}: session ${word()} of ${word()} closed`,
      () => `user=${word()} state=${word()} took ${random(900)} on eth${random(4)}`,
      () => `[${word()}] (${word()}) login of ${word()} from 10.0.0.${random(250)} ${word()}`,
      () => `cache "${word()}" at ${word()}Error: gone (${word()}.XError)`,
    ]
    const compare = pair()
    for (let chunk = 0; chunk < 40; chunk++) {
      const lines = Array.from({ length: CHUNK_LINES }, () => `INFO app ${statements[random(statements.length)]()}`)
      compare(chunkOf(lines, 'varied'))
    }
  })

  test('reads lines of another format alike that begin like a header met right behind one of those', () => {
    const proxied =
      '203.0.113.9:51234 [22/Nov/2026:10:00:00.123] in web/srv1 0/0/1/12/17 200 512 - - ---- 1/1/1/1/0 0/0 "GET /a HTTP/1.1"'
    const header = (app: number): string => `2026-11-22 10:00:00 INFO [main] app${app} - `
    const usual = Array.from({ length: 300 }, (_, i) => `${header(i % 4)}order ${i} paid`)
    const compare = pair()
    compare(chunkOf(usual, 'mixed'))
    const asked = 'GET /cart/17 - 443 - 203.0.113.9 agent - 200 0 0 17'
    compare(chunkOf([proxied, `${header(9)}GET /cart was asked for`, `${header(9)}${asked}`], 'mixed'))
  })

  test('reads durations alike behind which half a letter stands', () => {
    const compare = pair()
    const ends = ['1\xce ms', '1\xc2 ms', '1\xce\xbcs', '1\xc2\xb5s', '1\xces', '1.5\xce s', '12\xe2 seconds']
    for (let round = 0; round < 3; round++) {
      const line = (end: string): string => `2026-11-22 10:00:00 INFO store - order ${round} for user amy took ${end}`
      compare(
        chunkOf(
          ends.flatMap((end) => [line(end), line(end)]),
          'store',
        ),
      )
    }
  })

  test('tells of a message what it told when it was coloured, though its words were found to vary since', () => {
    const compare = pair()
    const line = (word: string): string => `2026-11-22 10:00:00 INFO store - bucket of ${word} was emptied at last`
    const words = Array.from({ length: 60 }, (_, i) => lowerWord(() => i, 60))
    const coloured = line('harbour').replace('INFO', '\u001b[32mINFO\u001b[0m')
    const usual = Array.from({ length: 40 }, () => line('river'))
    compare(chunkOf([...usual, coloured], 'store'))
    for (let round = 0; round < 3; round++) compare(chunkOf(words.map(line), 'store'))
    compare(chunkOf([line('harbour')], 'store'))
  })

  const shared = join(import.meta.dirname, '../../../shared/data')
  const skip = existsSync(shared) ? false : 'needs ../shared/data'
  test('reads mutated lines of real systems alike', { skip }, () => {
    for (const folder of ['loghub', 'fail2ban', 'crowdsec']) {
      for (const name of readdirSync(join(shared, folder)).filter((file) => file.endsWith('.log'))) {
        const lines = readFileSync(join(shared, folder, name), 'latin1').split('\n')
        const compare = pair()
        for (let from = 0; from < lines.length; from += CHUNK_LINES)
          compare(chunkOf(lines.slice(from, from + CHUNK_LINES), name))
        fuzz(lines, LINES / 40, SEED)
      }
    }
  })
})
