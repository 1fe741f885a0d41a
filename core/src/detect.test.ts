import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE_MS, WINDOW_MS } from './aggregate/window.ts'
import { detection } from './detect.ts'
import { wholeDetection, type WholeDetection } from './whole.ts'
import { picker } from '../test/fixtures/random.ts'
import { templates } from './mine/templates.ts'
import { BEGINS_AFTER_MS } from './normal/book.ts'
import { normalOf } from './normal/like.ts'
import type { SecurityEvent } from './security/event.ts'
import type { Incident } from './wire/incident.ts'
import type { JournalEntry } from './wire/live.ts'
import type { NormalScope } from './wire/normal.ts'
import type { CountObservation, ObservationMessage } from './wire/observations.ts'

const START = Date.parse('2026-03-02T00:00:00Z')
const SHAPES = [
  { id: 'aaaaaaaaaaaaaaaa', component: '', tokens: ['order', ' ', '<*>', ' ', 'placed'] },
  { id: 'bbbbbbbbbbbbbbbb', component: '', tokens: ['payment', ' ', 'gateway', ' ', 'timeout'] },
]
const SERVICES = ['checkout', 'auth', 'search', 'cart']

function count(window: number, service: string, changes: Partial<CountObservation> = {}): CountObservation {
  return {
    window,
    service,
    shape: SHAPES[0].id,
    lines: 10,
    errors: 0,
    sample: `${service} order 17 placed`,
    ...changes,
  }
}

function message(counts: readonly CountObservation[], changes: Partial<ObservationMessage> = {}): ObservationMessage {
  const watermark = counts.length === 0 ? 0 : counts[counts.length - 1].window + WINDOW_MS
  const range = { topic: 'app-logs', partition: 0, partitions: 1, from: 0, to: 0 }
  return { v: 1, range, watermark, resumed: false, counts, shapes: [], security: [], sessions: [], ...changes }
}

/** Window by window from `from` to `to`; what each service writes is up to `counts`. */
function* windows(
  from: number,
  to: number,
  counts: (window: number) => CountObservation[],
): Generator<ObservationMessage> {
  for (let window = from; window < to; window += WINDOW_MS) {
    const held = counts(window)
    yield message(held, { watermark: window + WINDOW_MS, ...(window === START && { shapes: SHAPES, resumed: true }) })
  }
}

const usual = (window: number) => SERVICES.map((service) => count(window, service))

function fresh(): WholeDetection {
  return wholeDetection({ miner: templates() })
}

function feed(detecting: WholeDetection, messages: Iterable<ObservationMessage>): Incident[] {
  const last = new Map<string, Incident>()
  for (const one of messages) for (const incident of detecting.accept(one)) last.set(incident.id, incident)
  return [...last.values()]
}

const HOUR = 60 * MINUTE_MS
const failing = (window: number) => [
  ...usual(window),
  count(window, 'checkout', { shape: SHAPES[1].id, lines: 30, errors: 30, sample: 'payment gateway timeout' }),
]

test('steady traffic is no incident', () => {
  assert.deepEqual(feed(fresh(), windows(START, START + 6 * HOUR, usual)), [])
})

test('an error burst is one incident that says what was seen, what is usual, since when and what changed first', () => {
  const detecting = fresh()
  feed(detecting, windows(START, START + 2 * HOUR, usual))
  const burst = START + 2 * HOUR
  const [incident, ...others] = feed(detecting, windows(burst, burst + 2 * MINUTE_MS, failing))
  assert.deepEqual(others, [])
  assert.equal(incident.kind, 'error_spike')
  assert.deepEqual(incident.service, ['checkout'])
  assert.equal(incident.state, 'open')
  assert.ok(Date.parse(incident.detected) <= burst + 2 * WINDOW_MS, incident.detected)
  const finding = incident.findings.find(({ kind }) => kind === 'error_spike')
  assert.ok(finding && finding.seen > 100 && finding.usual < 1, JSON.stringify(finding))
  assert.match(incident.why, /errors.*where 0 are usual.*since 0[12]:\d\d:\d\d UTC.*payment gateway timeout/)
  assert.match(incident.es.why, /errores.*lo usual es 0.*desde las/)
  assert.ok(incident.samples.includes('payment gateway timeout'))
  assert.equal(incident.causes[0].template, 'payment gateway timeout')
})

/** What `message` says of counts, told by second as well: all lines of a window in its second second. */
function bySecond(one: ObservationMessage): ObservationMessage {
  const seconds = one.counts.map(({ window, service, lines, errors }) => ({
    window,
    service,
    lines: [0, lines],
    ...(errors > 0 && { errors: [0, errors] }),
  }))
  return { ...one, seconds }
}

test('errors beyond accident are told with a line at the second that holds them, and whole when their window is over', () => {
  const detecting = fresh()
  feed(detecting, windows(START, START + 2 * HOUR, usual))
  const burst = START + 2 * HOUR
  const [held] = windows(burst, burst + WINDOW_MS, failing)
  assert.deepEqual(feed(detecting, [bySecond({ ...held, watermark: burst - 1 })]), [])
  const [told] = feed(detecting, [message([], { watermark: burst })])
  assert.equal(Date.parse(told.detected), burst + 2_000)
  assert.deepEqual([told.kind, told.service, told.lines], ['error_spike', ['checkout'], 0])
  assert.deepEqual(told.samples, ['payment gateway timeout'])
  assert.deepEqual(told.templates, [])
  const [shown, ...others] = feed(detecting, [message([], { watermark: burst + WINDOW_MS })])
  assert.deepEqual(others, [])
  assert.equal(shown.id, told.id)
  assert.equal(shown.detected, told.detected)
  assert.ok(shown.lines > 0)
  assert.equal(shown.templates[0].template, 'payment gateway timeout')
})

function guesses(time: number, times: number): SecurityEvent[] {
  return Array.from({ length: times }, (_, i) => ({
    time: time + i,
    kind: 'auth_failure',
    service: 'auth',
    ip: '203.0.113.9',
    user: 'root',
    count: 1,
    shape: SHAPES[0].id,
    sample: `Failed password for root ${i}`,
  }))
}

test('deeds are told at their second, although the window before theirs is open', () => {
  const detecting = fresh()
  feed(detecting, windows(START, START + MINUTE_MS, usual))
  const at = START + MINUTE_MS + WINDOW_MS
  const told = feed(detecting, [message(usual(at), { watermark: at - 1_000, security: guesses(at + 300, 12) })])
  assert.equal(told[0]?.kind, 'brute_force')
  assert.equal(Date.parse(told[0].detected), at + 1_000)
  assert.deepEqual(told[0].entities.ip, ['203.0.113.9'])
})

test('a deed that is late for its glance counts when its window closes', () => {
  const detecting = fresh()
  feed(detecting, windows(START, START + MINUTE_MS, usual))
  const at = START + MINUTE_MS
  const next = at + WINDOW_MS
  assert.deepEqual(feed(detecting, [message(usual(at), { watermark: next - 1_000, security: guesses(next, 3) })]), [])
  const late = message([], { watermark: next - 500, security: guesses(at + 4_900, 3) })
  assert.deepEqual(feed(detecting, [late]), [])
  const [told] = feed(detecting, [message([], { watermark: next })])
  assert.equal(told.kind, 'brute_force')
  assert.equal(Date.parse(told.start), at + 4_900)
})

test('a backlog that closes thousands of windows at once can be judged a window a step', () => {
  const messages = [...windows(START, START + 2 * HOUR, usual)]
  const counts = messages.flatMap((one) => one.counts)
  const backlog = message(counts, { shapes: SHAPES, watermark: START + 2 * HOUR })
  const detecting = detection({ miner: templates() })
  const steps = detecting.inSteps(backlog)
  let taken = 0
  let step = steps.next()
  for (; !step.done; step = steps.next()) {
    taken++
    assert.equal(detecting.position(), START + taken * WINDOW_MS)
  }
  assert.equal(taken, messages.length)
  assert.deepEqual(step.value, detection({ miner: templates() }).accept(backlog))
})

test('an incident resolves when its cause is gone, and coming back soon reopens it', () => {
  const detecting = fresh()
  feed(detecting, windows(START, START + 2 * HOUR, usual))
  const at = START + 2 * HOUR
  const [opened] = feed(detecting, windows(at, at + MINUTE_MS, failing))
  const [resolved] = feed(detecting, windows(at + MINUTE_MS, at + 15 * MINUTE_MS, usual))
  assert.equal(resolved.id, opened.id)
  assert.equal(resolved.state, 'resolved')
  const [again] = feed(detecting, windows(at + 15 * MINUTE_MS, at + 16 * MINUTE_MS, failing))
  assert.equal(again.id, opened.id)
  assert.equal(again.state, 'open')
})

/** What the journal holds once somebody called the incident normal, so that it holds from `from` on. */
function calledNormal(incident: Incident, scope: NormalScope, from: number): JournalEntry {
  const normal = normalOf(incident, scope)
  const at = new Date(from - BEGINS_AFTER_MS).toISOString()
  const said = { id: 'said', at, incident: incident.id, by: 'operator', note: '' }
  return { ...said, action: 'normal', ...(normal && { normal }) }
}

test('an incident called normal is over, the like of it is held back and counted, and a far larger one is told', () => {
  const detecting = fresh()
  feed(detecting, windows(START, START + 2 * HOUR, usual))
  const at = START + 2 * HOUR
  const [opened] = feed(detecting, windows(at, at + MINUTE_MS, failing))
  detecting.heed([calledNormal(opened, 'template', at + MINUTE_MS + WINDOW_MS)])
  const [over] = feed(detecting, windows(at + MINUTE_MS, at + 3 * MINUTE_MS, failing))
  assert.deepEqual([over.id, over.state], [opened.id, 'resolved'])

  const later = at + 3 * HOUR
  feed(detecting, windows(at + 3 * MINUTE_MS, later, usual))
  assert.deepEqual(feed(detecting, windows(later, later + MINUTE_MS, failing)), [])
  assert.equal(detecting.held().length, 2)

  const worse = later + 2 * HOUR
  const outage = (window: number) =>
    failing(window).map((one) => (one.errors > 0 ? { ...one, lines: 900, errors: 900 } : one))
  feed(detecting, windows(later + MINUTE_MS, worse, usual))
  assert.equal(feed(detecting, windows(worse, worse + MINUTE_MS, outage)).length, 1)
})

test('errors that grow as traffic grows are traffic', () => {
  const some = (factor: number) => (window: number) =>
    SERVICES.flatMap((service) => [
      count(window, service, { lines: 60 * factor }),
      count(window, service, { shape: SHAPES[1].id, lines: 6 * factor, errors: 6 * factor }),
    ])
  const detecting = fresh()
  feed(detecting, windows(START, START + 3 * HOUR, some(1)))
  assert.deepEqual(feed(detecting, windows(START + 3 * HOUR, START + 3 * HOUR + 10 * MINUTE_MS, some(4))), [])
})

test('one service that falls silent is told, again and again one incident, until it talks', () => {
  const detecting = fresh()
  feed(detecting, windows(START, START + 2 * HOUR, usual))
  const at = START + 2 * HOUR
  const without = (window: number) => usual(window).filter(({ service }) => service !== 'auth')
  const silent = feed(detecting, windows(at, at + 90 * MINUTE_MS, without))
  assert.equal(silent.length, 1)
  assert.equal(silent[0].kind, 'silence')
  assert.deepEqual(silent[0].service, ['auth'])
  assert.equal(silent[0].state, 'open')
  const back = at + 90 * MINUTE_MS
  assert.equal(feed(detecting, windows(back, back + 10 * MINUTE_MS, usual))[0].state, 'resolved')
})

test('a host that falls silent while its service goes on is one low incident, whoever counted its lines', () => {
  const hosts = (window: number, names: readonly string[]) => [
    { window, service: 'checkout', hosts: names.map((name) => [name, 3] as const) },
  ]
  const at = START + 2 * HOUR
  const told = (cut: boolean) => {
    const detecting = fresh()
    const history = [...windows(START, at + 10 * MINUTE_MS, usual)].flatMap((one) => {
      const window = one.watermark - WINDOW_MS
      const names = window < at ? ['a', 'b', 'c'] : ['a', 'b']
      const first = { ...one, counts: [], watermark: 0, hosts: hosts(window, names.slice(0, 1)) }
      return cut ? [first, { ...one, hosts: hosts(window, names.slice(1)) }] : [{ ...one, hosts: hosts(window, names) }]
    })
    return feed(detecting, history)
  }
  const [incident, ...others] = told(false)
  assert.deepEqual(others, [])
  assert.deepEqual(
    [incident.kind, incident.severity, incident.title],
    ['silence', 'low', 'Hosts of checkout went silent'],
  )
  assert.match(incident.why, /^Part of checkout says nothing where \d+ lines\/min are usual.* c went silent/)
  assert.deepEqual(told(true), [incident])
})

test('a quantity that leaves the range it always had is one low incident, whoever read its lines', () => {
  const at = START + 27 * HOUR
  const told = (cut: boolean) => {
    const depth = picker(7)
    const history = [...windows(START, at + 10 * MINUTE_MS, usual)].flatMap((one) => {
      const window = one.watermark - WINDOW_MS
      if (window % MINUTE_MS !== 0) return [one]
      const values = [0, 1].map(() => depth.int(90) + (window < at ? 10 : 700))
      const numbers = (read: readonly number[]) => [
        { window, service: 'cart', shape: SHAPES[0].id, lines: read.length, values: [['queue_depth', read] as const] },
      ]
      const first = { ...one, counts: [], watermark: 0, numbers: numbers(values.slice(1)) }
      return cut ? [first, { ...one, numbers: numbers(values.slice(0, 1)) }] : [{ ...one, numbers: numbers(values) }]
    })
    return feed(fresh(), history)
  }
  const [incident, ...others] = told(false)
  assert.deepEqual(others, [])
  assert.deepEqual([incident.kind, incident.severity], ['rate_change', 'low'])
  assert.equal(incident.title, 'queue_depth of cart is far above usual')
  assert.match(incident.why, /^cart: 7\d\d queue_depth where \d+ are usual \(\d+–\d+\)/)
  assert.deepEqual(told(true), [incident])
})

test('when nobody was there to observe, nobody was silent', () => {
  const detecting = fresh()
  feed(detecting, windows(START, START + 2 * HOUR, usual))
  const back = START + 5 * HOUR
  const [first, ...rest] = windows(back, back + HOUR, usual)
  assert.deepEqual(feed(detecting, [{ ...first, resumed: true }, ...rest]), [])
})

test('while an observer says that there is nothing to read, silence is silence', () => {
  const detecting = fresh()
  feed(detecting, windows(START, START + 2 * HOUR, usual))
  const found = feed(detecting, [message([], { watermark: START + 3 * HOUR })])
  assert.ok(found.some(({ kind }) => kind === 'silence'))
})

test('what is learnt as normal never alarms', () => {
  const detecting = wholeDetection({ miner: templates(), learnUntil: START + 3 * HOUR })
  feed(detecting, windows(START, START + 2 * HOUR, usual))
  assert.deepEqual(feed(detecting, windows(START + 2 * HOUR, START + 3 * HOUR, failing)), [])
})

test('a range that is told twice counts once', () => {
  const ranged = (one: ObservationMessage, i: number) => ({ ...one, range: { ...one.range, from: i, to: i + 1 } })
  const once = [...windows(START, START + 3 * HOUR, usual)].map(ranged)
  const twice = once.flatMap((one) => [one, one])
  const detecting = fresh()
  assert.deepEqual(feed(detecting, twice), [])
  const at = START + 3 * HOUR
  assert.equal(feed(detecting, windows(at, at + MINUTE_MS, failing)).length, 1)
})

test('the cut into messages and partitions changes nothing', () => {
  const history = [
    ...windows(START, START + 2 * HOUR, usual),
    ...windows(START + 2 * HOUR, START + 2 * HOUR + 3 * MINUTE_MS, failing),
  ].map(bySecond)
  const whole = feed(fresh(), history)
  const partitions = SERVICES.length
  const split = history.flatMap((one) =>
    SERVICES.map((service, partition) => ({
      ...one,
      range: { ...one.range, partition, partitions },
      counts: one.counts.filter((held) => held.service === service),
      seconds: one.seconds?.filter((held) => held.service === service) ?? [],
    })),
  )
  const early = history.flatMap((one) =>
    [1_500, 3_000, 4_999, WINDOW_MS].map((ms) => ({
      ...(ms === 1_500 ? one : message([])),
      watermark: one.watermark - WINDOW_MS + ms,
    })),
  )
  assert.deepEqual(feed(fresh(), early), whole)
  assert.deepEqual(feed(fresh(), split), whole)
  assert.equal(whole.length, 1)
})

test('baselines rebuilt from history judge like those that lived through it', () => {
  const lived = fresh()
  feed(lived, windows(START, START + 2 * HOUR, usual))
  const rebuilt = fresh()
  feed(rebuilt, [message([], { shapes: SHAPES })])
  for (let at = START; at < START + 2 * HOUR; at += MINUTE_MS) {
    rebuilt.teach(SERVICES.map((service) => count(at, service, { lines: 120 })))
  }
  rebuilt.startAt(START + 2 * HOUR)
  const at = START + 2 * HOUR
  const told = (detecting: WholeDetection) =>
    feed(detecting, windows(at, at + MINUTE_MS, failing)).map(({ kind, service, detected }) => ({
      kind,
      service,
      detected,
    }))
  assert.deepEqual(told(rebuilt), told(lived))
})

test('an open incident goes on under its id after a restart', () => {
  const before = fresh()
  feed(before, windows(START, START + 2 * HOUR, usual))
  const at = START + 2 * HOUR
  const [opened] = feed(before, windows(at, at + MINUTE_MS, failing))
  const after = fresh()
  feed(after, [message([], { shapes: SHAPES })])
  for (let minute = START; minute < at; minute += MINUTE_MS)
    after.teach(SERVICES.map((service) => count(minute, service, { lines: 120 })))
  after.restore([opened])
  after.startAt(at + MINUTE_MS)
  const going = feed(after, windows(at + MINUTE_MS, at + 2 * MINUTE_MS, failing))
  assert.deepEqual(
    going.map(({ id }) => id),
    [opened.id],
  )
  assert.ok(going[0].version > opened.version)
})

test('a service that comes back after hours is told as resolved within minutes, and its return alarms nobody', () => {
  const detecting = fresh()
  const at = START + 4 * HOUR
  feed(detecting, windows(START, at, usual))
  const without = (window: number) => usual(window).filter(({ service }) => service !== 'auth')
  feed(detecting, windows(at, at + 2 * HOUR, without))
  const back = at + 2 * HOUR
  const [resolved, ...others] = feed(detecting, windows(back, back + 10 * MINUTE_MS, usual))
  assert.deepEqual(others, [])
  assert.equal(resolved.state, 'resolved')
  assert.deepEqual(
    resolved.findings.map(({ kind }) => kind),
    ['silence'],
  )
  assert.deepEqual(feed(detecting, windows(back + 10 * MINUTE_MS, back + HOUR, usual)), [])
})

test('old logs in a running system neither hang it nor look like silence', () => {
  const detecting = fresh()
  feed(detecting, windows(START, START + 2 * HOUR, usual))
  const years = START + 20 * 365 * 24 * HOUR
  assert.deepEqual(feed(detecting, [message([], { watermark: years })]), [])
  assert.ok((detecting.position() ?? 0) >= years - HOUR)
})

test('messages that are read again after a crash change nothing that was told', () => {
  const before = fresh()
  feed(before, windows(START, START + 2 * HOUR, usual))
  const at = START + 2 * HOUR
  const told = feed(before, [
    ...windows(at, at + MINUTE_MS, failing),
    ...windows(at + MINUTE_MS, at + 15 * MINUTE_MS, usual),
  ])
  assert.equal(told[0].state, 'resolved')
  const after = fresh()
  feed(after, [message([], { shapes: SHAPES })])
  for (let minute = START; minute < at; minute += MINUTE_MS) {
    after.teach(SERVICES.map((service) => count(minute, service, { lines: 120 })))
  }
  after.restore(told)
  after.startAt(at)
  assert.deepEqual(feed(after, windows(at, at + MINUTE_MS, failing)), [])
})

test('deeds in a while of which another part of the log is not known are judged, also where nothing else is told of it', () => {
  // As the first shard hears of it: of deeds, which services it does not have.
  const shard = { index: 0, of: 3 }
  const told = (partition: number, from: number, window: number, changes: Partial<ObservationMessage>) =>
    message([], {
      range: { topic: 'app-logs', partition, partitions: 2, from, to: from + 1 },
      windows: [window],
      watermark: window + WINDOW_MS,
      ...changes,
    })
  const guess = (time: number, user: string): SecurityEvent => ({
    time,
    kind: 'auth_failure',
    service: 'sshd',
    ip: '203.0.113.9',
    user,
    count: 1,
    shape: SHAPES[0].id,
    sample: 'Failed password',
  })
  // Each in the last second of its window, at which is not glanced.
  const begin = [guess(START + 4100, 'root')]
  const later = START + 4 * WINDOW_MS
  const guesses = Array.from({ length: 12 }, (_, i) => guess(later + 4100 + i, `user${i}`))
  const first = detection({ miner: templates(), shard })
  const found = [
    told(0, 0, START, { security: begin }),
    told(1, 0, START, {}),
    told(0, 1, START + MINUTE_MS, { resumed: true }),
    told(1, 1, later, { security: guesses, watermark: START + MINUTE_MS }),
  ].flatMap((one) => first.accept(one).outcomes.flatMap(({ findings }) => findings))
  const brute = found.find(({ detector }) => detector === 'brute-force')
  assert.equal(brute?.seen, 13)
})
