import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding } from '../finding.ts'
import type { FindingsMessage, Outcome } from '../wire/findings.ts'
import { joinedOutcomes } from './joined-outcomes.ts'

function finding(detector: string, service: string): Finding {
  const numbers = { seen: 1, usual: 0, low: 0, high: 0, unit: 'lines', score: 1, lines: 1 }
  return { detector, kind: 'rule', at: 5, start: 0, service, entities: {}, samples: [], ...numbers }
}

function closed(start: number, findings: readonly Finding[] = []): Outcome {
  return { start, end: start + 5, closed: true, findings, rises: [], restarted: [], sightings: {} }
}

function glance(start: number, end: number, findings: readonly Finding[] = []): Outcome {
  return { ...closed(start, findings), end, closed: false }
}

function told(index: number, reached: number, outcomes: readonly Outcome[], glanced = reached): FindingsMessage {
  return { v: 1, shard: { index, of: 2 }, reached: { closed: reached, glanced }, outcomes }
}

const spans = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ start, end, closed }) => `${start}-${end}${closed ? '' : ' glance'}`)

test('a span is given when every shard has come past it, whoever told something of it', () => {
  const joined = joinedOutcomes()
  assert.deepEqual(joined.add(told(0, 10, [closed(0), closed(5)])), [])
  assert.deepEqual(spans(joined.add(told(1, 5, [closed(0)]))), ['0-5'])
  assert.deepEqual(spans(joined.add(told(1, 10, []))), ['5-10'])
  assert.equal(joined.position().closed, 10)
})

test('what is found comes in an order that does not depend on who found it', () => {
  const found = [finding('silence', 'b'), finding('error-spike', 'c'), finding('error-spike', 'a')]
  const orders = [0, 1, 2].map((of) => {
    const joined = joinedOutcomes()
    joined.add(told(0, 5, [closed(0, found.slice(0, of))]))
    const [outcome] = joined.add(told(1, 5, [closed(0, found.slice(of))]))
    return outcome.findings.map(({ detector, service }) => `${detector} ${service}`)
  })
  for (const order of orders) assert.deepEqual(order, ['error-spike a', 'error-spike c', 'silence b'])
})

test('what a shard that begins anew tells again is given once', () => {
  const joined = joinedOutcomes()
  joined.add(told(1, 20, []))
  joined.add(told(0, 5, [closed(0), glance(5, 6)], 6))
  const again = told(0, 10, [closed(0), glance(5, 6), glance(5, 7), closed(5)])
  assert.deepEqual(spans(joined.add(again)), ['5-7 glance', '5-10'])
})

test('glances do not wait for the window before theirs', () => {
  const joined = joinedOutcomes()
  joined.add(told(1, 3, [], 6))
  assert.deepEqual(spans(joined.add(told(0, 3, [glance(5, 6)], 6))), ['5-6 glance'])
  assert.deepEqual(joined.position(), { closed: Number.NEGATIVE_INFINITY, glanced: 6 })
})

test('whoever takes over goes on behind what was given', () => {
  const joined = joinedOutcomes()
  joined.startAt({ closed: 5, glanced: 7 })
  joined.add(told(1, 20, []))
  assert.deepEqual(spans(joined.add(told(0, 10, [closed(0), glance(5, 7), glance(5, 8), closed(5)]))), [
    '5-8 glance',
    '5-10',
  ])
})

test('when there are fewer shards than before, those that are gone are not waited for', () => {
  const joined = joinedOutcomes()
  joined.add(told(1, 5, []))
  assert.deepEqual(spans(joined.add({ ...told(0, 10, [closed(5)]), shard: { index: 0, of: 1 } })), ['5-10'])
})
