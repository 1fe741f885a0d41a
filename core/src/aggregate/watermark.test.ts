import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LATENESS_MS, partitionClock } from './watermark.ts'

const T = Date.parse('2026-03-02T12:00:00Z')
const HOUR = 3_600_000

test('the watermark follows the highest time less the grace', () => {
  const clock = partitionClock()
  assert.equal(clock.watermark(), Number.NEGATIVE_INFINITY)
  clock.see('a', [T], T)
  clock.see('a', [T - 500], T)
  assert.equal(clock.watermark(), T - LATENESS_MS)
})

test('nobody is further than the moment of receipt', () => {
  const clock = partitionClock()
  clock.see('fast', [T + 20_000], T)
  assert.equal(clock.watermark(), T - LATENESS_MS)
})

test('a source that lags holds back the partition it shares, so that its records are in time', () => {
  const clock = partitionClock()
  clock.see('slow', [T - 10_000], T)
  clock.see('prompt', [T + 1000], T + 1000)
  assert.equal(clock.watermark(), T + 1000 - 10_000 - LATENESS_MS)
})

test('a clock that is an hour late does not hold up the others for an hour', () => {
  const clock = partitionClock()
  clock.see('late', [T - HOUR], T)
  clock.see('prompt', [T], T)
  assert.equal(clock.watermark(), T - 120_000 - LATENESS_MS)
})

test('a log that is read long after it was written goes by its own time', () => {
  const clock = partitionClock()
  clock.see('file', [T], T + 365 * 24 * HOUR)
  clock.see('file', [T + 60_000], T + 365 * 24 * HOUR)
  assert.equal(clock.watermark(), T + 60_000 - LATENESS_MS)
})

test('one record of an old log that is a day ahead moves nothing', () => {
  const clock = partitionClock()
  const read = T + 365 * 24 * HOUR
  clock.see('file', [T], read)
  clock.see('file', [T + 24 * HOUR], read)
  clock.see('file', [T + 1000], read)
  assert.equal(clock.watermark(), T + 1000 - LATENESS_MS)
})

test('a leap that many records agree on is where time is now', () => {
  const clock = partitionClock()
  const read = T + 365 * 24 * HOUR
  clock.see('file', [T], read)
  for (let i = 0; i < 10; i++) clock.see('file', [T + 5 * HOUR + i], read)
  assert.ok(clock.watermark() >= T + 5 * HOUR - LATENESS_MS)
})

test('while it waits a partition keeps its distance to the wall clock, for a while', () => {
  const clock = partitionClock()
  clock.see('a', [T], T)
  clock.idle(T + 8 * HOUR)
  clock.idle(T + 8 * HOUR + 4000)
  assert.equal(clock.watermark(), T + 4000 - LATENESS_MS)
  clock.idle(T + 8 * HOUR + 60_000)
  assert.equal(clock.watermark(), T + 8 * HOUR + 60_000 - LATENESS_MS)
})

test('the distance it keeps is that of its last records when they were read, not how long nobody looked since', () => {
  const clock = partitionClock()
  clock.see('a', [T], T)
  clock.readAt(T + 10)
  clock.idle(T + 500)
  assert.equal(clock.watermark(), T + 490 - LATENESS_MS)
  clock.see('a', [T + 600], T + 600)
  // Asked before it was there, as who waits for an answer does.
  clock.readAt(T + 200)
  clock.idle(T + 1000)
  assert.equal(clock.watermark(), T + 1000 - LATENESS_MS)
})

test('a record takes back what waiting had promised', () => {
  const clock = partitionClock()
  clock.idle(T + 8 * HOUR)
  clock.see('a', [T], T)
  assert.equal(clock.watermark(), T - LATENESS_MS)
})
