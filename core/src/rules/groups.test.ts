import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groups } from './groups.ts'

test('a million of them are bounded, and who comes again and again is kept', () => {
  let made = 0
  const stateOf = groups(() => ({ number: made++ }))
  for (let i = 0; i < 1_000_000; i++) {
    stateOf(`10.${i}`)
    if (i % 1_000 === 0) assert.equal(stateOf('regular').number, stateOf('regular').number)
  }
  const regular = stateOf('regular').number
  assert.equal(regular, 1)
  assert.equal(stateOf('10.999999').number, 1_000_000)
  assert.equal(stateOf('10.0').number, 1_000_001)
})
