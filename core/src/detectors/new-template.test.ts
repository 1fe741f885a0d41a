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
  assert.equal(finding.unit, 'error lines')
})
