import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE_MS, WINDOW_MS } from '@errorsense/core/aggregate/window.ts'
import type { Range, Store } from '@errorsense/core/ports/store.ts'
import type { Rule } from '@errorsense/core/rules/rule.ts'
import type { CountObservation } from '@errorsense/core/wire/observations.ts'
import { sensitivityPreview } from './preview.ts'
import { replay } from './replay.ts'

const START = Date.parse('2026-03-02T00:00:00Z')
const HOUR = 60 * MINUTE_MS
const BURST = { from: START + 8 * HOUR, to: START + 8 * HOUR + 2 * MINUTE_MS }

/** A service that writes steadily for nine hours, and fails for two minutes of the last. */
const store: Pick<Store, 'history' | 'loadTemplates' | 'journal'> = {
  journal: async () => [],
  loadTemplates: async () => [
    { shape: 'ok', component: '', tokens: ['order', ' ', 'placed'], templateId: 'ok', template: 'order placed' },
    { shape: 'no', component: '', tokens: ['payment', ' ', 'failed'], templateId: 'no', template: 'payment failed' },
  ],
  async *history({ from, to, stepMs }: Range & { stepMs: number }) {
    for (let window = Math.max(from, START); window < Math.min(to, START + 9 * HOUR); window += stepMs) {
      const usual = { window, service: 'shop', shape: 'ok', lines: (10 * stepMs) / WINDOW_MS, errors: 0, sample: '' }
      const failed: CountObservation = { ...usual, shape: 'no', lines: 40, errors: 40 }
      yield window >= BURST.from && window < BURST.to ? [failed, usual] : [usual]
    }
  },
}

const range = { from: START + 7 * HOUR, to: START + 9 * HOUR }

test('a stored range is judged again with the baselines of before', async () => {
  const { incidents, lines } = await replay({ store, range, detecting: {} })
  assert.deepEqual(
    incidents.map(({ kind, service }) => [kind, service]),
    [['error_spike', ['shop']]],
  )
  assert.equal(lines, (10 * 2 * HOUR) / WINDOW_MS + (40 * 2 * MINUTE_MS) / WINDOW_MS)
  const [{ start }] = incidents
  assert.ok(Math.abs(Date.parse(start) - BURST.from) <= MINUTE_MS, start)
})

test('other settings tell other things of the same range', async () => {
  const off = { enabled: false, simulate: false, sensitivity: 'normal' } as const
  const names = ['error-spike', 'rate-change', 'new-template', 'rare-template', 'mix-shift']
  const settings = Object.fromEntries(names.map((name) => [name, off]))
  const where = { field: 'template', test: { op: 'contains', text: 'payment failed' } } as const
  const rule: Rule = {
    name: 'mine',
    title: 'Mine',
    severity: 'low',
    match: { where, errors: false },
    form: { kind: 'threshold', count: 100, within: MINUTE_MS },
  }
  assert.deepEqual((await replay({ store, range, detecting: { settings } })).incidents, [])
  const { incidents } = await replay({ store, range, detecting: { settings, rules: [rule] } })
  assert.deepEqual(
    incidents.map(({ title }) => title),
    ['Mine'],
  )
})

test('each step of sensitivity is counted by detector, and says from when on there was something to judge', async () => {
  const done: number[] = []
  const week = { from: START - 24 * HOUR, to: START + 9 * HOUR }
  const onProgress = (share: number) => done.push(share)
  const { from, steps } = await sensitivityPreview({ store, range: week, detecting: {}, onProgress })
  assert.equal(from, START)
  assert.deepEqual(
    steps.map(({ sensitivity }) => sensitivity),
    ['low', 'normal', 'high'],
  )
  for (const { incidents, detectors } of steps) {
    assert.equal(incidents, 1)
    assert.equal(detectors.find(({ detector }) => detector === 'error-spike')?.incidents, 1)
    assert.equal(detectors.find(({ detector }) => detector === 'latency')?.incidents, 0)
  }
  assert.deepEqual(
    done,
    done.toSorted((a, b) => a - b),
  )
  assert.ok(done.every((share) => share > 0 && share <= 1) && done.some((share) => share > 0.9))
})

test('a replay ends when nobody waits for it any more', async () => {
  const signal = AbortSignal.abort(new Error('stopping'))
  await assert.rejects(replay({ store, range, detecting: {}, signal }), /stopping/)
})
