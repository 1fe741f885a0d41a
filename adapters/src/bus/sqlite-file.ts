import { closeSync, fdatasync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { ErrorSenseError } from '@errorsense/core/errors.ts'

/**
 * One SQLite file of which this process is the only user.
 *
 * Durable means: what `sync` has answered for survives kill -9 and loss of power. A transaction lands in the
 * write-ahead log, which the system keeps when the process dies; `sync` then brings it to the disk, off the event
 * loop, which `synchronous=FULL` would block. SQLite itself syncs when it moves the log into the file
 * (`synchronous=NORMAL`), so a crash at any moment leaves a prefix of the transactions and never a torn one.
 */
export interface SqliteFile {
  readonly database: DatabaseSync
  /** All or nothing. */
  transaction(work: () => void): void
  /** Resolves when every transaction so far is on the disk. */
  sync(): Promise<void>
  close(): void
}

/** Large pages: records are large, and long overflow chains of small pages cost half the speed. */
const PAGE_BYTES = 65_536
/** Moved in small steps, so that no single transaction blocks for long. */
const CHECKPOINT_PAGES = 32

const datasync = promisify(fdatasync)

export function sqliteFile(path: string, schema: string): SqliteFile {
  mkdirSync(dirname(path), { recursive: true })
  const database = open(path, schema)
  syncFolder(path)
  const wal = openSync(`${path}-wal`, 'r+')

  return {
    database,
    transaction(work) {
      try {
        database.exec('BEGIN')
        work()
        database.exec('COMMIT')
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK')
        throw translate(error, path)
      }
    },
    sync: () =>
      datasync(wal).catch((error: unknown) => {
        throw translate(error, path)
      }),
    close() {
      closeSync(wal)
      database.close()
    },
  }
}

function open(path: string, schema: string): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path)
    database.exec(`
      PRAGMA page_size = ${PAGE_BYTES};
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};
      ${schema}
      -- What a killed process left in the log is shown from now on, so it has to be on the disk.
      PRAGMA wal_checkpoint(TRUNCATE);`)
    return database
  } catch (error) {
    database?.close()
    throw translate(error, path)
  }
}

/** The names of new files are on the disk only once their folder is. */
function syncFolder(path: string): void {
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

const SQLITE_BUSY = 5
const SQLITE_FULL = 13

function translate(error: unknown, path: string): ErrorSenseError {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined
  if (code === SQLITE_FULL)
    return new ErrorSenseError(
      'bus',
      `${path} can not grow, the disk is full: free some space, or set DATA_DIR to another disk`,
      {
        cause: error,
        retryable: true,
      },
    )
  if (code === SQLITE_BUSY)
    return new ErrorSenseError(
      'bus',
      `${path} is in use by another process: stop that one, set another DATA_DIR, or set KAFKA_BROKER to run several processes on Kafka`,
      { cause: error, retryable: true },
    )
  const reason = error instanceof Error ? error.message : String(error)
  return new ErrorSenseError('bus', `${path}: ${reason}`, { cause: error })
}
