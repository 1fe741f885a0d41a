import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE_MS } from '../aggregate/window.ts'
import { apart } from '../correlate/simulated.ts'
import type { ClosedWindow } from '../finding.ts'
import { detectors } from './index.ts'
import { withSettings } from './settings.ts'
import { ruleDetector } from './test/rules.ts'
import { beside, closedWindow, series, START } from './test/windows.ts'

const on = { enabled: true, simulate: false, sensitivity: 'normal' } as const

const wrote = (at: number) => closedWindow(START + at, [series('shop', 'payment failed')])

function failing() {
  const where = { field: 'template', test: { op: 'contains', text: 'failed' } } as const
  return ruleDetector([
    { name: 'a', title: 'A', severity: 'low', match: { where, errors: false }, form: { kind: 'match' } },
  ])
}

test('a detector that is off is not there', () => {
  const names = (enabled: boolean) => detectors({ settings: { silence: { ...on, enabled } } }).map(({ name }) => name)
  assert.ok(names(true).includes('silence'))
  assert.deepEqual(
    names(false),
    names(true).filter((name) => name !== 'silence'),
  )
})

test('sensitivity moves the alarm level', () => {
  const asked: number[] = []
  const detector = { name: 'latency', judge: ({ alarmBelow }: ClosedWindow) => (asked.push(alarmBelow), []) }
  for (const sensitivity of ['low', 'normal', 'high'] as const)
    withSettings([detector], { latency: { ...on, sensitivity } })[0].judge(closedWindow(START, []))
  assert.ok(asked[0] < asked[1] && asked[1] < asked[2], asked.join())
})

test('what a detector finds on trial is an incident of its own, marked in both languages, and goes on after a restart', () => {
  const [trial] = withSettings([failing()], { rule: { ...on, simulate: true } })
  const real = failing()
  const told = apart()
  const incidents = told.take([...real.judge(wrote(0)), ...trial.judge(wrote(0))], beside(wrote(0)))
  assert.deepEqual(
    incidents.map(({ title, es, simulated }) => [title, es.title, simulated]),
    [
      ['A', 'A', undefined],
      ['Simulated: A', 'Simulación: A', true],
    ],
  )
  assert.notEqual(incidents[0].id, incidents[1].id)
  const again = apart()
  again.restore(incidents)
  const later = again.take(trial.judge(wrote(MINUTE_MS)), beside(wrote(MINUTE_MS)))
  assert.deepEqual(
    later.map(({ id, title }) => [id, title]),
    [[incidents[1].id, 'Simulated: A']],
  )
})
