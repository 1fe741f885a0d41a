import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { pipeline } from './pipeline.ts'

test('what is read is written in order, however long each takes', async () => {
  const written: number[] = []
  const work = pipeline(3, assert.ifError)
  const first = Promise.withResolvers<number>()
  await work.add(
    () => first.promise,
    async (n) => void written.push(n),
  )
  await work.add(
    async () => 2,
    async (n) => void written.push(n),
  )
  await setImmediate()
  assert.deepEqual(written, [])
  first.resolve(1)
  await work.drained()
  assert.deepEqual(written, [1, 2])
})

test('the next is read while one is written, and the one after that waits', async () => {
  const begun: number[] = []
  const work = pipeline(2, assert.ifError)
  const writing = Promise.withResolvers<void>()
  const add = (n: number, write: () => Promise<void>) => work.add(async () => void begun.push(n), write)
  await add(1, () => writing.promise)
  await add(2, async () => undefined)
  const third = add(3, async () => undefined)
  await setImmediate()
  assert.deepEqual(begun, [1, 2])
  writing.resolve()
  await third
  assert.deepEqual(begun, [1, 2, 3])
  await work.drained()
})

test('after a failure nothing is written, nothing more is taken, and it is told once', async () => {
  const told: unknown[] = []
  const written: string[] = []
  const work = pipeline(2, (error) => told.push(error))
  const broken = new Error('broken')
  await work.add(
    async () => Promise.reject(broken),
    async () => void written.push('first'),
  )
  await work.add(
    async () => 'second',
    async (text) => void written.push(text),
  )
  await assert.rejects(work.drained(), broken)
  await assert.rejects(
    work.add(
      async () => 'third',
      async (text) => void written.push(text),
    ),
    broken,
  )
  assert.deepEqual([written, told], [[], [broken]])
})
