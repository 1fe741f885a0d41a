import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Incident } from '../wire/incident.ts'
import { type FallingBehind, fallingBehind } from './falling-behind.ts'

const START = 1_700_000_040_000
const MINUTE = 60_000
const EVERY = 10_000

/** What is told while `lags` says how far each partition is behind, so many seconds after the start. */
function watch(watching: FallingBehind, minutes: number, lags: (second: number) => number[], from = START): Incident[] {
  const told: Incident[] = []
  for (let at = from; at < from + minutes * MINUTE; at += EVERY)
    told.push(...watching.take(at, lags((at - START) / 1000)))
  return told
}

test('a partition that is ever further behind for three minutes is an incident of our own', () => {
  const [incident] = watch(fallingBehind('app-logs'), 5, (second) => [3, second * 10])
  assert.equal(incident.kind, 'falling_behind')
  assert.equal(incident.severity, 'high')
  assert.deepEqual(incident.service, ['app-logs'])
  assert.match(incident.why, /^2403 records of app-logs wait to be read and more come than are read/)
  assert.match(incident.es.title, /se está retrasando/)
  assert.equal(incident.start, new Date(START + MINUTE).toISOString())
})

test('one that goes up and down with its batches is none, however high', () => {
  const told = watch(fallingBehind('app-logs'), 30, (second) => [second % 50 === 0 ? 100_000 : 0])
  assert.deepEqual(told, [])
})

test('a backlog that is worked off is none', () => {
  const told = watch(fallingBehind('app-logs'), 30, (second) => [1_000_000 - 500 * second])
  assert.deepEqual(told, [])
})

test('minutes in which nobody could ask are no proof', () => {
  const watching = fallingBehind('app-logs')
  const lags = (second: number): number[] => [second]
  for (let minute = 0; minute < 20; minute += 2) assert.deepEqual(watch(watching, 1, lags, START + minute * MINUTE), [])
})

test('it is told to be worse no more than every half minute, and to be over at a tenth of the worst', () => {
  const watching = fallingBehind('app-logs')
  const told = watch(watching, 10, (second) => [second * 10])
  assert.ok(told.length > 1 && told.length <= 13, `${told.length}`)
  const rest = watch(watching, 1, () => [1000], START + 10 * MINUTE)
  assert.ok(rest.every(({ state }) => state === 'open'))
  const [over] = watch(watching, 1, () => [500], START + 11 * MINUTE)
  assert.equal(over.state, 'resolved')
  assert.equal(over.id, told[0].id)
  assert.ok(over.version > told[told.length - 1].version)
})

test('two that watch the same tell the same incident', () => {
  const [one] = watch(fallingBehind('app-logs'), 5, (second) => [second * 10])
  const [other] = watch(fallingBehind('app-logs'), 5, (second) => [second * 10 + 1], START + 7000)
  assert.equal(one.id, other.id)
})

test('one that was open before a restart goes on, and ends', () => {
  const [open] = watch(fallingBehind('app-logs'), 5, (second) => [second * 10])
  const watching = fallingBehind('app-logs')
  watching.restore(open)
  const [over] = watch(watching, 1, () => [0], START + 6 * MINUTE)
  assert.equal(over.id, open.id)
  assert.equal(over.state, 'resolved')
  assert.ok(over.version > open.version)
})
