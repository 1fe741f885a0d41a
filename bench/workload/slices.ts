/**
 * A workload cut into slices on disk, so that contenders of any language read the very same bytes: `.log` holds the raw
 * lines, `.json` the chunks they came in, `.messages` the bare messages of their records.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Workload, WorkloadChunk } from './workload.ts'

export interface Slice {
  /** Without the endings. */
  readonly path: string
  readonly lines: number
  readonly bytes: number
}

/** A chunk whose bytes [start, end) lie in the `.log`. */
export interface StoredChunk extends Pick<WorkloadChunk, 'source' | 'service' | 'format' | 'receivedAt'> {
  readonly start: number
  readonly end: number
}

const LF = 10

/** Gone when the process ends, also where it is told to. */
export function sliceFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'errorsense-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
  return folder
}

export function writeSlice(path: string, load: Workload, chunkCount: number): Slice {
  const chunks = Array.from({ length: chunkCount }, () => load.next())
  let end = 0
  const stored = chunks.map(({ source, service, format, receivedAt, bytes }): StoredChunk => {
    const start = end
    end += bytes.length
    return { source, service, format, receivedAt, start, end }
  })
  const raw = Buffer.concat(chunks.map(({ bytes }) => bytes))
  writeFileSync(`${path}.log`, raw)
  writeFileSync(`${path}.json`, JSON.stringify(stored))
  writeFileSync(`${path}.messages`, chunks.map(({ messages }) => messages).join(''), 'latin1')
  return { path, lines: linesIn(raw), bytes: raw.length }
}

export function storedChunks(path: string): StoredChunk[] {
  return JSON.parse(readFileSync(`${path}.json`, 'utf8')) as StoredChunk[]
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) lines++
  return lines
}
