/** Raw rows: written straight from the columns of a batch, read back for people. */
import { type Engine, levels, type RecordBatch } from '@errorsense/core/record.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import type { Database } from './database.ts'
import { clampBound, clampTime, field, TsvWriter } from './tsv.ts'

/** A longer record is cut: it is evidence to look at, not an archive. */
const RAW_LENGTH = 65_536
const SESSION_LENGTH = 256

const COLUMNS = ['time', 'service', 'host', 'level', 'shape', 'session', 'status', 'latency', 'raw', 'received']

const LEVEL_FIELDS = levels.map(field)

/** The template a row belongs to now; its shape while no detector has told of it. */
const TEMPLATE_OF = `(SELECT shape, template_id FROM templates FINAL)`
const TEMPLATE_ID = `if(template_id = '', shape, template_id)`

const SELECT_LOGS = `SELECT toUnixTimestamp64Milli(time) AS at, service, host, level, ${TEMPLATE_ID} AS templateId, raw
  FROM (SELECT time, service, host, level, shape, raw FROM logs WHERE`

interface Row {
  readonly at: number
  readonly service: string
  readonly host: string
  readonly level: string
  readonly templateId: string
  readonly raw: string
}

export function logTable(db: Database): Pick<Store, 'writeLogs' | 'logs'> {
  return {
    async writeLogs(batch, engine, token) {
      if (batch.count === 0) return
      await db.insert({ table: 'logs', columns: COLUMNS, rows: logRows(batch, engine), token })
    },

    async logs({ from, to, service, templateId, contains, limit }) {
      const conditions = [
        'time >= fromUnixTimestamp64Milli({from:Int64})',
        'time < fromUnixTimestamp64Milli({to:Int64})',
      ]
      if (service !== undefined) conditions.push('service = {service:String}')
      if (templateId !== undefined) conditions.push(ofTemplate)
      if (contains !== undefined) conditions.push('positionCaseInsensitiveUTF8(raw, {contains:String}) > 0')
      const sql = `${SELECT_LOGS} ${conditions.join(' AND ')} ORDER BY time DESC LIMIT {limit:UInt32}) AS found
        LEFT JOIN ${TEMPLATE_OF} AS known USING (shape) ORDER BY at DESC`
      const params = {
        from: clampBound(from),
        to: clampBound(to),
        limit,
        ...(service !== undefined && { service }),
        ...(templateId !== undefined && { templateId }),
        ...(contains !== undefined && { contains }),
      }
      const rows = await db.query<Row>(sql, params)
      return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
    },
  }
}

const ofTemplate = `(shape IN (SELECT shape FROM templates FINAL WHERE template_id = {templateId:String})
  OR (shape = {templateId:String} AND shape NOT IN (SELECT shape FROM templates)))`

/** No object and no string per row, but for the digits of a latency. */
export function logRows(batch: RecordBatch, engine: Engine): Buffer {
  const { chunk, count } = batch
  const bytes = chunk.bytes
  const names = fields((index) => engine.names[index])
  const shapes = fields((index) => engine.shapes[index].id)
  const received = field(new Date(clampTime(chunk.receivedAt)).toISOString().slice(0, 10))
  const rows = new TsvWriter(bytes.length + (bytes.length >> 3) + 128 * count)
  for (let i = 0; i < count; i++) {
    const time = batch.time[i]
    rows
      .time(Number.isNaN(time) ? chunk.receivedAt : time)
      .ready(names(batch.service[i]))
      .ready(names(batch.host[i]))
      .ready(LEVEL_FIELDS[batch.level[i]])
      .ready(shapes(batch.shape[i]))
      .bytes(bytes, batch.sessionStart[i], Math.min(batch.sessionEnd[i], batch.sessionStart[i] + SESSION_LENGTH))
      .integer(batch.status[i])
      .decimal(batch.latency[i])
      .bytes(bytes, batch.start[i], cut(bytes, batch.start[i], batch.end[i]))
      .ready(received)
      .endRow()
  }
  return rows.take()
}

/** Never through the middle of a character. */
export function cut(bytes: Uint8Array, start: number, end: number): number {
  if (end - start <= RAW_LENGTH) return end
  let at = start + RAW_LENGTH
  for (let back = 0; back < 3 && (bytes[at] & 0xc0) === 0x80; back++) at--
  return at
}

/** Few names and shapes come again in every row: each is escaped once per batch. */
function fields(text: (index: number) => string): (index: number) => Buffer {
  const made = new Map<number, Buffer>()
  return (index) => {
    let ready = made.get(index)
    if (ready === undefined) made.set(index, (ready = field(text(index))))
    return ready
  }
}
