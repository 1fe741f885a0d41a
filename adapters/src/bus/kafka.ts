import type { Bus, Subscription } from '@errorsense/core/ports/bus.ts'
import { unknownTopic } from './in-process.ts'
import { describeGroup } from './kafka/group-description.ts'
import type { KafkaBusOptions } from './kafka/options.ts'
import { publisher } from './kafka/publisher.ts'
import { closed, untilDone } from './kafka/retry.ts'
import { kafkaSubscription } from './kafka/subscription.ts'
import { topics } from './kafka/topics.ts'

export type { KafkaBusOptions } from './kafka/options.ts'
export type { Poison } from './kafka/record-scan.ts'

const LAG_TIMEOUT_MS = 5000

/**
 * The bus on Apache Kafka 4 and newer. Nothing is asked of the cluster before the first call, which waits for one
 * that is not there yet; what waiting can not mend rejects at once.
 */
export function kafkaBus(options: KafkaBusOptions): Bus {
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, ...(options.signal === undefined ? [] : [options.signal])])
  const admin = topics(options)
  const producer = publisher(options)
  const subscriptions = new Set<Subscription>()
  let reached: Promise<void> | undefined

  /** Once is enough: later outages are waited out where they are met. */
  async function reach(): Promise<void> {
    if (stop.signal.aborted) throw closed()
    reached ??= untilDone(options, signal, () => admin.ping())
    try {
      await reached
    } catch (error) {
      reached = undefined
      throw error
    }
  }

  async function partitionsOf(topic: string): Promise<number> {
    await reach()
    const partitions = await untilDone(options, signal, () => admin.partitions(topic))
    if (partitions === 0) throw unknownTopic(topic)
    return partitions
  }

  return {
    async createTopic(topic, { partitions, retentionMs }) {
      await reach()
      await untilDone(options, signal, () => admin.create(topic, partitions, retentionMs))
    },
    partitions: partitionsOf,
    async publish(topic, records) {
      await producer.publish(topic, await partitionsOf(topic), records)
    },
    async subscribe(topic, subscribeOptions) {
      await partitionsOf(topic)
      const subscription = kafkaSubscription(options, topic, subscribeOptions)
      subscriptions.add(subscription)
      const close = async (): Promise<void> => {
        subscriptions.delete(subscription)
        await subscription.close()
      }
      return { ...subscription, close }
    },
    async lag(topic, group) {
      // Whoever asks wants to know it now.
      const soon = AbortSignal.any([signal, AbortSignal.timeout(LAG_TIMEOUT_MS)])
      return await untilDone(options, soon, () => admin.lag(topic, group))
    },
    async describe(topic, group) {
      await partitionsOf(topic)
      return await untilDone(options, signal, () => describeGroup(options, topic, group))
    },
    async close() {
      if (stop.signal.aborted) return
      stop.abort()
      await Promise.all([...subscriptions].map((subscription) => subscription.close()))
      await producer.close()
      await admin.close()
    },
  }
}
