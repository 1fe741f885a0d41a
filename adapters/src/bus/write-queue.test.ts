import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeQueue } from './write-queue.ts'

/** Batches of at most three; remembers them; fails on what is in `bad`. */
function target(bad: readonly number[] = []) {
  const batches: number[][] = []
  const newBatch = () => {
    let count = 0
    return () => ++count <= 3
  }
  const write = async (items: readonly number[]) => {
    batches.push([...items])
    if (items.some((item) => bad.includes(item))) throw new Error(`can not write ${items.join()}`)
  }
  return { batches, newBatch, write }
}

test('what waits is written together, in order, as much as fits', async () => {
  const to = target()
  const queue = writeQueue(to)
  await Promise.all([queue.add([1, 2]), queue.add([]), queue.add([3, 4, 5, 6, 7])])
  assert.deepEqual(to.batches, [[1, 2, 3], [4, 5, 6], [7]])
})

test('a failed batch rejects everyone who had a part in it, and the others go on', async () => {
  const to = target([2])
  const queue = writeQueue(to)
  const results = await Promise.allSettled([queue.add([1]), queue.add([2, 3, 4, 5]), queue.add([6])])
  assert.deepEqual(
    results.map(({ status }) => status),
    ['rejected', 'rejected', 'fulfilled'],
  )
  assert.deepEqual(to.batches, [[1, 2, 3], [6]])
})

test('idle resolves when all is written', async () => {
  const to = target()
  const queue = writeQueue(to)
  const added = queue.add([1, 2, 3, 4])
  await queue.idle()
  assert.deepEqual(to.batches, [[1, 2, 3], [4]])
  await added
})
