import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE_MS } from '../aggregate/window.ts'
import { rareTemplate } from './rare-template.ts'
import { closedWindow, scored, series, START } from './test/windows.ts'

const DAY_MS = 24 * 60 * MINUTE_MS
const burst = scored({ seen: 30, usual: 0.001, span: 10_000, pUp: 1e-40 })

test('a line that hardly ever comes and now comes in numbers is told, low', () => {
  const odd = series('cache', 'evicting pinned entry', { lineScore: burst, lines: 30 })
  const [finding] = rareTemplate().judge(closedWindow(START + 2 * DAY_MS, [odd]))
  assert.equal(finding.kind, 'rare_template')
  assert.deepEqual([finding.seen, finding.templateId], [30, 'evicting pinned entry'])
})

test('what is not rare, not known long enough or no more than the growth of all is not', () => {
  const at = START + 2 * DAY_MS
  const none = [
    series('cache', 'hit', { lineScore: { ...burst, usual: 2, seen: 40 } }),
    series('cache', 'fresh', { lineScore: burst, since: at - 60_000 }),
    series('cache', 'few', { lineScore: { ...burst, seen: 6 } }),
  ]
  for (const one of none) assert.deepEqual(rareTemplate().judge(closedWindow(at, [one])), [])
})
