import { createTopics } from '@errorsense/anomaly-processor/main.ts'
import { startProcessor } from '../processor.ts'
import { runRole } from '../role.ts'
import type { Verb } from './verb.ts'

export const process: Verb = (command, context) => {
  command
    .addHelpText(
      'after',
      '\nExample:\n  KAFKA_BROKER=localhost:9092 CLICKHOUSE_URL=http://localhost:8123 npx errorsense process',
    )
    .action(() =>
      runRole(context, 'anomaly-processor', async (parts) => {
        await createTopics(parts.bus, parts.config.topic, parts.config.partitions)
        return startProcessor(parts)
      }),
    )
}
