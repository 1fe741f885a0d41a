import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alarmBelow } from './control.ts'

test('one series among many has to be the less likely', () => {
  assert.ok(alarmBelow([1e-9], 10) > alarmBelow([1e-9], 10_000))
})

test('many unlikely series at once allow each to be less so', () => {
  assert.ok(
    alarmBelow(
      Array.from({ length: 50 }, () => 1e-8),
      100,
    ) > alarmBelow([1e-8], 100),
  )
})

test('the limit does not follow a single chance that is far below it', () => {
  assert.equal(alarmBelow([1e-80], 100), alarmBelow([1e-8], 100))
})
