/**
 * What stage 1 costs a row after the engine: counts, security reading, sessions, by kind of row. The engine reads
 * everything once; each stage then runs over the same batches again and again. CPU time, the best of several rounds.
 */
import { text } from '@errorsense/adapters/runtime/text.ts'
import { partials } from '@errorsense/core/aggregate/partials.ts'
import { sessionCounts } from '@errorsense/core/aggregate/session-counts.ts'
import { partitionClock } from '@errorsense/core/aggregate/watermark.ts'
import { readableEngine } from '@errorsense/core/readable-engine.ts'
import type { Engine, RecordBatch } from '@errorsense/core/record.ts'
import { securityReader } from '@errorsense/core/security/reader.ts'
import { sessionColumn } from '@errorsense/core/sequence/session-column.ts'
import { chunksOf, kindsOfRows } from './observe-rows.ts'
import type { Row } from './table.ts'

const ROWS = 20_000
const ROUNDS = 9
const RECEIVED_AT = Date.UTC(2026, 10, 22, 11)

/** What is held against rows of each kind, ns; others are as they are. */
const REACH: Readonly<Record<string, number>> = {
  text: 150,
  syslog: 150,
  access: 150,
  json: 150,
  'json with a trace': 400,
  'id in the message': 400,
}

export function observe(): Promise<Row[]> {
  return Promise.resolve(Object.keys(kindsOfRows).flatMap(rowsOf))
}

function rowsOf(kind: string): Row[] {
  const engine = readableEngine({ text })
  const batches = chunksOf(kindsOfRows[kind], ROWS).map((bytes) =>
    copyOf(engine.read({ source: `${kind}.log`, service: '', bytes, receivedAt: RECEIVED_AT })),
  )
  const figures = Object.entries(stages(engine)).map(([stage, run]) => ({
    stage,
    value: best(() => cost(batches, run)),
  }))
  const reach = REACH[kind]
  return [
    {
      name: kind,
      value: figures.reduce((sum, { value }) => sum + value, 0),
      unit: 'ns a row',
      better: 'lower',
      ...(reach !== undefined && { reach }),
    },
    ...figures.map(({ stage, value }): Row => ({ name: `  ${stage}`, value, unit: 'ns a row', better: 'lower' })),
  ]
}

/** A stage is done with a batch, or with all of them where none is given. */
type Stage = (batch: RecordBatch | undefined) => void

function stages(engine: Engine): Record<string, Stage> {
  const clock = partitionClock()
  const counts = partials(engine, text)
  const security = securityReader({ text })
  const ids = sessionColumn({ text })
  const sessions = sessionCounts(engine, text)
  return {
    clock: (batch) => batch && clock.see('x', batch.time, RECEIVED_AT),
    counts: (batch) => (batch ? counts.add(batch, batch.time) : counts.take()),
    security: (batch) => (batch ? security.read(batch, batch.time, engine, () => undefined) : security.take()),
    sessions: (batch) => (batch ? sessions.add(batch, batch.time, ids) : sessions.take()),
  }
}

/** ns a row. */
function cost(batches: readonly RecordBatch[], run: Stage): number {
  let spent = 0
  let rows = 0
  for (const batch of [...batches, undefined]) {
    // The engine has just had the bytes in hand.
    if (batch) sumOf(batch.chunk.bytes)
    const { user, system } = process.cpuUsage()
    run(batch)
    const used = process.cpuUsage({ user, system })
    spent += (used.user + used.system) * 1e3
    rows += batch?.count ?? 0
  }
  return spent / rows
}

function best(measure: () => number): number {
  return Math.min(...Array.from({ length: ROUNDS }, measure))
}

function sumOf(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => (sum + byte) | 0, 0)
}

/** The engine uses its columns again. */
function copyOf(batch: RecordBatch): RecordBatch {
  const columns = Object.entries(batch).map(([name, column]) => [
    name,
    ArrayBuffer.isView(column) ? (column as Float64Array).slice(0, batch.count) : column,
  ])
  return Object.fromEntries(columns) as RecordBatch
}
