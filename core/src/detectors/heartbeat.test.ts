import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE_MS } from '../aggregate/window.ts'
import { heartbeat } from './heartbeat.ts'
import { judgeAll, series, START } from './test/windows.ts'

const HOUR_MS = 60 * MINUTE_MS
const beat = series('worker', 'alive')
const chatter = series('worker', 'job done')
const talks = (at: number) => (at % 35_000 < 10_000 ? [chatter] : [])

test('a line that came every half minute is missed after three beats, while the service talks on', () => {
  const until = HOUR_MS
  const findings = judgeAll(heartbeat(), HOUR_MS + 10 * MINUTE_MS, (at) => [
    ...talks(at),
    ...(at < until && at % 30_000 === 0 ? [beat] : []),
  ])
  assert.ok(findings.every(({ templateId }) => templateId === 'alive'))
  const late = findings[0].at - (START + until)
  assert.ok(late >= 60_000 && late <= 4 * 30_000, String(late))
  assert.match(findings[0].reason?.en ?? '', /"alive" comes every 30 s and was missed 3 times/)
})

test('a beat that wanders by a window, or is missed once, is still beating', () => {
  const findings = judgeAll(heartbeat(), 3 * HOUR_MS, (at) => {
    const turn = Math.floor(at / 60_000)
    const off = [0, 5_000, 0, 0, 5_000, 10_000][turn % 6]
    return turn !== 100 && at % 60_000 === off ? [beat] : []
  })
  assert.deepEqual(findings, [])
})

test('lines that come by chance have no beat', () => {
  let state = 7
  const findings = judgeAll(heartbeat(), 12 * HOUR_MS, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32 < 0.1 ? [beat] : []
  })
  assert.deepEqual(findings, [])
})
