import assert from 'node:assert/strict'
import { test } from 'node:test'
import { incidentKinds } from '@errorsense/core/wire/incident.ts'
import { generate, type GeneratedLine } from '../generator.ts'
import type { Label } from '../label.ts'
import { flatRhythm } from '../rhythm.ts'
import { scenarios } from './index.ts'

const NOON = Date.parse('2026-01-07T12:00:00Z')
const MINUTE = 60_000
const START = NOON + 10 * MINUTE

/** Ten minutes of normal life, the scenario, and ten minutes more. */
function play(name: string) {
  const scenario = scenarios.find((known) => known.name === name)
  assert.ok(scenario)
  const end = START + scenario.durationMs
  const labels: Label[] = []
  const lines = [
    ...generate({
      seed: 7,
      rate: 20,
      rhythm: flatRhythm,
      start: NOON,
      end: end + 10 * MINUTE,
      scenarios: [{ scenario, start: START, end }],
      onLabel: (label) => labels.push(label),
    }),
  ]
  const during = lines.filter(({ time }) => time >= START && time < end)
  const outside = lines.filter(({ time }) => time < START || time >= end)
  return { labels, during, outside, end }
}

const matching = (lines: readonly GeneratedLine[], service: string, pattern: RegExp) =>
  lines.filter((line) => line.service === service && pattern.test(line.line))

const perMinute = (lines: readonly GeneratedLine[], minutes: number) => lines.length / minutes

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

test('every scenario has a name of its own, and a label says when and where it is', () => {
  assert.equal(new Set(scenarios.map(({ name }) => name)).size, scenarios.length)
  for (const { name, kind, service, anomaly } of scenarios) {
    const { labels, end } = play(name)
    if (kind === undefined) {
      assert.deepEqual(labels, [], name)
      assert.equal(anomaly, false, name)
      continue
    }
    assert.ok(incidentKinds.includes(kind))
    assert.equal(labels.length, 1, name)
    const [label] = labels
    assert.deepEqual(
      [label.kind, label.service, label.scenario, label.anomaly, label.start, label.end],
      [kind, service, name, anomaly, new Date(START).toISOString(), new Date(end).toISOString()],
    )
  }
})

test('error-burst: many errors in checkout meanwhile, hardly any before and after', () => {
  const { during, outside } = play('error-burst')
  assert.ok(perMinute(matching(during, 'checkout', /"level":50/), 1.5) > 100)
  assert.ok(perMinute(matching(outside, 'checkout', /"level":50/), 20) < 1)
})

test('slow-database: inventory takes a multiple of its usual time', () => {
  const { during, outside } = play('slow-database')
  const times = (lines: readonly GeneratedLine[]) =>
    matching(lines, 'inventory', / in \d+ ms$/).map(({ line }) => Number(/(\d+) ms$/.exec(line)?.[1]))
  assert.ok(median(times(during)) > 5 * median(times(outside)))
})

test('service-down: inventory says nothing, its callers complain, and it tells when it is back', () => {
  const { during, outside, end } = play('service-down')
  assert.equal(during.filter(({ service }) => service === 'inventory').length, 0)
  assert.ok(matching(during, 'web-frontend', /connect\(\) failed/).length > 50)
  assert.equal(matching(outside, 'web-frontend', /connect\(\) failed/).length, 0)
  const [back] = matching(outside, 'inventory', /Starting InventoryApplication/)
  assert.ok(back.time >= end)
})

test('brute-force: one address that nobody else has fails on the bastion, and the label names it', () => {
  const { labels, during, outside } = play('brute-force')
  const [ip] = labels[0].entities.ip
  assert.ok(during.filter(({ line }) => line.includes(`Failed password`) && line.includes(`from ${ip} `)).length > 60)
  assert.equal(outside.filter(({ time, line }) => time < START && line.includes(ip)).length, 0)
})

test('password-spraying: every address tries little, every account is tried from many', () => {
  const { labels, during } = play('password-spraying')
  const { ip, target } = labels[0].entities
  const tries = matching(during, 'auth', /login failed/)
  for (const address of ip) assert.ok(tries.filter(({ line }) => line.includes(`"${address}"`)).length <= 4, address)
  for (const account of target) {
    const from = tries.filter(({ line }) => line.includes(`"${account}"`) && ip.some((a) => line.includes(`"${a}"`)))
    assert.ok(from.length >= 8, account)
  }
})

test('scan: one address asks for what is not there', () => {
  const { labels, during } = play('scan')
  const asked = during.filter(({ line }) => line.startsWith(`${labels[0].entities.ip[0]} `))
  assert.ok(asked.length > 150)
  assert.ok(asked.every(({ line }) => / 40[34] /.test(line)))
})

test('new-pattern: the message was never seen before and is gone afterwards', () => {
  const { during, outside } = play('new-pattern')
  assert.ok(matching(during, 'payments', /ledger=eu-/).length > 20)
  assert.equal(matching(outside, 'payments', /ledger=eu-/).length, 0)
})

test('deploy-shift: checkout restarts and words change for good', () => {
  const { during, outside, end } = play('deploy-shift')
  const after = outside.filter(({ time }) => time >= end)
  const before = outside.filter(({ time }) => time < START)
  assert.equal(matching(during, 'checkout', /server listening/).length, 1)
  assert.deepEqual(
    [matching(before, 'checkout', /order placed/).length > 0, matching(before, 'checkout', /order accepted/).length],
    [true, 0],
  )
  assert.deepEqual(
    [matching(after, 'checkout', /order placed/).length, matching(after, 'checkout', /order accepted/).length > 0],
    [0, true],
  )
})

test('traffic-surge: every service grows by about the same factor, errors do not grow by more', () => {
  const { during, outside } = play('traffic-surge')
  for (const service of ['web-frontend', 'checkout', 'inventory', 'payments']) {
    const growth = perMinute(matching(during, service, /./), 20) / perMinute(matching(outside, service, /./), 20)
    assert.ok(growth > 1.3 && growth < 2.3, `${service} grew by ${growth}`)
  }
})
