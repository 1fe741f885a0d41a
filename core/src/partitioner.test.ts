import assert from 'node:assert/strict'
import { test } from 'node:test'
import { murmur2, partitionOf } from './partitioner.ts'

test('murmur2 gives the hashes of the Java client', () => {
  // org.apache.kafka.common.utils.UtilsTest#testMurmur2
  const known: [string, number][] = [
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
    ['abc', 479470107],
  ]
  for (const [text, hash] of known) assert.equal(murmur2(Buffer.from(text)), hash, text)
})

test('a key stays within the partitions it is given', () => {
  for (let i = 0; i < 1000; i++) {
    const partition = partitionOf(`key-${i}`, 7)
    assert.ok(partition >= 0 && partition < 7)
  }
})

test('keys are hashed as the bytes that Kafka would have of them', () => {
  for (const key of ['', 'checkout', 'señal', 'ジョブ', '🛒 cart', 'half \ud83d'])
    assert.equal(partitionOf(key, 1000), (murmur2(Buffer.from(key)) & 0x7fffffff) % 1000, key)
})
