import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE_MS, WINDOW_MS } from '../aggregate/window.ts'
import { Bursts } from './bursts.ts'
import { RateBaseline, SPANS } from './rate.ts'

const START = Date.parse('2026-03-02T00:00:00Z')
const HOUR_MS = 60 * MINUTE_MS
const ALARM = 1e-8
/** By no clock: a job would be known for one. */
const MINUTES = [5, 50, 25, 45, 20, 55, 30, 10]

/** The strangest chance of each hour, in a source that is silent but for one burst an hour, at no minute of its own. */
function chances(baseline: RateBaseline, sizes: readonly number[]): number[] {
  return sizes.map((size, hour) => {
    let least = 1
    for (let at = 0; at < HOUR_MS; at += WINDOW_MS) {
      const { pUp, learning } = baseline.next(START + hour * HOUR_MS + at, at === MINUTES[hour] * MINUTE_MS ? size : 0)
      if (!learning) least = Math.min(least, pUp)
    }
    return least
  })
}

const daily = [20, 23, 19, 22, 21, 24, 20]

test('a burst of a size that came several times is a habit', () => {
  const last = chances(new RateBaseline(new Bursts(SPANS)), daily).slice(3)
  assert.ok(
    last.every((p) => p > ALARM),
    last.join(' '),
  )
  assert.ok(
    chances(new RateBaseline(), daily)
      .slice(3)
      .some((p) => p < ALARM),
  )
})

test('a larger one is not', () => {
  const last = chances(new RateBaseline(new Bursts(SPANS)), [...daily, 200]).at(-1)
  assert.ok(last !== undefined && last < ALARM, String(last))
})

test('one long burst is not several', () => {
  const bursts = new Bursts(1)
  for (let minute = 0; minute < 600; minute++) assert.equal(bursts.isHabit(START + minute * MINUTE_MS, 0, 20, 0), false)
})

test('what was not seen for weeks is forgotten', () => {
  const bursts = new Bursts(1)
  const day = 24 * HOUR_MS
  const habits = [0, 1, 2, 3, 40].map((days) => bursts.isHabit(START + days * day, 0, 20, 0))
  assert.deepEqual(habits, [false, false, false, true, false])
})

test('habits are known again from history', () => {
  const baseline = new RateBaseline(new Bursts(SPANS))
  for (let minute = 0; minute < daily.length * 60; minute++)
    baseline.teach(START + (minute - daily.length * 60) * MINUTE_MS, minute % 61 === 40 ? 22 : 0)
  assert.ok(chances(baseline, [20, 23])[0] > ALARM)
})
