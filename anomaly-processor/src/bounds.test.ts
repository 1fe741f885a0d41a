import assert from 'node:assert/strict'
import { test } from 'node:test'
import { batchOfRecords } from '@errorsense/adapters/bus/columns.ts'
import type { BusBatch, ReceivedRecord } from '@errorsense/core/ports/bus.ts'
import { bounds } from './bounds.ts'

function records(from: number, to: number): ReceivedRecord[] {
  return Array.from({ length: to - from }, (_, i) => ({
    offset: from + i,
    value: new Uint8Array(),
    key: '',
    headers: {},
    timestamp: 0,
  }))
}

function batch(from: number, to: number, assigned?: BusBatch['assigned']): BusBatch {
  const head = { topic: 'app-logs', partition: 0, partitions: 1, next: to, lag: 0, askedAt: 0 }
  return batchOfRecords(assigned === undefined ? head : { ...head, assigned }, records(from, to))
}

function recorder() {
  const commits: [number, string | undefined][] = []
  return {
    commits,
    commit: async (_: number, offset: number, metadata?: string) => void commits.push([offset, metadata]),
  }
}

test('the end of a range is promised before it is worked on and given up after', async () => {
  const log = recorder()
  const ranges = bounds(log)
  const range = await ranges.next(batch(5, 9, { offset: 5, metadata: '' }))
  assert.ok(range)
  assert.deepEqual([range.from, range.to, range.records.count], [5, 9, 4])
  assert.deepEqual(log.commits, [[5, '{"end":9}']])
  await ranges.done(range)
  assert.deepEqual(log.commits.at(-1), [9, undefined])
})

test('a range that comes back is cut where it was first cut, however much is fetched', async () => {
  const ranges = bounds(recorder())
  const range = await ranges.next(batch(5, 20, { offset: 5, metadata: '{"end":9}' }))
  assert.deepEqual([range?.from, range?.to, range?.records.count], [5, 9, 4])
  if (range) await ranges.done(range)
  const rest = await ranges.next()
  assert.deepEqual([rest?.from, rest?.to], [9, 20])
})

test('a range that comes back in pieces waits until it is whole', async () => {
  const ranges = bounds(recorder())
  assert.equal(await ranges.next(batch(5, 7, { offset: 5, metadata: '{"end":9}' })), undefined)
  const range = await ranges.next(batch(7, 12))
  assert.deepEqual([range?.from, range?.to, range?.records.count], [5, 9, 4])
})

test('offsets that are missing in the log belong to the range around them', async () => {
  const ranges = bounds(recorder())
  const holed = batch(5, 9, { offset: 2, metadata: '' })
  const range = await ranges.next(holed)
  assert.deepEqual([range?.from, range?.to], [2, 9])
})

test('metadata of somebody else is no promise', async () => {
  const ranges = bounds(recorder())
  const range = await ranges.next(batch(0, 3, { offset: 0, metadata: 'not ours' }))
  assert.deepEqual([range?.from, range?.to], [0, 3])
})
