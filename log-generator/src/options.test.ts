import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { parseDuration, parseRate, parseScenario } from './options.ts'

const isUsage = (error: unknown) => error instanceof ErrorSenseError && error.code === 'usage'

test('durations are numbers with units, a bare number is seconds', () => {
  const durations = {
    '90s': 90_000,
    '24h': 86_400_000,
    '1h30m': 5_400_000,
    '250ms': 250,
    '1.5m': 90_000,
    '2d': 172_800_000,
    '45': 45_000,
  }
  for (const [text, ms] of Object.entries(durations)) assert.equal(parseDuration(text), ms, text)
  for (const text of ['', 'soon', '10x', '5 m', '-1s', '1h and a bit', 's']) {
    assert.throws(() => parseDuration(text), isUsage, text)
  }
})

test('rates are lines per second above zero, or max', () => {
  assert.equal(parseRate('10'), 10)
  assert.equal(parseRate('0.5'), 0.5)
  assert.equal(parseRate('max'), 'max')
  for (const text of ['0', '-3', 'fast', '', '1e9', 'NaN', 'Infinity'])
    assert.throws(() => parseRate(text), isUsage, text)
})

test('scenarios are named, with a time or without, and a wrong name lists the right ones', () => {
  const timed = parseScenario('error-burst@20s')
  assert.deepEqual([timed.scenario.name, timed.after], ['error-burst', 20_000])
  assert.equal(parseScenario('scan').after, undefined)
  assert.throws(() => parseScenario('explosion'), /error-burst, brute-force/)
  assert.throws(() => parseScenario('scan@'), isUsage)
})
