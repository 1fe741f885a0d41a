import { statfs } from 'node:fs/promises'
import type { Database } from './database.ts'

/**
 * Where one process has everything, a few lines are stored four times a second, and each insert leaves a part in every
 * table. The engine takes opening a part for as dear as writing five megabytes, so by its own choice it writes a day of
 * a small system anew every few seconds, only to have some parts less: that costs more than all the rest of a quiet
 * system. A hundred parts instead of ten cost a question some milliseconds. A server is left as it is: it is its owner's,
 * and an older one lacks the settings.
 */
const PARTS_AT_ONCE = 100
const TABLES = ['logs', 'observations', 'observations_1m', 'observations_1h']
/** The most has to be more than that, and stay it: by its own choice the engine lowers it until nothing is merged. */
const SETTINGS = [
  `min_parts_to_merge_at_once = ${PARTS_AT_ONCE}`,
  `max_parts_to_merge_at_once = ${2 * PARTS_AT_ONCE}`,
  'merge_selector_enable_heuristic_to_lower_max_parts_to_merge_at_once = 0',
]

/** On a full disk the engine replaces what it knows of a table by an empty file, and can not be opened any more. */
const ROOM_BYTES = 64 * 1024 * 1024

/** Sets what is not set yet, where there is room for it: otherwise the next start does. */
export async function mergeSmallPartsTogether(
  db: Pick<Database, 'query' | 'command'>,
  directory: string,
  roomOf = freeBytes,
): Promise<void> {
  const asItIs = await db.query<{ name: string }>(
    `SELECT name FROM system.tables WHERE database = currentDatabase()
      AND NOT position(engine_full, 'min_parts_to_merge_at_once = ${PARTS_AT_ONCE}')`,
  )
  for (const table of TABLES) {
    if (!asItIs.some(({ name }) => name === table) || (await roomOf(directory)) < ROOM_BYTES) continue
    await db.command(`ALTER TABLE ${table} MODIFY SETTING ${SETTINGS.join(', ')}`)
  }
}

async function freeBytes(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory)
  return bavail * bsize
}
