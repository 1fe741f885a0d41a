import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { EVERYTHING, type Condition } from '../rules/condition.ts'
import type { Form, Rule } from '../rules/rule.ts'
import type { Detector, Finding } from '../finding.ts'
import { MINUTE_MS, WINDOW_MS } from '../aggregate/window.ts'
import type { SecurityEvent } from '../security/event.ts'
import { correlator } from '../correlate/group.ts'
import { ruleDetector } from './test/rules.ts'
import { beside, closedWindow, judgeAll, series, START } from './test/windows.ts'

const text = (part: string): Condition => ({ field: 'template', test: { op: 'contains', text: part } })
const match = (part: string) => ({ where: text(part), errors: false })

function made(form: Form, changes: Partial<Rule> = {}): Detector {
  return ruleDetector([
    { name: 'mine', title: 'Mine', severity: 'high', match: match('payment failed'), form, ...changes },
  ])
}

const lines = (service: string, template: string, count: number) => series(service, template, { lines: count })
const seconds = (findings: readonly Finding[]) => findings.map(({ at }) => (at - START) / 1000)

test('a rule without a form tells every window with a match, in any case of letters', () => {
  const found = judgeAll(made({ kind: 'match' }), 60_000, (at) => [
    lines('shop', at === 20_000 ? 'Payment FAILED for <*>' : 'paid', 1),
  ])
  assert.deepEqual(seconds(found), [25])
  assert.equal(found[0].service, 'shop')
})

test('a threshold counts within its time and not longer', () => {
  const threshold = made({ kind: 'threshold', count: 3, within: MINUTE_MS })
  const slow = judgeAll(threshold, 5 * MINUTE_MS, (at) =>
    at % 30_000 === 0 ? [lines('shop', 'payment failed', 1)] : [],
  )
  assert.deepEqual(slow, [])
  const quick = judgeAll(made({ kind: 'threshold', count: 3, within: MINUTE_MS }), 5 * MINUTE_MS, (at) =>
    at === 0 || at === 50_000 ? [lines('shop', 'payment failed', at === 0 ? 1 : 2)] : [],
  )
  assert.deepEqual(seconds(quick), [55])
  assert.deepEqual([quick[0].seen, quick[0].high, quick[0].unit], [3, 3, 'lines in 1m'])
})

test('error lines alone count where the level is asked for', () => {
  const errors = made({ kind: 'match' }, { match: { where: EVERYTHING, errors: true } })
  const found = judgeAll(errors, 60_000, (at) => [series('shop', 'slow', { lines: 5, errors: at === 5_000 ? 2 : 0 })])
  assert.deepEqual(seconds(found), [10])
})

describe('absence', () => {
  test('is told when its time has passed, and every minute from then on', () => {
    const found = judgeAll(made({ kind: 'absence', within: 2 * MINUTE_MS }), 6 * MINUTE_MS, (at) =>
      at <= MINUTE_MS ? [lines('shop', 'payment failed', 1)] : [],
    )
    assert.deepEqual(seconds(found), [185, 245, 305])
    assert.equal(found[0].service, 'shop')
  })

  test('of what never came is told too', () => {
    assert.deepEqual(seconds(judgeAll(made({ kind: 'absence', within: MINUTE_MS }), MINUTE_MS, () => [])), [60])
  })

  test('time in which nothing was judged is not counted', () => {
    const detector = made({ kind: 'absence', within: 10 * MINUTE_MS })
    const before = detector.judge(closedWindow(START, [lines('shop', 'payment failed', 1)]))
    const after = detector.judge(closedWindow(START + 60 * MINUTE_MS, [lines('shop', 'paid', 1)]))
    assert.deepEqual([...before, ...after], [])
  })
})

test('a ratio waits for enough lines and knows both directions', () => {
  const of = { where: EVERYTHING, errors: false }
  const wrote = (failed: number, paid: number) => () => [
    lines('shop', 'payment failed', failed),
    lines('shop', 'paid', paid),
  ]
  const form = { kind: 'ratio', of, within: MINUTE_MS, min: 20 } as const
  assert.deepEqual(judgeAll(made({ ...form, above: 0.1 }), 5_000, wrote(5, 5)), [])
  assert.deepEqual(judgeAll(made({ ...form, above: 0.5 }), 5_000, wrote(20, 20)), [])
  const [above] = judgeAll(made({ ...form, above: 0.1 }), 5_000, wrote(10, 30))
  assert.deepEqual([above.seen, above.high], [0.25, 0.1])
  const [below] = judgeAll(made({ ...form, below: 0.5 }), 5_000, wrote(10, 30))
  assert.deepEqual([below.seen, below.low], [0.25, 0.5])
})

describe('a sequence', () => {
  const form = { kind: 'sequence', steps: [match('login'), match('export')], within: MINUTE_MS } as const
  const event = (time: number, shape: string, ip: string): SecurityEvent => ({
    time: START + time,
    kind: 'auth_success',
    service: 'shop',
    ip,
    count: 1,
    shape,
    sample: shape,
  })
  const judge = (...events: SecurityEvent[]) =>
    made(form, { by: 'ip' }).judge({ ...closedWindow(START, []), security: events })

  test('is told when its steps come in order within the time, for each address', () => {
    const found = judge(event(1, 'login', '192.0.2.1'), event(2, 'login', '192.0.2.2'), event(3, 'export', '192.0.2.2'))
    assert.deepEqual(
      found.map(({ entities, start }) => [entities.ip, start - START]),
      [[['192.0.2.2'], 2]],
    )
  })

  test('is not told in the other order, of two addresses, or too late', () => {
    assert.deepEqual(judge(event(1, 'export', '192.0.2.1'), event(2, 'login', '192.0.2.1')), [])
    assert.deepEqual(judge(event(1, 'login', '192.0.2.1'), event(2, 'export', '192.0.2.2')), [])
    assert.deepEqual(judge(event(1, 'login', '192.0.2.1'), event(60_002, 'export', '192.0.2.1')), [])
  })

  test('of sessions is followed over windows', () => {
    const detector = made(form, { by: 'session' })
    const window = (at: number, shape: string) => {
      const session = {
        session: 's1',
        service: 'shop',
        first: START + at,
        last: START + at,
        shapes: [[shape, 1]] as const,
      }
      return { ...closedWindow(START + at, []), sessions: [session] }
    }
    assert.deepEqual(detector.judge(window(0, 'login')), [])
    assert.deepEqual(detector.judge(window(WINDOW_MS, 'export'))[0].entities.session, ['s1'])
  })
})

test('each rule has its own incident, named and graded by it, and restored ones go on', () => {
  const rules = ['first', 'second'].map((name): Rule => {
    return { name, title: `The ${name}`, severity: 'critical', match: match('failed'), form: { kind: 'match' } }
  })
  const detector = ruleDetector(rules)
  const wrote = (at: number) => closedWindow(START + at, [lines('shop', 'payment failed', 3)])
  const told = correlator()
  const incidents = told.take(detector.judge(wrote(0)), beside(wrote(0)))
  assert.deepEqual(
    incidents.map(({ title, severity, kind, why, es }) => [title, severity, kind, why, es.why]),
    ['first', 'second'].map((name) => [
      `The ${name}`,
      'critical',
      'rule',
      `Rule “${name}”: 3 lines that it asks for, since 00:00:00 UTC. Mostly: “payment failed”.`,
      `Regla «${name}»: 3 líneas de las que busca, desde las 00:00:00 UTC. Sobre todo: «payment failed».`,
    ]),
  )
  const again = correlator()
  again.restore(incidents)
  const later = again.take(detector.judge(wrote(MINUTE_MS)), beside(wrote(MINUTE_MS)))
  assert.deepEqual(
    later.map(({ id, title, severity }) => [id, title, severity]),
    incidents.map(({ id, title, severity }) => [id, title, severity]),
  )
})
