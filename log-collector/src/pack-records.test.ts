import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { APP_LOG_BYTES } from '@errorsense/core/wire/app-logs.ts'
import { packRecords, type Parcel } from './pack-records.ts'

const parcel = (source: string, text: string, service = ''): Parcel => ({
  source,
  service,
  bytes: Buffer.from(text),
  truncated: 0,
  receivedAt: 1000,
})

test('lines of one source share a record and keep their order, sources never share one', () => {
  const records = packRecords([parcel('a', '1\n2'), parcel('b', 'x'), parcel('a', '3'), parcel('a', '4', 'other')])
  assert.deepEqual(
    records.map(({ key, headers, value, timestamp }) => [
      key,
      headers.service,
      Buffer.from(value).toString(),
      timestamp,
    ]),
    [
      ['a', '', '1\n2\n3', 1000],
      ['b', '', 'x', 1000],
      ['a', 'other', '4', 1000],
    ],
  )
})

test('whatever the sizes, records are small enough and hold every line once, uncut', () => {
  const line = fc.integer({ min: 1, max: 400_000 }).map((size) => 'é'.repeat(size / 2).padEnd(1, '.'))
  fc.assert(
    fc.property(fc.array(fc.array(line, { minLength: 1, maxLength: 5 }), { maxLength: 5 }), (parcels) => {
      const records = packRecords(parcels.map((lines) => parcel('a', lines.join('\n'))))
      const texts = records.map(({ value }) => Buffer.from(value).toString())
      assert.deepEqual(
        texts.flatMap((text) => text.split('\n')),
        parcels.flat(),
      )
      for (const text of texts) assert.ok(Buffer.byteLength(text) <= APP_LOG_BYTES || !text.includes('\n'))
    }),
    { numRuns: 30 },
  )
})
