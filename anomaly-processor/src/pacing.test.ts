import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pacing } from './pacing.ts'

const KIB = 1024

test('a store that takes no time is given every line at once', () => {
  assert.equal(pacing().restAfter(100, 6), 0)
})

test('the store works a tenth of the time for small ranges', () => {
  const pace = pacing()
  pace.stored(10)
  assert.equal(pace.restAfter(2 * KIB, 1), 90)
})

test('much to store does not wait', () => {
  const pace = pacing()
  pace.stored(50)
  assert.equal(pace.restAfter(64 * KIB, 1), 0)
})

test('a slow store makes all partitions together wait less than half a second', () => {
  const pace = pacing()
  pace.stored(5000)
  for (const partitions of [1, 6, 100]) assert.ok(partitions * pace.restAfter(KIB, partitions) < 500, `${partitions}`)
})
