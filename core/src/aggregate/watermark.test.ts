import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LATENESS_MS, mergedWatermark, sourceClock } from './watermark.ts'

const T = Date.parse('2026-03-02T12:00:00Z')
const HOUR = 3_600_000

test('the watermark follows the highest time less the grace', () => {
  const clock = sourceClock()
  assert.equal(clock.watermark(), Number.NEGATIVE_INFINITY)
  clock.see(T)
  clock.see(T - 500)
  assert.equal(clock.watermark(), T - LATENESS_MS)
})

test('one record from a clock that is a day ahead moves nothing', () => {
  const clock = sourceClock()
  clock.see(T)
  clock.see(T + 24 * HOUR)
  clock.see(T + 1000)
  assert.equal(clock.watermark(), T + 1000 - LATENESS_MS)
})

test('a leap that many records agree on is where time is now', () => {
  const clock = sourceClock()
  clock.see(T)
  for (let i = 0; i < 10; i++) clock.see(T + 5 * HOUR + i)
  assert.ok(clock.watermark() >= T + 5 * HOUR - LATENESS_MS)
})

test('a source that lags behind the wall clock goes on at its own distance while it waits', () => {
  const clock = sourceClock()
  clock.see(T)
  clock.idle(T + 8 * HOUR)
  clock.idle(T + 8 * HOUR + 4000)
  assert.equal(clock.watermark(), T + 4000 - LATENESS_MS)
})

test('a source that waits for long holds nobody up', () => {
  const clock = sourceClock()
  clock.see(T)
  clock.idle(T + 8 * HOUR)
  clock.idle(T + 8 * HOUR + 60_000)
  assert.equal(clock.watermark(), T + 8 * HOUR + 60_000 - LATENESS_MS)
})

test('a record takes back what waiting had promised', () => {
  const clock = sourceClock()
  clock.idle(T + 8 * HOUR)
  clock.see(T)
  assert.equal(clock.watermark(), T - LATENESS_MS)
})

test('of several sources the slowest counts, and none is forgotten before it spoke', () => {
  const merged = mergedWatermark()
  merged.advance('a', T, 2)
  assert.equal(merged.value(), Number.NEGATIVE_INFINITY)
  merged.advance('b', T - 5000, 2)
  assert.equal(merged.value(), T - 5000)
})
