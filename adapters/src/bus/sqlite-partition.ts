import type { ReceivedRecord } from '@errorsense/core/ports/bus.ts'
import { type LogRecord, sizeOf } from './log.ts'
import { decodeRun, encodeRun, runsOf } from './record-run.ts'
import type { SqliteFile } from './sqlite-file.ts'

/** One partition in its own table, a row per run of records, so that appending only touches the right edge of a tree. */
export interface SqlitePartition {
  /** Offsets [start, end) may be read. */
  readonly start: number
  readonly end: number
  /** The offset of the next record appended: ahead of `end` while a sync is under way. */
  readonly next: number
  /** Within a transaction. The records can not be read before `publish`. */
  append(records: readonly LogRecord[]): void
  /** What was appended before this offset is durable. */
  publish(end: number): void
  /** The transaction was rolled back: `next` is again what it was before. */
  takeBack(next: number): void
  read(from: number, maxBytes: number): ReceivedRecord[]
  /** Removes some of the runs of which no record is younger than `before`; false when there was none. */
  trim(before: number): boolean
}

/** Trimming takes at most about this much at a time. */
const TRIM_BYTES = 1024 * 1024
const TRIM_RUNS = 1000

export function makeTable({ database }: SqliteFile, id: number): void {
  database.exec(
    `CREATE TABLE log_${id} (first INTEGER PRIMARY KEY, count INTEGER NOT NULL, newest REAL NOT NULL, run BLOB NOT NULL)`,
  )
}

export function sqlitePartition(file: SqliteFile, id: number, oldest: number): SqlitePartition {
  const { database } = file
  const table = `log_${id}`
  const insert = database.prepare(`INSERT INTO ${table} VALUES (?, ?, ?, ?)`)
  const select = database.prepare(
    `SELECT first, run FROM ${table}
     WHERE first >= (SELECT max(first) FROM ${table} WHERE first <= ?) AND first < ? ORDER BY first`,
  )
  // The runs themselves stay on the disk: length() needs only their head.
  const ages = database.prepare(
    `SELECT first + count AS next, newest, length(run) AS bytes FROM ${table}
     WHERE first < ? ORDER BY first LIMIT ${TRIM_RUNS}`,
  )
  const remove = database.prepare(`DELETE FROM ${table} WHERE first < ?`)
  const saveStart = database.prepare(`UPDATE partitions SET start = ? WHERE id = ${id}`)
  const last = database.prepare(`SELECT first + count AS next FROM ${table} ORDER BY first DESC LIMIT 1`).get()
  let start = oldest
  let end = Number(last?.next ?? oldest)
  let next = end

  function afterExpired(before: number): number {
    let bytes = 0
    let kept = start
    for (const row of ages.iterate(end)) {
      if (Number(row.newest) >= before || bytes > TRIM_BYTES) break
      bytes += Number(row.bytes)
      kept = Number(row.next)
    }
    return kept
  }

  return {
    get start() {
      return start
    },
    get end() {
      return end
    },
    get next() {
      return next
    },
    append(records) {
      for (const run of runsOf(records)) {
        const newest = run.reduce((latest, { timestamp }) => Math.max(latest, timestamp), 0)
        insert.run(next, run.length, newest, encodeRun(run))
        next += run.length
      }
    },
    publish(to) {
      end = to
    },
    takeBack(to) {
      next = to
    },
    read(from, maxBytes) {
      const records: ReceivedRecord[] = []
      let bytes = 0
      const fits = (record: ReceivedRecord): boolean => (bytes += sizeOf(record)) <= maxBytes || records.length === 0
      for (const { first, run } of select.iterate(from, end))
        if (!decodeRun(run as Uint8Array, Number(first), from, records, fits)) break
      return records
    },
    trim(before) {
      const kept = afterExpired(before)
      if (kept === start) return false
      file.transaction(() => {
        remove.run(kept)
        saveStart.run(kept)
      })
      start = kept
      return true
    },
  }
}
