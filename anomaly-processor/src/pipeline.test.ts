import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { pipeline } from './pipeline.ts'

const one = { lane: 0, size: 1 }

test('what is read is written in order, however long each takes', async () => {
  const written: number[] = []
  const work = pipeline(3, assert.ifError)
  const first = Promise.withResolvers<number>()
  const write = async (n: number) => void written.push(n)
  await work.add({ ...one, read: () => first.promise, write })
  await work.add({ ...one, read: async () => 2, write })
  await setImmediate()
  assert.deepEqual(written, [])
  first.resolve(1)
  await work.drained()
  assert.deepEqual(written, [1, 2])
})

test('lanes do not wait for each other, and who asks knows when one is free', async () => {
  const written: string[] = []
  const work = pipeline(3, assert.ifError)
  const slow = Promise.withResolvers<void>()
  const read = async () => undefined
  await work.add({ ...one, read, write: () => slow.promise.then(() => void written.push('slow')) })
  await work.add({ lane: 1, size: 1, read, write: async () => void written.push('quick') })
  await work.free(1)
  assert.deepEqual(written, ['quick'])
  const isFree = work.free(0).then(() => written.push('free'))
  slow.resolve()
  await isFree
  assert.deepEqual(written, ['quick', 'slow', 'free'])
})

test('the next is read while one is written, and what finds no room waits', async () => {
  const begun: number[] = []
  const work = pipeline(10, assert.ifError)
  const writing = Promise.withResolvers<void>()
  const add = (n: number, size: number, write: () => Promise<void>) =>
    work.add({ lane: 0, size, read: async () => void begun.push(n), write })
  await add(1, 9, () => writing.promise)
  await add(2, 9, async () => undefined)
  const third = add(3, 1, async () => undefined)
  await setImmediate()
  assert.deepEqual(begun, [1, 2])
  writing.resolve()
  await third
  assert.deepEqual(begun, [1, 2, 3])
  await work.drained()
})

test('after a failure nothing is written in any lane, nothing more is taken, and it is told once', async () => {
  const told: unknown[] = []
  const written: string[] = []
  const work = pipeline(2, (error) => told.push(error))
  const broken = new Error('broken')
  const write = async (text: string) => void written.push(text)
  const late = Promise.withResolvers<string>()
  await work.add({ lane: 1, size: 0, read: () => late.promise, write })
  await work.add({ ...one, read: async () => Promise.reject(broken), write })
  await work.add({ ...one, read: async () => 'second', write })
  const drained = assert.rejects(work.drained(), broken)
  await setImmediate()
  late.resolve('other lane')
  await drained
  await assert.rejects(work.add({ ...one, read: async () => 'third', write }), broken)
  assert.deepEqual([written, told], [[], [broken]])
})
