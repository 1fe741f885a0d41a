import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, test } from 'node:test'
import { crc32c, createRecordsBatch, type CompressionAlgorithmValue } from '@platformatic/kafka'
import type { RecordColumns } from '@errorsense/core/ports/bus.ts'
import { recordsOf } from '../columns.ts'
import { recordReader, type ReaderOptions } from './record-reader.ts'
import type { Poison } from './record-scan.ts'

const codecs = ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const
const ATTRIBUTES_AT = 21
const CRC_AT = 17

interface Told {
  readonly value?: string | Buffer | undefined
  readonly key?: string
  readonly headers?: Map<Buffer, Buffer>
  readonly timestamp?: bigint
}

describe('a reader of fetched records', () => {
  for (const codec of codecs) {
    test(`gives values, keys, headers and times of ${codec} batches as lines`, () => {
      const headers = new Map([[Buffer.from('source'), Buffer.from('shop')]])
      const answer = Buffer.concat([
        batch(
          7,
          [
            { value: 'one', key: 'k', headers, timestamp: 5n },
            { value: 'two\n', timestamp: 3n },
          ],
          codec,
        ),
        batch(9, [{ timestamp: 1n }, { value: 'x'.repeat(300), key: 'é', timestamp: 2n ** 30n }], codec),
      ])
      const { columns, poison } = readAll(answer, { from: 7 })
      assert.deepEqual(poison, [])
      assert.equal(Buffer.from(columns[0].bytes).toString(), `one\ntwo\n${'x'.repeat(300)}\n`)
      const records = columns.flatMap(recordsOf)
      assert.deepEqual(
        records.map(({ offset, timestamp, key, value }) => [offset, timestamp, key, Buffer.from(value).toString()]),
        [
          [7, 5, 'k', 'one'],
          [8, 3, '', 'two\n'],
          [9, 1, '', ''],
          [10, 2 ** 30, 'é', 'x'.repeat(300)],
        ],
      )
      assert.deepEqual(Object.entries(records[0].headers), [['source', 'shop']])
      assert.deepEqual(Object.entries(records[1].headers), [])
    })
  }

  test('cuts a batch that is larger than asked for, and loses nothing', () => {
    const told = Array.from({ length: 1000 }, (_, i) => ({ value: `line ${i}`, key: `k${i % 3}` }))
    for (const codec of codecs) {
      const { columns, next } = readAll(Buffer.concat([batch(0, told, codec), batch(1000, told, codec)]), {}, 5000)
      assert.ok(columns.length > 20)
      const texts = columns.map(({ bytes }) => Buffer.from(bytes).toString())
      assert.equal(texts.join(''), [...told, ...told].map(({ value }) => `${value}\n`).join(''))
      assert.equal(next, 2000)
    }
  })

  test('begins in the middle of a batch', () => {
    const { columns } = readAll(batch(10, [{ value: 'a' }, { value: 'b' }, { value: 'c' }]), { from: 12 })
    assert.deepEqual(
      columns.flatMap(recordsOf).map(({ offset }) => offset),
      [12],
    )
  })

  test('stops where the answer is cut off, and goes on behind the last whole batch', () => {
    const whole = batch(0, [{ value: 'a' }])
    const answer = Buffer.concat([whole, batch(1, [{ value: 'b' }])])
    for (let length = 0; length < answer.length; length++) {
      const { next } = readAll(Buffer.from(answer.subarray(0, length)))
      assert.equal(next, length < whole.length ? 0 : 1, `${length} bytes`)
    }
  })

  test('sets aside a batch whose checksum is wrong, and goes on behind it', () => {
    const damaged = batch(1, [{ value: 'b' }, { value: 'c' }])
    damaged[damaged.length - 3] ^= 1
    const { columns, poison } = readAll(
      Buffer.concat([batch(0, [{ value: 'a' }]), damaged, batch(3, [{ value: 'd' }])]),
    )
    assert.deepEqual(
      columns.flatMap(recordsOf).map(({ offset }) => offset),
      [0, 3],
    )
    assert.deepEqual(
      poison.map(({ offset, next }) => [offset, next]),
      [[1, 3]],
    )
    assert.match(poison[0].why, /checksum/)
  })

  test('sets aside a batch of a newer format', () => {
    const newer = batch(0, [{ value: 'a' }])
    newer[16] = 3
    const { columns, poison } = readAll(Buffer.concat([newer, batch(1, [{ value: 'b' }])]))
    assert.deepEqual(
      columns.flatMap(recordsOf).map(({ offset }) => offset),
      [1],
    )
    assert.match(poison[0].why, /format 3 .* update/)
  })

  test('goes on behind a batch from which compaction has taken the last records, or all', () => {
    const compacted = batch(0, [{ value: 'a' }, { value: 'b' }])
    compacted.writeInt32BE(9, 23)
    const emptied = batch(10, [{ value: 'a' }]).subarray(0, 61)
    emptied.writeInt32BE(emptied.length - 12, 8)
    emptied.writeInt32BE(0, 57)
    const { columns, poison, next } = readAll(Buffer.concat([sealed(compacted), sealed(emptied)]))
    assert.deepEqual(
      columns.flatMap(recordsOf).map(({ offset }) => offset),
      [0, 1],
    )
    assert.deepEqual([poison, next], [[], 11])
  })

  test('sets aside a message that is too large, alone', () => {
    const { columns, poison } = readAll(
      batch(0, [{ value: 'a' }, { value: Buffer.alloc(17 * 1024 * 1024) }, { value: 'c' }]),
    )
    assert.deepEqual(
      columns.flatMap(recordsOf).map(({ offset }) => offset),
      [0, 2],
    )
    assert.deepEqual(
      poison.map(({ offset, next }) => [offset, next]),
      [[1, 2]],
    )
  })

  test('sets aside what unpacks to too much', () => {
    const bomb = batch(0, [{ value: Buffer.alloc(65 * 1024 * 1024) }], 'zstd')
    const { columns, poison } = readAll(Buffer.concat([bomb, batch(1, [{ value: 'b' }])]))
    assert.deepEqual(
      columns.flatMap(recordsOf).map(({ offset }) => offset),
      [1],
    )
    assert.match(poison[0].why, /more than 64 MiB/)
  })

  test('sets aside what names a compression that does not exist, or is not what it says', () => {
    for (const codec of [1, 2, 3, 4, 5, 7]) {
      const odd = batch(0, [{ value: 'not compressed at all' }])
      odd.writeInt16BE(codec, ATTRIBUTES_AT)
      const { columns, poison } = readAll(Buffer.concat([sealed(odd), batch(1, [{ value: 'b' }])]))
      assert.deepEqual(
        columns.flatMap(recordsOf).map(({ offset }) => offset),
        [1],
        `codec ${codec}`,
      )
      assert.equal(poison.length, 1)
    }
  })

  test('passes over marks of transactions, and over what was taken back', () => {
    const of = (offset: number, producerId: bigint, value: string) => batch(offset, [{ value }], 'none', 16, producerId)
    const mark = (offset: number, producerId: bigint) => batch(offset, [{ value: 'mark' }], 'none', 16 | 32, producerId)
    const log = () =>
      Buffer.concat([
        of(0, 1n, 'aborted'),
        of(1, 2n, 'kept'),
        batch(2, [{ value: 'plain' }]),
        mark(3, 1n),
        of(4, 1n, 'later'),
        mark(5, 2n),
        mark(6, 1n),
      ])
    const aborted = [{ producerId: 1n, firstOffset: 0n }]
    const offsets = (options: Partial<ReaderOptions>) =>
      readAll(log(), options)
        .columns.flatMap(recordsOf)
        .map(({ offset }) => offset)
    assert.deepEqual(offsets({ aborted }), [1, 2, 4])
    assert.deepEqual(offsets({}), [0, 1, 2, 4])
    assert.equal(readAll(log(), { aborted }).next, 7)
  })

  test('survives any damage to the records of a batch', () => {
    for (let round = 0; round < 2000; round++) {
      const noise = randomBytes(8)
      const answer = batch(0, [{ value: 'abc', key: 'k' }, { value: 'def' }, { value: 'x'.repeat(200) }])
      answer[61 + (noise.readUInt16BE(0) % (answer.length - 61))] = noise[2]
      answer[61 + (noise.readUInt16BE(3) % (answer.length - 61))] = noise[5]
      const { columns, next } = readAll(sealed(answer))
      const seed = noise.toString('hex')
      assert.ok(next >= 3, seed)
      for (const { count, bytes, start, end } of columns)
        for (let i = 0; i < count; i++) assert.ok(start[i] <= end[i] && end[i] <= bytes.length, seed)
    }
  })
})

function batch(
  offset: number,
  told: readonly Told[],
  compression: CompressionAlgorithmValue = 'none',
  attributes = 0,
  producerId = -1n,
): Buffer {
  const messages = told.map(({ value, key, headers, timestamp = 0n }) => ({
    topic: 't',
    timestamp,
    ...(value !== undefined && { value: Buffer.from(value) }),
    ...(key !== undefined && { key: Buffer.from(key) }),
    ...(headers !== undefined && { headers }),
  }))
  const bytes = Buffer.from(
    createRecordsBatch(messages as Parameters<typeof createRecordsBatch>[0], { compression, producerId }).buffer,
  )
  bytes.writeBigInt64BE(BigInt(offset), 0)
  bytes.writeInt16BE(bytes.readInt16BE(ATTRIBUTES_AT) | attributes, ATTRIBUTES_AT)
  return sealed(bytes)
}

/** With the checksum that fits. */
function sealed(bytes: Buffer): Buffer {
  bytes.writeUInt32BE(crc32c(bytes.subarray(ATTRIBUTES_AT)), CRC_AT)
  return bytes
}

function readAll(answer: Buffer, options: Partial<ReaderOptions> = {}, maxBytes = 1024 * 1024) {
  const poison: Poison[] = []
  const columns: RecordColumns[] = []
  const reader = recordReader(answer, { from: 0, ...options, setAside: (one) => poison.push(one) })
  while (!reader.done) {
    const piece = reader.read(maxBytes)
    if (piece.count > 0) columns.push(piece)
  }
  return { columns, poison, next: reader.next }
}
