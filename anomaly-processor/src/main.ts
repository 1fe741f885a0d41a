/** The heart as a role: observe and detect, joined by the bus; any number of processes share the partitions. */
import type { Bus } from '@errorsense/core/ports/bus.ts'
import { detector, type DetectorOptions } from './detector.ts'
import { observer, type ObserverOptions } from './observer.ts'
import { INCIDENTS_TOPIC, OBSERVATIONS_TOPIC } from './topics.ts'

export interface AnomalyProcessor {
  start(): Promise<void>
  /** Rejects when a stage failed; resolves once both were stopped. */
  done(): Promise<void>
  stop(): Promise<void>
}

export type AnomalyProcessorOptions = ObserverOptions & Pick<DetectorOptions, 'detecting'>

export function anomalyProcessor(options: AnomalyProcessorOptions): AnomalyProcessor {
  const observes = observer(options)
  const detects = detector({ ...options, group: `${options.group}-detect` })
  return {
    async start() {
      await detects.start()
      await observes.start()
    },
    done: async () => {
      await Promise.all([observes.done(), detects.done()])
    },
    async stop() {
      await observes.stop()
      await detects.stop()
    },
  }
}

const DAY_MS = 24 * 60 * 60_000

/** Makes every topic of the system that is missing. */
export async function createTopics(bus: Bus, logs: string, partitions: number): Promise<void> {
  await bus.createTopic(logs, { partitions, retentionMs: DAY_MS })
  // One partition: correlation sees all services at once. See docs/decisions.
  await bus.createTopic(OBSERVATIONS_TOPIC, { partitions: 1, retentionMs: DAY_MS })
  await bus.createTopic(INCIDENTS_TOPIC, { partitions: 1, retentionMs: 7 * DAY_MS })
}
