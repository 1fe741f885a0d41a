import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSessions } from './open-sessions.ts'

const MINUTE = 60_000

function observation(session: string, first: number, last = first, gap = 0) {
  return { session, service: 'shop', first, last, gap, shapes: [['a', 1] as const] }
}

test('parts of a session are added up until it was idle', () => {
  const open = openSessions(10)
  open.add(observation('x', 0, 5))
  open.add(observation('x', 10))
  assert.deepEqual(open.takeIdle(20 * MINUTE), [])
  const [session] = open.takeIdle(40 * MINUTE)
  assert.deepEqual([session.first, session.last, session.shapes.get('a')], [0, 10, 2])
})

test('how long idle is follows the pauses seen', () => {
  const open = openSessions(1_000)
  for (let i = 0; i < 100; i++) open.add(observation(`s${i}`, 0, 2_000, 1_000))
  assert.equal(open.takeIdle(40 * MINUTE).length, 100)
  open.add(observation('quick', 41 * MINUTE))
  assert.equal(open.takeIdle(42 * MINUTE).length, 1)
})

test('pauses longer than that are learnt when a session comes back, whose rest is marked', () => {
  const open = openSessions(1_000)
  for (let i = 0; i < 60; i++) open.add(observation(`s${i}`, 0))
  open.takeIdle(40 * MINUTE)
  for (let i = 0; i < 60; i++) open.add(observation(`s${i}`, 40 * MINUTE))
  assert.ok(open.takeIdle(300 * MINUTE).every(({ isRest }) => isRest))
  open.add(observation('slow', 300 * MINUTE))
  assert.equal(open.takeIdle(340 * MINUTE).length, 0)
})

test('the table is bounded: the quietest sessions are given up and counted', () => {
  const open = openSessions(100)
  for (let i = 0; i < 1_000; i++) open.add(observation(`s${i}`, i))
  assert.equal(open.dropped(), 900)
  assert.deepEqual(open.takeAll(10_000)[0].session.id, 's900')
})

test('sessions that end together come in the order of their ids, whoever was seen first', () => {
  const open = openSessions(10)
  for (const id of ['c', 'a', 'b']) open.add(observation(id, 0))
  assert.deepEqual(
    open.takeIdle(60 * MINUTE).map(({ id }) => id),
    ['a', 'b', 'c'],
  )
})

test('at the end of input a session that was busy just now may be cut off', () => {
  const open = openSessions(1_000)
  for (let i = 0; i < 100; i++) open.add(observation(`s${i}`, 0, 60_000, 30_000))
  open.takeIdle(40 * MINUTE)
  open.add(observation('old', 40 * MINUTE))
  open.add(observation('busy', 41 * MINUTE))
  assert.deepEqual(
    open.takeAll(41 * MINUTE).map(({ session, whole }) => [session.id, whole]),
    [
      ['old', true],
      ['busy', false],
    ],
  )
})
