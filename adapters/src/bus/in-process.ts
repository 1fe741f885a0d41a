import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { Bus, BusRecord } from '@errorsense/core/ports/bus.ts'
import { group, type Group } from './group.ts'
import type { Log, LogRecord } from './log.ts'
import { partitionOf } from '@errorsense/core/partitioner.ts'
import { logSubscription, type LogSubscription } from './subscription.ts'

/** A bus within this process over a log. Closing the bus closes the log. */
export function inProcessBus(log: Log, clock: () => number = Date.now): Bus {
  /** By topic. */
  const subscriptions = new Map<string, Set<LogSubscription>>()
  /** By topic, then by group id. */
  const groups = new Map<string, Map<string, Group>>()
  let closed = false
  let turn = 0

  function partitionsOf(topic: string): number {
    if (closed) throw new ErrorSenseError('bus', 'the bus is closed')
    const partitions = log.partitions(topic)
    if (partitions === 0) throw unknownTopic(topic)
    return partitions
  }

  function prepare(record: BusRecord, partitions: number): LogRecord {
    const { key, value, headers = {}, timestamp } = record
    const chosen = key === undefined ? turn++ % partitions : partitionOf(key, partitions)
    return {
      partition: record.partition ?? chosen,
      key: key?.toWellFormed() ?? '',
      value,
      headers,
      timestamp: timestamp ?? clock(),
    }
  }

  function groupOf(topic: string, groupId: string, partitions: number): Group {
    const ofTopic = groups.get(topic) ?? new Map<string, Group>()
    groups.set(topic, ofTopic)
    const known = ofTopic.get(groupId) ?? group(partitions)
    ofTopic.set(groupId, known)
    return known
  }

  return {
    async createTopic(topic, { partitions, retentionMs }) {
      if (closed) throw new ErrorSenseError('bus', 'the bus is closed')
      if (log.partitions(topic) === 0) log.createTopic(topic, partitions, retentionMs)
    },
    partitions: async (topic) => partitionsOf(topic),
    async publish(topic, records) {
      const partitions = partitionsOf(topic)
      await log.append(
        topic,
        records.map((record) => prepare(record, partitions)),
      )
      for (const subscription of subscriptions.get(topic) ?? []) subscription.wake()
    },
    async subscribe(topic, options) {
      const partitions = partitionsOf(topic)
      const ofTopic = subscriptions.get(topic) ?? new Set<LogSubscription>()
      subscriptions.set(topic, ofTopic)
      const subscription = logSubscription(log, groupOf(topic, options.group, partitions), topic, options)
      ofTopic.add(subscription)
      const close = async (): Promise<void> => {
        ofTopic.delete(subscription)
        await subscription.close()
      }
      return { ...subscription, close }
    },
    async lag(topic, groupId) {
      return Array.from({ length: partitionsOf(topic) }, (_, partition) => {
        const { start, end } = log.range(topic, partition)
        return end - Math.max(start, log.committed(groupId, topic, partition)?.offset ?? start)
      })
    },
    async describe(topic, groupId) {
      const owned = groups.get(topic)?.get(groupId)?.hasMembers() ?? false
      return Array.from({ length: partitionsOf(topic) }, (_, partition) => {
        const { metadata = '' } = log.committed(groupId, topic, partition) ?? {}
        return { owned, metadata }
      })
    },
    async close() {
      if (closed) return
      closed = true
      for (const ofTopic of subscriptions.values()) for (const subscription of ofTopic) await subscription.close()
      await log.close()
    },
  }
}

export function unknownTopic(topic: string): ErrorSenseError {
  return new ErrorSenseError('bus', `topic ${topic} does not exist: make it with \`errorsense topics\``)
}
