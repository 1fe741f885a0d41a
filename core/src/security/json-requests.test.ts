import assert from 'node:assert/strict'
import { test } from 'node:test'
import { text } from '@errorsense/adapters/runtime/text.ts'
import * as fc from 'fast-check'
import { viewOf } from '../byte-span.ts'
import { hasPayload } from './paths.ts'
import { readLine } from './read-line.ts'
import { isOrdinaryPath } from './ordinary-request.ts'
import { jsonRequests } from './json-requests.ts'

const requests = jsonRequests(text)

function isOrdinary(line: string): boolean {
  const bytes = Buffer.from(`before\n${line}\nbehind`)
  return requests.isOrdinary(bytes, viewOf(bytes), 7, bytes.length - 7)
}

const served = [
  '{"time":"2026-11-22T10:00:00Z","method":"GET","path":"/carts/17?page=2","status":200,"msg":"request completed"}',
  '{ "res" : { "statusCode" : 304 }, "req" : { "method" : "PUT", "url" : "/carts/17", "headers" : { "accept" : "*/*" } } }',
  '{"request":"GET /carts/17 HTTP/1.1","status":"204","agents":["a","b"],"ok":true}',
  '{"msg":"a \\"quoted\\" word","verb":"POST","uri":"https://shop.example.org/orders","http":{"status_code":201}}',
]
for (const line of served) test(`says nothing: ${line}`, () => assert.equal(isOrdinary(line), true))

const toBeRead = [
  ['no request', '{"status":200,"msg":"done"}'],
  ['refused', '{"method":"GET","path":"/admin.php","status":404}'],
  ['a sign-in', '{"method":"POST","path":"/login","status":302,"ip":"203.0.113.9"}'],
  ['an attack', '{"method":"GET","path":"/?q=../../etc/passwd","status":200,"ip":"203.0.113.9"}'],
  ['two statuses of one key', '{"method":"GET","path":"/","status":200,"status":401}'],
  ['a status in words', '{"method":"GET","path":"/","status":"ok"}'],
  ['a packet', '{"method":"GET","path":"/","status":200,"src":"203.0.113.9","dst":"192.0.2.1","dport":"22"}'],
  ['a packet in words', '{"method":"GET","path":"/","status":200,"msg":"src=203.0.113.9 dst=192.0.2.1 dport=22"}'],
  ['escapes in a key', '{"m\\u0065thod":"GET","path":"/","status":200}'],
  ['an end that is missing', '{"method":"GET","path":"/","status":200'],
] as const
for (const [what, line] of toBeRead) test(`is read in full: ${what}`, () => assert.equal(isOrdinary(line), false))

const key = fc.constantFrom(
  ...'status res statusCode code http request req method verb path url uri target original msg ip src dst dport user success 0 __proto__ ü'.split(
    ' ',
  ),
)
const value: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(200, 204, 302, 401, 404, 429, '200', '304', null, true, 'GET', 'POST', 'get', '/', '/login', '/a/1'),
  fc.constantFrom(
    '/?q=../../etc/passwd',
    '/x?cmd=ls',
    '/.env',
    'GET / HTTP/1.1',
    'POST /login HTTP/1.1',
    'GET /a b HTTP/1.1',
  ),
  fc.constantFrom(
    '203.0.113.9',
    'src=203.0.113.9 dst=192.0.2.1 proto=tcp',
    'login failed',
    'a "b" \\ =',
    'https://a.example/x',
  ),
)
const object = fc.letrec<{ node: unknown; object: Record<string, unknown> }>((tie) => ({
  node: fc.oneof({ weight: 6, arbitrary: value }, tie('object'), fc.array(value, { maxLength: 3 })),
  object: fc.dictionary(key, tie('node'), { maxKeys: 8, noNullPrototype: true }),
})).object
const request = fc.record({
  method: fc.constantFrom('GET', 'POST', 'get'),
  path: value,
  status: fc.constantFrom(200, 204, 302, '200', 404),
})
const records = fc
  .tuple(object, request, fc.boolean())
  .map(([more, own, isFirst]) => JSON.stringify(isFirst ? { ...own, ...more } : { ...more, ...own }))

test('what is let go would have told nothing', () => {
  let letGo = 0
  fc.assert(
    fc.property(records, (line) => {
      if (!isOrdinary(line)) return
      letGo++
      assert.equal(readLine(line, { message: 'request completed', ip: '203.0.113.9', user: 'amy' }), undefined)
    }),
    { numRuns: 5_000 },
  )
  assert.ok(letGo > 100, `${letGo} of 5000 were let go`)
})

const parts =
  'etc passwd proc self boot.ini win.ini union select information_schema xp_cmdshell onerror= onload= bin sh bash cmd.exe powershell cmd=ls exec=id command=cat && .. / ? = & . - _ a 7'.split(
    ' ',
  )
const paths = fc.array(fc.constantFrom(...parts), { maxLength: 8 }).map((some) => `/${some.join('')}`)

test('an ordinary path holds no attack', () => {
  fc.assert(
    fc.property(paths, (path) => {
      const bytes = Buffer.from(`before${path}behind`)
      if (isOrdinaryPath(bytes, viewOf(bytes), 6, 6 + path.length)) assert.equal(hasPayload(path, true), false)
    }),
    { numRuns: 3_000 },
  )
})
