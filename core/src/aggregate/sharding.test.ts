import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CountObservation, ObservationMessage } from '../wire/observations.ts'
import { ofShard, sharding, shardsOfNames } from './sharding.ts'

const SERVICES = Array.from({ length: 40 }, (_, i) => `service ${i}`)

function count(service: string, window: number, shape = service): CountObservation {
  return { window, service, shape, lines: 1, errors: 0, sample: '' }
}

function message(counts: readonly CountObservation[]): ObservationMessage {
  const range = { topic: 'app-logs', partition: 0, partitions: 1, from: 0, to: 1 }
  const deed = { time: 5, kind: 'probe', service: 'service 7', count: 1, shape: 'x', sample: '' } as const
  const session = { session: 's', service: 'service 8', first: 5, last: 5, shapes: [] }
  const hosts = SERVICES.map((service) => ({ window: 0, service, hosts: [] }))
  const message = { v: 1, range, watermark: 9, resumed: true, counts, shapes: [], hosts } as const
  return { ...message, security: [deed], sessions: [session] }
}

test('without shards a message stays as it is', () => {
  const whole = message([count('service 1', 0)])
  assert.deepEqual(sharding(1)(whole), [whole])
})

test('everything is told to one shard, what is of a service always to the same', () => {
  const split = sharding(4)
  const seen = new Map<string, number>()
  for (const window of [0, 5_000]) {
    const whole = message(SERVICES.map((service) => count(service, window)))
    const parts = split(whole)
    assert.deepEqual(
      parts.map(({ shard }) => shard),
      [0, 1, 2, 3].map((index) => ({ index, of: 4 })),
    )
    for (const list of ['counts', 'security', 'sessions', 'hosts'] as const)
      assert.equal(
        parts.reduce((sum, part) => sum + (part[list]?.length ?? 0), 0),
        whole[list]?.length,
        list,
      )
    for (const [index, { counts, hosts = [] }] of parts.entries()) {
      assert.ok(counts.length > 0, 'names are spread')
      for (const { service } of [...counts, ...hosts]) {
        assert.equal(seen.get(service) ?? index, index, service)
        seen.set(service, index)
      }
    }
  }
})

test('every shard is told how far time has come, in which windows there are lines, and where shapes were first seen', () => {
  const split = sharding(3)
  const told = [
    [count('a', 10_000, 'x'), count('b', 10_000, 'y')],
    [count('b', 5_000, 'x'), count('b', 15_000, 'y'), count('b', 15_000, 'z')],
  ].map((counts) => split(message(counts)))
  for (const part of told[0]) {
    assert.deepEqual([part.watermark, part.resumed, part.windows], [9, true, [10_000]])
    assert.deepEqual(part.firsts, [
      ['x', 10_000],
      ['y', 10_000],
    ])
  }
  for (const part of told[1]) {
    assert.deepEqual(part.windows, [5_000, 15_000])
    assert.deepEqual(part.firsts, [
      ['x', 5_000],
      ['z', 15_000],
    ])
  }
})

test('a shard keeps what is its own of a message that was split for another number, or not at all', () => {
  const counts = SERVICES.map((service) => count(service, 0))
  const shardOf = shardsOfNames(3)
  for (const told of [message(counts), ...sharding(2)(message(counts))]) {
    const kept = ofShard({ index: 1, of: 3 })(told)
    assert.deepEqual(
      kept.counts,
      told.counts.filter(({ service }) => shardOf(service) === 1),
    )
  }
  const [, own] = sharding(3)(message(counts))
  assert.equal(ofShard({ index: 1, of: 3 })(own), own)
})
