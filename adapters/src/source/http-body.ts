import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Refusal } from './http-admission.ts'
import { createLineSplitter, type LineBlock } from './line-splitter.ts'

const PIECE = 256 * 1024

/**
 * The lines of a whole body. `admit` is told of every piece after decompression and may throw; nothing is read on then,
 * and the connection stays usable for the answer.
 */
export async function readLines(request: IncomingMessage, admit: (bytes: number) => void): Promise<LineBlock[]> {
  const splitter = createLineSplitter()
  const blocks: LineBlock[] = []
  for await (const piece of unpacked(request).iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    admit(piece.length)
    const block = splitter.push(piece)
    if (block !== undefined) blocks.push(block)
  }
  const last = splitter.end()
  return last === undefined ? blocks : [...blocks, last]
}

function unpacked(request: IncomingMessage): Readable {
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (encoding === 'identity') return request
  if (encoding !== 'gzip') throw new Refusal(415, `can not unpack "${encoding}": send gzip or plain`)
  const gunzip = createGunzip({ chunkSize: PIECE })
  // A shipper that hangs up would leave the unpacking waiting for ever.
  request.once('error', (error) => gunzip.destroy(error))
  return request.pipe(gunzip)
}
