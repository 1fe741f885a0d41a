/** The byte engine reads every line as the readable engine does: lines as programs write them, and what becomes of them. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { byteEngine } from './byte-engine.ts'
import { readableEngine } from './readable-engine.ts'
import type { Chunk, Engine, RecordBatch } from './record.ts'

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

const usual: readonly string[] = [
  '{"time":"2026-11-22T10:00:00.123Z","level":"info","service":"checkout","msg":"order 4711 paid by amy in 12ms","trace_id":"4bf92f3577b34da6a3ce929d0e0e4736"}',
  '{"level":30,"time":1763805600123,"pid":7,"hostname":"web-1","name":"api","msg":"request completed","res":{"statusCode":200},"responseTime":17}',
  '{"@timestamp":"2026-11-22T10:00:00.000Z","log.level":"ERROR","message":"Failed to connect to 10.0.0.5:5432","service.name":"orders","host.name":"db-2"}',
  '{"ts":1763805600.5,"lvl":"warn","caller":"a/b.go:17","msg":"retry \\"soon\\"","user":"bob","ip":"203.0.113.9","nested":{"a":{"b":1}}}',
  '{"log":"2026-11-22 10:00:00 WARN disk is 91% full\\n","stream":"stdout","time":"2026-11-22T10:00:00.1Z"}',
  'time=2026-11-22T10:00:00Z level=error service=cart msg="timeout after 5s" duration=5s user=amy ip=198.51.100.4',
  'ts=2026-11-22T10:00:00.5+02:00 lvl=info msg=started version=1.2.3 pid=44',
  '203.0.113.9 - amy [22/Nov/2026:10:00:00 +0000] "GET /cart/items/4711?x=1 HTTP/1.1" 200 512 "-" "curl/8" 0.012',
  '198.51.100.4 - - [22/Nov/2026:10:00:01 +0000] "POST /login HTTP/1.1" 401 98 "-" "Mozilla/5.0"',
  'Nov 22 10:00:00 web-1 sshd[4711]: Failed password for invalid user admin from 203.0.113.9 port 51234 ssh2',
  'Nov  2 10:00:00 web-1 CRON[99]: (root) CMD (run-parts /etc/cron.hourly)',
  '<34>1 2026-11-22T10:00:00.003Z host app 4711 ID47 [a@1 k="v"] order 17 shipped',
  '<13>Nov 22 10:00:00 fw kernel: DROP IN=eth0 SRC=203.0.113.9 DST=192.0.2.1 PROTO=TCP SPT=1 DPT=22',
  '2026-11-22T10:00:00.1234Z stdout F 2026-11-22 10:00:00,123 INFO [main] c.e.Shop - order 17 paid',
  '2026-11-22 10:00:00,123 INFO  [http-nio-8080-exec-1] com.example.shop.OrderService - order 4711 for user amy took 12 ms',
  '2026-11-22 10:00:00,124 ERROR [worker-3] com.example.shop.PaymentService - card of customer 99 was declined: code=51',
  '2026/11/22 10:00:00 [error] 12#12: *99 connect() failed (111: Connection refused) while connecting to upstream, client: 203.0.113.9',
  'I1122 10:00:00.123456    17 server.go:42] listening on :8080',
  '11-22 10:00:00.123  1234  5678 D PowerManager: acquire lock=123, flags=0x1, tag="View Lock"',
  '081109 203615 148 INFO dfs.DataNode$PacketResponder: PacketResponder 1 for block blk_38865049064139660 terminating',
  '[Sun Nov 22 10:00:00 2026] [notice] workerEnv.init() ok /etc/httpd/conf/workers2.properties',
  'WARNING: session 8f14e45f of user carol from ::ffff:192.0.2.7 closed after 1m30s',
  'no header at all, only words and 3 numbers: 1 2 3',
  '    at com.example.Shop.main(Shop.java:17)',
  'java.lang.IllegalStateException: broken',
  'Grüße aus Köln: 5 µs für Müller',
  '\u001B[31mERROR\u001B[0m coloured line 5',
  '',
]

function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1
  return (below) => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state % below
  }
}

const splices = [
  '"',
  '\\',
  '\\"',
  '{',
  '}',
  '[',
  ']',
  ':',
  '::',
  '=',
  ' ',
  '  ',
  ',',
  '\t',
  '\u0000',
  'é',
  '.',
  '/',
  '%',
  '-',
  '@',
  '1',
  '12345678901234567890',
  'true',
  'null',
  'Nov ',
  '] "',
  'x'.repeat(210),
]

/** A digit changed, a byte flipped, a piece cut, doubled, put in from another line or from the list of signs. */
function mutate(line: string, other: string, random: (below: number) => number): string {
  const at = random(line.length + 1)
  const to = Math.min(line.length, at + random(12))
  const kind = random(7)
  if (kind === 0) return line.replaceAll(/\d/g, () => String(random(10)))
  if (kind === 1) return line.slice(0, at) + String.fromCharCode(random(256)) + line.slice(at + 1)
  if (kind === 2) return line.slice(0, at) + line.slice(to)
  if (kind === 3) return line.slice(0, to) + line.slice(at)
  if (kind === 4) return line.slice(0, at) + other.slice(random(other.length + 1))
  if (kind === 5) return line.slice(0, at) + splices[random(splices.length)] + line.slice(at)
  return line
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

describe('the byte engine', () => {
  test('reads lines of every format alike, learnt headers included', () => {
    const compare = pair()
    for (const line of usual) {
      const many = Array.from({ length: 40 }, (_, i) => line.replace(/4711|\b17\b/, String(i * 7)))
      for (let round = 0; round < 4; round++) compare(chunkOf(many, line))
    }
  })

  test('reads mutated lines alike', (t) => {
    t.diagnostic(`seed ${SEED}, ${LINES} lines`)
    fuzz(usual, LINES, SEED)
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
