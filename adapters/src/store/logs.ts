/** Raw rows: written as they were packed, read back for people. */
import type { Store } from '@errorsense/core/ports/store.ts'
import type { Database } from './database.ts'
import { LOG_COLUMNS } from './log-packer.ts'
import { clampBound } from './time.ts'

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
    async writeLogs({ rows: count, bytes: rows }, token) {
      if (count > 0) await db.insert({ table: 'logs', columns: LOG_COLUMNS, rows, format: 'Native', token })
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
