/** The columns of a RecordBatch, grown as needed and reused from batch to batch. */
import type { Chunk, RecordBatch } from './record.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
export type Columns = Mutable<RecordBatch>

const INITIAL_ROWS = 1024

export function columns(chunk: Chunk): Columns {
  return { chunk, count: 0, lineCount: 0, truncated: 0, ...arrays(INITIAL_ROWS) }
}

function arrays(rows: number): Omit<RecordBatch, 'chunk' | 'count' | 'lineCount' | 'truncated'> {
  return {
    start: new Uint32Array(rows),
    end: new Uint32Array(rows),
    messageStart: new Uint32Array(rows),
    messageEnd: new Uint32Array(rows),
    lines: new Uint32Array(rows),
    time: new Float64Array(rows),
    level: new Uint8Array(rows),
    format: new Uint8Array(rows),
    service: new Uint32Array(rows),
    host: new Uint32Array(rows),
    shape: new Uint32Array(rows),
    latency: new Float64Array(rows),
    status: new Uint16Array(rows),
    ipStart: new Uint32Array(rows),
    ipEnd: new Uint32Array(rows),
    userStart: new Uint32Array(rows),
    userEnd: new Uint32Array(rows),
    sessionStart: new Uint32Array(rows),
    sessionEnd: new Uint32Array(rows),
  }
}

/** Makes room for one more row. */
export function reserve(batch: Columns): void {
  if (batch.count < batch.start.length) return
  const larger = arrays(batch.start.length * 2)
  for (const name of Object.keys(larger) as (keyof typeof larger)[]) larger[name].set(batch[name])
  Object.assign(batch, larger)
}
