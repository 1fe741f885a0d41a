import type { SQLOutputValue, StatementSync } from 'node:sqlite'
import type { ReceivedRecord } from '@errorsense/core/ports/bus.ts'
import { type Commit, type Log, type LogRecord, sizeOf } from './log.ts'
import { sqliteFile } from './sqlite-file.ts'
import { writeQueue } from './write-queue.ts'

/**
 * Topics, records and commits in one SQLite file. A table per partition, its rowid the offset, so that appending only
 * ever touches the right edge of a tree. `start` and `end` live in memory: `end` moves when records are durable, so
 * nobody acts on a record that a power cut could still take back.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS partitions (
    id INTEGER PRIMARY KEY, topic TEXT NOT NULL, partition INTEGER NOT NULL, retention_ms REAL,
    start INTEGER NOT NULL DEFAULT 0, UNIQUE (topic, partition));
  CREATE TABLE IF NOT EXISTS commits (
    consumers TEXT, topic TEXT, partition INTEGER, offset INTEGER NOT NULL, metadata TEXT NOT NULL,
    PRIMARY KEY (consumers, topic, partition)) WITHOUT ROWID;`

interface Partition {
  readonly retentionMs: number
  start: number
  end: number
  /** Offset of the next record written: ahead of `end` while a sync is under way. */
  next: number
  readonly insert: StatementSync
  readonly select: StatementSync
  /** Age and size of the oldest records, their values left on the disk. */
  readonly oldest: StatementSync
  readonly trim: StatementSync
  readonly saveStart: StatementSync
}

export interface SqliteLog extends Log {
  /** Removes some of what is older than its topic keeps; false when there was nothing. Runs by itself as well. */
  trim(): boolean
}

/** Work for a transaction; `size` is in bytes. */
interface Write {
  readonly size: number
  readonly run: () => void
}

/** Bytes per transaction: a few ms of the event loop. */
const TRANSACTION_BYTES = 1024 * 1024

/** Trimming takes at most this much at a time. */
const TRIM_BYTES = 1024 * 1024
const TRIM_ROWS = 1000
const TRIM_EVERY_MS = 10_000

const decoder = new TextDecoder()
const encoder = new TextEncoder()
const noHeaders: Readonly<Record<string, string>> = Object.freeze(Object.create(null))

export function sqliteLog({ path, clock }: { path: string; clock: () => number }): SqliteLog {
  const file = sqliteFile(path, SCHEMA)
  const { database } = file
  const queue = writeQueue<Write>({ newBatch, write })
  const topics = new Map<string, Partition[]>()
  const commits = new Map<string, Commit>()
  /** Partitions written to since the last sync, with their `next` before that. */
  let touched = new Map<Partition, number>()
  const addPartition = database.prepare('INSERT INTO partitions (topic, partition, retention_ms) VALUES (?, ?, ?)')
  const saveCommit = database.prepare('INSERT OR REPLACE INTO commits VALUES (?, ?, ?, ?, ?)')

  function load(): void {
    const rows = database.prepare('SELECT * FROM partitions ORDER BY topic, partition').all()
    for (const row of rows) {
      const ofTopic = topics.get(String(row.topic)) ?? []
      topics.set(String(row.topic), ofTopic)
      const id = Number(row.id)
      const last = database.prepare(`SELECT max(offset) AS offset FROM log_${id}`).get()?.offset
      const start = Number(row.start)
      const end = last === null ? start : Number(last) + 1
      const retentionMs = row.retention_ms === null ? Infinity : Number(row.retention_ms)
      ofTopic.push(openPartition(id, { retentionMs, start, end }))
    }
    for (const row of database.prepare('SELECT * FROM commits').all())
      commits.set(JSON.stringify([row.consumers, row.topic, row.partition]), {
        offset: Number(row.offset),
        metadata: String(row.metadata),
      })
  }

  function openPartition(id: number, at: { retentionMs: number; start: number; end: number }): Partition {
    return {
      ...at,
      next: at.end,
      insert: database.prepare(`INSERT INTO log_${id} VALUES (?, ?, ?, ?, ?)`),
      select: database.prepare(`SELECT * FROM log_${id} WHERE offset >= ? AND offset < ? ORDER BY offset`),
      oldest: database.prepare(
        `SELECT offset, timestamp, length(value) AS size FROM log_${id} WHERE offset < ? ORDER BY offset LIMIT ${TRIM_ROWS}`,
      ),
      trim: database.prepare(`DELETE FROM log_${id} WHERE offset < ?`),
      saveStart: database.prepare(`UPDATE partitions SET start = ? WHERE id = ${id}`),
    }
  }

  function makePartition(topic: string, partition: number, retentionMs: number | undefined): Partition {
    const id = Number(addPartition.run(topic, partition, retentionMs ?? null).lastInsertRowid)
    database.exec(
      `CREATE TABLE log_${id} (offset INTEGER PRIMARY KEY, timestamp REAL, key BLOB, headers TEXT, value BLOB)`,
    )
    return openPartition(id, { retentionMs: retentionMs ?? Infinity, start: 0, end: 0 })
  }

  function insert(partition: Partition, { timestamp, key, headers, value }: LogRecord): void {
    if (!touched.has(partition)) touched.set(partition, partition.next)
    const named = Object.keys(headers).length > 0 ? JSON.stringify(headers) : null
    partition.insert.run(partition.next, timestamp, encoder.encode(key), named, value)
    partition.next++
  }

  async function write(writes: readonly Write[]): Promise<void> {
    touched = new Map()
    try {
      file.transaction(() => {
        for (const { run } of writes) run()
      })
    } catch (error) {
      for (const [partition, next] of touched) partition.next = next
      throw error
    }
    const written = [...touched.keys()].map((partition) => ({ partition, end: partition.next }))
    await file.sync()
    for (const { partition, end } of written) partition.end = end
  }

  /** One step: whether there may be more to take. */
  function trimStep(partition: Partition): boolean {
    const expired = clock() - partition.retentionMs
    let bytes = 0
    let start = partition.start
    for (const row of partition.oldest.iterate(partition.end)) {
      if (Number(row.timestamp) >= expired || bytes > TRIM_BYTES) break
      bytes += Number(row.size)
      start = Number(row.offset) + 1
    }
    if (start === partition.start) return false
    file.transaction(() => {
      partition.trim.run(start)
      partition.saveStart.run(start)
    })
    partition.start = start
    return true
  }

  /** A small step in every partition; whether there may be more to do. */
  function trim(): boolean {
    const limited = [...topics.values()].flat().filter((partition) => partition.retentionMs < Infinity)
    return limited.map(trimStep).includes(true)
  }

  let trimming = setTimeout(keepTrimmed, 0).unref()
  function keepTrimmed(): void {
    let more = false
    try {
      more = trim()
    } catch {
      // The disk is full or failing: whoever publishes next is told, and here it is tried again.
    }
    trimming = setTimeout(keepTrimmed, more ? 10 : TRIM_EVERY_MS).unref()
  }

  load()
  return {
    createTopic(topic, partitions, retentionMs) {
      const made: Partition[] = []
      file.transaction(() => {
        for (let i = 0; i < partitions; i++) made.push(makePartition(topic, i, retentionMs))
      })
      topics.set(topic, made)
    },
    partitions: (topic) => topics.get(topic)?.length ?? 0,
    async append(topic, records) {
      const ofTopic = topics.get(topic)!
      const writes: Write[] = records.map((record) => ({
        size: sizeOf(record),
        run: () => insert(ofTopic[record.partition], record),
      }))
      await queue.add(writes)
    },
    range(topic, partition) {
      const { start, end } = topics.get(topic)![partition]
      return { start, end }
    },
    read(topic, partition, from, maxBytes) {
      const { select, end } = topics.get(topic)![partition]
      const records: ReceivedRecord[] = []
      let bytes = 0
      for (const row of select.iterate(from, end)) {
        const record = received(row)
        bytes += sizeOf(record)
        if (bytes > maxBytes && records.length > 0) break
        records.push(record)
      }
      return records
    },
    async commit(group, topic, partition, commit) {
      const run = (): void => {
        saveCommit.run(group, topic, partition, commit.offset, commit.metadata)
      }
      await queue.add([{ size: commit.metadata.length, run }])
      commits.set(JSON.stringify([group, topic, partition]), commit)
    },
    committed: (group, topic, partition) => commits.get(JSON.stringify([group, topic, partition])),
    trim,
    async close() {
      clearTimeout(trimming)
      await queue.idle()
      file.close()
    },
  }
}

function received(row: Record<string, SQLOutputValue>): ReceivedRecord {
  return {
    offset: Number(row.offset),
    timestamp: Number(row.timestamp),
    key: decoder.decode(row.key as Uint8Array),
    headers: typeof row.headers === 'string' ? parseHeaders(row.headers) : noHeaders,
    value: row.value as Uint8Array,
  }
}

function parseHeaders(json: string): Record<string, string> {
  return Object.assign(Object.create(null), JSON.parse(json))
}

function newBatch(): (write: Write) => boolean {
  let bytes = 0
  return ({ size }) => (bytes += size) <= TRANSACTION_BYTES
}
