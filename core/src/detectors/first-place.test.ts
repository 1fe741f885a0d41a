import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding } from '../finding.ts'
import { attackerBook } from '../security/attackers.ts'
import type { SecurityEvent } from '../security/event.ts'
import { firstPlace, type FirstPlaceOptions } from './first-place.ts'
import { closedWindow, START } from './test/windows.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

function signIn(time: number, user: string, ip: string, kind: SecurityEvent['kind'] = 'auth_success'): SecurityEvent {
  return { time, kind, service: 'vpn', ip, user, count: 1, shape: kind, sample: `${user} from ${ip}` }
}

function judge(events: readonly SecurityEvent[], options: FirstPlaceOptions = {}): Finding[] {
  const detector = firstPlace(options)
  return events
    .toSorted((a, b) => a.time - b.time)
    .flatMap((event) => detector.judge({ ...closedWindow(event.time, []), security: [event] }))
}

/** Four times a day from the same office, for so many days. */
const atHome = (user: string, days: number) =>
  Array.from({ length: days * 4 }, (_, i) => signIn(START + i * 6 * HOUR, user, `192.0.2.${i % 9}`))

test('an account that was always at home and signs in from elsewhere is told once, with both places', () => {
  const away = [5, 5.1, 5.2].map((day) => signIn(START + day * DAY, 'ann', '203.0.113.9'))
  const [found, ...others] = judge([...atHome('ann', 5), ...away])
  assert.deepEqual(others, [])
  assert.deepEqual(found.entities, { user: ['ann'], ip: [] }, 'a journey makes nobody an offender')
  assert.match(found.reason?.en ?? '', /^ann signed in from 203\.0\.113\.0\/24, .* known from 192\.0\.2\.0\/24$/)
  assert.match(found.reason?.es ?? '', /^ann entró desde 203\.0\.113\.0\/24/)
})

test('wrong passwords just before it make the address an offender', () => {
  const at = START + 5 * DAY
  const guesses = [1, 2, 3, 4].map((i) => signIn(at + i * 60_000, 'ann', '203.0.113.9', 'auth_failure'))
  const [found] = judge([...atHome('ann', 5), ...guesses, signIn(at + 10 * 60_000, 'ann', '203.0.113.9')])
  assert.deepEqual(found.entities.ip, ['203.0.113.9'])
  assert.match(found.reason?.en ?? '', /after 4 wrong passwords/)
  const stale = guesses.map((event) => ({ ...event, time: event.time - 3 * HOUR }))
  assert.deepEqual(judge([...atHome('ann', 5), ...stale, signIn(at, 'ann', '203.0.113.9')])[0].entities.ip, [])
})

test('while an account is learnt, and for who is always elsewhere, every place is as good as another', () => {
  assert.deepEqual(judge([...atHome('new', 2), signIn(START + 2 * DAY, 'new', '203.0.113.9')]), [])
  const roaming = Array.from({ length: 60 }, (_, i) => signIn(START + i * 6 * HOUR, 'bob', `10.1.${i}.7`))
  assert.deepEqual(judge(roaming), [])
  const twoHomes = [...atHome('bob', 5), ...atHome('bob', 5).map((event) => ({ ...event, ip: '198.51.100.7' }))]
  assert.deepEqual(judge([...twoHomes, signIn(START + 6 * DAY, 'bob', '203.0.113.9')]), [])
})

test('when the whole office moves, the first few are told and the rest is not', () => {
  const staff = Array.from({ length: 40 }, (_, i) => `user${i}`)
  const before = staff.flatMap((user) => atHome(user, 5))
  const moved = staff.map((user, i) => signIn(START + 6 * DAY + i * 60_000, user, '198.51.100.7'))
  assert.equal(judge([...before, ...moved]).length, 3)
})

test('with countries another network of the same country is home, and an allow list wins over both', () => {
  const country = (ip: string) => (ip.startsWith('203.') ? 'NZ' : 'ES')
  const here = [...atHome('ann', 5), signIn(START + 5 * DAY, 'ann', '198.51.100.7')]
  assert.deepEqual(judge(here, { country }), [])
  const abroad = [...here, signIn(START + 9 * DAY, 'ann', '203.0.113.9')]
  assert.match(judge([...atHome('ann', 8), ...abroad], { country })[0].reason?.en ?? '', /from NZ, .* from ES$/)
  assert.deepEqual(judge(abroad, { country, book: attackerBook({ allow: ['203.0.113.0/24'] }) }), [])
})

test('of an IPv6 address the /48 is the place', () => {
  const home = Array.from({ length: 20 }, (_, i) => signIn(START + i * 6 * HOUR, 'ann', `2001:db8:7:${i}::1`))
  assert.deepEqual(judge([...home, signIn(START + 5 * DAY, 'ann', '2001:db8:7:ffff::9')]), [])
  assert.equal(judge([...home, signIn(START + 5 * DAY, 'ann', '2001:db8:8::9')]).length, 1)
})

test('it is told at a glance, before the window is over', () => {
  const detector = firstPlace()
  const windowOf = (event: SecurityEvent) => ({ ...closedWindow(event.time, []), security: [event] })
  for (const event of atHome('ann', 5)) detector.judge(windowOf(event))
  assert.equal(detector.glance?.(windowOf(signIn(START + 5 * DAY, 'ann', '203.0.113.9'))).length, 1)
})
