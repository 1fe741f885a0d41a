import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ago, duration, latency, moment, number, percent } from './format.ts'

test('numbers keep as many digits as tell something', () => {
  assert.equal(number(0.734, 'en'), '0.73')
  assert.equal(number(12.34, 'en'), '12.3')
  assert.equal(number(1234.5, 'en'), '1,235')
  assert.equal(number(2_340_000, 'en'), '2.3M')
  assert.equal(number(12.34, 'es'), '12,3')
  assert.equal(number(Number.NaN, 'en'), '–')
})

test('a small share is not rounded to nothing', () => {
  assert.equal(percent(0.0008, 'en'), '0.08%')
  assert.equal(percent(0.034, 'en'), '3.4%')
  assert.equal(percent(0.34, 'en'), '34%')
  assert.equal(percent(0, 'en'), '0%')
})

test('latencies change to seconds where seconds are meant', () => {
  assert.equal(latency(8.94, 'en'), '8.9\u00a0ms')
  assert.equal(latency(213.4, 'en'), '213\u00a0ms')
  assert.equal(latency(1580, 'en'), '1.6\u00a0s')
  assert.equal(latency(null, 'en'), '–')
})

test('lengths of time are told in their largest unit, never as less than nothing', () => {
  assert.equal(duration(59_000, 'en'), '59 sec')
  assert.equal(duration(14 * 60_000, 'en'), '14 min')
  assert.equal(duration(-5, 'en'), '0 sec')
  assert.equal(ago(3 * 3_600_000, 'es'), 'hace 3 h')
})

test('the year is told where it is another one', () => {
  const now = Date.UTC(2026, 10, 22, 12)
  assert.doesNotMatch(moment('2026-11-22T10:00:00Z', 'en', now), /2026/)
  assert.match(moment('2025-06-22T10:00:00Z', 'en', now), /2025/)
})
