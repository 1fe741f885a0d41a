/** Everything that is kept, in ClickHouse: chDB in this process or a server, by the same SQL. */
import type { Store } from '@errorsense/core/ports/store.ts'
import type { Database } from './database.ts'
import { embeddedDatabase } from './embedded.ts'
import { incidentTables } from './incidents.ts'
import { logTable } from './logs.ts'
import { observationTables } from './observations.ts'
import { migrate } from './schema.ts'
import { serverDatabase, type ServerOptions } from './server.ts'
import { mergeSmallPartsTogether } from './small-parts.ts'
import { templateTables } from './templates.ts'

/** `directory`: embedded, with the data below it, for this process alone. */
export type ClickhouseOptions = { readonly directory: string } | ServerOptions

export function clickhouseStore(options: ClickhouseOptions): Store {
  const db: Database = 'url' in options ? serverDatabase(options) : embeddedDatabase(options.directory)
  return {
    migrate: () =>
      db.prepare(async () => {
        await db.open()
        await migrate(db)
        if (!('url' in options)) await mergeSmallPartsTogether(db, options.directory)
      }),
    ...logTable(db),
    ...observationTables(db),
    ...templateTables(db),
    ...incidentTables(db),
    close: () => db.close(),
  }
}
