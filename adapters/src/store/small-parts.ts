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

export const mergeSmallPartsTogether: readonly string[] = TABLES.map(
  (table) => `ALTER TABLE ${table} MODIFY SETTING ${SETTINGS.join(', ')}`,
)
