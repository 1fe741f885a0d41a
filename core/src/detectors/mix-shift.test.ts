import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE_MS } from '../aggregate/window.ts'
import { mixShift } from './mix-shift.ts'
import { judgeAll, series } from './test/windows.ts'

const HOUR_MS = 60 * MINUTE_MS
const mix = (hits: number, misses: number) => [
  series('cache', 'hit', { lines: hits }),
  series('cache', 'miss', { lines: misses }),
  series('cache', 'evicted', { lines: 1 }),
]
const byNight = (at: number) => (Math.floor(at / HOUR_MS) % 24 < 6 ? mix(6, 2) : mix(7, 1))

test('a mix that turns over without getting louder is told once', () => {
  const turn = 72 * HOUR_MS
  const findings = judgeAll(mixShift(), 96 * HOUR_MS, (at) => (at < turn ? byNight(at) : mix(1, 7)))
  assert.equal(findings.length, 1)
  const [{ kind, seen, usual, templates }] = findings
  assert.equal(kind, 'mix_shift')
  assert.ok(templates?.some(({ template }) => template.text === 'miss'))
  assert.ok(Math.abs(seen - usual) > 50, `${seen} ${usual}`)
})

test('what changes with the hour every day is usual', () => {
  assert.deepEqual(judgeAll(mixShift(), 120 * HOUR_MS, byNight), [])
})

test('a service that hardly speaks has no mix', () => {
  const findings = judgeAll(mixShift(), 100 * HOUR_MS, (at) =>
    at % (5 * MINUTE_MS) === 0 ? (at < 72 * HOUR_MS ? mix(1, 0) : mix(0, 1)) : [],
  )
  assert.deepEqual(findings, [])
})
