import { setTimeout as sleep } from 'node:timers/promises'
import { Admin, ListOffsetTimestamps } from '@platformatic/kafka'
import { unknownTopic } from '../in-process.ts'
import { answers, flatten } from './errors.ts'
import { MESSAGE_BYTES } from './record-scan.ts'
import { clientOptions, type KafkaBusOptions } from './options.ts'

export interface Topics {
  /** Resolves when the cluster answers. */
  ping(): Promise<void>
  /** How many it has; 0 when there is no such topic. */
  partitions(topic: string): Promise<number>
  /** Resolves when it can be used. */
  create(topic: string, partitions: number, retentionMs: number | undefined): Promise<void>
  /** By partition: how far the group is behind. */
  lag(topic: string, group: string): Promise<number[]>
  close(): Promise<void>
}

const LOOK_AGAIN_MS = 50

export function topics(options: KafkaBusOptions): Topics {
  const admin = new Admin({ ...clientOptions(options), retries: 0 })

  async function leaders(topic: string, forceUpdate = true): Promise<number[]> {
    try {
      const metadata = await admin.metadata({ topics: [topic], forceUpdate })
      return metadata.topics.get(topic)!.partitions.map(({ leader }) => leader)
    } catch (error) {
      if (isUnknownTopic(error)) return []
      throw error
    }
  }

  async function make(topic: string, partitions: number, retentionMs: number | undefined): Promise<void> {
    const configs = [
      { name: 'max.message.bytes', value: String(MESSAGE_BYTES) },
      ...(retentionMs === undefined ? [] : [{ name: 'retention.ms', value: String(retentionMs) }]),
    ]
    try {
      await admin.createTopics({ topics: [topic], partitions, configs })
    } catch (error) {
      if (!answers(error).includes('TOPIC_ALREADY_EXISTS')) throw error
    }
  }

  async function offsets(topic: string, partitions: number, timestamp: bigint): Promise<number[]> {
    const wanted = Array.from({ length: partitions }, (_, partitionIndex) => ({ partitionIndex, timestamp }))
    const [answer] = await admin.listOffsets({ topics: [{ name: topic, partitions: wanted }] })
    const found = new Map(answer.partitions.map(({ partitionIndex, offset }) => [partitionIndex, Number(offset)]))
    return wanted.map(({ partitionIndex }) => found.get(partitionIndex) ?? 0)
  }

  async function committed(topic: string, group: string, partitions: number): Promise<Map<number, number>> {
    const partitionIndexes = Array.from({ length: partitions }, (_, partition) => partition)
    const [answer] = await admin.listConsumerGroupOffsets({
      groups: [{ groupId: group, topics: [{ name: topic, partitionIndexes }] }],
    })
    const found = answer.topics.flatMap((one) => one.partitions).filter(({ committedOffset }) => committedOffset >= 0n)
    return new Map(found.map(({ partitionIndex, committedOffset }) => [partitionIndex, Number(committedOffset)]))
  }

  return {
    async ping() {
      await admin.metadata({ topics: [], forceUpdate: true })
    },
    partitions: async (topic) => (await leaders(topic, false)).length,
    async create(topic, partitions, retentionMs) {
      if ((await leaders(topic)).length === 0) await make(topic, partitions, retentionMs)
      for (;;) {
        const known = await leaders(topic)
        if (known.length > 0 && known.every((leader) => leader >= 0)) return
        await sleep(LOOK_AGAIN_MS)
      }
    },
    async lag(topic, group) {
      const { length } = await leaders(topic, false)
      if (length === 0) throw unknownTopic(topic)
      const [starts, ends, commits] = await Promise.all([
        offsets(topic, length, ListOffsetTimestamps.EARLIEST),
        offsets(topic, length, ListOffsetTimestamps.LATEST),
        committed(topic, group, length),
      ])
      return ends.map((end, partition) => end - Math.max(starts[partition], commits.get(partition) ?? 0))
    },
    close: () => admin.close(),
  }
}

function isUnknownTopic(error: unknown): boolean {
  return flatten(error).some(({ message }) => message.startsWith('Unknown topic'))
}
