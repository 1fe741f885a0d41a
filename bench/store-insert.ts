/**
 * What a row costs on its way into the embedded store, from columns to the table: packed as here (Native), and as tab
 * separated text or JSON, by the size of the insert, with raw text kept and without. In turns, in CPU time of the whole
 * process, engine included; merges are held back, as they come later and cost all the same.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from '@errorsense/adapters/runtime/text.ts'
import type { Database } from '@errorsense/adapters/store/database.ts'
import { embeddedDatabase } from '@errorsense/adapters/store/embedded.ts'
import { LOG_COLUMNS } from '@errorsense/adapters/store/log-packer.ts'
import { packer } from '@errorsense/adapters/store/packer.ts'
import { migrate } from '@errorsense/adapters/store/schema.ts'
import { text as escaped, time, tsv } from '@errorsense/adapters/store/tsv.ts'
import { readableEngine } from '@errorsense/core/readable-engine.ts'
import { levels, type RecordBatch } from '@errorsense/core/record.ts'
import { rowOf } from './measure.ts'
import type { Row } from './table.ts'
import { workload } from './workload/workload.ts'

const LOAD = { templates: 1000, services: 200 }
const CHUNKS = 32
const ROUNDS = 4
/** Chunks to one insert: about 1,200 rows each. */
const SIZES = [2, 8, 32] as const
const RAW = ['none', 'all'] as const
type Raw = (typeof RAW)[number]

const engine = readableEngine({ text })

/** Inserts the batches as one. */
type Way = (db: Database, batches: readonly RecordBatch[], raw: Raw) => Promise<void>

const ways: Record<string, Way> = { Native: native, TSV: tabSeparated, JSONEachRow: json }

export async function storeInsert({ seeds: [seed] }: { readonly seeds: readonly number[] }): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'errorsense-bench-'))
  const db = embeddedDatabase(directory)
  await db.open()
  await migrate(db)
  await db.command('SYSTEM STOP MERGES')
  const load = workload({ seed, ...LOAD })
  // The engine reuses its batch.
  const batches = Array.from({ length: CHUNKS }, () => structuredClone(engine.read(load.next())))
  const rows = batches.reduce((sum, { count }) => sum + count, 0)
  const contenders = RAW.flatMap((raw) =>
    Object.entries(ways).flatMap(([name, way]) =>
      SIZES.map((size) => ({ raw, name, way, size, speeds: [] as number[] })),
    ),
  )
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { raw, way, size, speeds } of contenders) {
      const seconds = await cpuSeconds(async () => {
        for (let at = 0; at < CHUNKS; at += size) await way(db, batches.slice(at, at + size), raw)
      })
      if (round > 0) speeds.push(rows / seconds)
    }
    await db.command('TRUNCATE TABLE logs')
  }
  await db.close()
  await rm(directory, { recursive: true })
  const of = (wanted: Raw, name: string, rowsAtOnce: number) =>
    contenders.find((one) => one.raw === wanted && one.name === name && one.size === rowsAtOnce)?.speeds ?? []
  return RAW.flatMap((raw) => {
    const kind = raw === 'none' ? 'metadata rows' : 'raw text kept'
    const largest = SIZES[SIZES.length - 1]
    const ratio = (name: string) => of(raw, 'Native', largest).map((own, i) => own / of(raw, name, largest)[i])
    return [
      ...Object.keys(ways).flatMap((name) =>
        SIZES.map((size) =>
          rowOf(of(raw, name, size), {
            name: `${kind}, ${name}, ${Math.round((rows * size) / CHUNKS)} rows at once`,
            unit: 'rows/CPU-s',
            better: 'higher',
          }),
        ),
      ),
      ...['TSV', 'JSONEachRow'].map((name) =>
        rowOf(ratio(name), { name: `${kind}, Native vs ${name}, large inserts`, unit: 'ratio', better: 'higher' }),
      ),
    ]
  })
}

async function native(db: Database, batches: readonly RecordBatch[], raw: Raw): Promise<void> {
  const pack = packer({ raw })
  for (const batch of batches) pack.add(batch, engine)
  await db.insert({ table: 'logs', columns: LOG_COLUMNS, rows: pack.logs().bytes, format: 'Native', token: newToken() })
}

async function tabSeparated(db: Database, batches: readonly RecordBatch[], raw: Raw): Promise<void> {
  const rows = tsv(batches.flatMap((batch) => objects(batch, raw).map(fields)))
  await db.insert({ table: 'logs', columns: LOG_COLUMNS, rows, token: newToken() })
}

function fields(row: LogObject): (string | number)[] {
  const { latency, ...others } = row
  const values = { ...others, latency: latency ?? '\\N' }
  return LOG_COLUMNS.map((name) => {
    const value = values[name as keyof typeof values]
    return typeof value === 'string' && name !== 'latency' ? escaped(value) : value
  })
}

/** As a client would send it; by way of a file, as Native. */
async function json(db: Database, batches: readonly RecordBatch[], raw: Raw): Promise<void> {
  const file = join(tmpdir(), `errorsense-bench-${process.pid}.json`)
  const lines = batches.flatMap((batch) => objects(batch, raw).map((row) => JSON.stringify(row)))
  await writeFile(file, lines.join('\n'))
  const columns = LOG_COLUMNS.join()
  await db.command(`INSERT INTO logs (${columns}) SELECT ${columns} FROM file('${file}', JSONEachRow, '${JSON_TYPES}')
    SETTINGS insert_deduplication_token = '${newToken()}'`)
  await rm(file)
}

const JSON_TYPES = `raw String, session String, time DateTime64(3), service String, host String, level String,
  shape String, status UInt16, latency Nullable(Float32), received Date`.replaceAll('\n', ' ')

type LogObject = ReturnType<typeof objects>[number]

function objects(batch: RecordBatch, raw: Raw) {
  const { chunk, start, end, sessionStart, sessionEnd } = batch
  return Array.from({ length: batch.count }, (_, i) => ({
    raw: raw === 'all' ? text.utf8(chunk.bytes, start[i], end[i]) : '',
    session: text.utf8(chunk.bytes, sessionStart[i], sessionEnd[i]),
    time: time(Number.isNaN(batch.time[i]) ? chunk.receivedAt : batch.time[i]),
    service: engine.names[batch.service[i]],
    host: engine.names[batch.host[i]],
    level: levels[batch.level[i]],
    shape: engine.shapes[batch.shape[i]].id,
    status: batch.status[i],
    latency: Number.isNaN(batch.latency[i]) ? null : batch.latency[i],
    received: new Date(chunk.receivedAt).toISOString().slice(0, 10),
  }))
}

let tokens = 0
function newToken(): string {
  return `bench ${tokens++}`
}

async function cpuSeconds(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
