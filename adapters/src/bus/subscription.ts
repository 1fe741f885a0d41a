import { setImmediate } from 'node:timers/promises'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { BusBatch, SubscribeOptions, Subscription } from '@errorsense/core/ports/bus.ts'
import { bell } from './bell.ts'
import { batchOfRecords } from './columns.ts'
import type { Group, Member, Position } from './group.ts'
import type { Log } from './log.ts'

export interface LogSubscription extends Subscription {
  /** There may be something new. */
  wake(): void
}

/** One consumer of a log that lives in this process. */
export function logSubscription(
  log: Log,
  group: Group,
  topic: string,
  { group: groupId, from, maxBytes = 1024 * 1024, idleMs = 1000 }: SubscribeOptions,
): LogSubscription {
  const news = bell()
  let closed = false
  const member: Member = { owned: new Map(), start, wake }

  function wake(): void {
    news.ring()
  }

  function start(partition: number): Position {
    const { start: first, end } = log.range(topic, partition)
    const commit = log.committed(groupId, topic, partition)
    const wanted = commit?.offset ?? (from === 'earliest' ? first : end)
    // Records may have been trimmed behind the commit.
    const next = Math.min(Math.max(wanted, first), end)
    return { next, assigned: { offset: next, metadata: commit?.metadata ?? '' }, idleAt: 0 }
  }

  /** The next batch of the partition whose turn it is, if any of them has something to say. */
  function take(): BusBatch | undefined {
    const now = performance.now()
    for (const [partition, position] of member.owned) {
      const { start: first, end } = log.range(topic, partition)
      position.next = Math.max(position.next, first)
      if (position.next < end || now >= position.idleAt) return batch(partition, position, now)
    }
    return undefined
  }

  function batch(partition: number, position: Position, now: number): BusBatch {
    const { assigned } = position
    const records = log.read(topic, partition, position.next, maxBytes)
    const next = records.length === 0 ? position.next : records.at(-1)!.offset + 1
    // Deleted and set again: the partition goes to the end of the queue.
    member.owned.delete(partition)
    member.owned.set(partition, { next, assigned: undefined, idleAt: now + idleMs })
    const lag = log.range(topic, partition).end - next
    const head = { topic, partition, partitions: log.partitions(topic), next, lag, askedAt: now }
    return batchOfRecords(assigned === undefined ? head : { ...head, assigned }, records)
  }

  function untilIdle(): number {
    const earliest = Math.min(...[...member.owned.values()].map((position) => position.idleAt))
    return Math.max(1, Math.min(idleMs, Math.ceil(earliest - performance.now())))
  }

  async function next(): Promise<IteratorResult<BusBatch, undefined>> {
    for (;;) {
      // A consumer that always finds something must leave room for everybody else on the loop.
      await setImmediate()
      if (closed) return { done: true, value: undefined }
      const value = take()
      if (value !== undefined) return { done: false, value }
      await news.wait(untilIdle())
    }
  }

  group.join(member)
  return {
    wake,
    // No `return`: leaving a loop is not leaving the group.
    [Symbol.asyncIterator]: () => ({ next }),
    async commit(partition, offset, metadata = '') {
      if (!member.owned.has(partition)) throw notOwned(topic, partition)
      await log.commit(groupId, topic, partition, { offset, metadata })
    },
    async close() {
      if (closed) return
      closed = true
      group.leave(member)
      news.ring()
    },
  }
}

export function notOwned(topic: string, partition: number): ErrorSenseError {
  return new ErrorSenseError('revoked', `partition ${partition} of ${topic} belongs to another consumer now`)
}
