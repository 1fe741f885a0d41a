/** What an entry of the journal says beyond its note: JSON, empty where there is nothing. */
export const journalDetail: readonly string[] = [
  `ALTER TABLE journal ADD COLUMN IF NOT EXISTS detail String DEFAULT ''`,
]
