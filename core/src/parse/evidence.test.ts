import assert from 'node:assert/strict'
import { test } from 'node:test'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { readableEngine } from '../readable-engine.ts'

function accountOf(line: string): string {
  const bytes = Buffer.from(`${line}\n`)
  const { userStart, userEnd } = readableEngine({ text }).read({ source: 'x', service: 'x', bytes, receivedAt: 0 })
  return bytes.toString('latin1', userStart[0], userEnd[0])
}

const access = (user: string, request: string) =>
  `203.0.113.9 - ${user} [22/Nov/2026:10:00:00 +0000] "${request}" 401 12 "-" "curl/8"`

const cases: readonly (readonly [line: string, account: string])[] = [
  [access('-', 'POST /login HTTP/1.1'), ''],
  [access('amy', 'POST /login?user=bob HTTP/1.1'), 'amy'],
  ['2026-11-22T10:00:00Z INFO web: POST /login HTTP/1.1 answered 401', ''],
  ['2026-11-22T10:00:00Z INFO web: GET /search?user=bob answered 200', ''],
  ['authentication failure; user uid=0 euid=0 rhost=203.0.113.9', ''],
  ['authentication failure; logname= uid=0 rhost=203.0.113.9  user=root', 'root'],
  ['disconnected by user request.', ''],
  ['Failed login of user amy.', 'amy'],
  ['Failed password for invalid user svc-web.01 from 203.0.113.9 port 4711 ssh2', 'svc-web.01'],
  ['account WEB01$ was locked', 'WEB01$'],
]

for (const [line, account] of cases) {
  test(`the account in ${JSON.stringify(line)} is ${account === '' ? 'nobody' : account}`, () => {
    assert.equal(accountOf(line), account)
  })
}
