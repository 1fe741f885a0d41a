/** Batches made by hand, for contracts that store what an engine reads. */
import { type Engine, type Level, levels, type RecordBatch } from '../src/record.ts'

export interface RecordFixture {
  readonly raw: string | Uint8Array
  /** Left out: the record tells none. */
  readonly time?: number
  readonly service?: string
  readonly host?: string
  readonly level?: Level
  readonly shape?: string
  readonly session?: string
  readonly latency?: number
  readonly status?: number
}

interface Span {
  readonly start: number
  readonly end: number
}

/** The batch and the engine whose names and shapes its columns point into. */
export function recordBatch(
  records: readonly RecordFixture[],
  receivedAt = 1_700_000_000_000,
): { batch: RecordBatch; engine: Engine } {
  const parts: Uint8Array[] = []
  let length = 0
  function append(text: string | Uint8Array): Span {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
    parts.push(bytes, Uint8Array.of(10))
    const start = length
    length += bytes.length + 1
    return { start, end: start + bytes.length }
  }

  const raw = records.map((record) => append(record.raw))
  const sessions = records.map((record) => append(record.session ?? ''))
  const names = distinct(['', ...records.flatMap(({ service = 'shop', host = '' }) => [service, host])])
  const shapes = distinct(records.map(({ shape = 'shape' }) => shape))
  const nothing = new Uint32Array(records.length)

  const batch: RecordBatch = {
    chunk: { source: 'contract', service: '', bytes: new Uint8Array(Buffer.concat(parts)), receivedAt },
    count: records.length,
    lineCount: records.length,
    truncated: 0,
    start: Uint32Array.from(raw, ({ start }) => start),
    end: Uint32Array.from(raw, ({ end }) => end),
    messageStart: Uint32Array.from(raw, ({ start }) => start),
    messageEnd: Uint32Array.from(raw, ({ end }) => end),
    lines: new Uint32Array(records.length).fill(1),
    time: Float64Array.from(records, ({ time }) => time ?? Number.NaN),
    level: Uint8Array.from(records, ({ level = '' }) => levels.indexOf(level)),
    format: new Uint8Array(records.length),
    service: Uint32Array.from(records, ({ service = 'shop' }) => names.indexOf(service)),
    host: Uint32Array.from(records, ({ host = '' }) => names.indexOf(host)),
    shape: Uint32Array.from(records, ({ shape = 'shape' }) => shapes.indexOf(shape)),
    latency: Float64Array.from(records, ({ latency }) => latency ?? Number.NaN),
    status: Uint16Array.from(records, ({ status = 0 }) => status),
    ipStart: nothing,
    ipEnd: nothing,
    userStart: nothing,
    userEnd: nothing,
    sessionStart: Uint32Array.from(sessions, ({ start }) => start),
    sessionEnd: Uint32Array.from(sessions, ({ end }) => end),
  }
  const engine: Engine = {
    read: () => batch,
    formats: ['plain'],
    names,
    shapes: shapes.map((id) => ({ id, component: '', tokens: [] })),
    layout: () => undefined,
    restoreLayout: () => undefined,
  }
  return { batch, engine }
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)]
}
