/** Counts per service, shape and window: written by observers, merged by the engine, read back as history and charts. */
import { quantile } from '@errorsense/core/aggregate/sketch.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import { WHOLE, type CountObservation, type Shard } from '@errorsense/core/wire/observations.ts'
import type { Database } from './database.ts'
import { OBSERVATION_COLUMNS } from './observation-packer.ts'
import { resolutionOfRange, resolutionOfStep } from './resolution.ts'
import { clampBound } from './time.ts'

const SUMS = 'sum(lines) AS lines, sum(errors) AS errors'
const IN_RANGE = 'window >= fromUnixTimestamp64Milli({from:Int64}) AND window < fromUnixTimestamp64Milli({to:Int64})'
const STEP = 'intDiv(toUnixTimestamp64Milli(window), {step:Int64}) * {step:Int64}'
/** As `partitionOf` of core. */
const IN_SHARD = 'kafkaMurmurHash(service) % {of:UInt32} = {index:UInt32}'
const LAST = 'toUnixTimestamp64Milli(max(last)) AS lastSeen'

/** Rows of one page of history: an hour of a few thousand series. */
const PAGE_MS = 3_600_000
const MAX_SERVICES = 10_000
const MAX_POINTS = 20_000

/** Bins and their counts, as sumMap gives them: bins in order. */
type Bins = readonly [bins: readonly number[], counts: readonly number[]]

interface Sums {
  readonly lines: number
  readonly errors: number
  readonly latency: Bins
}

type Reads = 'writeObservations' | 'history' | 'services' | 'series' | 'templateCounts'

export function observationTables(db: Database): Pick<Store, Reads> {
  return {
    async writeObservations({ rows: count, bytes: rows }, token) {
      if (count === 0) return
      await db.insert({ table: 'observations', columns: OBSERVATION_COLUMNS, rows, format: 'Native', token })
    },

    async *history({ from, to, stepMs, shard = WHOLE }) {
      const { table } = resolutionOfStep(stepMs)
      const page = Math.max(stepMs, PAGE_MS - (PAGE_MS % stepMs))
      let start = await firstWindow(db, table, from, to)
      while (start !== undefined) {
        const end = Math.min(to, start - (start % stepMs) + page)
        const counts = await historyPage(db, table, { from: start, to: end, step: stepMs, ...shard })
        if (counts.length > 0) yield counts
        start = counts.length > 0 && end < to ? end : await firstWindow(db, table, end, to)
      }
    },

    async services(range) {
      const { table, from, to } = resolutionOfRange(range)
      const rows = await db.query<Sums & { service: string; lastSeen: number }>(
        `SELECT service, ${SUMS}, sumMap(latency) AS latency, ${LAST} FROM ${table}
          WHERE ${IN_RANGE} GROUP BY service ORDER BY service LIMIT ${MAX_SERVICES}`,
        { from: clampBound(from), to: clampBound(to) },
      )
      return rows.map(({ service, lastSeen, ...sums }) => ({ service, ...summary(sums), lastSeen: iso(lastSeen) }))
    },

    async series({ from, to, service, stepMs }) {
      const { table } = resolutionOfStep(stepMs)
      const rows = await db.query<Sums & { at: number }>(
        `SELECT ${STEP} AS at, ${SUMS}, sumMap(latency) AS latency FROM ${table}
          WHERE ${IN_RANGE} AND service = {service:String} GROUP BY at ORDER BY at LIMIT ${MAX_POINTS}`,
        { from: clampBound(from), to: clampBound(to), step: stepMs, service },
      )
      return rows.map(({ at, ...sums }) => ({ at: iso(at), ...summary(sums) }))
    },

    async templateCounts({ service, limit, ...range }) {
      const { table, from, to } = resolutionOfRange(range)
      const rows = await db.query<TemplateCountRow>(
        `SELECT if(id = '', shape, id) AS templateId, any(text) AS template, service, sum(lines) AS count,
            sum(errors) AS failed, ${LAST}
          FROM (
            SELECT shape, service, sum(lines) AS lines, sum(errors) AS errors, max(last) AS last FROM ${table}
            WHERE ${IN_RANGE} ${service === undefined ? '' : 'AND service = {service:String}'} GROUP BY shape, service
          ) AS counted
          LEFT JOIN (${SHAPE_TEMPLATES}) AS known USING (shape)
          GROUP BY templateId, service ORDER BY count DESC, templateId, service LIMIT {limit:UInt32}`,
        { from: clampBound(from), to: clampBound(to), limit, ...(service !== undefined && { service }) },
      )
      return rows.map(({ failed, lastSeen, ...row }) => ({ ...row, errors: failed, lastSeen: iso(lastSeen) }))
    },
  }
}

interface TemplateCountRow {
  readonly templateId: string
  readonly template: string
  readonly service: string
  readonly count: number
  readonly failed: number
  readonly lastSeen: number
}

/** A template's text is the newest that any of its shapes was saved with. */
const SHAPE_TEMPLATES = `SELECT shape, template_id AS id, text
  FROM templates AS shapes FINAL
  INNER JOIN (SELECT template_id, argMax(template, saved) AS text FROM templates FINAL GROUP BY template_id) AS texts
  USING (template_id)`

function sketchOf([bins, counts]: Bins): number[] {
  return bins.flatMap((bin, i) => [bin, counts[i]])
}

/** Where the stored windows begin: empty years are skipped, not asked page by page. */
async function firstWindow(db: Database, table: string, from: number, to: number): Promise<number | undefined> {
  const rows = await db.query<{ at: number }>(
    `SELECT toUnixTimestamp64Milli(window) AS at FROM ${table} WHERE ${IN_RANGE} ORDER BY window LIMIT 1`,
    { from: clampBound(from), to: clampBound(to) },
  )
  return rows[0]?.at
}

async function historyPage(
  db: Database,
  table: string,
  page: { from: number; to: number; step: number } & Shard,
): Promise<CountObservation[]> {
  const rows = await db.query<Sums & { at: number; service: string; shape: string }>(
    `SELECT ${STEP} AS at, if(ours, name, '') AS service, if(ours, kind, '') AS shape, ${SUMS}, sumMap(latency) AS latency
      FROM (SELECT window, service AS name, shape AS kind, lines, errors, latency, ${IN_SHARD} AS ours FROM ${table} WHERE ${IN_RANGE})
      GROUP BY at, service, shape ORDER BY at, service, shape`,
    { ...page, from: clampBound(page.from), to: clampBound(page.to) },
  )
  return rows.map(({ at, latency, ...row }) => ({
    window: at,
    ...row,
    ...(latency[0].length > 0 && { latency: sketchOf(latency) }),
    sample: '',
  }))
}

function summary({ lines, errors, latency }: Sums) {
  const sketch = sketchOf(latency)
  return { lines, errors, latencyP50: quantileOrNull(sketch, 0.5), latencyP99: quantileOrNull(sketch, 0.99) }
}

export function quantileOrNull(sketch: readonly number[], q: number): number | null {
  return sketch.length === 0 ? null : quantile(sketch, q)
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
