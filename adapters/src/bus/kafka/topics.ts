import { setTimeout as sleep } from 'node:timers/promises'
import { Admin } from '@platformatic/kafka'
import { answers, flatten } from './errors.ts'
import { clientOptions, type KafkaBusOptions } from './options.ts'

export interface Topics {
  /** Resolves when the cluster answers. */
  ping(): Promise<void>
  /** How many it has; 0 when there is no such topic. */
  partitions(topic: string): Promise<number>
  /** Resolves when it can be used. */
  create(topic: string, partitions: number, retentionMs: number | undefined): Promise<void>
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
    const configs = retentionMs === undefined ? [] : [{ name: 'retention.ms', value: String(retentionMs) }]
    try {
      await admin.createTopics({ topics: [topic], partitions, configs })
    } catch (error) {
      if (!answers(error).includes('TOPIC_ALREADY_EXISTS')) throw error
    }
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
    close: () => admin.close(),
  }
}

function isUnknownTopic(error: unknown): boolean {
  return flatten(error).some(({ message }) => message.startsWith('Unknown topic'))
}
