import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lowerTail, normalUpper, upperTail } from './negative-binomial.ts'

const close = (got: number, wanted: number, share = 0.02) =>
  assert.ok(Math.abs(got - wanted) <= share * wanted, `${got} is not within ${share} of ${wanted}`)

test('with hardly any dispersion the tails are those of Poisson', () => {
  // P(X >= 5 | 1) and P(X <= 1 | 5), R's ppois.
  close(upperTail(5, 1, 1e-6), 0.003659847)
  close(lowerTail(1, 5, 1e-6), 0.04042768)
})

test('both tails share the count itself', () => {
  for (const [count, mean, phi] of [
    [3, 2.5, 0.3],
    [1, 0.4, 0.3],
    [40, 30, 0.1],
  ] as const) {
    close(upperTail(count, mean, phi) + lowerTail(count - 1, mean, phi), 1, 1e-6)
  }
})

test('more dispersion makes the same excess less strange', () => {
  const tails = [0.003, 0.03, 0.3].map((phi) => upperTail(60, 20, phi))
  assert.ok(tails[0] < tails[1] && tails[1] < tails[2])
})

test('far tails keep falling and never become zero', () => {
  const tails = [50, 500, 5_000, 50_000].map((count) => upperTail(count, 0.01, 0.05))
  for (let i = 1; i < tails.length; i++) assert.ok(tails[i] <= tails[i - 1] && tails[i] > 0)
})

test('where the transform takes over from the exact sum it is the more careful of the two, within two digits', () => {
  for (const phi of [0.003, 0.05, 0.3]) {
    const exact = Math.log10(upperTail(120, 59.9, phi))
    const transformed = Math.log10(upperTail(120, 60.1, phi))
    assert.ok(transformed > exact - 0.3 && transformed < exact + 2, `phi ${phi}: ${exact} and ${transformed}`)
  }
})

test('the normal tail is right near and far', () => {
  close(normalUpper(1.959964), 0.025)
  close(normalUpper(-1.959964), 0.975)
  close(normalUpper(6), 9.865876e-10)
})
