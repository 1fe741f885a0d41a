import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE_MS, WINDOW_MS } from '../aggregate/window.ts'
import type { ScoredCount } from '../finding.ts'
import { RateBaseline } from './rate.ts'

const START = Date.parse('2026-03-02T00:00:00Z')
const ALARM = 1e-8

/** Poisson counts from a seed, so that a failure can be repeated. */
function poisson(seed: number): (mean: number) => number {
  let state = seed
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state + 0.5) / 2 ** 32
  }
  return (mean) => {
    let count = 0
    for (let left = Math.exp(-mean), product = uniform(); product > left; product *= uniform()) count++
    return count
  }
}

/** Feeds windows from START on; `rate` is per minute at a time. Returns the strangest score from `since` on. */
function feed(baseline: RateBaseline, minutes: number, rate: (at: number) => number, since = 0, from = START) {
  const draw = poisson(42)
  let up: ScoredCount | undefined
  let down: ScoredCount | undefined
  for (let at = from; at < from + minutes * MINUTE_MS; at += WINDOW_MS) {
    const score = baseline.next(at, draw((rate(at) * WINDOW_MS) / MINUTE_MS))
    if (at < since || score.learning) continue
    if (!up || score.pUp < up.pUp) up = score
    if (!down || score.pDown < down.pDown) down = score
  }
  return { up: up?.pUp ?? 1, down: down?.pDown ?? 1, seen: up }
}

test('a steady series never comes near an alarm, at any rate', () => {
  for (const rate of [0.2, 6, 60, 600]) {
    const { up, down } = feed(new RateBaseline(), 8 * 60, () => rate)
    assert.ok(up > ALARM && down > ALARM, `rate ${rate}: ${up} ${down}`)
  }
})

test('a tenfold burst is seen within seconds after an hour of history', () => {
  const burst = START + 60 * MINUTE_MS
  const baseline = new RateBaseline()
  feed(baseline, 60, () => 60)
  const { up, seen } = feed(baseline, 0.5, () => 600, burst, burst)
  assert.ok(up < ALARM, String(up))
  assert.ok(seen && seen.seen > 3 * seen.usual, JSON.stringify(seen))
})

test('silence of a busy series is seen within a few minutes', () => {
  const end = START + 4 * 60 * MINUTE_MS
  const baseline = new RateBaseline()
  feed(baseline, 4 * 60, () => 60)
  assert.ok(feed(baseline, 3, () => 0, end, end).down < ALARM)
})

test('silence is seen before its minute is over, and a job of every minute is not silent between two runs', () => {
  const end = START + 4 * 60 * MINUTE_MS
  const baseline = new RateBaseline()
  feed(baseline, 4 * 60, () => 120)
  const waits = Array.from({ length: 11 }, (_, i) => baseline.add(end + i * WINDOW_MS, 0).pDown)
  assert.ok(
    waits.some((pDown) => pDown < ALARM),
    waits.join(' '),
  )
  const job = new RateBaseline()
  for (let at = START; at < end; at += WINDOW_MS) {
    const count = (at / WINDOW_MS) % 12 === 3 + (Math.floor(at / MINUTE_MS) % 3) ? 120 : 0
    const { pDown, learning } = job.next(at, count)
    assert.ok(learning || pDown > ALARM, `${(at - START) / MINUTE_MS} min: ${pDown}`)
  }
})

test('a series that began with a burst and says no more is not silent', () => {
  const baseline = new RateBaseline()
  feed(baseline, 2, () => 60)
  const { down } = feed(baseline, 6 * 60, () => 0, 0, START + 2 * MINUTE_MS)
  assert.ok(down > ALARM, String(down))
})

test('a series that is still learning says so and never alarms', () => {
  const baseline = new RateBaseline()
  for (let at = START; at < START + 10 * MINUTE_MS; at += WINDOW_MS) {
    const score = baseline.next(at, at === START + 9 * MINUTE_MS ? 10_000 : 1)
    assert.equal(score.learning, true)
  }
})

test('history teaches as the live windows would have', () => {
  const taught = new RateBaseline()
  for (let minute = 0; minute < 120; minute++) taught.teach(START + minute * MINUTE_MS, 60)
  const from = START + 120 * MINUTE_MS
  assert.ok(feed(taught, 10, () => 60, from, from).up > ALARM)
  assert.ok(feed(taught, 0.5, () => 600, from, from).up < ALARM)
})

test('a hole is neither silence nor a lower usual', () => {
  const baseline = new RateBaseline()
  feed(baseline, 4 * 60, () => 60)
  baseline.skip()
  const from = START + 9 * 60 * MINUTE_MS + 20_000
  const { up, down } = feed(baseline, 30, () => 60, from, from)
  assert.ok(up > ALARM && down > ALARM, `${up} ${down}`)
})

test('a job at the same minute of every hour is part of the rhythm', () => {
  const job = (at: number) => (Math.floor(at / MINUTE_MS) % 60 === 15 ? 1_200 : 60)
  const baseline = new RateBaseline()
  const since = START + 24 * 60 * MINUTE_MS
  const { up } = feed(baseline, 30 * 60, job, since)
  assert.ok(up > ALARM, String(up))
})

test('a rhythm of ten to one is learnt from live windows, and nothing of it is taken for a job', () => {
  const day = 24 * 60 * MINUTE_MS
  const rate = (at: number) => 110 - 90 * Math.cos((2 * Math.PI * (at - START)) / day)
  for (const hour of [3, 9, 15, 21]) {
    const from = START + 3 * day + hour * 60 * MINUTE_MS
    const fresh = new RateBaseline()
    feed(fresh, 3 * 24 * 60 + hour * 60, rate)
    const { usual } = fresh.next(from, rate(from) / 12)
    assert.ok(Math.abs(usual - rate(from)) < 0.35 * rate(from), `${hour} h: ${usual}, not ${rate(from)}`)
  }
})

test('outages do not make the next one look like a habit', () => {
  const outages = [187, 611, 1_342, 1_873, 2_599].map((minute) => START + minute * MINUTE_MS)
  const failing = (at: number) => (outages.some((from) => at >= from && at < from + 3 * MINUTE_MS) ? 150 : 0)
  const baseline = new RateBaseline()
  feed(baseline, 48 * 60, failing)
  const { pUp } = baseline.next(START + 50 * 60 * MINUTE_MS, 12)
  assert.ok(pUp < ALARM, String(pUp))
})

test('the way back from a step that was accepted is no news', () => {
  const step = START + 24 * 60 * MINUTE_MS
  const back = step + 4 * 60 * MINUTE_MS
  const baseline = new RateBaseline()
  feed(baseline, 24 * 60, () => 120)
  assert.ok(feed(baseline, 4 * 60, () => 24, step, step).down < ALARM)
  const { up, down } = feed(baseline, 3 * 60, () => 120, back, back)
  assert.ok(up > ALARM && down > ALARM, `${up} ${down}`)
})

test('silence is judged since the last line, not by the clock', () => {
  const end = START + 8 * 60 * MINUTE_MS + 35_000
  const baseline = new RateBaseline()
  feed(baseline, 8 * 60, () => 20)
  feed(baseline, 35 / 60, () => 20, 0, START + 8 * 60 * MINUTE_MS)
  let found: ScoredCount | undefined
  for (let at = end; !found && at < end + 5 * MINUTE_MS; at += WINDOW_MS) {
    const score = baseline.next(at, 0)
    if (score.pDown < ALARM) found = score
  }
  assert.equal(found?.seen, 0)
  assert.ok(found && found.span % MINUTE_MS !== 0 && found.span < 3 * MINUTE_MS, JSON.stringify(found))
})
