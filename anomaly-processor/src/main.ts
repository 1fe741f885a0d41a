/** The heart as a role: observe, detect, correlate, joined by the bus; any number of processes share the partitions. */
import type { Bus } from '@errorsense/core/ports/bus.ts'
import { correlator } from './correlator.ts'
import { detector } from './detector.ts'
import type { JudgingOptions } from './judging.ts'
import { observer, type ObserverOptions } from './observer.ts'
import { FINDINGS_TOPIC, INCIDENTS_TOPIC, OBSERVATIONS_TOPIC } from './topics.ts'

export interface AnomalyProcessor {
  start(): Promise<void>
  /** Rejects when a stage failed; resolves once all were stopped. */
  done(): Promise<void>
  stop(): Promise<void>
}

export type AnomalyProcessorOptions = ObserverOptions & Pick<JudgingOptions, 'detecting'>

export function anomalyProcessor(options: AnomalyProcessorOptions): AnomalyProcessor {
  const observes = observer(options)
  const detects = detector({ ...options, group: `${options.group}-detect` })
  const correlates = correlator({ ...options, group: `${options.group}-correlate` })
  return {
    async start() {
      await correlates.start()
      await detects.start()
      await observes.start()
    },
    done: async () => {
      await Promise.all([observes.done(), detects.done(), correlates.done()])
    },
    async stop() {
      // Leaving a group takes its time, and what is on its way is kept by the bus.
      await Promise.all([observes.stop(), detects.stop(), correlates.stop()])
    },
  }
}

const DAY_MS = 24 * 60 * 60_000

export interface TopicOptions {
  /** Where the log lines are. */
  readonly topic: string
  readonly partitions: number
  /** Of detection. */
  readonly shards: number
}

/** Makes every topic of the system that is missing. */
export async function createTopics(bus: Bus, { topic, partitions, shards }: TopicOptions): Promise<void> {
  await bus.createTopic(topic, { partitions, retentionMs: DAY_MS })
  await bus.createTopic(OBSERVATIONS_TOPIC, { partitions: shards, retentionMs: DAY_MS })
  // One partition: correlation sees all services at once. See docs/decisions.
  await bus.createTopic(FINDINGS_TOPIC, { partitions: 1, retentionMs: DAY_MS })
  await bus.createTopic(INCIDENTS_TOPIC, { partitions: 1, retentionMs: 7 * DAY_MS })
}
