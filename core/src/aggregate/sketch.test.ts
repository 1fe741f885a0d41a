import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { latencyBin, latencyOfBin, mergeSketch, quantile, sketchCount, sparse } from './sketch.ts'

function sketchOf(values: readonly number[]): number[] {
  const bins = new Map<number, number>()
  for (const value of values) bins.set(latencyBin(value), (bins.get(latencyBin(value)) ?? 0) + 1)
  return sparse(bins)
}

const latencies = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 })

test('any value comes back within two and a half percent', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (ms) => {
      assert.ok(Math.abs(latencyOfBin(latencyBin(ms)) - ms) <= 0.0251 * ms)
    }),
  )
})

test('the quantile of a sketch is that of the values, within the width of a bin', () => {
  fc.assert(
    fc.property(latencies, fc.double({ min: 0.01, max: 1, noNaN: true }), (values, q) => {
      const ordered = [...values].sort((a, b) => a - b)
      const exact = ordered[Math.max(0, Math.ceil(q * ordered.length - 1e-9) - 1)]
      const told = quantile(sketchOf(values), q)
      assert.ok(Math.abs(told - exact) <= 0.0251 * exact, `${told} for ${exact}`)
    }),
  )
})

test('merging in any order is the sketch of all', () => {
  fc.assert(
    fc.property(latencies, latencies, (a, b) => {
      const merged = new Map<number, number>()
      mergeSketch(merged, sketchOf(b))
      mergeSketch(merged, sketchOf(a))
      assert.deepEqual(sparse(merged), sketchOf([...a, ...b]))
      assert.equal(sketchCount(sparse(merged)), a.length + b.length)
    }),
  )
})

test('nothing told has no quantile', () => {
  assert.ok(Number.isNaN(quantile([], 0.5)))
})
