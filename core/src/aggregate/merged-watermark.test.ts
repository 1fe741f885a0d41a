import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mergedWatermark, type Claim } from './merged-watermark.ts'

const T = Date.parse('2026-03-02T12:00:00Z')
const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Of one of two sources. */
function claim(source: string, watermark: number, changes: Partial<Claim> = {}): Claim {
  return { source, sources: 2, watermark, oldest: Number.POSITIVE_INFINITY, readAt: undefined, ...changes }
}

/** A source with nothing to read. */
const idle = (source: string, now: number) => claim(source, now - 2 * SECOND, { readAt: now })

test('of several sources the slowest counts, and none is forgotten before it spoke', () => {
  const merged = mergedWatermark()
  merged.advance(claim('a', T))
  assert.equal(merged.value(), Number.NEGATIVE_INFINITY)
  merged.advance(claim('b', T - 5000))
  assert.equal(merged.value(), T - 5000)
})

test('old lines in one partition wait until the others have looked whether they have some as well', () => {
  const merged = mergedWatermark()
  merged.advance(idle('a', T))
  merged.advance(idle('b', T))
  merged.advance(claim('a', T - 2 * HOUR, { oldest: T - 3 * HOUR, readAt: T + SECOND }))
  assert.equal(merged.value(), T - 3 * HOUR)
  merged.advance(claim('b', T - 2.5 * HOUR, { oldest: T - 3 * HOUR, readAt: T + 2 * SECOND }))
  assert.equal(merged.value(), T - 3 * HOUR)
  merged.advance(claim('a', T - 1 * HOUR, { oldest: T - 2 * HOUR, readAt: T + 8 * SECOND }))
  merged.advance(claim('b', T - 1 * HOUR, { oldest: T - 2 * HOUR, readAt: T + 8 * SECOND }))
  assert.equal(merged.value(), T - 2.5 * HOUR)
})

test('old lines in one partition alone are waited with for seconds only', () => {
  const merged = mergedWatermark()
  merged.advance(idle('b', T))
  merged.advance(claim('a', T - 2 * HOUR, { oldest: T - 3 * HOUR, readAt: T }))
  merged.advance(idle('b', T + 10 * SECOND))
  merged.advance(claim('a', T - 2 * HOUR, { readAt: T + 10 * SECOND }))
  assert.equal(merged.value(), T - 2 * HOUR)
})

test('an idle partition does not lead past old lines that are waited with', () => {
  const merged = mergedWatermark()
  merged.advance(idle('a', T))
  merged.advance(idle('b', T))
  merged.advance(claim('a', T - 2 * HOUR, { oldest: T - 3 * HOUR, readAt: T }))
  merged.advance(idle('a', T + 20 * SECOND))
  assert.equal(merged.value(), T - 3 * HOUR)
})

test('fresh lines wait for nothing but the others', () => {
  const merged = mergedWatermark()
  merged.advance(idle('b', T))
  merged.advance(claim('a', T - 5 * SECOND, { oldest: T - MINUTE, readAt: T }))
  assert.equal(merged.value(), T - 5 * SECOND)
})

test('however many old messages wait, none is let through before its time', () => {
  const merged = mergedWatermark()
  merged.advance(idle('a', T))
  merged.advance(idle('b', T))
  for (let i = 0; i < 1000; i++) merged.advance(claim('a', T - HOUR + i, { oldest: T - 2 * HOUR + i, readAt: T + i }))
  assert.equal(merged.value(), T - 2 * HOUR)
  merged.advance(idle('b', T + 10 * SECOND))
  merged.advance(idle('a', T + 10 * SECOND))
  assert.equal(merged.value(), T + 8 * SECOND)
})
