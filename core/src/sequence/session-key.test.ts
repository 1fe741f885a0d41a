import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SCANNED_LENGTH } from './id-token.ts'
import { sessionKey, type SessionKey } from './session-key.ts'

function idOf(key: SessionKey, message: string, shape: number): string | undefined {
  const bytes = Buffer.from(message)
  const span = key.of(bytes, 0, Math.min(SCANNED_LENGTH, bytes.length), shape)
  return span && message.slice(span.start, span.end)
}

test('an id that chance could not make is found from the first line on', () => {
  assert.equal(idOf(sessionKey(), 'Receiving block blk_-1608999687919862906', 0), 'blk_-1608999687919862906')
})

test('an id of a weak form counts only after its values came back in other shapes', () => {
  const key = sessionKey()
  assert.equal(idOf(key, 'job-1000 queued', 1), undefined)
  for (let i = 1001; i < 1040; i++) for (const shape of [1, 2, 3]) idOf(key, `job-${i} state ${shape}`, shape)
  assert.equal(idOf(key, 'job-2000 queued', 1), 'job-2000')
})

test('ids that never come back stop being sessions', () => {
  const key = sessionKey()
  for (let i = 0; i < 20_000; i++) idOf(key, `event evt_${1_000_000 + i} stored`, 1)
  assert.equal(idOf(key, 'event evt_99999999 stored', 1), undefined)
})

test('sessions are found although thousands of them go on at the same time', () => {
  const key = sessionKey()
  const lines = 6_000
  for (let i = 0; i < 60_000; i++) {
    const begun = i % 2 === 0
    idOf(key, `txn_${1_000_000 + (begun ? i : Math.max(0, i - lines - 1))} ${begun ? 'begun' : 'ended'}`, begun ? 1 : 2)
  }
  assert.equal(idOf(key, 'txn_99999999 begun', 1), 'txn_99999999')
})

test('a few names in very many lines are no sessions', () => {
  const key = sessionKey()
  for (let i = 0; i < 40_000; i++) idOf(key, `node node_00000${i % 10} said ${i % 3}`, i % 3)
  assert.equal(idOf(key, 'node node_000003 said 1', 1), undefined)
})

test('a shape whose messages never had an id is not asked about any more, until one has', () => {
  const key = sessionKey()
  for (let i = 0; i < 40; i++) idOf(key, 'nothing here', 3)
  assert.equal(key.mayHave(3), false)
  assert.equal(key.mayHave(4), true)
  assert.equal(idOf(key, 'blk_-1608999687919862906', 3), 'blk_-1608999687919862906')
  assert.equal(key.mayHave(3), true)
})

test('hostile messages cost no more than long ones', () => {
  const key = sessionKey()
  for (const message of ['a-'.repeat(500_000), '0'.repeat(1_000_000), 'f'.repeat(1_000_000), 'a1_'.repeat(300_000)]) {
    assert.equal(idOf(key, message, 5), undefined)
  }
})
