import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { generate, type GeneratedLine } from './generator.ts'
import { flatRhythm } from './rhythm.ts'
import { scenarios } from './scenarios/index.ts'
import type { PlannedScenario } from './scenarios/scenario.ts'
import { services } from './shop/shop.ts'
import { createTraffic } from './traffic.ts'

const MONDAY = Date.parse('2026-01-05T00:00:00Z')
const HOUR = 3_600_000
const MINUTE = 60_000

const digest = (lines: Iterable<GeneratedLine>) => {
  const hash = createHash('sha256')
  for (const { time, source, line } of lines) hash.update(`${time} ${source} ${line}\n`)
  return hash.digest('hex')
}

const everything = (start: number): PlannedScenario[] =>
  scenarios.map((scenario, i) => ({ scenario, start: start + 30_000 + i * 20_000, end: start + 60_000 + i * 20_000 }))

test('the same seed gives the same bytes, another seed gives others', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 200 }), fc.nat({ max: HOUR * 24 * 7 }), (seed, rate, shift) => {
      const start = MONDAY + shift
      const options = { seed, rate, start, end: start + 5 * MINUTE, scenarios: everything(start) }
      assert.equal(digest(generate(options)), digest(generate(options)))
      assert.notEqual(digest(generate(options)), digest(generate({ ...options, seed: seed + 1 })))
    }),
    { numRuns: 10 },
  )
})

test('asking for the lines in slices gives the same lines as asking at once', () => {
  const options = { seed: 3, rate: 50, start: MONDAY + 123 }
  const sliced = createTraffic(options)
  const slices = function* () {
    for (let end = MONDAY; end <= MONDAY + 2 * MINUTE; end += 777) yield* sliced.until(end)
    yield* sliced.until(MONDAY + 2 * MINUTE)
  }
  assert.equal(digest(slices()), digest(generate({ ...options, end: MONDAY + 2 * MINUTE })))
})

test('lines come in order of time, within the span, from every service', () => {
  const start = MONDAY + 9 * HOUR
  const seen = new Set<string>()
  let last = start
  for (const { time, service, source } of generate({ seed: 5, rate: 50, start, end: start + 10 * MINUTE })) {
    assert.ok(time >= last && time < start + 10 * MINUTE)
    assert.equal(source, `shop/${service}`)
    last = time
    seen.add(service)
  }
  assert.deepEqual([...seen].sort(), [...services].sort())
})

test('the rate is the mean over a week, within what the slow drift explains', () => {
  let lines = 0
  for (const _ of generate({ seed: 11, rate: 2, start: MONDAY, end: MONDAY + 168 * HOUR })) lines++
  const perSecond = lines / (168 * 3600)
  assert.ok(Math.abs(perSecond - 2) < 0.2, `${perSecond} lines/s`)
})

test('evenings are busier than nights, and a flat rhythm has no night', () => {
  const perHour = (options: { rhythm?: typeof flatRhythm }) => {
    const hours = Array.from({ length: 24 }, () => 0)
    for (const { time } of generate({ seed: 2, rate: 5, start: MONDAY, end: MONDAY + 24 * HOUR, ...options })) {
      hours[Math.floor((time - MONDAY) / HOUR)]++
    }
    return hours
  }
  const shop = perHour({})
  const flat = perHour({ rhythm: flatRhythm })
  assert.ok(shop[19] > 5 * shop[3], shop.join())
  assert.ok(Math.max(...flat) < 2 * Math.min(...flat), flat.join())
})

test('an order can be followed through the services by its trace', () => {
  const byTrace = new Map<string, Set<string>>()
  for (const { service, line } of generate({ seed: 9, rate: 20, start: MONDAY, end: MONDAY + HOUR / 2 })) {
    const trace = /[0-9a-f]{32}/.exec(line)?.[0]
    if (trace !== undefined) byTrace.set(trace, (byTrace.get(trace) ?? new Set()).add(service))
  }
  const whole = [...byTrace.values()].filter((visited) => visited.size === 4)
  assert.ok(whole.length > 100)
  for (const visited of whole) {
    assert.deepEqual([...visited].sort(), ['checkout', 'inventory', 'payments', 'web-frontend'])
  }
})
