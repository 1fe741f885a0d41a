/**
 * Brings the tables up to date, forward only. Any number of programs may do so at once, without a lock: a migration is
 * a list of statements that do nothing when run again (IF NOT EXISTS), and it counts as done after its last one. So a
 * migration that was once released is never edited: what has to change is a new file and a new line below.
 */
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { Database } from './database.ts'
import { tables } from './migrations/0001-tables.ts'
import { journalDetail } from './migrations/0002-journal-detail.ts'
import { weekOfWindows } from './migrations/0003-week-of-windows.ts'
import { memories } from './migrations/0004-memories.ts'
import { tsv } from './tsv.ts'

interface Migration {
  readonly id: number
  readonly name: string
  readonly statements: readonly string[]
}

const migrations: readonly Migration[] = [
  { id: 1, name: 'tables', statements: tables },
  { id: 2, name: 'journal-detail', statements: journalDetail },
  { id: 3, name: 'week-of-windows', statements: weekOfWindows },
  { id: 4, name: 'memories', statements: memories },
]

const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS schema_migrations (
  id UInt32,
  name String,
  applied DateTime('UTC') DEFAULT now()
)
ENGINE = ReplacingMergeTree
ORDER BY id`

/** All there are, in order. */
export const statements: readonly string[] = [MIGRATIONS_TABLE, ...migrations.flatMap((one) => one.statements)]

export async function migrate(db: Database): Promise<void> {
  await db.command(MIGRATIONS_TABLE)
  const applied = new Set((await db.query<{ id: number }>('SELECT id FROM schema_migrations')).map(({ id }) => id))
  refuseNewer(applied)
  for (const migration of migrations) if (!applied.has(migration.id)) await apply(db, migration)
}

async function apply(db: Database, { id, name, statements }: Migration): Promise<void> {
  for (const statement of statements) await db.command(statement)
  await db.insert({ table: 'schema_migrations', columns: ['id', 'name'], rows: tsv([[id, name]]) })
}

/** An older program would write rows that the newer schema does not expect. */
function refuseNewer(applied: ReadonlySet<number>): void {
  const newest = Math.max(0, ...applied)
  if (newest <= migrations[migrations.length - 1].id) return
  throw new ErrorSenseError('store', `The store was written by a newer ErrorSense (schema ${newest}). Update this one.`)
}
