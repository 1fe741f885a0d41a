import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NOVELTY_THRESHOLD, noveltyScorer } from './scorer.ts'

const SEED = 20_261_122
const STEP_MS = 300_000
const DAY_ROWS = 288

/** A daily wave with noise: what a CPU or a latency often looks like. Seeded, so a failure can be repeated. */
function dailySeries(rows: number): number[] {
  let state = SEED
  const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
  return Array.from({ length: rows }, (_, i) => 50 + 20 * Math.sin((2 * Math.PI * i) / DAY_ROWS) + 4 * random())
}

function scoresOf(values: readonly number[]): number[] {
  const scorer = noveltyScorer()
  return values.map((value, i) => scorer.score(i * STEP_MS, value))
}

function alarms(scores: readonly number[]): number[] {
  return scores.flatMap((score, row) => (score >= NOVELTY_THRESHOLD ? [row] : []))
}

test(`a regular series raises at most one false alarm a week (seed ${SEED})`, () => {
  assert.ok(alarms(scoresOf(dailySeries(14 * DAY_ROWS))).length <= 2)
})

test('a level that was never seen before is an alarm within an hour, and one only', () => {
  const values = dailySeries(12 * DAY_ROWS).map((value, i) => (i >= 3_000 && i < 3_060 ? value + 60 : value))
  const found = alarms(scoresOf(values)).filter((row) => row >= 3_000 && row < 3_100)
  assert.ok(found[0] < 3_012, `first alarm at ${found[0]}`)
  assert.ok(found.length <= 2, `${found.length} alarms for one event`)
})

test('a wave that stands still inside its usual range is an alarm', () => {
  const values = dailySeries(12 * DAY_ROWS).map((value, i) => (i >= 3_000 && i < 3_144 ? 50 : value))
  assert.ok(alarms(scoresOf(values)).some((row) => row >= 3_000 && row < 3_144))
})

test('a score depends on the rows before it only', () => {
  const values = dailySeries(1_500)
  const longer = [...values, ...values.map((value) => value * 9)]
  assert.deepEqual(scoresOf(longer).slice(0, values.length), scoresOf(values))
})

test('unit and offset of the values do not matter', () => {
  const values = dailySeries(2_000).map((value, i) => (i === 1_700 ? 400 : Math.round(value)))
  assert.deepEqual(alarms(scoresOf(values.map((value) => value * 1_024 + 4_096))), alarms(scoresOf(values)))
})

test('scores stay within 0 and 1 whatever comes', () => {
  const hostile = [0, -0, 1e308, -1e308, Number.MIN_VALUE, 1e-300, 5, 5, 5]
  const scores = scoresOf(Array.from({ length: 3_000 }, (_, i) => hostile[(i * 7) % hostile.length]))
  assert.ok(scores.every((score) => score >= 0 && score < 1))
})

test('values that are no number score 0 and leave no trace', () => {
  const clean = noveltyScorer()
  const broken = noveltyScorer()
  for (const [i, value] of dailySeries(1_000).entries()) {
    assert.equal(broken.score(i * STEP_MS, [Number.NaN, Infinity, -Infinity][i % 3]), 0)
    assert.equal(broken.score(i * STEP_MS, value), clean.score(i * STEP_MS, value))
  }
})

test('a constant series is silent until it changes', () => {
  const scores = scoresOf(Array.from({ length: 2_000 }, (_, i) => (i < 1_500 ? 7 : 9)))
  const found = alarms(scores)
  assert.ok(found.length > 0 && found[0] >= 1_500 && found[0] < 1_520, `alarms at ${found.join(' ')}`)
})

test('rows without a time are scored all the same', () => {
  const scorer = noveltyScorer()
  const scores = dailySeries(1_000).map((value) => scorer.score(Number.NaN, value))
  assert.ok(scores.every((score) => Number.isFinite(score)))
})
