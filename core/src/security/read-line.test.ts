import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLine } from './read-line.ts'

const ours = [
  '{"level":50,"err":{"type":"FetchError","code":"ECONNREFUSED","address":"10.0.3.21:8080"},"msg":"inventory request failed"}',
  '{"level":50,"err":{"type":"FetchError","code":"ETIMEDOUT","address":"10.0.3.21:8080"},"msg":"login request failed"}',
  '{"level":"error","error":"dial tcp 10.0.3.21:5432: connect: connection refused","msg":"query failed"}',
  '{"level":"error","error":"read tcp 10.0.1.2:4444->10.0.3.21:5432: i/o timeout","msg":"request failed"}',
  '{"level":"error","code":"ECONNRESET","peer":"10.0.3.21","msg":"request to payments failed"}',
  'ERROR request to http://10.0.3.21:8080/x failed: connect ETIMEDOUT 10.0.3.21:8080',
  'ERROR connection to 10.0.3.21:8080 refused',
  'WARN java.net.ConnectException: Connection refused (Connection refused) 10.0.3.21',
  'ERROR rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing dial tcp 10.0.3.21:50051: connect: connection refused"',
]

for (const line of ours) {
  test(`whom we could not reach did nothing: ${line}`, () => {
    assert.equal(readLine(line, { message: line }), undefined)
  })
}

const theirs = [
  'refused connect from 203.0.113.9',
  'sshd[12]: Connection refused from 203.0.113.9 by tcp wrapper',
  'httpd: request failed from 203.0.113.9: invalid header',
  'connection to imap from 203.0.113.9 refused',
]

for (const line of theirs) {
  test(`whom we refused is named: ${line}`, () => {
    assert.equal(readLine(line, { message: line })?.ip, '203.0.113.9')
  })
}
