import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { consumerGroupHeartbeatV1, offsetCommitV9 } from '@platformatic/kafka'
import { bell } from '../bell.ts'
import type { Commit } from '../log.ts'
import { notOwned } from '../subscription.ts'
import type { Cluster } from './cluster.ts'
import { answers, translate } from './errors.ts'
import { commitsOf } from './group-description.ts'
import type { KafkaBusOptions } from './options.ts'
import { delayOf, untilDone } from './retry.ts'

/**
 * One member of a group by the protocol of Kafka 4 (KIP-848): the coordinator decides who owns what, and tells so in
 * its answers to heartbeats. A partition that is taken away stays ours until the next heartbeat says that we let go of
 * it, so the consumer can finish its batch and commit, and nobody else starts before that.
 */
export interface Membership {
  readonly owned: ReadonlySet<number>
  /** Tells the coordinator that these are free now. */
  letGo(partitions: Iterable<number>): void
  committed(partition: number): Promise<Commit | undefined>
  /** `isStillOurs` is asked before every try: the partition may be lost and given back while one waits. */
  commit(partition: number, commit: Commit, isStillOurs: () => boolean): Promise<void>
  leave(): Promise<void>
}

export interface MembershipEvents {
  assigned(partition: number): void
  /** To be answered with `letGo`. */
  revoked(partition: number): void
  /** Taken without asking: the coordinator had given us up. */
  lost(partition: number): void
  /** There is no membership any more, and no use in trying. */
  failed(error: Error): void
}

/** How long we may take to let go of a partition before the coordinator does without us. */
const REBALANCE_TIMEOUT_MS = 45_000
/**
 * A change reaches a member with the answer to a heartbeat, so it beats more often than the broker asks for; and often
 * for a while after a change, which seldom comes alone: who leaves a partition makes another's to be had.
 */
const LONGEST_INTERVAL_MS = 500
const BUSY_INTERVAL_MS = 100
const BUSY_MS = 3000
const LEAVE_TIMEOUT_MS = 2000
const LEAVING = -1
const STARTED_ANEW = ['UNKNOWN_MEMBER_ID', 'FENCED_MEMBER_EPOCH']

export function membership(
  options: KafkaBusOptions,
  cluster: Cluster,
  { topic, group }: { topic: string; group: string },
  events: MembershipEvents,
): Membership {
  const memberId = randomUUID()
  const owned = new Set<number>()
  const due = bell()
  const stop = new AbortController()
  /** 0 = not a member yet. */
  let epoch = 0
  let intervalMs = LONGEST_INTERVAL_MS
  let busyUntil = performance.now() + BUSY_MS
  let beats = Promise.withResolvers<void>()

  async function heartbeat(sentEpoch: number): Promise<void> {
    const { id } = await cluster.topic()
    const partitions = sentEpoch > 0 ? [...owned] : []
    const held = partitions.length > 0 ? [{ topicId: id, partitions }] : []
    const answer = await consumerGroupHeartbeatV1.api.async(
      await cluster.coordinator(),
      group,
      memberId,
      sentEpoch,
      null,
      null,
      REBALANCE_TIMEOUT_MS,
      [topic],
      null,
      null,
      held,
    )
    if (sentEpoch === LEAVING) return
    if (answer.memberEpoch !== epoch || answer.assignment !== null) busyUntil = performance.now() + BUSY_MS
    epoch = answer.memberEpoch
    intervalMs = Math.min(answer.heartbeatIntervalMs, LONGEST_INTERVAL_MS)
    const given = answer.assignment?.topicPartitions.find(({ topicId }) => topicId === id)
    if (answer.assignment !== null) adopt(new Set(given?.partitions))
  }

  function adopt(target: ReadonlySet<number>): void {
    for (const partition of owned) if (!target.has(partition)) events.revoked(partition)
    for (const partition of target) {
      if (owned.has(partition)) continue
      owned.add(partition)
      events.assigned(partition)
      due.ring()
    }
  }

  function startAnew(): void {
    epoch = 0
    for (const partition of owned) events.lost(partition)
    owned.clear()
  }

  async function beat(attempt: number): Promise<number> {
    try {
      await heartbeat(epoch)
      beats.resolve()
      beats = Promise.withResolvers()
      return 0
    } catch (cause) {
      cluster.forget()
      if (STARTED_ANEW.some((answer) => answers(cause).includes(answer))) startAnew()
      const error = translate(cause, options)
      if (!error.retryable) throw error
      if (!stop.signal.aborted) options.onRetry?.(error.message, attempt)
      return attempt
    }
  }

  async function keepBeating(): Promise<void> {
    let failures = 0
    while (!stop.signal.aborted) {
      const sent = due.wait(0x7fffffff)
      failures = await beat(failures + 1)
      const pause = performance.now() < busyUntil ? Math.min(intervalMs, BUSY_INTERVAL_MS) : intervalMs
      const timer = setTimeout(() => due.ring(), failures === 0 ? pause : delayOf(failures))
      await sent
      clearTimeout(timer)
    }
  }

  function end(): void {
    stop.abort()
    due.ring()
    beats.resolve()
  }

  keepBeating().catch((error: Error) => {
    end()
    events.failed(error)
  })

  async function commitOnce(
    partition: number,
    { offset, metadata }: Commit,
    isStillOurs: () => boolean,
  ): Promise<void> {
    const committed = {
      partitionIndex: partition,
      committedOffset: BigInt(offset),
      committedLeaderEpoch: -1,
      committedMetadata: metadata,
    }
    const request = [{ name: topic, partitions: [committed] }]
    const next = beats.promise
    try {
      const coordinator = await cluster.coordinator()
      // Nothing is waited for between this and the request: the epoch sent is that of the assignment asked about.
      if (!owned.has(partition) || !isStillOurs()) throw notOwned(topic, partition)
      await offsetCommitV9.api.async(coordinator, group, epoch, memberId, null, request)
    } catch (error) {
      // The coordinator has moved on to a new epoch, which its next answer will tell.
      if (answers(error).includes('STALE_MEMBER_EPOCH')) {
        due.ring()
        await next
      } else cluster.forget()
      throw error
    }
  }

  return {
    owned,
    letGo(partitions) {
      for (const partition of partitions) owned.delete(partition)
      due.ring()
    },
    async committed(partition) {
      const commits = await commitsOf(await cluster.coordinator(), group, topic, [partition])
      return commits.get(partition)
    },
    commit: (partition, commit, isStillOurs) =>
      untilDone(options, stop.signal, () => commitOnce(partition, commit, isStillOurs)),
    async leave() {
      end()
      owned.clear()
      // When this fails the coordinator finds out by itself, a little later.
      if (epoch > 0)
        await Promise.race([heartbeat(LEAVING).catch(() => {}), sleep(LEAVE_TIMEOUT_MS, undefined, { ref: false })])
    },
  }
}
