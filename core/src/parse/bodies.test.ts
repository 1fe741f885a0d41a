import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readRecords, type Told } from '../../test/fixtures/read-records.ts'

const request = (i: number): string =>
  `10.0.0.1 - bob [21/Nov/2026:10:00:00 +0000] "GET /a/${i} HTTP/1.1" 200 5 "-" "c" 0.12`
const asked: Partial<Told> = { shape: 'GET /a/<*> HTTP 2xx', status: 200, ip: '10.0.0.1', user: 'bob', latency: 120 }

/** A record of one format within a record of another: what the last of many, and a first one alone, tell. */
const bodies: readonly (readonly [name: string, line: (i: number) => string, told: Partial<Told>])[] = [
  ['a request behind log4j', (i) => `2026-11-21 10:00:00,123 INFO [main] c.a.Access - ${request(i)}`, asked],
  ['a request behind RFC 5424', (i) => `<134>1 2026-11-21T10:00:00Z h nginx 12 - - ${request(i)}`, asked],
  ['a request behind RFC 3164', (i) => `<134>Nov 21 10:00:00 h nginx: ${request(i)}`, asked],
  ['a request behind CRI', (i) => `2026-11-21T10:00:00.123456789Z stdout F ${request(i)}`, asked],
  [
    'JSON behind the time of a container runtime',
    (i) => `2026-11-21T10:00:00.123456789Z {"level":"error","msg":"boom ${i}"}`,
    { level: 'error', shape: 'boom <*>', time: '2026-11-21T10:00:00.123Z' },
  ],
  [
    'JSON behind the name of a container, composed',
    (i) => `web-1  | {"level":"error","msg":"boom ${i}"}`,
    { format: 'container', service: 'web', level: 'error', shape: 'boom <*>' },
  ],
  [
    'JSON behind the name of a container in a pod',
    (i) => `[pod/web-6f7d9-x8/web] {"level":"error","msg":"boom ${i}","user":"bob"}`,
    { format: 'container', service: 'web', level: 'error', shape: 'boom <*>', user: 'bob' },
  ],
  [
    'JSON behind text',
    (i) => `2026-11-21 10:00:00 [INFO] audit: {"level":"warn","user":"bob","message":"did ${i}"}`,
    { level: 'warn', user: 'bob', shape: 'did <*>' },
  ],
  [
    'JSON in JSON, escaped',
    (i) =>
      String.raw`{"log":"{\"level\":\"error\",\"msg\":\"boom ${i}\",\"client_ip\":\"10.0.0.1\",\"user\":\"bob\"}\n"}`,
    { level: 'error', shape: 'boom <*>', ip: '10.0.0.1', user: 'bob' },
  ],
  [
    'logfmt behind syslog',
    (i) => `Nov 21 10:00:00 h app[7]: time="2026-11-21T10:00:00Z" level=error msg="boom ${i}" client_ip=10.0.0.1`,
    { level: 'error', service: 'app', host: 'h', shape: 'boom <*>', ip: '10.0.0.1' },
  ],
  [
    'logfmt of a router',
    (i) =>
      `2026-11-21T10:00:00.123456+00:00 heroku[router]: at=info method=GET path="/x/${i}" request_id=9f8e service=18ms status=503`,
    { shape: 'GET /x/<*> HTTP 5xx', status: 503, latency: 18, session: '9f8e' },
  ],
  [
    'CEF behind syslog',
    (i) => `Nov 21 10:00:00 fw1 CEF:0|V|P|1|100|worm ${i}|10|src=10.0.0.1 suser=bob`,
    { level: 'fatal', service: 'P', host: 'fw1', shape: 'worm <*>', ip: '10.0.0.1', user: 'bob' },
  ],
]

describe('a record within a record', () => {
  for (const [name, line, told] of bodies) {
    for (const count of [1, 30]) {
      it(`tells its fields: ${name}, ${count === 1 ? 'alone' : 'of many'}`, () => {
        const records = readRecords(Array.from({ length: count }, (_, i) => `${line(i)}\n`).join(''))
        assert.equal(records.length, count)
        assert.partialDeepStrictEqual(records.at(-1), told)
      })
    }
  }
})
