import type { Config } from '@errorsense/adapters/runtime/config.ts'
import { createTopics } from '@errorsense/anomaly-processor/main.ts'
import { FINDINGS_TOPIC, INCIDENTS_TOPIC, OBSERVATIONS_TOPIC } from '@errorsense/anomaly-processor/topics.ts'
import { openBus } from '../parts.ts'
import type { Verb } from './verb.ts'

export const topics: Verb = (command, context) => {
  command
    .addHelpText('after', '\nExample:\n  KAFKA_BROKER=localhost:9092 KAFKA_PARTITIONS=12 npx errorsense topics')
    .action(async () => {
      const config = context.config()
      const logger = context.logger(config, 'topics')
      const bus = await openBus({ config, logger, signal: AbortSignal.timeout(300_000) })
      await createTopics(bus, config)
      await bus.close()
      if (config.kafka) for (const advice of await prepare(config.kafka, config)) logger.warn(advice)
      logger.info('every topic is there')
    })
}

/** Has another processor take over soon after one has died; says what is amiss with groups and topics. */
async function prepare(kafka: NonNullable<Config['kafka']>, { topic, group }: Config): Promise<string[]> {
  const { quickTakeover } = await import('@errorsense/adapters/bus/kafka/groups.ts')
  const { adviceOnTopics } = await import('@errorsense/adapters/bus/kafka/topic-advice.ts')
  const options = { ...kafka, clientId: 'errorsense' }
  const slow = await quickTakeover(options, [group, `${group}-detect`, `${group}-correlate`])
  const advice = await adviceOnTopics(options, [topic, OBSERVATIONS_TOPIC, FINDINGS_TOPIC, INCIDENTS_TOPIC])
  return slow.length === 0 ? advice : [...advice, SLOW]
}

const SLOW =
  'when a processor dies another takes over as late as the brokers say, 45 s by default: set group.consumer.min.session.timeout.ms=5000 on them and run this again, as a user who may alter groups'
