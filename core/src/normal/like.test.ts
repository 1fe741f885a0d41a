import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding } from '../finding.ts'
import { anIncident } from '../notify/test/incident.ts'
import type { Incident, IncidentFinding } from '../wire/incident.ts'
import type { Normal, NormalScope } from '../wire/normal.ts'
import { isLike, normalOf, normalsOf } from './like.ts'

const NOON = Date.parse('2026-11-22T12:00:00Z')
const HOUR = 60 * 60_000
const known = { id: 't-known', text: 'payment refused', component: '' }
const other = { id: 't-other', text: 'disk full', component: '' }

const spike = anIncident({
  findings: [
    {
      detector: 'error-spike',
      kind: 'error_spike',
      service: 'checkout',
      seen: 120,
      usual: 2,
      low: 0,
      high: 9,
      unit: 'errors/min',
      score: 0.9,
      at: '2026-11-22T12:01:00.000Z',
    },
  ],
  templates: [{ templateId: known.id, template: known.text, count: 120 }],
})

const guesses = anIncident({
  kind: 'brute_force',
  findings: [{ ...spike.findings[0], detector: 'brute-force', kind: 'brute_force', seen: 9, unit: 'failures' }],
  entities: { ip: ['192.0.2.7', '192.0.2.8'], user: ['root'], session: [], target: [] },
})

function found(changes: Partial<Finding> = {}): Finding {
  const where = { detector: 'error-spike', kind: 'error_spike', service: 'checkout', entities: {} } as const
  const numbers = { seen: 100, usual: 2, low: 0, high: 9, unit: 'errors/min', score: 0.9 }
  const proof = { samples: [], templates: [{ template: known, count: 100 }], lines: 100 }
  return { ...where, ...numbers, ...proof, at: NOON + HOUR / 2, start: NOON, ...changes }
}

function normal(incident: Incident, scope: NormalScope): Normal {
  const made = normalOf(incident, scope)
  assert.ok(made, scope)
  return made
}

test('an incident is offered the scopes it has something of', () => {
  const scopes = (incident: Incident) => normalsOf(incident).map(({ scope }) => scope)
  assert.deepEqual(scopes(spike), ['template', 'service', 'rhythm'])
  assert.deepEqual(scopes(guesses), ['service', 'entity', 'rhythm'])
  assert.deepEqual(scopes(anIncident({ end: '2026-11-24T00:00:00.000Z' })), ['service'], 'two days are no time of day')
})

test('a service is normal in the kind it was said of, and in no other', () => {
  const service = normal(spike, 'service')
  assert.ok(isLike(service, found()))
  assert.ok(!isLike(service, found({ service: 'search' })))
  assert.ok(!isLike(service, found({ detector: 'latency', kind: 'latency' })))
})

test('of what is told under one kind, only what was found in the same way is normal', () => {
  const told = (by: Partial<Finding>) => found({ kind: 'silence', unit: 'lines/min', seen: 0, ...by })
  const silent = (by: Partial<IncidentFinding>) =>
    normal(anIncident({ kind: 'silence', findings: [{ ...spike.findings[0], kind: 'silence', ...by }] }), 'service')
  const host = silent({ detector: 'host-silence' })
  assert.ok(isLike(host, told({ detector: 'host-silence' })))
  assert.ok(!isLike(host, told({ detector: 'silence' })), 'the whole service is silent')
  const rule = (name: string) => ({ name, title: name, severity: 'low', form: 'match', group: '' }) as const
  const backup = silent({ detector: 'rule', rule: rule('backup') })
  assert.ok(isLike(backup, told({ detector: 'rule', rule: rule('backup') })))
  assert.ok(!isLike(backup, told({ detector: 'rule', rule: rule('breach') })))
  const queue = silent({ detector: 'metric', unit: 'queue_depth' })
  assert.ok(isLike(queue, told({ detector: 'metric', unit: 'queue_depth' })))
  assert.ok(!isLike(queue, told({ detector: 'metric', unit: 'heap_used' })))
})

test('far more than was called normal is not, in whatever unit it is told', () => {
  const service = normal(spike, 'service')
  assert.ok(isLike(service, found({ seen: 240 })))
  assert.ok(!isLike(service, found({ seen: 241 })))
  assert.ok(isLike(service, found({ seen: 30, unit: 'errors in 10 s' })))
  assert.ok(!isLike(service, found({ seen: 60, unit: 'errors in 10 s' })))
})

test('lines that are normal do not cover other lines of the same service', () => {
  const template = normal(spike, 'template')
  assert.ok(isLike(template, found()))
  assert.ok(!isLike(template, found({ templates: [{ template: other, count: 100 }] })))
  const mixed = (count: number) => [
    { template: known, count: 100 - count },
    { template: other, count },
  ]
  assert.ok(isLike(template, found({ templates: mixed(10) })))
  assert.ok(!isLike(template, found({ templates: mixed(11) })))
  assert.ok(!isLike(template, found({ templates: [] })), 'nobody knows which lines they were')
  assert.ok(!isLike(template, found({ templateId: other.id })))
})

test('an address is normal wherever it comes, however long it goes on, and never together with strangers', () => {
  const entity = normal(guesses, 'entity')
  const by = (...ip: string[]) =>
    found({ detector: 'brute-force', kind: 'brute_force', service: 'vpn', seen: 1e6, entities: { ip } })
  assert.ok(isLike(entity, by('192.0.2.8')))
  assert.ok(!isLike(entity, by('192.0.2.8', '198.51.100.1')))
  assert.ok(!isLike(entity, by()))
})

test('a time of day comes every day, also over midnight', () => {
  const noon = normal(spike, 'rhythm')
  assert.ok(isLike(noon, found({ at: NOON + 24 * HOUR })))
  assert.ok(!isLike(noon, found({ at: NOON + 6 * HOUR })))
  const night = normal({ ...spike, start: '2026-11-22T23:50:00Z', end: '2026-11-23T00:20:00Z' }, 'rhythm')
  for (const [hours, like] of [
    [11.5, true],
    [13, true],
    [10.5, false],
    [14, false],
  ] as const)
    assert.equal(isLike(night, found({ at: NOON + hours * HOUR })), like, `${hours} h after noon`)
})
