import { anomalyProcessor, createTopics } from '@errorsense/anomaly-processor/main.ts'
import { runRole } from '../role.ts'
import type { Verb } from './verb.ts'

export const process: Verb = (program, context) => {
  program
    .command('process')
    .description('the role anomaly-processor: reads app-logs, finds incidents')
    .addHelpText(
      'after',
      '\nExample:\n  KAFKA_BROKER=localhost:9092 CLICKHOUSE_URL=http://localhost:8123 npx errorsense process',
    )
    .action(() =>
      runRole(context, 'anomaly-processor', async ({ config, logger, bus, store }) => {
        await createTopics(bus, config.topic, config.partitions)
        const processor = anomalyProcessor({ bus, store, topic: config.topic, group: config.group, logger })
        await processor.start()
        return processor
      }),
    )
}
