import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE_MS, SECOND_MS, windowOf } from './aggregate/window.ts'
import { detection, type Detection } from './detect.ts'
import { detectors } from './detectors/index.ts'
import type { Finding } from './finding.ts'
import { keepAll, memory, recallAll, type Kept } from './memory.ts'
import { hash64 } from './mine/hash.ts'
import { templates } from './mine/templates.ts'
import type { SecurityEvent } from './security/event.ts'
import type { Outcome } from './wire/findings.ts'
import type { ObservationMessage, SessionObservation } from './wire/observations.ts'
import { picker } from '../test/fixtures/random.ts'

const START = Date.parse('2026-03-02T00:00:00Z')
const DAY = 24 * 60 * MINUTE_MS
const DAYS = 6
const PARTITIONS = 3
const SHAPES = ['open', 'pay', 'ship', 'close'].map((word) => ({
  id: word.padEnd(16, '0'),
  component: '',
  tokens: [word, ' ', 'the', ' ', 'order'],
}))
/** These look at baselines as well, which come from a store that there is not here. */
const baselined = new Set(['new-template', 'silence'])
/** Those that remember all they know: what they find must not depend on who was killed meanwhile. */
const rememberers = new Set(
  detectors().flatMap(({ name, memories = [] }) => (memories.length > 0 && !baselined.has(name) ? [name] : [])),
)

type Pick = ReturnType<typeof picker>

function eventAt(time: number, pick: Pick): SecurityEvent {
  const ip = `203.0.113.${pick.int(12)}`
  const common = { time, service: 'web', count: 1, shape: SHAPES[0].id, sample: `line at ${time}` }
  const user = pick.of(['amy', 'bob', 'eve', `u${pick.int(9)}`])
  switch (pick.int(7)) {
    case 0:
      return signIn(common, pick)
    case 1:
      return { ...common, kind: 'request', ip, method: 'GET', path: `/page/${pick.int(400)}`, status: 404 }
    case 2:
      return { ...common, kind: 'scan', ip, port: 20 + pick.int(30), target: '10.0.0.1' }
    case 3:
      return { ...common, kind: 'abuse', ip }
    case 4:
      // Of a conversation: the address is told by another line of it, before or after.
      return {
        ...common,
        kind: pick.int(2) === 0 ? 'link' : 'auth_failure',
        session: `sshd[${pick.int(20)}]`,
        ...(pick.int(2) === 0 && { ip }),
      }
    default:
      return { ...common, kind: 'auth_failure', ip, user }
  }
}

function isLastDay(time: number): boolean {
  return time >= START + (DAYS - 1) * DAY
}

/** From home, but for one journey at the end. */
function signIn(common: Omit<SecurityEvent, 'kind'>, pick: Pick): SecurityEvent {
  const away = isLastDay(common.time) && pick.int(20) === 0
  const [user, home] = pick.int(2) === 0 ? ['amy', '198.51.100.7'] : ['bob', '192.0.2.7']
  return { ...common, kind: 'auth_success', ip: away ? '203.0.114.7' : home, user }
}

function sessionAt(time: number, number: number, pick: Pick): SessionObservation {
  const broken = isLastDay(time) ? 10 : 1000
  const shapes = (pick.int(broken) === 0 ? SHAPES.slice(0, 2) : SHAPES).map(({ id }) => [id, 1] as const)
  return { session: `order-${number}`, service: 'web', first: time, last: time + 100, shapes }
}

/** Messages of three partitions, each a bit behind the others now and then; days pass between busy minutes. */
function messagesOf(seed: number): ObservationMessage[] {
  const pick = picker(seed)
  const all: ObservationMessage[] = []
  const next = [0, 0, 0]
  const reached = [START, START, START]
  let orders = 0
  for (let day = 0; day < DAYS; day++) {
    const begin = START + day * DAY
    for (let now = begin; now < begin + 4 * MINUTE_MS; now += SECOND_MS / 2) {
      const partition = pick.int(PARTITIONS)
      const from = Math.max(reached[partition], now - 3 * SECOND_MS)
      reached[partition] = now
      const times = Array.from({ length: pick.int(5) }, () => from + pick.int(Math.max(1, now - from))).sort(
        (a, b) => a - b,
      )
      const window = windowOf(now - 1)
      const lines = { window, service: 'web', shape: SHAPES[0].id, lines: 3, errors: 0, sample: 'open the order' }
      all.push({
        v: 1,
        range: {
          topic: 'app-logs',
          partition,
          partitions: PARTITIONS,
          from: next[partition],
          to: ++next[partition],
          readAt: now,
        },
        watermark: now - 2 * SECOND_MS,
        resumed: false,
        counts: [lines],
        shapes: all.length === 0 ? SHAPES : [],
        security: times.map((time) => eventAt(time, pick)),
        sessions: times.map((time) => sessionAt(time, orders++, pick)),
        hosts: [
          { window, service: 'web', hosts: ['a', 'b', 'c'].filter(() => pick.int(9) > 0).map((host) => [host, 9]) },
        ],
      })
    }
  }
  return all
}

interface Told {
  readonly outcomes: Map<string, readonly Finding[]>
  /** Told again, and otherwise. */
  readonly different: string[]
}

function tell({ outcomes, different }: Told, more: readonly Outcome[]): void {
  for (const { start, end, closed, findings } of more) {
    const span = `${closed ? 'window' : 'glance'} ${new Date(start).toISOString()} to ${end - start} ms`
    const found = findings.filter(({ detector }) => rememberers.has(detector))
    const known = outcomes.get(span)
    if (known === undefined) outcomes.set(span, found)
    else if (JSON.stringify(known) !== JSON.stringify(found)) different.push(span)
  }
}

/** Of two runs. */
function differences(a: Told, b: Told): string[] {
  const spans = [...new Set([...a.outcomes.keys(), ...b.outcomes.keys()])]
  return spans.flatMap((span) => {
    const [one, other] = [a, b].map(({ outcomes }) => JSON.stringify(outcomes.get(span) ?? []))
    return one === other ? [] : [`${span}: ${one} and not ${other}`]
  })
}

const fresh = (): Detection => detection({ miner: templates() })

function unbroken(messages: readonly ObservationMessage[]): Told {
  const told: Told = { outcomes: new Map(), different: [] }
  const detecting = fresh()
  for (const message of messages) tell(told, detecting.accept(message).outcomes)
  return told
}

/** Killed again and again, some messages after what was known was written down last. */
function killed(messages: readonly ObservationMessage[], seed: number): { told: Told; kills: number } {
  const pick = picker(seed)
  const told: Told = { outcomes: new Map(), different: [] }
  let detecting = fresh()
  let kept: { readonly next: number; readonly position: number; readonly memory: Kept } | undefined
  let kills = 0
  for (let i = 0; i < messages.length; i++) {
    tell(told, detecting.accept(messages[i]).outcomes)
    const position = detecting.position()
    if (position !== undefined && pick.int(20) === 0)
      kept = { next: i + 1, position, memory: structuredClone(detecting.keep()) }
    if (kept === undefined || pick.int(60) > 0) continue
    detecting = fresh()
    detecting.startAt(kept.position)
    assert.deepEqual(detecting.recall(structuredClone(kept.memory)), [])
    // Whoever has open windows is read again from further back than that.
    for (let again = 0; again < kept.next; again++) detecting.refill(messages[again])
    i = kept.next - 1
    kills++
  }
  return { told, kills }
}

for (const seed of [1, 2, 3]) {
  test(`who is killed at any moment and remembers finds what an unbroken run finds; seed ${seed}`, () => {
    const messages = messagesOf(seed)
    const whole = unbroken(messages)
    const { told, kills } = killed(messages, seed)
    assert.ok(kills > 10, `${kills} kills`)
    assert.deepEqual(told.different, [])
    assert.deepEqual(differences(told, whole), [])
    const findings = [...whole.outcomes.values()].flat()
    const found = new Set(findings.map(({ detector }) => detector))
    for (const name of ['brute-force', 'scan', 'abuse', 'first-place'])
      assert.ok(found.has(name), `${name} is not in ${[...found].join()}`)
  })
}

test('a memory of another version is not taken back, and nothing is where it does not say where it stands', () => {
  const states = { a: 0, b: 0 }
  const of = (name: 'a' | 'b', version: number) =>
    memory(name, version, { keep: () => 7, recall: (kept) => void (states[name] = kept) })
  const kept = keepAll([of('a', 1), of('b', 1)])
  assert.deepEqual(recallAll([of('a', 1), of('b', 2)], kept), ['b'])
  assert.deepEqual(states, { a: 7, b: 0 })
  states.a = 0
  assert.deepEqual(recallAll([of('a', 2), of('b', 1)], kept), ['a', 'b'])
  assert.deepEqual(states, { a: 0, b: 0 })
})

/** Names and types of fields, all the way down; of lists and tables each form once. */
function formOf(value: unknown): unknown {
  if (value instanceof Map) return { keys: formsOf([...value.keys()]), values: formsOf([...value.values()]) }
  if (value instanceof Set || Array.isArray(value)) return { list: formsOf([...value]) }
  if (ArrayBuffer.isView(value)) return value.constructor.name
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, formOf(field)]))
}

function formsOf(values: readonly unknown[]): string[] {
  return [...new Set(values.map((value) => JSON.stringify(formOf(value))))].sort()
}

test('a memory whose form changes has another version', () => {
  const detecting = fresh()
  for (const message of messagesOf(1)) detecting.accept(message)
  const forms = [...detecting.keep()].map(([name, { version, kept }]) => {
    return [`${name} ${version}`, hash64(JSON.stringify(formOf(kept)))]
  })
  // Where one differs, raise its version: what an older program wrote is not what this one would read.
  assert.deepEqual(Object.fromEntries(forms), {
    'abuse 1': 'fb065841fa828993',
    'attackers 1': '1342b11d7b5546f5',
    'brute-force 1': '07dfd8d18153c23e',
    'conversations 1': '50aaf995419226db',
    'detection 1': '7823c706eb39e5ff',
    'first-place 1': 'b6b3b7e4aa907bff',
    'heartbeat 1': '02b3eebb3f818291',
    'host-silence 1': '5002158fa2454b39',
    'missing-paths 1': '0a9f3b6e3914af2c',
    'mix-shift 1': 'f2d6bb49c21cfc15',
    'new-template 1': '07ec986473e2a0aa',
    'password-spraying 1': '40636b3292670866',
    'probe 1': '96a388735d5f1f80',
    'scan 1': 'b6179f1577cfe6d1',
    'sequence 1': '3e4b94bbc36b5064',
    'silence 1': 'a967d0f8d9c18d3c',
    'suspicious-ip 1': '37af49026f87ce7b',
    'user-enumeration 1': 'c0f2202dc22d5c8c',
  })
})
