import { setImmediate } from 'node:timers/promises'
import type { Shard } from '@errorsense/core/wire/observations.ts'
import { ByteWriter } from './byte-writer.ts'
import { beginColumn } from './native.ts'

export const MEMORY_COLUMNS = ['shard', 'shards', 'memory']

/** So many bytes are a whole number of base64's groups of three, and a few milliseconds. */
const PIECE_BYTES = 3 * 256 * 1024

/** The row of a memory, which may have tens of megabytes: made in pieces, between which others have their turn. */
export async function memoryBlock({ index, of }: Shard, memory: Uint8Array): Promise<Uint8Array> {
  const bytes = Buffer.from(memory.buffer, memory.byteOffset, memory.length)
  const length = 4 * Math.ceil(bytes.length / 3)
  const to = new ByteWriter(length + 1024)
  to.varint(MEMORY_COLUMNS.length)
  to.varint(1)
  beginColumn(to, 'shard', 'UInt32')
  to.append(Uint32Array.of(index))
  beginColumn(to, 'shards', 'UInt32')
  to.append(Uint32Array.of(of))
  beginColumn(to, 'memory', 'String')
  to.varint(length)
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    to.append(Buffer.from(bytes.toString('base64', from, from + PIECE_BYTES), 'latin1'))
    await setImmediate()
  }
  return to.bytes.subarray(0, to.length)
}
