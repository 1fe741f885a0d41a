import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE_MS } from '../aggregate/window.ts'
import { newTemplate } from './new-template.ts'
import { judgeAll, series, START } from './test/windows.ts'

const HOUR_MS = 60 * MINUTE_MS
const usual = series('checkout', 'order placed')
const fresh = series('checkout', 'order <*> refused: v2', { since: START + 2 * HOUR_MS, errors: 1, lines: 1 })
const news = (at: number) => (at >= 2 * HOUR_MS ? [usual, fresh] : [usual])

test('a new error is told at its first lines', () => {
  const [finding, ...others] = judgeAll(newTemplate(), 2 * HOUR_MS + MINUTE_MS, news)
  assert.deepEqual(others, [])
  assert.deepEqual([finding.unit, finding.reason], ['error lines', undefined])
})

test('after a restart it may be the wording of a new release, and is a note', () => {
  const restart = series('checkout', 'server listening at <*>', { since: START })
  const [finding] = judgeAll(newTemplate(), 2 * HOUR_MS + MINUTE_MS, (at) =>
    at === 2 * HOUR_MS - MINUTE_MS ? [usual, restart] : news(at),
  )
  assert.equal(finding.unit, 'lines')
  assert.match(finding.reason?.en ?? '', /restarted/)
  assert.match(finding.reason?.es ?? '', /reinició/)
})
