/** Raw rows: written straight from the columns of a batch, read back for people. */
import { type Engine, levels, type RecordBatch } from '@errorsense/core/record.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import type { Database } from './database.ts'
import { NativeBlock } from './native.ts'
import { clampBound, clampTime, dayOf } from './time.ts'

/** A longer record is cut: it is evidence to look at, not an archive. */
const RAW_LENGTH = 65_536
const SESSION_LENGTH = 256

const COLUMNS = ['time', 'service', 'host', 'level', 'shape', 'session', 'status', 'latency', 'raw', 'received']

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
      await db.insert({ table: 'logs', columns: COLUMNS, rows: logRows(batch, engine), format: 'Native', token })
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

/** The columns of `COLUMNS`, in any order: the engine takes them by name. */
export function logRows(batch: RecordBatch, engine: Engine): Buffer {
  const { chunk, count, start, end, sessionStart, sessionEnd, time } = batch
  const bytes = Buffer.from(chunk.bytes.buffer, chunk.bytes.byteOffset, chunk.bytes.length)
  const rows = new NativeBlock(COLUMNS.length, count, 2 * bytes.length + 64 * count + 4096)
  rows.times('time', (row) => clampTime(Number.isNaN(time[row]) ? chunk.receivedAt : time[row]))
  rows.texts('service', batch.service, (index) => engine.names[index])
  rows.texts('host', batch.host, (index) => engine.names[index])
  rows.texts('level', batch.level, (index) => levels[index])
  rows.texts('shape', batch.shape, (index) => engine.shapes[index].id)
  rows.spans('session', bytes, sessionStart, (row) => Math.min(sessionEnd[row], sessionStart[row] + SESSION_LENGTH))
  rows.uint16s('status', batch.status)
  rows.nullableFloats('latency', batch.latency)
  rows.spans('raw', bytes, start, (row) => cut(bytes, start[row], end[row]))
  rows.days('received', dayOf(chunk.receivedAt))
  return rows.take()
}

/** Never through the middle of a character. */
export function cut(bytes: Uint8Array, start: number, end: number): number {
  if (end - start <= RAW_LENGTH) return end
  let at = start + RAW_LENGTH
  for (let back = 0; back < 3 && (bytes[at] & 0xc0) === 0x80; back++) at--
  return at
}
