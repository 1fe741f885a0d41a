import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slidingRates } from './rates.ts'

const count = (service: string, lines: number, errors = 0) => ({ service, lines, errors })

test('a burst is spread over the window, and told as zero once before it is forgotten', () => {
  const rates = slidingRates()
  rates.add([count('a', 40, 10), count('a', 10)])
  for (let second = 0; second < 5; second++) {
    assert.deepEqual(rates.tick(), [{ service: 'a', lines: 10, errors: 2 }], `second ${second}`)
  }
  assert.deepEqual(rates.tick(), [{ service: 'a', lines: 0, errors: 0 }])
  assert.deepEqual(rates.tick(), [])
})

test('a steady flow has its own rate', () => {
  const rates = slidingRates()
  for (let second = 0; second < 10; second++) {
    rates.add([count('a', 7)])
    rates.tick()
  }
  rates.add([count('a', 7)])
  assert.deepEqual(rates.tick(), [{ service: 'a', lines: 7, errors: 0 }])
})

test('made-up service names do not grow it without bound', () => {
  const rates = slidingRates()
  for (let i = 0; i < 5000; i++) rates.add([count(`made-up-${i}`, 1)])
  assert.equal(rates.tick().length, 1000)
})

test('a service named like a part of objects is a service', () => {
  const rates = slidingRates()
  rates.add([count('__proto__', 5)])
  assert.deepEqual(rates.tick(), [{ service: '__proto__', lines: 1, errors: 0 }])
})
