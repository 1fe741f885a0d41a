import { openStore } from '../parts.ts'
import type { Verb } from './verb.ts'

export const migrate: Verb = (command, context) => {
  command
    .addHelpText('after', '\nExample:\n  CLICKHOUSE_URL=http://clickhouse:8123 npx errorsense migrate')
    .action(async () => {
      const config = context.config()
      const logger = context.logger(config, 'migrate')
      const store = await openStore({ config, logger, signal: AbortSignal.timeout(300_000) })
      await store.close()
      logger.info('the schema is up to date')
    })
}
