/**
 * Files as chunks of whole lines. Knows what people point it at by mistake, and says what to do instead. Compressed
 * files (.gz, .zst) are read as they are meant.
 */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { TextDecoder } from 'node:util'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { beginsRecord } from '@errorsense/core/bytes/begins-record.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'

const CHUNK_BYTES = 256 * 1024
/** A line beyond this is cut: its rest is passed over. */
const MAX_LINE_BYTES = 1024 * 1024
/** A record of several lines is looked for so far back. */
const LONGEST_RECORD = 64 * 1024
const NEWLINE = 10

export interface FileChunk {
  readonly bytes: Uint8Array
  /** Bytes of the file read so far, as on disk. */
  readonly position: number
}

/** Size in bytes; undefined for standard input. Throws ErrorSenseError('input') for what can not be a log. */
export async function sizeOf(name: string): Promise<number | undefined> {
  if (name === '-') return undefined
  const info = await stat(name).catch((cause: NodeJS.ErrnoException) => {
    throw new ErrorSenseError('input', unreadable(name, cause), { cause })
  })
  if (info.isDirectory())
    throw new ErrorSenseError('input', `${name} is a directory: name the files in it, for example ${name}/*.log`)
  return info.size
}

/**
 * Whole lines in order; the last one may lack its end. Of a file no record is cut in two where its beginning is certain;
 * of standard input nothing waits for what may come.
 */
export async function* chunksOfFile(name: string): AsyncGenerator<FileChunk> {
  let position = 0
  let skipping = false
  let rest: Buffer = Buffer.alloc(0)
  const raw: Readable = name === '-' ? process.stdin : createReadStream(name, { highWaterMark: CHUNK_BYTES })
  raw.on('data', (part: Buffer) => (position += part.length))
  try {
    const asUtf8 = utf8()
    for await (const read of decompressed(name, raw) as AsyncIterable<Buffer>) {
      const part: Buffer = asUtf8(read)
      const begin: number = skipping ? part.indexOf(NEWLINE) + 1 : 0
      if (skipping && begin === 0) continue
      skipping = false
      const data: Buffer = rest.length > 0 ? Buffer.concat([rest, part]) : part.subarray(begin)
      const lines = data.lastIndexOf(NEWLINE) + 1
      skipping = data.length - lines > MAX_LINE_BYTES
      const end = skipping ? lines + MAX_LINE_BYTES : name === '-' ? lines : wholeRecords(data, lines)
      if (end > 0) yield { bytes: data.subarray(0, end), position }
      rest = skipping ? Buffer.alloc(0) : data.subarray(end)
    }
  } catch (cause) {
    throw new ErrorSenseError('input', unreadable(name, cause as NodeJS.ErrnoException), { cause })
  }
  if (rest.length > 0) yield { bytes: rest, position }
}

/**
 * Where the last record of whole lines begins, if that is near and certain: what follows may belong to it. Otherwise
 * where the lines end. A small file is not cut at all.
 */
function wholeRecords(data: Buffer, end: number): number {
  if (data.length <= CHUNK_BYTES) return 0
  for (let start = end; start > 0 && end - start < LONGEST_RECORD;) {
    start = start < 2 ? 0 : data.lastIndexOf(NEWLINE, start - 2) + 1
    if (start > 0 && beginsRecord(data, start, end)) return start
  }
  return end
}

/** Windows writes some of its logs as UTF-16; they begin with a mark that says so. */
function utf8(): (part: Buffer) => Buffer {
  let decoder: TextDecoder | undefined
  let isFirst = true
  return (part) => {
    if (isFirst && part[0] === 0xff && part[1] === 0xfe) decoder = new TextDecoder('utf-16le')
    isFirst = false
    return decoder ? Buffer.from(decoder.decode(part, { stream: true })) : part
  }
}

function decompressed(name: string, raw: Readable): Readable {
  const unpack = name.endsWith('.gz') ? createGunzip() : name.endsWith('.zst') ? createZstdDecompress() : undefined
  if (!unpack) return raw
  raw.on('error', (error) => unpack.destroy(error))
  return raw.pipe(unpack)
}

function unreadable(name: string, cause: NodeJS.ErrnoException): string {
  switch (cause.code) {
    case 'ENOENT':
      return `${name}: no such file. Check the spelling; - reads standard input`
    case 'EACCES':
      return `${name}: no permission to read it`
    case 'EISDIR':
      return `${name} is a directory: name the files in it, for example ${name}/*.log`
    default:
      return /^(Z|ZSTD)_/.test(cause.code ?? '')
        ? `${name} is damaged, or not compressed as its name says: ${cause.message}`
        : `${name} can not be read: ${cause.message}`
  }
}
