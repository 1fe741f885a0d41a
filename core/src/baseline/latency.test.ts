import assert from 'node:assert/strict'
import { test } from 'node:test'
import { latencyBin, sparse } from '../aggregate/sketch.ts'
import { MINUTE_MS, WINDOW_MS } from '../aggregate/window.ts'
import type { ScoredLatency } from '../finding.ts'
import { LatencyBaseline } from './latency.ts'

const START = Date.parse('2026-03-02T00:00:00Z')
const ALARM = 1e-8

function sketchOf(times: readonly number[]): number[] {
  const bins = new Map<number, number>()
  for (const ms of times) bins.set(latencyBin(ms), (bins.get(latencyBin(ms)) ?? 0) + 1)
  return sparse(bins)
}

/** A skewed mixture around 20 ms by a fixed seed: some take ten times as long. */
function requests(): (count: number, factor?: number) => number[] {
  let state = 7
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state + 0.5) / 2 ** 32
  }
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
  return (count, factor = 1) => Array.from({ length: count }, () => factor * 20 * Math.exp(0.7 * normal()))
}

/** After hours of `perWindow` requests a window; `then` tells the times of the windows that follow. */
function judgedAfter(perWindow: number, then: readonly number[][]): ScoredLatency[] {
  const draw = requests()
  const baseline = new LatencyBaseline()
  const windows = Math.ceil(20_000 / perWindow)
  for (let i = 0; i < windows; i++) {
    const { p, learning } = baseline.next(START + i * WINDOW_MS, sketchOf(draw(perWindow)))
    assert.ok(learning || p > ALARM, `window ${i}: ${p}`)
  }
  return then.flatMap((times, i) =>
    times.length === 0 ? [] : [baseline.next(START + (windows + i) * WINDOW_MS, sketchOf(times))],
  )
}

test('requests eight times as slow are told within two windows, however few they are', () => {
  const draw = requests()
  const scores = judgedAfter(3, [draw(3, 8), draw(3, 8), draw(3, 8)])
  assert.ok(
    scores.some(({ p }) => p <= ALARM),
    scores.map(({ p }) => p).join(' '),
  )
  assert.ok(scores.at(-1) !== undefined && scores[2].seen > 5 * scores[2].usual)
})

test('one request every half minute needs minutes, not a crowd', () => {
  const draw = requests()
  const sparsely = Array.from({ length: 48 }, (_, i) => (i % 6 === 0 ? draw(1, 10) : []))
  assert.ok(judgedAfter(1, sparsely).some(({ p }) => p <= ALARM))
})

test('a pause that all requests of a moment wait for is no shift of latency', () => {
  const draw = requests()
  const scores = judgedAfter(6, [draw(6, 40), ...Array.from({ length: MINUTE_MS / WINDOW_MS }, () => draw(6))])
  assert.ok(
    scores.every(({ p }) => p > ALARM),
    scores.map(({ p }) => p).join(' '),
  )
})

test('more requests of a kind that always takes its time slow nothing down', () => {
  const draw = requests()
  const [service, quick, slow] = [new LatencyBaseline(), new LatencyBaseline(), new LatencyBaseline()]
  const judge = (i: number, quicks: number[], slows: number[]) => {
    const start = START + i * WINDOW_MS
    service.next(start, sketchOf([...quicks, ...slows]))
    quick.next(start, sketchOf(quicks))
    if (slows.length > 0) slow.next(start, sketchOf(slows))
    return service.givenKinds(start, [quick, slow]).p
  }
  for (let i = 0; i < 4_000; i++) judge(i, draw(4), i % 20 === 0 ? draw(1, 10) : [])
  for (let i = 4_000; i < 4_003; i++) assert.ok(judge(i, draw(4), draw(12, 10)) > ALARM)
  for (let i = 4_003; i < 4_030; i++) judge(i, draw(4), [])
  const last = Array.from({ length: 6 }, (_, i) => judge(4_030 + i, draw(4, 10), []))
  assert.ok(Math.min(...last) <= ALARM, last.join(' '))
})
