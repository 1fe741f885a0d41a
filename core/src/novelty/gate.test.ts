import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gate } from './gate.ts'

test('after an alarm the same strength is held back and a much worse one is not', () => {
  const pass = gate(2)
  assert.equal(pass(3), 3)
  assert.equal(pass(3), 0)
  assert.ok(pass(8) > 3)
})

test('strengths below an alarm pass and do not close the gate', () => {
  const pass = gate(2)
  assert.deepEqual([pass(1), pass(1.5), pass(3)], [1, 1.5, 3])
})

test('a series that alarms again and again is damped until it rests', () => {
  const pass = gate(2)
  const peaks = Array.from({ length: 4_000 }, (_, row) => pass(row % 200 === 0 ? 3 : 0)).filter((peak) => peak > 0)
  assert.equal(peaks[0], 3)
  assert.ok(peaks.at(-1)! < 2.1)
  for (let row = 0; row < 20_000; row++) pass(0)
  assert.ok(pass(3) > 2.9)
})
