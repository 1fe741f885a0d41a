import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { compressionsAlgorithms } from '@platformatic/kafka'

/**
 * Takes batches of records out of their compression, and none that would be larger than allowed: a megabyte can be made
 * of ten gigabytes of nothing. Gzip and zstd stop there by themselves; of snappy and lz4 the size is known before.
 */
export function inflate(codec: number, bytes: Buffer, maxBytes: number): Buffer {
  switch (codec) {
    case 1:
      return streamed(gunzipSync, bytes, maxBytes)
    case 2:
      return sized(compressionsAlgorithms.snappy.decompressSync, bytes, snappySize(bytes), maxBytes)
    case 3:
      return sized(compressionsAlgorithms.lz4.decompressSync, bytes, lz4Size(bytes), maxBytes)
    case 4:
      return streamed(zstdDecompressSync, bytes, maxBytes)
    default:
      throw new Error(`compression ${codec} is not known`)
  }
}

/** What unpacking fills at a time: mostly all of it, as logs shrink to a tenth; pieces would have to be joined. */
const RATIO = 12
const SMALLEST_CHUNK = 128 * 1024
const LARGEST_CHUNK = 4 * 1024 * 1024

type Unpack = (bytes: Buffer, options: { maxOutputLength: number; chunkSize: number }) => Buffer

function streamed(unpack: Unpack, bytes: Buffer, maxBytes: number): Buffer {
  const chunkSize = Math.min(LARGEST_CHUNK, Math.max(SMALLEST_CHUNK, RATIO * bytes.length))
  try {
    return unpack(bytes, { maxOutputLength: maxBytes, chunkSize })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes)
    throw error
  }
}

function sized(work: (bytes: Buffer) => Buffer, bytes: Buffer, size: number, maxBytes: number): Buffer {
  if (size > maxBytes) throw tooLarge(maxBytes)
  return work(bytes)
}

function tooLarge(maxBytes: number): Error {
  return new Error(`it unpacks to more than ${maxBytes / 1024 / 1024} MiB`)
}

/** Java wraps blocks into a frame of its own: 16 bytes of head, then length and block, again and again. */
const XERIAL = Buffer.from('\x82SNAPPY\0', 'latin1')
const XERIAL_HEAD_BYTES = 16

function snappySize(bytes: Buffer): number {
  if (!bytes.subarray(0, XERIAL.length).equals(XERIAL)) return snappyBlockSize(bytes, 0)
  let size = 0
  for (let at = XERIAL_HEAD_BYTES; at + 4 < bytes.length; at += 4 + bytes.readUInt32BE(at))
    size += snappyBlockSize(bytes, at + 4)
  return size
}

/** A varint in front says it. */
function snappyBlockSize(bytes: Buffer, at: number): number {
  let size = 0
  for (let scale = 1; scale < 2 ** 35; scale *= 128) {
    const byte = bytes[at++] ?? 0
    size += (byte & 127) * scale
    if (byte < 128) break
  }
  return size
}

const LZ4_FLAGS_AT = 4
const LZ4_BLOCKS_AT = 7
const LZ4_RATIO = 255

/** At most: a block holds as much as the frame says, and no more than 255 times its own bytes. */
function lz4Size(bytes: Buffer): number {
  if (bytes.length < LZ4_BLOCKS_AT) return 0
  const flags = bytes[LZ4_FLAGS_AT]
  const blockBytes = 2 ** (8 + 2 * ((bytes[LZ4_FLAGS_AT + 1] >> 4) & 7))
  const checksum = (flags & 16) === 0 ? 0 : 4
  let at = LZ4_BLOCKS_AT + ((flags & 8) === 0 ? 0 : 8) + ((flags & 1) === 0 ? 0 : 4)
  let size = 0
  while (at + 4 <= bytes.length) {
    const length = bytes.readUInt32LE(at) & 0x7fffffff
    if (length === 0) break
    size += Math.min(blockBytes, length * LZ4_RATIO)
    at += 4 + length + checksum
  }
  return size
}
