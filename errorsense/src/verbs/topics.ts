import type { Config } from '@errorsense/adapters/runtime/config.ts'
import type { Logger } from '@errorsense/adapters/runtime/logger.ts'
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
      if (config.kafka) await quicken(config.kafka, config.group, logger)
      logger.info('every topic is there')
    })
}

/** Another processor takes over soon after one has died. */
async function quicken(kafka: NonNullable<Config['kafka']>, group: string, logger: Logger): Promise<void> {
  const { quickTakeover } = await import('@errorsense/adapters/bus/kafka/groups.ts')
  const refused = await quickTakeover({ ...kafka, clientId: 'errorsense' }, [group, `${group}-detect`])
  if (refused.length === 0) return
  logger.warn(
    `when a processor dies another takes over as late as the brokers say, 45 s by default: set group.consumer.min.session.timeout.ms=5000 on them and run this again`,
  )
}
