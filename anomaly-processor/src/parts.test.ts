import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnsOf } from '@errorsense/adapters/bus/columns.ts'
import type { BoundedBatch } from './bounds.ts'
import { partsOf } from './parts.ts'

function range(from: number, to: number, values: readonly [offset: number, size: number][]): BoundedBatch {
  const records = values.map(([offset, size]) => ({
    offset,
    value: Buffer.alloc(size, 'x'),
    key: `key ${offset}`,
    headers: { source: `source ${offset}` },
    timestamp: offset,
  }))
  return { partition: 3, partitions: 6, from, to, records: columnsOf(records) }
}

function told(parts: readonly BoundedBatch[]): [number, number, string[]][] {
  return parts.map(({ from, to, records }) => [from, to, records.headers.map(({ source }) => source)])
}

test('a range is cut before the record that would make a part too large; the parts meet, holes or not', () => {
  const parts = partsOf(
    range(5, 30, [
      [7, 40],
      [8, 40],
      [12, 40],
      [13, 500],
      [14, 1],
      [20, 0],
    ]),
    100,
  )
  assert.deepEqual(told(parts), [
    [5, 12, ['source 7', 'source 8']],
    [12, 13, ['source 12']],
    [13, 14, ['source 13']],
    [14, 30, ['source 14', 'source 20']],
  ])
  assert.ok(parts.every(({ partition, partitions }) => partition === 3 && partitions === 6))
  const { bytes, start, end } = parts[3].records
  assert.equal(Buffer.from(bytes.subarray(start[0], end[0])).toString(), 'x')
})

test('a range without any record is one part', () => {
  assert.deepEqual(told(partsOf(range(5, 9, []))), [[5, 9, []]])
})
