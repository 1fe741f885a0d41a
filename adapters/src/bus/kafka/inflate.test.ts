import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { compressionsAlgorithms } from '@platformatic/kafka'
import { inflate } from './inflate.ts'

const { lz4, snappy } = compressionsAlgorithms
const MEGABYTE = 1024 * 1024

/** As the Java client writes it: blocks in a frame. */
function xerial(bytes: Buffer): Buffer {
  const parts: Buffer[] = [Buffer.from('\x82SNAPPY\0\0\0\0\x01\0\0\0\x01', 'latin1')]
  for (let at = 0; at < bytes.length; at += 32 * 1024) {
    const block = Buffer.from(snappy.compressSync(bytes.subarray(at, at + 32 * 1024)))
    const length = Buffer.alloc(4)
    length.writeUInt32BE(block.length)
    parts.push(length, block)
  }
  return Buffer.concat(parts)
}

const codecs: [string, number, (bytes: Buffer) => Buffer][] = [
  ['gzip', 1, gzipSync],
  ['snappy', 2, (bytes) => snappy.compressSync(bytes)],
  ['snappy of the Java client', 2, xerial],
  ['lz4', 3, (bytes) => lz4.compressSync(bytes)],
  ['zstd', 4, zstdCompressSync],
]

describe('unpacking', () => {
  for (const [name, codec, pack] of codecs) {
    test(`${name} gives back what was packed, up to the size that is allowed`, () => {
      const logs = Buffer.from('2026-01-01 GET /cart/17 200 12ms\n'.repeat(31_000))
      assert.ok(inflate(codec, pack(logs), 2 * MEGABYTE).equals(logs))
      assert.ok(inflate(codec, pack(Buffer.alloc(0)), MEGABYTE).length === 0)
    })

    test(`${name} stops at a bomb`, () => {
      const bomb = pack(Buffer.alloc(8 * MEGABYTE))
      assert.throws(() => inflate(codec, bomb, 4 * MEGABYTE), /more than 4 MiB/)
    })

    test(`${name} that is damaged or cut off is an error, not a crash`, () => {
      const packed = pack(Buffer.from('2026-01-01 GET /cart/17 200 12ms\n'.repeat(50)))
      for (let length = 0; length < packed.length; length += 7) attempt(codec, packed.subarray(0, length))
      for (let at = 0; at < packed.length; at++) {
        const damaged = Buffer.from(packed)
        damaged[at] ^= 0xff
        attempt(codec, damaged)
      }
      assert.ok(inflate(codec, packed, MEGABYTE).length > 0, 'and the next one is read as ever')
    })
  }
})

function attempt(codec: number, bytes: Buffer): void {
  try {
    assert.ok(inflate(codec, bytes, MEGABYTE).length <= MEGABYTE)
  } catch (error) {
    assert.ok(error instanceof Error)
    assert.notEqual(error.name, 'AssertionError')
  }
}
