/** The contender's half of `measure.ts` in Node: only what happens inside `read` is measured. */
import { closeSync, openSync, readSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Chunk } from '@errorsense/core/record.ts'
import type { Answer } from '../measure.ts'
import { storedChunks, type StoredChunk } from '../workload/slices.ts'

type PeerChunk = Chunk & { readonly format: string }

export interface Peer {
  /** What is not measured. */
  prepare?(chunk: PeerChunk): void
  /** Reads one chunk, whose bytes are only lent, and gives its number of lines. */
  read(chunk: PeerChunk): number
  counts?(): Record<string, number>
}

export async function serve(peer: Peer): Promise<void> {
  for await (const path of createInterface({ input: process.stdin })) {
    const formats: Record<string, { lines: number; cpuSeconds: number }> = {}
    for (const chunk of chunksIn(path)) {
      peer.prepare?.(chunk)
      const before = process.cpuUsage()
      const lines = peer.read(chunk)
      const { user, system } = process.cpuUsage(before)
      const format = (formats[chunk.format] ??= { lines: 0, cpuSeconds: 0 })
      format.lines += lines
      format.cpuSeconds += (user + system) / 1e6
    }
    const answer: Answer = {
      cpuSeconds: Object.values(formats).reduce((sum, format) => sum + format.cpuSeconds, 0),
      residentBytes: process.memoryUsage.rss(),
      formats,
      ...(peer.counts && { counts: peer.counts() }),
    }
    process.stdout.write(`${JSON.stringify(answer)}\n`)
  }
}

let buffer = Buffer.alloc(0)

function* chunksIn(path: string): Generator<StoredChunk & { readonly bytes: Uint8Array }> {
  const file = openSync(`${path}.log`, 'r')
  try {
    for (const chunk of storedChunks(path)) {
      const length = chunk.end - chunk.start
      if (buffer.length < length) buffer = Buffer.alloc(2 * length)
      readSync(file, buffer, 0, length, chunk.start)
      yield { ...chunk, bytes: buffer.subarray(0, length) }
    }
  } finally {
    closeSync(file)
  }
}
