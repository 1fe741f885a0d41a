import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { columnsOf, joinColumns, sliceColumns } from '@errorsense/adapters/bus/columns.ts'
import type { ReceivedRecord } from '@errorsense/core/ports/bus.ts'
import { chunksOf } from './chunks.ts'

const NOW = 1_000_000

function records(...told: [source: string | undefined, value: string][]): ReceivedRecord[] {
  const headers = new Map(
    told.map(([source]) => [source, source === undefined ? {} : { source, service: `of ${source}` }]),
  )
  return told.map(([source, value], i) => ({
    offset: i,
    timestamp: i,
    key: '',
    headers: headers.get(source)!,
    value: Buffer.from(value),
  }))
}

function textsOf(chunks: ReturnType<typeof chunksOf>): [string, string][] {
  return chunks.map(({ source, bytes }) => [source, Buffer.from(bytes).toString().trimEnd()])
}

describe('chunks of records', () => {
  test('hold the lines of one source each, in order', () => {
    const mixed = columnsOf(
      records(['a', 'one'], ['a', 'two\n'], ['b', 'three'], ['a', '\n'], ['a', ''], ['a', 'four']),
    )
    const chunks = chunksOf(mixed, 'app-logs/0', NOW)
    assert.deepEqual(textsOf(chunks), [
      ['a', 'one\ntwo\n\nfour'],
      ['b', 'three'],
    ])
    assert.deepEqual(
      chunks.map(({ service, receivedAt }) => [service, receivedAt]),
      [
        ['of a', 5],
        ['of b', 2],
      ],
    )
  })

  test('are of the partition when nobody says who wrote them', () => {
    const chunks = chunksOf(columnsOf(records([undefined, 'x'], [undefined, 'y'])), 'app-logs/0', NOW)
    assert.deepEqual(textsOf(chunks), [['app-logs/0', 'x\ny']])
  })

  test('are of the partition when there are too many sources', () => {
    const many = records(...Array.from({ length: 65 }, (_, i): [string, string] => [`source-${i}`, `${i}`]))
    assert.deepEqual(
      chunksOf(columnsOf(many), 'app-logs/0', NOW).map(({ source }) => source),
      ['app-logs/0'],
    )
  })

  test('stay below half a megabyte unless one record alone is larger', () => {
    const large = 'x'.repeat(300 * 1024)
    const huge = 'y'.repeat(900 * 1024)
    const chunks = chunksOf(columnsOf(records(['a', large], ['a', large], ['a', huge], ['a', 'z'])), 'app-logs/0', NOW)
    assert.deepEqual(
      chunks.map(({ bytes }) => bytes.length >> 10),
      [300, 300, 900, 0],
    )
  })

  test('are the same however the records came', () => {
    const all = columnsOf(records(['a', 'one'], ['b', 'two'], ['a', 'three'], ['a', '\n'], ['b', ''], ['a', 'four']))
    const whole = textsOf(chunksOf(all, 'app-logs/0', NOW))
    for (let cut = 0; cut <= all.count; cut++) {
      const pieced = joinColumns(sliceColumns(all, 0, cut), sliceColumns(all, cut))
      assert.deepEqual(textsOf(chunksOf(pieced, 'app-logs/0', NOW)), whole)
    }
  })

  test('were not received later than now', () => {
    const [ahead] = records(['a', 'x'])
    const [chunk] = chunksOf(columnsOf([{ ...ahead, timestamp: NOW + 1 }]), 'app-logs/0', NOW)
    assert.equal(chunk.receivedAt, NOW)
  })
})
