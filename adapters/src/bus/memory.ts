import { setImmediate } from 'node:timers/promises'
import type { Bus, ReceivedRecord } from '@errorsense/core/ports/bus.ts'
import { inProcessBus } from './in-process.ts'
import { type Commit, type Log, type LogRecord, sizeOf } from './log.ts'

interface Partition {
  readonly records: ReceivedRecord[]
  end: number
}

interface Topic {
  readonly partitions: readonly Partition[]
  readonly retentionMs: number
}

/** Forgets everything when the process ends. For tests, and for reading files where nothing needs to last. */
export function memoryBus({ clock = Date.now }: { clock?: () => number } = {}): Bus {
  return inProcessBus(memoryLog(clock), clock)
}

function memoryLog(clock: () => number): Log {
  const topics = new Map<string, Topic>()
  const commits = new Map<string, Commit>()

  function partitionOf(topic: string, partition: number): Partition {
    return topics.get(topic)!.partitions[partition]
  }

  function startOf({ records, end }: Partition): number {
    return end - records.length
  }

  function add({ key, timestamp, value, ...rest }: LogRecord, to: Partition): void {
    // Copies: the publisher may use its buffer and its object again.
    const headers: Record<string, string> = Object.assign(Object.create(null), rest.headers)
    to.records.push({ offset: to.end++, key, timestamp, headers, value: value.slice() })
  }

  function trim(records: ReceivedRecord[], before: number): void {
    const kept = records.findIndex((record) => record.timestamp >= before)
    records.splice(0, kept === -1 ? records.length : kept)
  }

  return {
    createTopic(topic, partitions, retentionMs = Infinity) {
      topics.set(topic, {
        partitions: Array.from({ length: partitions }, () => ({ records: [], end: 0 })),
        retentionMs,
      })
    },
    partitions: (topic) => topics.get(topic)?.partitions.length ?? 0,
    async append(topic, records) {
      const { partitions, retentionMs } = topics.get(topic)!
      for (const record of records) add(record, partitions[record.partition])
      for (const partition of partitions) trim(partition.records, clock() - retentionMs)
      // A publisher that never stops must leave room for everybody else on the loop.
      await setImmediate()
    },
    range(topic, partition) {
      const kept = partitionOf(topic, partition)
      return { start: startOf(kept), end: kept.end }
    },
    read(topic, partition, from, maxBytes) {
      const kept = partitionOf(topic, partition)
      const first = from - startOf(kept)
      let last = first
      let bytes = 0
      while (last < kept.records.length) {
        bytes += sizeOf(kept.records[last])
        if (bytes > maxBytes && last > first) break
        last++
      }
      return kept.records.slice(first, last)
    },
    async commit(group, topic, partition, commit) {
      commits.set(JSON.stringify([group, topic, partition]), commit)
    },
    committed: (group, topic, partition) => commits.get(JSON.stringify([group, topic, partition])),
    async close() {},
  }
}
