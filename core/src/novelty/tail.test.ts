import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownTail } from './tail.ts'

test('rarity grows with the share of smaller deviations before it', () => {
  const rarity = ownTail()
  for (let i = 0; i < 1_000; i++) rarity((i % 100) / 50)
  assert.ok(Math.abs(rarity(1) - 0.3) < 0.05)
  assert.ok(Math.abs(rarity(1.8) - 1) < 0.05)
  assert.ok(rarity(4) > 3)
})

test('beyond the record a larger deviation is rarer still', () => {
  const [near, far] = [3, 9].map((deviation) => {
    const rarity = ownTail()
    for (let i = 0; i < 1_000; i++) rarity(1)
    return rarity(deviation)
  })
  assert.ok(far > near)
})

test('no deviation has no rarity', () => {
  const rarity = ownTail()
  assert.deepEqual([0, -1, Number.NaN].map(rarity), [0, 0, 0])
})
