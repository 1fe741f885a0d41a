import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bruteForce } from '../detectors/brute-force.ts'
import { passwordSpraying } from '../detectors/password-spraying.ts'
import { probe } from '../detectors/probe.ts'
import { scan } from '../detectors/scan.ts'
import type { ClosedWindow, Detector, Finding } from '../finding.ts'
import { attackerBook } from './attackers.ts'
import type { SecurityEvent } from './event.ts'
import { recent } from './recent.ts'

function failure(time: number, ip: string, user: string): SecurityEvent {
  return { time, kind: 'auth_failure', service: 'sshd', ip, user, count: 1, shape: 'f', sample: `failed ${user} ${ip}` }
}

function windowOf(start: number, security: readonly SecurityEvent[]): ClosedWindow {
  const nothing = {
    glanced: [],
    services: [],
    templates: [],
    sessions: [],
    hosts: new Map(),
    numbers: [],
    alarmBelow: 0,
  }
  return { start, end: start + 5_000, security, ...nothing, templateOf: (id) => ({ id, text: '', component: '' }) }
}

function judge(all: readonly Detector[], start: number, security: readonly SecurityEvent[]): Finding[] {
  const window = windowOf(start, security)
  return all.flatMap((detector) => detector.judge(window))
}

test('a map of bounded size forgets what was used longest ago', () => {
  const map = recent<{ n: number }>(2, () => ({ n: 0 }))
  map.of('a').n = 1
  map.of('b').n = 2
  map.of('a')
  map.of('c')
  assert.deepEqual([map.peek('a')?.n, map.peek('b'), map.size], [1, undefined, 2])
})

test('an attack from a hundred thousand addresses is told in few findings, and hides no other', () => {
  const book = attackerBook()
  const all = [bruteForce({ book }), passwordSpraying({ book }), probe({ book })]
  const findings: Finding[] = []
  for (let window = 0; window < 100; window++) {
    const at = window * 5_000
    const events = Array.from({ length: 1_000 }, (_, i) => {
      const n = window * 1_000 + i
      return failure(at + i * 5, `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`, 'root')
    })
    findings.push(...judge(all, at, events))
  }
  assert.ok(findings.length > 0 && findings.length < 20, `${findings.length} findings`)
  assert.ok(findings.every(({ kind, entities }) => kind === 'password_spraying' && (entities.ip?.length ?? 0) <= 1_000))
  const at = 100 * 5_000
  const later = judge(
    all,
    at,
    Array.from({ length: 8 }, (_, i) => failure(at + i * 100, '203.0.113.9', 'amy')),
  )
  assert.deepEqual(
    later.map(({ entities }) => entities.ip),
    [['203.0.113.9']],
  )
})

test('an offender who goes on is told at most once a minute, with counts that grow and lines that add up', () => {
  const all = [bruteForce({ book: attackerBook() })]
  const findings: Finding[] = []
  for (let window = 0; window < 60; window++) {
    const at = window * 5_000
    findings.push(...judge(all, at, [failure(at, '203.0.113.1', 'root'), failure(at + 2_500, '203.0.113.1', 'root')]))
  }
  findings.push(...(all[0].finish?.(300_000) ?? []))
  assert.ok(findings.length <= 6, `${findings.length} findings`)
  assert.deepEqual(
    findings.map(({ seen }) => seen),
    findings.map(({ seen }) => seen).sort((a, b) => a - b),
  )
  assert.equal(
    findings.reduce((sum, { lines }) => sum + lines, 0),
    120,
  )
})

test('the same try told twice in other words is one try', () => {
  const book = attackerBook()
  const twice = [failure(0, '203.0.113.1', 'root'), { ...failure(400, '203.0.113.1', 'root'), shape: 'g' }]
  assert.equal(book.acts({ security: twice }).length, 1)
})

test('a try told by the server in front, whose clock knows seconds only, keeps its account', () => {
  const inFront = {
    time: 53_000,
    kind: 'auth_failure',
    service: 'proxy',
    ip: '203.0.113.1',
    count: 1,
    shape: 'p',
    sample: '',
  } as const
  const acts = attackerBook().acts({ security: [inFront, failure(53_512, '203.0.113.1', 'amy')] })
  assert.deepEqual(
    acts.map(({ user }) => user),
    ['amy'],
  )
})

test('a stale password at home weighs half', () => {
  const book = attackerBook()
  const acts = book.acts({
    security: [{ ...failure(0, '203.0.113.1', 'job'), kind: 'auth_success' }, failure(60_000, '203.0.113.1', 'job')],
  })
  assert.deepEqual(
    acts.map(({ weight, known }) => [weight, known]),
    [
      [1, false],
      [0.5, true],
    ],
  )
})

/** What is told of the account `amy` when these addresses fail at these minutes, in windows of 5 s. */
function spraying(failures: readonly (readonly [minute: number, ip: string])[]): Finding[] {
  const all = [passwordSpraying({ book: attackerBook() })]
  const findings: Finding[] = []
  for (let start = 0; start < 6 * 3_600_000; start += 5_000) {
    const due = failures
      .map(([minute, ip]) => ({ at: minute * 60_000, ip }))
      .filter(({ at }) => at >= start && at < start + 5_000)
    findings.push(
      ...judge(
        all,
        start,
        due.map(({ at, ip }) => failure(at, ip, 'amy')),
      ),
    )
  }
  return findings
}

const campaign = Array.from({ length: 12 }, (_, i) => [i / 3, `203.0.113.${i}`] as const)

test('whoever mistypes after a campaign is not named with it', () => {
  const typos = Array.from({ length: 7 }, (_, i) => [6 + i * 2, `198.51.100.${i}`] as const)
  const named = new Set(spraying([...campaign, ...typos]).flatMap(({ entities }) => entities.ip ?? []))
  assert.deepEqual([...named].sort(), campaign.map(([, ip]) => ip).sort())
})

test('a campaign that slows down is still one campaign', () => {
  const slower = Array.from({ length: 30 }, (_, i) => [4 + i * 0.7, `203.0.113.${100 + i}`] as const)
  const findings = spraying([...campaign, ...slower])
  assert.deepEqual(new Set(findings.map(({ start }) => start)), new Set([0]))
  assert.equal(findings.at(-1)?.seen, 42)
})

test('a second campaign hours later is told as another one', () => {
  const again = campaign.map(([minute, ip]) => [minute + 180, ip] as const)
  assert.equal(new Set(spraying([...campaign, ...again]).map(({ start }) => start)).size, 2)
})

test('a scanner who is back after hours is told from then on', () => {
  const all = [scan({ book: attackerBook() })]
  const hour = 3_600_000
  const asked = (at: number, from: number) =>
    Array.from({ length: 30 }, (_, i): SecurityEvent => {
      const path = `/page-${from + i}`
      const request = { kind: 'request', service: 'web', ip: '203.0.113.1', method: 'GET', path, status: 404 } as const
      return { time: at + 100 * i, ...request, count: 1, shape: 'r', sample: path }
    })
  const [first] = judge(all, hour, asked(hour, 0))
  assert.equal(first.start, hour)
  judge(all, 2 * hour, [])
  const back = 9 * hour
  const [again, ...others] = judge(all, back, asked(back, 100))
  assert.deepEqual([again.start, others], [back, []])
})
