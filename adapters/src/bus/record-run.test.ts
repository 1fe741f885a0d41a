import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { ReceivedRecord } from '@errorsense/core/ports/bus.ts'
import { decodeRun, encodeRun, runsOf } from './record-run.ts'

const record = fc.record({
  partition: fc.constant(0),
  key: fc.string({ unit: 'binary' }),
  headers: fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }),
  timestamp: fc.integer(),
  value: fc.uint8Array({ maxLength: 200 }),
})

test('runs come back as they were, from any offset on', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 30 }), fc.nat(35), fc.nat(1000), (records, skip, first) => {
      const received: ReceivedRecord[] = []
      decodeRun(encodeRun(records), first, first + skip, received, () => true)
      const expected = records
        .slice(skip)
        .map(({ partition: _partition, ...rest }, i) => ({ offset: first + skip + i, ...rest }))
      assert.deepEqual(
        received.map(({ headers, value, ...rest }) => ({
          ...rest,
          headers: { ...headers },
          value: new Uint8Array(value),
        })),
        expected.map(({ headers, ...rest }) => ({ ...rest, headers: { ...headers } })),
      )
    }),
  )
})

test('runs are cut by size, and a large record has its own', () => {
  const of = (size: number) => ({ partition: 0, key: '', headers: {}, timestamp: 0, value: new Uint8Array(size) })
  const sizes = [30_000, 30_000, 30_000, 200_000, 10, 10]
  assert.deepEqual(
    runsOf(sizes.map(of)).map((run) => run.map(({ value }) => value.length)),
    [[30_000, 30_000], [30_000], [200_000], [10, 10]],
  )
})
