import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { IncidentFinding } from '@errorsense/core/wire/incident.ts'
import { outside, plotOf, spanAround, strongest } from './finding-series.ts'
import { filled } from './filled.ts'

const point = { at: '2026-01-01T00:00:00.000Z', lines: 100, errors: 7, latencyP50: 20, latencyP99: 80 }

function finding(changes: Partial<IncidentFinding>): IncidentFinding {
  return {
    detector: 'error-spike',
    kind: 'error_spike',
    service: 'a',
    seen: 9,
    usual: 1,
    low: 0,
    high: 3,
    unit: 'errors/min',
    score: 0.9,
    at: '2026-01-01T00:00:00.000Z',
    ...changes,
  }
}

for (const [unit, step, value, hasBand] of [
  ['errors/min', 60, 7, true],
  ['lines/min', 60, 100, true],
  ['errors in 15 s', 15, 7, true],
  ['lines in 5 s', 5, 100, true],
  ['ms median', 60, 20, true],
  ['ms p90', 60, 80, false],
  ['failures', 60, 100, false],
  ['error lines', 60, 100, false],
] as const) {
  test(`a finding in ${unit} is drawn from the series that has its scale`, () => {
    const plot = plotOf(finding({ unit }))
    assert.equal(plot.step, step)
    assert.equal(plot.value(point), value)
    assert.equal(plot.hasBand, hasBand)
  })
}

test('the band of one template is not drawn into the series of the whole service', () => {
  assert.equal(plotOf(finding({ template: 'x' })).hasBand, false)
})

test('the drawn time holds the incident and calm before it, in whole steps, and no future', () => {
  const start = Date.UTC(2026, 0, 1, 12, 0, 30)
  const incident = { start: new Date(start).toISOString(), end: new Date(start + 10 * 60_000).toISOString() }
  const now = start + 11 * 60_000
  const { from, to } = spanAround(incident, 60, now)
  assert.ok(from < start - 20 * 60_000)
  assert.ok(to >= start + 10 * 60_000 && to <= now + 60_000)
  assert.equal((to - from) % 60_000, 0)
})

test('however long an incident lasts, a day is drawn at most', () => {
  const end = Date.UTC(2026, 0, 9)
  const incident = { start: '2026-01-01T00:00:00.000Z', end: new Date(end).toISOString() }
  const { from, to } = spanAround(incident, 60, end)
  assert.ok(to - from <= 24 * 3_600_000 + 60_000)
})

test('a thing found again and again is listed once, by its strongest finding', () => {
  const list = strongest([
    finding({ score: 0.6 }),
    finding({ score: 0.95 }),
    finding({ service: 'b', score: 0.7 }),
    finding({ service: 'b', unit: 'ms median', score: 0.99 }),
  ])
  assert.deepEqual(
    list.map(({ service, score }) => [service, score]),
    [
      ['b', 0.99],
      ['a', 0.95],
      ['b', 0.7],
    ],
  )
})

test('values outside the band are drawn together with their neighbours', () => {
  assert.deepEqual(outside([1, 2, 9, 2, 1, null], 0, 3), [null, 2, 9, 2, null, null])
  assert.deepEqual(outside([1, 0, 1], 1, 3), [1, 0, 1])
})

test('minutes the store knows nothing of are minutes without lines', () => {
  const from = Date.parse(point.at) - 60_000
  assert.deepEqual(
    filled([point], from, 3, 60_000).map(({ lines, latencyP50 }) => [lines, latencyP50]),
    [
      [0, null],
      [100, 20],
      [0, null],
    ],
  )
})
