/** Most records are passed over by a look at their bytes; the same decided on strings must pass over the same ones. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { text } from '@errorsense/adapters/runtime/text.ts'
import * as fc from 'fast-check'
import { mutate, seeded, usualLines } from '../../test/mutated-lines.ts'
import { byteEngine } from '../byte-engine.ts'
import { readableEngine } from '../readable-engine.ts'
import type { Engine, RecordBatch } from '../record.ts'
import { parseAddress } from './addresses.ts'
import type { SecurityEvent } from './event.ts'
import { isStatic } from './paths.ts'
import { readLine } from './read-line.ts'
import { securityReader } from './reader.ts'
import { connectionIn } from './session-key.ts'
import { meaningOfText, shapeMeaning, textOf } from './shape-meaning.ts'
import { LONGEST_TAIL, toldBehind } from './telling-tail.ts'
import { allWords, plainWords } from './words.ts'
import { worthWords } from './worth-unfolding.ts'

const { failure, verdict, attack, limit, success } = allWords

const NOW = Date.UTC(2026, 10, 22, 10)

/** The event of a row, `served` for a request that is only counted, or nothing. */
function readable(batch: RecordBatch, row: number, engine: Engine): SecurityEvent | 'served' | undefined {
  const slice = (start: Uint32Array, end: Uint32Array, most = 4096): string =>
    text.utf8(batch.chunk.bytes, start[row], Math.min(end[row], start[row] + most))
  const raw = slice(batch.start, batch.end)
  const message = slice(batch.messageStart, batch.messageEnd)
  const header = text.utf8(batch.chunk.bytes, batch.start[row], batch.messageStart[row])
  const [ip, user, session] = [
    slice(batch.ipStart, batch.ipEnd, 64),
    slice(batch.userStart, batch.userEnd, 128),
    slice(batch.sessionStart, batch.sessionEnd, 128),
  ]
  const shape = engine.shapes[batch.shape[row]]
  const known = shapeMeaning(shape)
  const status = batch.status[row]
  const isServed = status >= 200 && status < 400 && known.request && !known.signIn && ip !== ''
  if (isServed && !/[%'"<>`${}|;()\\^]|\.\./.test(message)) return 'served'
  const isRecord = raw.startsWith('{') || status > 0
  const speaks = !isRecord && [failure, verdict, attack, limit, success].some((role) => role.test(plainWords(header)))
  const tailFrom = batch.messageEnd[row]
  const tailEnd = Math.min(batch.end[row], batch.start[row] + 4096, tailFrom + LONGEST_TAIL)
  const behind =
    isRecord || speaks || tailFrom >= tailEnd ? '' : toldBehind(text.utf8(batch.chunk.bytes, tailFrom, tailEnd))
  const isToldBehind = [failure, verdict, attack, limit, success].some((role) => role.test(plainWords(behind)))
  if (!isRecord && !speaks && !isToldBehind) {
    const isOfUse = known.needsSession ? connectionIn(header) !== undefined || session !== '' : known.worthReading
    if (!isOfUse) return undefined
  }
  if (raw.startsWith('{') && !known.worthReading && status === 0 && !worthWords.test(raw)) return undefined
  const host = engine.names[batch.host[row]]
  const meaning = isToldBehind ? meaningOfText(`${message} ; ${behind}`) : { ...known, text: textOf(shape) }
  const told = { ...(ip !== '' && { ip }), ...(user !== '' && { user }), ...(session !== '' && { session }) }
  const read = readLine(raw, speaks ? { message: raw, host } : { message, known: meaning, host, status, ...told })
  const service = engine.names[batch.service[row]]
  const sample = read?.kind === 'link' ? '' : raw.slice(0, 500)
  return read && { ...read, time: NOW + row, service, shape: shape.id, sample }
}

const address = fc.constantFrom('203.0.113.9', '198.51.100.77', '010.0.0.1', '2001:db8::1', 'host.example.org')
const path = fc.constantFrom(
  '/',
  '/cart/17?page=2',
  '/app.JS',
  '/a.webmanifest',
  '/login',
  '/../etc/passwd',
  '/.env',
  '/a%20b',
  '/x.tar.gz',
)
const words = fc.constantFrom(
  'stored',
  'order 17',
  'Failed password for root',
  'Invalid user amy',
  'connection closed by',
  'Connection from',
  'rejected:',
  'login refused',
  'banned',
  'rate limit exceeded',
  'session opened for user amy',
  'unknown',
  'Failed Login:',
  '[conn17]',
  'sshd[12]:',
  'session=abcdef12',
  '\xff',
  'é',
)
const status = fc.constantFrom(200, 204, 304, 401, 404, 429, 500)
const line = fc.oneof(
  fc
    .tuple(address, path, status, fc.constantFrom('GET', 'POST'))
    .map(
      ([ip, to, code, method]) =>
        `${ip} - - [22/Nov/2026:10:00:00 +0000] "${method} ${to} HTTP/1.1" ${code} 17 "-" "curl/8"`,
    ),
  fc
    .tuple(fc.array(words, { maxLength: 4 }), address)
    .map(([some, ip]) => `Nov 22 10:00:00 host sshd[17]: ${some.join(' ')} from ${ip} port 22`),
  fc
    .tuple(fc.array(words, { maxLength: 4 }), address)
    .map(([some, ip]) => `2026-11-22 10:00:00 INFO ${some.join(' ')} ${ip}`),
  fc.tuple(words, address, path, fc.option(status)).map(([msg, ip, to, code]) =>
    JSON.stringify({
      time: '2026-11-22T10:00:00Z',
      level: 'info',
      msg,
      ip,
      method: 'GET',
      path: to,
      ...(code !== null && { status: code }),
    }),
  ),
  fc.tuple(words, address).map(([msg, ip]) => JSON.stringify({ time: '2026-11-22T10:00:00Z', msg, ip, entries: 7 })),
)

/** Both ways to read, of one source. */
function compared(): (lines: readonly string[]) => void {
  const engine = byteEngine({ text })
  const reader = securityReader({ text })
  return (lines) => {
    const bytes = Buffer.from(lines.join('\n'), 'latin1')
    const batch = engine.read({ source: 'x.log', service: '', bytes, receivedAt: NOW })
    const events: SecurityEvent[] = []
    const times = Float64Array.from({ length: batch.count }, (_, row) => NOW + row)
    reader.read(batch, times, engine, (event) => events.push(event))
    const all = Array.from({ length: batch.count }, (_, row) => readable(batch, row, engine))
    assert.deepEqual(
      events,
      all.filter((one) => typeof one === 'object'),
    )
  }
}

test('records are passed over as if all had been read', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => compared()(lines)),
    { numRuns: 500 },
  )
})

const SEED = Number(process.env.SEED ?? 20261130)
/** Lines to mutate; ten million and more are for a long evening. */
const LINES = Number(process.env.FUZZ_LINES ?? 10_000)
const CHUNK_LINES = 100

/** Chunks of lines of few kinds, each changed a little or not at all. */
function fuzz(lines: readonly string[], count: number): void {
  const random = seeded(SEED)
  let compare = compared()
  for (let done = 0; done < count; done += CHUNK_LINES) {
    if (done % (CHUNK_LINES * 20) === 0) compare = compared()
    const kinds = Array.from({ length: 1 + random(8) }, () => lines[random(lines.length)])
    const chunk = Array.from({ length: CHUNK_LINES }, () => {
      const written = kinds[random(kinds.length)]
      return random(3) === 0 ? written : mutate(written, lines[random(lines.length)], random)
    })
    compare(chunk)
  }
}

/** What looks as if it told of somebody and does not, or the other way round. */
const doubtful = [
  '{"time":"2026-11-22T10:00:00Z","msg":"login failed for bob","ip":"203.0.113.9","success":false,"tags":["a","1.2"]}',
  '{"ts":"2026-11-22T10:00:00Z","msg":"user 17 logged in","result":"failure","client":"web.example.org","pid":4711}',
  '{"time":"2026-11-22T10:00:00Z","event":"login failed","msg":"login failed","sid":"4711","x":{"sid":"17"}}',
  '{"time":"2026-11-22T10:00:00Z","msg":"connection closed","error":"2fa denied, 0 login attempts","n":1e21,"k 1.2.3":[4]}',
  '{"time":"2026-11-22T10:00:00Z","msg":"bad \\"answer\\" from peer","trace_id":"abcdef17","code":7,"url":"/a"}',
  '{"time":"2026-11-22T10:00:00Z","msg":"blocked","src":"203.0.113.9","dst":"192.0.2.1","action":"deny","proto":"tcp"}',
  '{"time":"2026-11-22T10:00:00Z","method":"POST","path":"/login","status":500,"msg":"request failed"}',
  '203.0.113.9 - - [22/Nov/2026:10:00:00 +0000] "GET /cart/4711 HTTP/1.1" 500 17 "-" "curl/8"',
  '203.0.113.9 - - [22/Nov/2026:10:00:00 +0000] "POST /session HTTP/1.1" 500 - "-" "curl/8"',
  '203.0.113.9 - "x" [22/Nov/2026:10:00:00 +0000] "GET http://shop.example/a HTTP/1.1" 503 17',
  'Nov 22 10:00:00 bastion sshd[4711]: Connection closed by authenticating user root 203.0.113.9 port 17 [preauth]',
  'Nov 22 10:00:00 bastion login[17]: login refused for user bob from bastion web.example.org',
  'Nov 22 10:00:00 bastion app: user 4711 rejected the offer of 10.0.0.1, session: 4711',
  'Nov 22 10:00:00 bastion app: client disconnected, peer 2001:db8:0:0:0:0:0:17, conn [conn17]',
  '2026-11-22 10:00:00 INFO [worker-3] com.example.Pool - request 17 failed: timeout after 10.5.3 from localhost',
  'time=2026-11-22T10:00:00Z level=warn msg="connection closed by remote host" status=17 trace_id=4711abcd',
  'time=2026-11-22T10:00:00Z level=warn msg="call finished" error="invalid password" path=/login peer=203.0.113.9:17',
  'time=2026-11-22T10:00:00Z level=warn msg="login failed" user=amy err="dial tcp 10.0.0.1:17: connection refused" peer=203.0.113.9',
]

test('mutated lines are passed over as if all had been read', (t) => {
  t.diagnostic(`seed ${SEED}, ${LINES} lines`)
  fuzz([...usualLines, ...doubtful], LINES)
  fuzz(doubtful, LINES)
})

const shared = join(import.meta.dirname, '../../../../shared/data')
const skip = existsSync(shared) ? false : 'needs ../shared/data'
test('lines of real systems are passed over as if all had been read', { skip }, () => {
  for (const folder of ['loghub', 'fail2ban', 'crowdsec']) {
    for (const name of readdirSync(join(shared, folder)).filter((file) => file.endsWith('.log'))) {
      const lines = readFileSync(join(shared, folder, name), 'latin1').split('\n')
      const compare = compared()
      for (let from = 0; from < lines.length; from += CHUNK_LINES) compare(lines.slice(from, from + CHUNK_LINES))
      fuzz(lines, LINES / 50)
    }
  }
})

test('requests that a proxy of our own passed on are those of whom it asked for', () => {
  const engine = readableEngine({ text })
  const reader = securityReader({ text })
  const request = (ip: string, list: string, status: number) =>
    `${ip} - - [22/Nov/2026:10:00:00 +0000] "GET /.env HTTP/1.1" ${status} 17 "-" "curl/8" "${list}"`
  const lists = [
    ['10.0.0.9', '203.0.113.9'],
    ['127.0.0.1', '198.51.100.66, 203.0.113.9, 10.0.0.9'],
    ['203.0.113.7', '198.51.100.66'],
    ['10.0.0.9', '-'],
  ]
  const lines = [200, 404].flatMap((status) => lists.map(([ip, list]) => request(ip, list, status)))
  const batch = engine.read({ source: 'x.log', service: '', bytes: Buffer.from(lines.join('\n')), receivedAt: NOW })
  const probed: (string | undefined)[] = []
  reader.read(batch, new Float64Array(batch.count).fill(NOW), engine, ({ ip }) => probed.push(ip))
  const askers = ['203.0.113.9', '203.0.113.9', '203.0.113.7', '10.0.0.9']
  assert.deepEqual(probed, askers)
  assert.deepEqual(
    reader.take().map(({ ip }) => ip),
    askers,
  )
})

test('requests served well leave as one event for each address and window, static files without a path', () => {
  const engine = readableEngine({ text })
  const reader = securityReader({ text })
  const paths = ['/cart', '/cart?page=2', '/list', '/app.js', '/APP.WOFF2?v=1', '/app.json.d', '/a.webmanifest']
  const request = (ip: string, to: string) => `${ip} - - [22/Nov/2026:10:00:00 +0000] "GET ${to} HTTP/1.1" 200 17`
  const addresses = ['203.0.113.9', '010.1.2.3', 'host.example.org', '2001:db8:0::1', '256.1.1.1']
  const lines = addresses.flatMap((ip) => paths.map((to) => request(ip, to)))
  const bytes = Buffer.from(lines.join('\n'))
  const batch = engine.read({ source: 'x.log', service: '', bytes, receivedAt: NOW })
  reader.read(batch, new Float64Array(batch.count).fill(NOW + 1), engine, () => assert.fail('no event of its own'))
  const counted = new Set(paths.filter((to) => !isStatic(to)).map((to) => to.replace(/\?.*/, ''))).size
  assert.deepEqual(
    reader.take().map(({ ip, count, paths: bins, time }) => [ip, count, bins?.length, time]),
    addresses.flatMap((ip) => {
      const canonical = parseAddress(ip)
      return canonical === undefined ? [] : [[canonical, paths.length, counted, NOW]]
    }),
  )
  assert.deepEqual(reader.take(), [])
})
