/** What hostile or broken senders do to detection: bounded memory, no storm, at most one incident that makes sense. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { MINUTE_MS, WINDOW_MS } from './aggregate/window.ts'
import { seriesBook } from './aggregate/series.ts'
import { wholeDetection } from './whole.ts'
import type { DetectorOptions } from './detectors/index.ts'
import { templates } from './mine/templates.ts'
import { observer } from './observe.ts'
import { readableEngine } from './readable-engine.ts'
import type { Incident } from './wire/incident.ts'

const START = Date.parse('2026-03-02T00:00:00Z')
const HOUR_MS = 60 * MINUTE_MS

/** The stages joined as they are in the live system, one batch per window; `write` tells the lines that arrive in it. */
function run(
  ms: number,
  write: (at: number) => string[],
  options: DetectorOptions = {},
): { incidents: Incident[]; late: number } {
  const observing = observer({ engine: readableEngine({ text }), text })
  const detecting = wholeDetection({ miner: templates(), ...options })
  const known = new Map<string, Incident>()
  for (let at = START; at < START + ms; at += WINDOW_MS) {
    const bytes = new TextEncoder().encode(
      write(at)
        .map((line) => `${line}\n`)
        .join(''),
    )
    const receivedAt = at + WINDOW_MS - 1
    if (bytes.length > 0) observing.read({ source: 'shop', service: '', bytes, receivedAt })
    else observing.idle(receivedAt)
    const message = observing.take({ topic: 'app-logs', partition: 0, partitions: 1, from: 0, to: 0 })
    for (const incident of detecting.accept(message)) known.set(incident.id, incident)
  }
  return { incidents: [...known.values()], late: detecting.stats().late }
}

const line = (at: number, service: string, message: string, level = 'info') =>
  JSON.stringify({ time: new Date(at).toISOString(), level, service, msg: message })
const usual = (at: number) =>
  ['cart', 'auth', 'search'].flatMap((service) =>
    Array.from({ length: 6 }, (_, i) => line(at + 700 * i, service, `request ${at % 977} served`)),
  )
const told = (incidents: readonly Incident[]) => incidents.map(({ kind, service }) => `${kind} ${service.join()}`)

test('a host whose clock jumps a day ahead or back neither silences nor floods anybody', () => {
  for (const jump of [24 * HOUR_MS, -24 * HOUR_MS]) {
    const { incidents } = run(4 * HOUR_MS, (at) => {
      const off = at >= START + 2 * HOUR_MS && at < START + 2.5 * HOUR_MS ? jump : 0
      return [
        ...usual(at),
        ...Array.from({ length: 3 }, (_, i) => line(at + off + 900 * i, 'billing', `invoice ${i} sent`)),
      ]
    })
    assert.ok(incidents.length <= 1, told(incidents).join('; '))
    assert.ok(
      incidents.every(({ service }) => service.every((name) => name === 'billing')),
      told(incidents).join('; '),
    )
  }
})

test('the same second again and again is one burst', () => {
  const stuck = START + 2 * HOUR_MS
  const flood = Array.from({ length: 20_000 }, () => line(stuck + 1_000, 'cart', 'retrying'))
  const { incidents } = run(3 * HOUR_MS, (at) => [
    ...usual(at),
    ...(at >= stuck && at < stuck + 10 * WINDOW_MS ? flood : []),
  ])
  assert.deepEqual(told(incidents), ['rate_change cart'])
})

test('a source that sends only errors from its first line is one incident, not critical', () => {
  const { incidents } = run(3 * HOUR_MS, (at) => [
    ...usual(at),
    ...(at >= START + HOUR_MS
      ? [
          line(at, 'mailer', `cannot connect to smtp:${at % 7}`, 'error'),
          line(at + 900, 'mailer', 'giving up', 'error'),
        ]
      : []),
  ])
  assert.deepEqual(told(incidents), ['error_spike mailer'])
  assert.equal(incidents[0].severity, 'medium')
  assert.match(incidents[0].why, /hardly anything but errors/)
})

test('one template that is nearly all of the traffic hides nothing and alarms nobody', () => {
  const traffic = (at: number) => [
    ...Array.from({ length: 40 }, (_, i) => line(at + 100 * i, 'cart', `hit ${i}`)),
    ...(at % (10 * MINUTE_MS) === 0 ? [line(at, 'cart', 'cache refreshed')] : []),
  ]
  assert.deepEqual(told(run(3 * HOUR_MS, traffic).incidents), [])
  const from = START + 2 * HOUR_MS
  const failing = run(2.5 * HOUR_MS, (at) => [
    ...traffic(at),
    ...(at >= from && at < from + MINUTE_MS
      ? Array.from({ length: 20 }, () => line(at, 'cart', 'out of memory', 'error'))
      : []),
  ])
  assert.deepEqual(told(failing.incidents), ['error_spike cart'])
})

test('a service that is born in a burst does not take it for usual', () => {
  const { incidents } = run(5 * HOUR_MS, (at) => {
    const age = at - START - HOUR_MS
    const lines = age < 0 ? 0 : age < 10 * MINUTE_MS ? 200 : age < 3 * HOUR_MS || age > 3 * HOUR_MS + MINUTE_MS ? 4 : 60
    return [...usual(at), ...Array.from({ length: lines }, (_, i) => line(at + 20 * i, 'worker', `job ${i} done`))]
  })
  assert.deepEqual(told(incidents), ['rate_change worker'])
  assert.equal(Date.parse(incidents[0].detected) - (START + 4 * HOUR_MS) < MINUTE_MS, true)
})

test('any number of services and templates is held in bounded memory, and what is forgotten is counted', () => {
  const book = seriesBook((shape) => ({ id: shape, text: shape, component: '' }), 1_000)
  for (let i = 0; i < 20; i++) {
    const names = Array.from({ length: 500 }, (_, n) => `service-${i}-${n}`)
    const count = { lines: 1, errors: 0, latency: new Map<number, number>(), sample: '' }
    book.judge({
      start: START + i * WINDOW_MS,
      counts: new Map(names.map((name) => [name, new Map([['shape', { ...count }]])])),
    })
  }
  const { live, evicted } = book.size()
  assert.ok(live <= 1_000 && evicted > 10_000, `${live} ${evicted}`)
})

test('one service on a hundred thousand hosts is one service', () => {
  const { incidents } = run(HOUR_MS, (at) =>
    Array.from({ length: 150 }, (_, i) => {
      const host = `web-${((at / WINDOW_MS) * 150 + i) % 100_000}`
      return JSON.stringify({
        time: new Date(at + 30 * i).toISOString(),
        level: 'info',
        host,
        service: 'web',
        msg: `request ${i} served`,
      })
    }),
  )
  assert.deepEqual(told(incidents), [])
})

/** Lines of sshd within the second hour and a minute: `tries` of them in each window. */
function tried(at: number, tries: number, attempt: (n: number) => { user: string; ip: string }): string[] {
  const since = (at - START - HOUR_MS) / WINDOW_MS
  if (since < 0 || since >= 12) return []
  return Array.from({ length: tries }, (_, i) => {
    const { user, ip } = attempt(since * tries + i)
    const time = new Date(at + ((i * 7) % WINDOW_MS)).toISOString()
    return `${time} bastion sshd[${4_000 + i}]: Failed password for invalid user ${user} from ${ip} port ${20_000 + i} ssh2`
  })
}

test('an attacker who is allowed offends nobody, and who is not is one incident', () => {
  const attack = (at: number) => [...usual(at), ...tried(at, 5, (n) => ({ user: `u${n % 40}`, ip: '203.0.113.7' }))]
  const offenders = (incidents: readonly Incident[]) => incidents.flatMap(({ entities }) => entities.ip)
  const allowed = run(1.5 * HOUR_MS, attack, { allow: ['203.0.113.0/24'] }).incidents
  assert.deepEqual(offenders(allowed), [])
  assert.ok(allowed.length <= 1, told(allowed).join('; '))
  const { incidents } = run(1.5 * HOUR_MS, attack)
  assert.deepEqual(offenders(incidents), ['203.0.113.7'])
})

test('an attacker of as many addresses as there are tries is one incident', () => {
  const address = (n: number) => `${11 + (n >> 14)}.${(n >> 8) & 63}.${n & 255}.9`
  const { incidents } = run(1.5 * HOUR_MS, (at) => [
    ...usual(at),
    ...tried(at, 3_000, (n) => ({ user: 'root', ip: address(n) })),
  ])
  assert.deepEqual(
    incidents.map(({ kind }) => kind),
    ['password_spraying'],
  )
  assert.ok(incidents[0].entities.ip.length <= 10_000, String(incidents[0].entities.ip.length))
})

test('user names that are lines of a log name nobody but who sent them', () => {
  const names = [
    'x from 198.51.100.1 port 22 ssh2',
    'Accepted password for root from 198.51.100.2 port 22 ssh2',
    '2026-03-02T00:00:00Z cart sshd[1]: Failed password for root from 198.51.100.3 port 22 ssh2',
    '{"time":"2030-01-01T00:00:00Z","level":"fatal","service":"auth","msg":"down","ip":"198.51.100.4"}',
  ]
  const { incidents } = run(1.5 * HOUR_MS, (at) => [
    ...usual(at),
    ...tried(at, 4, (n) => ({ user: names[n % names.length], ip: '203.0.113.7' })),
  ])
  assert.deepEqual(
    incidents.map(({ entities }) => entities.ip),
    [['203.0.113.7']],
    told(incidents).join('; '),
  )
})
