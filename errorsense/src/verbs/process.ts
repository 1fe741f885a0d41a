import type { EngineName } from '@errorsense/anomaly-processor/engine.ts'
import { createTopics } from '@errorsense/anomaly-processor/main.ts'
import { engineOption } from '../engine-option.ts'
import { startMetrics } from '../metrics-port.ts'
import { startProcessor } from '../processor.ts'
import { runRole } from '../role.ts'
import type { Verb } from './verb.ts'

export const process: Verb = (command, context) => {
  command
    .addOption(engineOption())
    .addHelpText(
      'after',
      '\nExample:\n  KAFKA_BROKER=localhost:9092 CLICKHOUSE_URL=http://localhost:8123 npx errorsense process',
    )
    .action(({ engine }: { engine: EngineName }) =>
      runRole(context, 'anomaly-processor', async (parts) => {
        await createTopics(parts.bus, parts.config)
        const metrics = parts.config.metricsPort > 0 ? await startMetrics(parts.config) : undefined
        const processor = await startProcessor(parts, engine)
        return {
          done: () => processor.done(),
          stop: async () => void (await Promise.all([processor.stop(), metrics?.stop()])),
        }
      }),
    )
}
