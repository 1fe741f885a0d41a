import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { readRecords, type Told } from '../../test/fixtures/read-records.ts'
import { readableEngine } from '../readable-engine.ts'

const many: readonly ((i: number) => string)[] = [
  (i) => `{"level":"info","msg":"order ${i} done"}`,
  (i) => `10.0.0.1 - - [21/Nov/2026:10:00:00 +0000] "GET /a/${i} HTTP/1.1" 200 5`,
  (i) => `2026-11-21 10:00:01,123 WARN [main] com.acme.Foo - cache miss for key ${i}`,
  (i) => `E1121 10:00:00.123456    1234 reflector.go:125] Failed to watch ${i}`,
  (i) => `something else entirely ${i}`,
]
const manyFormats = ['json', 'access', 'text', 'text', 'plain']
const linesOfMany = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, i) => many[(from + i) % many.length](from + i))

const words = ['order', 'cache', 'stock', 'invoice', 'basket', 'parcel', 'refund']
const sentence = (i: number): string => `The ${words[i % words.length]} of ${words[(i * 3) % 7]} ${i} was sent`
/** Their lines begin with the same form of time. */
const alike: readonly ((i: number) => string)[] = [
  (i) => `2026-11-21 10:00:01,${100 + (i % 900)} INFO  [worker-${i % 16}] com.acme.shop.Part${i % 5} - ${sentence(i)}`,
  (i) => `2026-11-21T10:00:01.${100 + (i % 900)}123Z INFO node-7 com.acme.store.Part${i % 5}: ${sentence(i)}`,
]
const linesOf = (speaks: (i: number) => string, count: number): string =>
  Array.from({ length: count }, (_, i) => speaks(i)).join('\n')
const said: Partial<Told> = { level: 'info', message: sentence(7) }

const FAILED = 'Failed password for root from 203.0.113.9 port 4242 ssh2'
/** Every way syslog is written, and what it tells besides the message. */
const few: readonly (readonly [line: string, told: Partial<Told>])[] = [
  [`Nov 21 10:00:00 web1 sshd[1234]: ${FAILED}`, { service: 'sshd', host: 'web1' }],
  [`<38>Nov 21 10:00:00 web1 sshd[1234]: ${FAILED}`, { service: 'sshd', host: 'web1', level: 'info' }],
  [`<35>Nov 21 10:00:00 web1 sshd: ${FAILED}`, { service: 'sshd', host: 'web1', level: 'error' }],
  [`Nov 21 10:00:00 web1 sshd[1234] ${FAILED}`, { service: 'sshd', host: 'web1' }],
  [`<38>Nov 21 10:00:00 sshd[1234]: ${FAILED}`, { service: 'sshd', host: '', level: 'info' }],
  [`Nov 21 10:00:00 sshd[1234]: ${FAILED}`, { service: 'sshd', host: '' }],
  [`2026-11-21T10:00:00.000000+00:00 web1 sshd[1234]: ${FAILED}`, { service: 'sshd', host: 'web1' }],
  [`<34>1 2026-11-21T10:00:00Z web1.example sshd 1234 ID47 [x@1 a="b\\"]c"] ${FAILED}`, { host: 'web1.example' }],
  [`<34>1 2026-11-21T10:00:00Z web1 sshd - - - ${FAILED}`, { service: 'sshd', level: 'fatal' }],
]
const common = { format: 'syslog', time: '2026-11-21T10:00:00.000Z', message: FAILED, ip: '203.0.113.9', user: 'root' }

describe('several formats in one source', () => {
  it('are each read as what they are, from the first line on', () => {
    const formats = readRecords(linesOfMany(0, 50).join('\n')).map(({ format }) => format)
    assert.deepEqual(
      formats,
      Array.from({ length: 50 }, (_, i) => manyFormats[i % many.length]),
    )
  })

  for (const [line, told] of few) {
    it(`are told apart by the line alone, among the first: ${line.slice(0, 40)}`, () => {
      const records = readRecords([...linesOfMany(0, 20), line, ...linesOfMany(20, 400)].join('\n'))
      assert.partialDeepStrictEqual(records[20], { ...common, ...told })
    })

    it(`are told apart by the line alone, when the others are learnt: ${line.slice(0, 40)}`, () => {
      const engine = readableEngine({ text })
      for (let i = 0; i < 4; i++) readRecords(linesOfMany(i * 300, i * 300 + 300).join('\n'), engine)
      assert.partialDeepStrictEqual(readRecords(line, engine)[0], { ...common, ...told })
    })
  }

  it('are learnt one after the other, however many lines of the first came before', () => {
    const engine = readableEngine({ text })
    for (let i = 0; i < 10; i++) readRecords(linesOf(alike[0], 1200), engine)
    readRecords(linesOf(alike[1], 1200), engine)
    for (const speaks of alike) assert.partialDeepStrictEqual(readRecords(speaks(7), engine)[0], said)
  })

  it('are told apart by what stands behind their time, where they begin alike', () => {
    const mixed = Array.from({ length: 600 }, (_, i) => alike[i % alike.length](i)).join('\n')
    const engine = readableEngine({ text })
    for (let i = 0; i < 3; i++) readRecords(mixed, engine)
    for (const speaks of alike) assert.partialDeepStrictEqual(readRecords(speaks(7), engine)[0], said)
  })

  it('leave a sentence alone that only begins like syslog', () => {
    for (const line of ['Mar 3 things were bought', 'Nov 21 10:00:00 ERROR worker[7]: no space']) {
      assert.notEqual(readRecords([...linesOfMany(0, 300), line].join('\n')).at(-1)?.format, 'syslog', line)
    }
  })
})
