import { createTopics } from '@errorsense/anomaly-processor/main.ts'
import { openBus } from '../parts.ts'
import type { Verb } from './verb.ts'

export const topics: Verb = (command, context) => {
  command
    .addHelpText('after', '\nExample:\n  KAFKA_BROKER=localhost:9092 KAFKA_PARTITIONS=12 npx errorsense topics')
    .action(async () => {
      const config = context.config()
      const logger = context.logger(config, 'topics')
      const bus = await openBus({ config, logger, signal: AbortSignal.timeout(300_000) })
      await createTopics(bus, config.topic, config.partitions)
      await bus.close()
      logger.info('every topic is there')
    })
}
