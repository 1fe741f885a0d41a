import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ClosedWindow, Finding } from '../finding.ts'
import { sequence, type SequenceOptions } from './sequence.ts'

const SEED = 7_654_321
const STEP_MS = 60_000
const HOUR_MS = 3_600_000

type Random = () => number
type Events = Record<string, number>

function seeded(seed = SEED): Random {
  let state = seed
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
}

/** Orders: one to six items reserved and packed, payments tried again, some cancelled, gifts wrapped now and then. */
function order(random: Random): Events {
  const items = 1 + Math.floor(random() * 6)
  const tries = random() < 0.1 ? 2 + Math.floor(random() * 2) : 1
  const events: Events = { created: 1, reserved: items, payment: tries }
  if (tries > 1) events['payment failed'] = tries - 1
  if (random() < 0.06) return { ...events, cancelled: 1, released: items }
  if (random() < 0.08) events.gift = 1
  return { ...events, paid: 1, packed: items, label: 1, shipped: 1, delivered: 1 }
}

/** Requests: a cache that mostly hits, queries of any number, a slow query warned about, reads and writes. */
function request(random: Random): Events {
  const hit = random() < 0.85
  const events: Events = { received: 1, authorised: 1, [hit ? 'cache hit' : 'cache miss']: 1, answered: 1 }
  if (!hit) events.query = 1 + Math.floor(random() ** 3 * 30)
  if (!hit && random() < 0.1) events['slow query'] = 1
  return random() < 0.3 ? { ...events, written: 1, published: 2 } : events
}

function run(
  sessions: readonly Events[],
  options: SequenceOptions = {},
  cut: (event: string) => string = (id) => id,
): Finding[] {
  const detector = sequence(options)
  const templateOf = (shape: string) => ({ id: cut(shape), text: cut(shape), component: '' })
  const findings = sessions.flatMap((events, i) => detector.judge(windowOf(i, events, templateOf)))
  return [...findings, ...(detector.finish?.(sessions.length * STEP_MS + HOUR_MS) ?? [])]
}

function windowOf(i: number, events: Events, templateOf: ClosedWindow['templateOf']): ClosedWindow {
  const time = i * STEP_MS
  const shapes = Object.entries(events)
  const session = { session: `s${i}`, service: 'shop', first: time, last: time, gap: 0, shapes }
  return {
    start: time,
    end: time + 1,
    services: [],
    templates: [],
    alarmBelow: 0,
    glanced: [],
    security: [],
    sessions: [session],
    hosts: new Map(),
    numbers: [],
    templateOf,
  }
}

function called(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ entities }) => entities.session ?? [])
}

const systems = { order, request }

for (const [name, make] of Object.entries(systems)) {
  test(`normal variation of ${name} sessions gives no finding, without any clean part to learn from (seed ${SEED})`, () => {
    const random = seeded()
    assert.deepEqual(
      run(Array.from({ length: 3_000 }, () => make(random))).map(({ reason }) => reason),
      [],
    )
  })

  test(`nor does it after a short clean part of ${name} sessions (seed ${SEED})`, () => {
    const random = seeded(SEED + 1)
    const findings = run(
      Array.from({ length: 2_000 }, () => make(random)),
      { learnUntil: 500 * STEP_MS },
    )
    assert.deepEqual(
      findings.map(({ reason }) => reason),
      [],
    )
  })
}

function withOrders(broken: readonly Events[], options: SequenceOptions = {}): Finding[] {
  const random = seeded()
  const orders = Array.from({ length: 600 }, () => order(random))
  return run([...orders.slice(0, 500), ...broken, ...orders.slice(500)], options)
}

const good: Events = { created: 1, reserved: 3, payment: 1, paid: 1, packed: 3, label: 1, shipped: 1, delivered: 1 }

const faults: Record<string, { events: Events; seen: number; usual: number; reason: RegExp }> = {
  'an event no session had': {
    events: { ...good, 'rolled back': 2 },
    seen: 2,
    usual: 0,
    reason: /^"rolled back" came in none of \d+ normal sessions$/,
  },
  'an event missing that its company always has': {
    events: { created: 1, reserved: 3, payment: 1, paid: 1, packed: 3, label: 1, delivered: 1 },
    seen: 0,
    usual: 1,
    reason: /^"shipped" is missing; \d+ normal sessions had it beside "/,
  },
  'counts that do not fit': {
    events: { ...good, packed: 4 },
    seen: 4,
    usual: 3,
    reason: /^"packed" came 4 times where 3 times is usual beside "reserved"/,
  },
  'an event that came twice': {
    events: { ...good, shipped: 2 },
    seen: 2,
    usual: 1,
    reason: /^"shipped" came 2 times where once is usual/,
  },
  'far too many lines': {
    events: { created: 1, reserved: 3, payment: 90, 'payment failed': 89, cancelled: 1, released: 3 },
    seen: 90,
    usual: 3,
    reason: /^"payment" came 90 times, 3 times at most in \d+ normal sessions$/,
  },
}

for (const [what, { events, seen, usual, reason }] of Object.entries(faults)) {
  for (const learnUntil of [Number.NEGATIVE_INFINITY, 400 * STEP_MS]) {
    test(`finds ${what}, ${learnUntil > 0 ? 'after a clean part' : 'learning as it goes'}`, () => {
      const findings = withOrders([events], { learnUntil })
      assert.deepEqual(called(findings), ['s500'])
      assert.deepEqual([findings[0].seen, findings[0].usual], [seen, usual])
      assert.match(findings[0].reason?.en ?? '', reason)
    })
  }
}

test('a session cut short is found although others of the learnt ones were cut short as well', () => {
  const random = seeded()
  const orders = Array.from({ length: 1_000 }, (_, i) => (i % 40 === 39 ? { created: 1, reserved: 2 } : order(random)))
  const found = called(run(orders))
  assert.ok(found.length >= 15 && found.every((id) => Number(id.slice(1)) % 40 === 39), found.join(' '))
})

test('a release that changes every session is reported a few times and then normal', () => {
  const random = seeded()
  const orders = Array.from({ length: 2_000 }, (_, i) => (i < 1_000 ? order(random) : { ...order(random), audited: 1 }))
  assert.ok(called(run(orders)).length <= 20)
})

test('however many sessions there are, the first hours only teach', () => {
  const random = seeded()
  const detector = sequence()
  const templateOf = (shape: string) => ({ id: shape, text: shape, component: '' })
  const told = Array.from({ length: 3_000 }, (_, i) => {
    const events = i === 2_900 ? { ...order(random), 'payment declined': 1 } : order(random)
    const { sessions, ...window } = windowOf(0, events, templateOf)
    const time = i * 4_000
    const session = { ...sessions[0], session: `s${i}`, first: time, last: time }
    return detector.judge({ ...window, start: time, end: time + 1, sessions: [session] })
  })
  assert.deepEqual(told.flat(), [])
})

test('nothing is judged before sessions enough were seen', () => {
  const random = seeded()
  assert.deepEqual(run([...Array.from({ length: 100 }, () => order(random)), { strange: 1 }]), [])
})

test('a system that coins new events all the time is not reported for them', () => {
  const random = seeded()
  const sessions = Array.from({ length: 2_000 }, (_, i) =>
    i % 10 === 0 ? { ...order(random), [`said ${i}`]: 1 } : order(random),
  )
  assert.deepEqual(run(sessions), [])
})

test('templates that merge make no session look broken', () => {
  const random = seeded()
  const detector = sequence()
  let merged = false
  const templateOf = (shape: string) => {
    const id = merged && shape === 'label' ? 'gift' : shape
    return { id, text: id, component: '' }
  }
  const findings = Array.from({ length: 2_000 }, (_, i) => {
    merged = i >= 1_000
    return detector.judge(windowOf(i, order(random), templateOf))
  })
  assert.deepEqual(findings.flat(), [])
})

test('a session still going on at the end of input is not called incomplete', () => {
  const random = seeded()
  const detector = sequence()
  const templateOf = (shape: string) => ({ id: shape, text: shape, component: '' })
  for (let i = 0; i < 500; i++) detector.judge(windowOf(i, order(random), templateOf))
  detector.judge(windowOf(10_000, { created: 1, reserved: 1 }, templateOf))
  assert.deepEqual(detector.finish?.(10_000 * STEP_MS + 1), [])
})

test('the same sessions give the same findings however their observations are cut', () => {
  const random = seeded()
  const orders = [...Array.from({ length: 500 }, () => order(random)), { ...good, packed: 4 }]
  const detector = sequence()
  const templateOf = (shape: string) => ({ id: shape, text: shape, component: '' })
  const findings = orders.flatMap((events, i) =>
    Object.entries(events).flatMap((one) => detector.judge(windowOf(i, Object.fromEntries([one]), templateOf))),
  )
  assert.deepEqual([...findings, ...(detector.finish?.(orders.length * STEP_MS + HOUR_MS) ?? [])], run(orders))
})
