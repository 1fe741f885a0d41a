import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { parseScenario } from './options.ts'
import { livePlan, spanPlan } from './plan.ts'
import { scenarios } from './scenarios/index.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

test('a day has every scenario, after four clean hours, one at a time', () => {
  const plan = spanPlan(undefined, { seed: 7, start: 0, durationMs: 24 * HOUR })
  assert.deepEqual(new Set(plan.map(({ scenario }) => scenario)), new Set(scenarios))
  assert.ok(plan[0].start >= 4 * HOUR)
  assert.ok(plan[plan.length - 1].end <= 24 * HOUR)
  for (let i = 1; i < plan.length; i++) assert.ok(plan[i].start > plan[i - 1].end)
})

test('whatever the duration, scenarios lie within it, apart, after the first quarter', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 10 * MINUTE, max: 30 * 24 * HOUR }), (seed, durationMs) => {
      const plan = spanPlan(undefined, { seed, start: 0, durationMs })
      assert.ok(plan.length > 0)
      assert.ok(plan[0].start >= Math.floor(Math.min(4 * HOUR, durationMs / 4)))
      assert.ok(plan[plan.length - 1].end <= durationMs)
      for (let i = 1; i < plan.length; i++) assert.ok(plan[i].start > plan[i - 1].end)
    }),
    { numRuns: 50 },
  )
})

test('a request with a time comes at that time, even in the clean part', () => {
  const plan = spanPlan([parseScenario('scan@20s'), parseScenario('error-burst')], {
    seed: 1,
    start: 1000,
    durationMs: HOUR,
  })
  assert.deepEqual(
    plan.map(({ scenario }) => scenario.name),
    ['scan', 'error-burst'],
  )
  assert.equal(plan[0].start, 21_000)
  assert.ok(plan[1].start >= 15 * MINUTE)
})

test('a demonstration begins with an error burst after 15 seconds and never ends', () => {
  const plan = livePlan(undefined, 0)
  const first = Array.from({ length: 50 }, () => plan.next().value)
  assert.equal(first[0]?.scenario.name, 'error-burst')
  assert.equal(first[0]?.start, 15_000)
  for (let i = 1; i < first.length; i++) assert.ok(first[i]!.start - first[i - 1]!.end >= 3 * MINUTE)
})

test('what was asked for in a live run comes once', () => {
  const plan = [...livePlan([parseScenario('scan@20s'), parseScenario('new-pattern')], 0)]
  assert.deepEqual(
    plan.map(({ scenario, start }) => [scenario.name, start]),
    [
      ['scan', 20_000],
      ['new-pattern', 20_000 + 90_000 + 3 * MINUTE],
    ],
  )
})
