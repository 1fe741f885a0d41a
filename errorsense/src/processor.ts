/** The role anomaly-processor by the settings. */
import { register } from 'prom-client'
import type { EngineName } from '@errorsense/anomaly-processor/engine.ts'
import { anomalyProcessor } from '@errorsense/anomaly-processor/main.ts'
import { processorMetrics } from '@errorsense/anomaly-processor/metrics.ts'
import { workerObserving } from '@errorsense/anomaly-processor/worker-observing.ts'
import { detectorOptions, sessionPattern } from './detecting.ts'
import type { RoleParts } from './role.ts'
import type { Running } from './run.ts'

export async function startProcessor({ bus, store, config, logger }: RoleParts, engine: EngineName): Promise<Running> {
  const session = sessionPattern(config.file)
  const processor = anomalyProcessor({
    bus,
    store,
    topic: config.topic,
    group: config.group,
    logger,
    metrics: processorMetrics(register),
    detecting: detectorOptions(config.file),
    observing: workerObserving({
      engine,
      raw: config.rawText,
      threads: config.observerThreads,
      ...(session && { session }),
    }),
  })
  await processor.start()
  return processor
}
