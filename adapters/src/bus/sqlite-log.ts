import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { type Commit, type Log, type LogRecord, sizeOf } from './log.ts'
import { sqliteFile } from './sqlite-file.ts'
import { makeTable, type SqlitePartition, sqlitePartition } from './sqlite-partition.ts'
import { writeQueue } from './write-queue.ts'

/**
 * Topics, records and commits in one SQLite file. Records may be read only once they are durable, so nobody acts on one
 * that a power cut could still take back.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS partitions (
    id INTEGER PRIMARY KEY, topic TEXT NOT NULL, partition INTEGER NOT NULL, retention_ms REAL,
    start INTEGER NOT NULL DEFAULT 0, UNIQUE (topic, partition));
  CREATE TABLE IF NOT EXISTS commits (
    consumers TEXT, topic TEXT, partition INTEGER, offset INTEGER NOT NULL, metadata TEXT NOT NULL,
    PRIMARY KEY (consumers, topic, partition)) WITHOUT ROWID;`

export interface SqliteLog extends Log {
  /** Removes some of what is older than its topic keeps; false when there was nothing. Runs by itself as well. */
  trim(): boolean
}

interface Topic {
  readonly partitions: readonly SqlitePartition[]
  readonly retentionMs: number
}

type Write =
  | { readonly partition: SqlitePartition; readonly record: LogRecord }
  | { readonly commit: readonly [group: string, topic: string, partition: number, offset: number, metadata: string] }

/** Goes up when older files can not be read any more. */
const FORMAT = 2

/** Bytes per transaction: a few ms of the event loop. */
const TRANSACTION_BYTES = 1024 * 1024
const TRIM_EVERY_MS = 10_000
const TRIM_PAUSE_MS = 10

export function sqliteLog({ path, clock }: { path: string; clock: () => number }): SqliteLog {
  const file = sqliteFile(path, SCHEMA)
  const { database } = file
  const queue = writeQueue<Write>({ newBatch, write })
  const topics = new Map<string, Topic>()
  const commits = new Map<string, Commit>()
  const addPartition = database.prepare('INSERT INTO partitions (topic, partition, retention_ms) VALUES (?, ?, ?)')
  const saveCommit = database.prepare('INSERT OR REPLACE INTO commits VALUES (?, ?, ?, ?, ?)')

  /** A new file says 0, and so did the first format. */
  function checkFormat(): void {
    const format = Number(database.prepare('PRAGMA user_version').get()?.user_version)
    const isNew = format === 0 && database.prepare('SELECT 1 FROM partitions').get() === undefined
    if (isNew) database.exec(`PRAGMA user_version = ${FORMAT}`)
    else if (format !== FORMAT) {
      file.close()
      throw new ErrorSenseError(
        'bus',
        `${path} was written by another version of ErrorSense: move it away to start anew`,
      )
    }
  }

  function load(): void {
    const rows = database.prepare('SELECT * FROM partitions ORDER BY partition').all()
    for (const [topic, ofTopic] of Map.groupBy(rows, (row) => String(row.topic))) {
      const partitions = ofTopic.map((row) => sqlitePartition(file, Number(row.id), Number(row.start)))
      topics.set(topic, { partitions, retentionMs: Number(ofTopic[0].retention_ms ?? Infinity) })
    }
    for (const row of database.prepare('SELECT * FROM commits').all())
      commits.set(JSON.stringify([row.consumers, row.topic, row.partition]), {
        offset: Number(row.offset),
        metadata: String(row.metadata),
      })
  }

  function makePartition(topic: string, partition: number, retentionMs: number | undefined): SqlitePartition {
    const id = Number(addPartition.run(topic, partition, retentionMs ?? null).lastInsertRowid)
    makeTable(file, id)
    return sqlitePartition(file, id, 0)
  }

  async function write(writes: readonly Write[]): Promise<void> {
    const records = new Map<SqlitePartition, LogRecord[]>()
    for (const one of writes) if ('record' in one) listOf(records, one.partition).push(one.record)
    const before = [...records.keys()].map((partition) => ({ partition, next: partition.next }))
    try {
      file.transaction(() => {
        for (const one of writes) if ('commit' in one) saveCommit.run(...one.commit)
        for (const [partition, ofPartition] of records) partition.append(ofPartition)
      })
    } catch (error) {
      for (const { partition, next } of before) partition.takeBack(next)
      throw error
    }
    const written = [...records.keys()].map((partition) => ({ partition, end: partition.next }))
    await file.sync()
    for (const { partition, end } of written) partition.publish(end)
  }

  function trim(): boolean {
    const now = clock()
    const limited = [...topics.values()].filter(({ retentionMs }) => retentionMs < Infinity)
    const trimmed = limited.flatMap(({ partitions, retentionMs }) =>
      partitions.map((partition) => partition.trim(now - retentionMs)),
    )
    return trimmed.includes(true)
  }

  checkFormat()
  load()
  let trimming = setTimeout(keepTrimmed, 0).unref()
  function keepTrimmed(): void {
    let more = false
    try {
      more = trim()
    } catch {
      // The disk is full or failing: whoever publishes next is told, and here it is tried again.
    }
    trimming = setTimeout(keepTrimmed, more ? TRIM_PAUSE_MS : TRIM_EVERY_MS).unref()
  }

  return {
    createTopic(topic, partitions, retentionMs) {
      const made: SqlitePartition[] = []
      file.transaction(() => {
        for (let i = 0; i < partitions; i++) made.push(makePartition(topic, i, retentionMs))
      })
      topics.set(topic, { partitions: made, retentionMs: retentionMs ?? Infinity })
    },
    partitions: (topic) => topics.get(topic)?.partitions.length ?? 0,
    async append(topic, records) {
      const { partitions } = topics.get(topic)!
      await queue.add(records.map((record) => ({ partition: partitions[record.partition], record })))
    },
    range(topic, partition) {
      const { start, end } = topics.get(topic)!.partitions[partition]
      return { start, end }
    },
    read: (topic, partition, from, maxBytes) => topics.get(topic)!.partitions[partition].read(from, maxBytes),
    async commit(group, topic, partition, commit) {
      await queue.add([{ commit: [group, topic, partition, commit.offset, commit.metadata] }])
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

function newBatch(): (write: Write) => boolean {
  let bytes = 0
  return (write) => (bytes += 'record' in write ? sizeOf(write.record) : write.commit[4].length) <= TRANSACTION_BYTES
}

function listOf<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}
