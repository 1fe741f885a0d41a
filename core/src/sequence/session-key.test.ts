import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idTokens } from './id-token.ts'
import { sessionKey, type SessionKey } from './session-key.ts'

function idOf(key: SessionKey, message: string, shape: number): string | undefined {
  const span = key.of(message, shape)
  return span && message.slice(span.start, span.end)
}

test('ids are told from addresses, paths, dates, versions and plain numbers', () => {
  const ids = (message: string) => idTokens(message).map(({ start, end }) => message.slice(start, end))
  assert.deepEqual(ids('Receiving block blk_-1608999687919862906 src: /10.250.19.102:54106'), [
    'blk_-1608999687919862906',
  ])
  assert.deepEqual(ids('[instance: 3edec1e4-9678-4a3a-a21b-a145a4ee5e61] took 20.58 seconds'), [
    '3edec1e4-9678-4a3a-a21b-a145a4ee5e61',
  ])
  assert.deepEqual(ids('req-addc1839-2ed5-4778-b57e-5854eb7b8b09 done'), ['req-addc1839-2ed5-4778-b57e-5854eb7b8b09'])
  assert.deepEqual(ids('order-100482: paid, trace 4bf92f3577b34da6a3ce929d0e0e4736.'), [
    'order-100482',
    '4bf92f3577b34da6a3ce929d0e0e4736',
  ])
  assert.deepEqual(
    ids('GET /items/a1b2c3d4e5f6 from fe80::1a2b:3c4d:5e6f at 2026-11-22T10:20:30 v1.22.333-rc1 1700000000'),
    [],
  )
  assert.deepEqual(ids('mail to user12345678@example.org on web-1234.example.org, size 123456789'), [])
})

test('an id that chance could not make is found from the first line on', () => {
  assert.equal(idOf(sessionKey(), 'Receiving block blk_-1608999687919862906', 0), 'blk_-1608999687919862906')
})

test('an id of a weak form counts only after its values came back in other shapes', () => {
  const key = sessionKey()
  assert.equal(idOf(key, 'job-1000 queued', 1), undefined)
  for (let i = 1001; i < 1040; i++) for (const shape of [1, 2, 3]) key.of(`job-${i} state ${shape}`, shape)
  assert.equal(idOf(key, 'job-2000 queued', 1), 'job-2000')
})

test('ids that never come back stop being sessions', () => {
  const key = sessionKey()
  for (let i = 0; i < 20_000; i++) key.of(`event evt_${1_000_000 + i} stored`, 1)
  assert.equal(idOf(key, 'event evt_99999999 stored', 1), undefined)
})

test('sessions are found although thousands of them go on at the same time', () => {
  const key = sessionKey()
  const lines = 6_000
  for (let i = 0; i < 60_000; i++) {
    const begun = i % 2 === 0
    key.of(`txn_${1_000_000 + (begun ? i : Math.max(0, i - lines - 1))} ${begun ? 'begun' : 'ended'}`, begun ? 1 : 2)
  }
  assert.equal(idOf(key, 'txn_99999999 begun', 1), 'txn_99999999')
})

test('a few names in very many lines are no sessions', () => {
  const key = sessionKey()
  for (let i = 0; i < 40_000; i++) key.of(`node node_00000${i % 10} said ${i % 3}`, i % 3)
  assert.equal(idOf(key, 'node node_000003 said 1', 1), undefined)
})

test('a told pattern decides alone, by its first group', () => {
  const key = sessionKey({ pattern: /conn=(\d+)/g })
  assert.equal(idOf(key, 'conn=17 op=1 blk_-1608999687919862906', 0), '17')
  assert.equal(idOf(key, 'no connection', 0), undefined)
  assert.equal(idOf(sessionKey({ pattern: /s\d+/ }), 'at s12', 0), 's12')
})

test('hostile messages cost no more than long ones', () => {
  const key = sessionKey()
  for (const message of ['a-'.repeat(500_000), '0'.repeat(1_000_000), 'f'.repeat(1_000_000), 'a1_'.repeat(300_000)]) {
    assert.equal(key.of(message, 5), undefined)
  }
})
