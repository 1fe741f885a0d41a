import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding, SeriesWindow } from '../finding.ts'
import type { Incident } from '../wire/incident.ts'
import { causeTracker, risesIn } from './causes.ts'
import { correlator, type Context } from './group.ts'
import { restartSigns } from './restarts.ts'

const MINUTE_MS = 60_000
const START = Date.parse('2026-03-02T10:00:00Z')

function windowAt(start: number, restarted: readonly string[] = []): Context {
  return { start, end: start + 5_000, rises: [], restarted }
}

function finding(at: number, changes: Partial<Finding>): Finding {
  return {
    detector: 'error-spike',
    kind: 'error_spike',
    at,
    start: at - 10_000,
    service: 'checkout',
    entities: {},
    seen: 50,
    usual: 1,
    low: 0,
    high: 5,
    unit: 'errors/min',
    score: 0.9,
    samples: [],
    lines: 50,
    ...changes,
  }
}

const broken = (at: number, start: number, id: string) =>
  finding(at, {
    detector: 'sequence',
    kind: 'sequence',
    start,
    service: 'web',
    services: ['web', 'checkout'],
    entities: { session: [id] },
  })

/** Every incident in its last form; findings come at the windows that end when they are told. */
function incidentsOf(findings: readonly Finding[], until = START + 20 * MINUTE_MS): Incident[] {
  const correlating = correlator()
  const known = new Map<string, Incident>()
  for (let start = START; start <= until; start += 5_000) {
    const due = findings.filter(({ at }) => at > start && at <= start + 5_000)
    for (const incident of correlating.take(due, windowAt(start))) known.set(incident.id, incident)
  }
  for (const incident of correlating.finish([])) known.set(incident.id, incident)
  return [...known.values()]
}

test('sessions that an error spike broke are evidence of it, told after its end or not', () => {
  const [incident, ...others] = incidentsOf([
    finding(START + MINUTE_MS, {}),
    broken(START + 12 * MINUTE_MS, START + MINUTE_MS, 'a'),
  ])
  assert.deepEqual(others, [])
  assert.deepEqual([incident.kind, incident.entities.session], ['error_spike', ['a']])
  assert.deepEqual([incident.end, incident.reopens], [new Date(START + MINUTE_MS).toISOString(), 0])
  assert.deepEqual(incident.service, ['checkout'])
})

test('sessions that broke at another time are an incident of their own', () => {
  const told = incidentsOf([
    finding(START + MINUTE_MS, {}),
    broken(START + 12 * MINUTE_MS, START + 10 * MINUTE_MS, 'a'),
  ])
  assert.deepEqual(
    told.map(({ kind }) => kind),
    ['error_spike', 'sequence'],
  )
})

test('trouble told after the sessions it broke takes them in', () => {
  const [incident, ...others] = incidentsOf([
    { ...broken(START + MINUTE_MS, START + 50_000, 'a'), service: 'checkout' },
    finding(START + 2 * MINUTE_MS, {}),
  ])
  assert.deepEqual(others, [])
  assert.deepEqual([incident.kind, incident.entities.session], ['error_spike', ['a']])
})

test('one campaign shares its addresses out among the accounts, and is one incident', () => {
  const spraying = (at: number, ip: string) =>
    finding(at, { kind: 'password_spraying', service: 'auth', start: START, entities: { ip: [ip], user: [`u${ip}`] } })
  const [incident, ...others] = incidentsOf([
    spraying(START + MINUTE_MS, '203.0.113.1'),
    spraying(START + MINUTE_MS + 5_000, '203.0.113.2'),
  ])
  assert.deepEqual(others, [])
  assert.deepEqual(incident.entities.ip, ['203.0.113.1', '203.0.113.2'])
})

test('of services that begin together, the one with the most errors names the incident', () => {
  const [incident] = incidentsOf([
    finding(START + MINUTE_MS, { service: 'web', seen: 15 }),
    finding(START + MINUTE_MS + 5_000, { service: 'checkout', seen: 20, unit: 'errors in 10 s' }),
  ])
  assert.equal(incident.title, 'Error spike in checkout')
})

test('the sample behind a reason is shown, whatever came first', () => {
  const tries = { kind: 'brute_force', service: 'sshd', entities: { ip: ['203.0.113.1'] } } as const
  const [incident] = incidentsOf([
    finding(START + MINUTE_MS, { ...tries, samples: ['try 1', 'try 2', 'try 3'] }),
    finding(START + 2 * MINUTE_MS, {
      ...tries,
      samples: ['try 1', 'got in'],
      reason: { en: 'The last tries signed in', es: '' },
    }),
  ])
  assert.deepEqual(incident.samples, ['try 1', 'try 2', 'got in'])
})

function risen(text: string, since: number): SeriesWindow {
  const calm = { seen: 9, usual: 0, low: 0, high: 0, span: 10_000, phi: 0.1, pUp: 1e-9, pDown: 1, learning: false }
  return {
    service: 'checkout',
    template: { id: text, text, component: '' },
    lines: 9,
    errors: 9,
    lineScore: calm,
    errorScore: calm,
    latencyScore: { seen: 0, usual: 0, low: 0, high: 0, quantile: 0.5, span: 10_000, p: 1, learning: false },
    latency: [],
    since,
    serviceSince: START - 24 * 60 * MINUTE_MS,
    sample: text,
  }
}

test('the traffic that a deed made is part of it, though a long span tells it late', () => {
  const [incident, ...others] = incidentsOf([
    finding(START + 2 * MINUTE_MS, { kind: 'brute_force', service: 'sshd', entities: { ip: ['203.0.113.1'] } }),
    finding(START + 9 * MINUTE_MS, { kind: 'rate_change', service: 'sshd', start: START - 6 * MINUTE_MS }),
  ])
  assert.deepEqual(others, [])
  assert.equal(incident.kind, 'brute_force')
})

test('what a new release brings along is a note, its errors are not', () => {
  const restart = { ...risen('server listening at <*>', START), lineScore: { ...risen('', START).lineScore, usual: 0 } }
  const told = (kind: 'new_template' | 'error_spike') => {
    const correlating = correlator()
    correlating.take([], windowAt(START, restartSigns()({ templates: [restart] })))
    const found = finding(START + MINUTE_MS, { kind, unit: kind === 'new_template' ? 'error lines' : 'errors/min' })
    const [{ severity, why }] = correlating.take([found], windowAt(START + MINUTE_MS - 5_000))
    return { severity, isExplained: why.includes('new release') }
  }
  assert.deepEqual(told('new_template'), { severity: 'low', isExplained: true })
  assert.deepEqual(told('error_spike'), { severity: 'critical', isExplained: false })
})

test('what rose after the beginning is not what changed first, unless nothing else did', () => {
  const causes = causeTracker()
  causes.see(risesIn({ start: START + 5_000, templates: [risen('new error', START + 5_000)] }))
  const named = () => causes.before(START, new Set(['checkout'])).map(({ template }) => template)
  assert.deepEqual(named(), ['new error'])
  causes.see(risesIn({ start: START - 5_000, templates: [risen('old habit', START - 60 * MINUTE_MS)] }))
  assert.deepEqual(named(), ['old habit'])
})

test('growth that is nothing but a new line is named after the line, and probing of many doors a scan', () => {
  const template = { id: 'a', text: 'ledger out of balance', component: '' }
  const line = { templates: [{ template, count: 20 }] }
  const grown = finding(START + 10_000, { kind: 'rate_change', seen: 60, unit: 'lines/min', ...line })
  const coined = finding(START + 20_000, { kind: 'new_template', templateId: 'a', unit: 'lines', ...line })
  const told = (findings: readonly Finding[]) => incidentsOf(findings).map(({ kind }) => kind)
  assert.deepEqual(told([grown, coined]), ['new_template'])
  assert.deepEqual(told([grown, { ...coined, templateId: 'b' }]), ['rate_change'])
  const by = { entities: { ip: ['203.0.113.9'] } }
  assert.deepEqual(
    told([finding(START + 10_000, { kind: 'probe', ...by }), finding(START + 30_000, { kind: 'scan', ...by })]),
    ['scan'],
  )
})

test('a sign-in from a new place takes in no change of rate, whichever was seen first; an attack does', () => {
  const rate = (at: number) => finding(at, { detector: 'rate-change', kind: 'rate_change', unit: 'lines/min' })
  const place = (at: number) =>
    finding(at, { detector: 'first-place', kind: 'suspicious_ip', entities: { user: ['ann'], ip: [] }, score: 0.5 })
  const attack = (at: number) =>
    finding(at, { detector: 'brute-force', kind: 'brute_force', entities: { ip: ['203.0.113.9'] } })
  const kinds = (...findings: Finding[]) =>
    incidentsOf(findings)
      .map(({ kind }) => kind)
      .sort()
  const [first, second] = [START + MINUTE_MS, START + MINUTE_MS + 5_000]
  assert.deepEqual(kinds(place(first), rate(second)), ['rate_change', 'suspicious_ip'])
  assert.deepEqual(kinds(rate(first), place(second)), ['rate_change', 'suspicious_ip'])
  assert.deepEqual(kinds(rate(first), attack(second)), ['brute_force'])
  assert.deepEqual(kinds(attack(first), rate(second)), ['brute_force'])
})
