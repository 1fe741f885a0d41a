import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import type { BusBatch, ReceivedRecord, SubscribeOptions, Subscription } from '@errorsense/core/ports/bus.ts'
import { bell } from '../bell.ts'
import { sizeOf } from '../log.ts'
import { cluster as connect } from './cluster.ts'
import { translate } from './errors.ts'
import { fetch, type Fetched, OFFSET_OUT_OF_RANGE } from './fetch.ts'
import { membership } from './membership.ts'
import type { KafkaBusOptions } from './options.ts'
import { closed, delayOf, untilDone } from './retry.ts'

/** How far this consumer is in a partition it owns. */
interface Position {
  /** Fetched and not yet given to the consumer. */
  waiting: ReceivedRecord[]
  /** The next offset to give; undefined until it is known where to start. */
  next: number | undefined
  /** Where the next poll goes on. */
  fetchFrom: number
  /** The end of the partition, when last heard of. */
  end: number
  /** The leader has said since the last batch that there is nothing. */
  quiet: boolean
  assigned: BusBatch['assigned']
  idleAt: number
  revoked: boolean
}

/** A long poll ends by itself after this long, so that a new partition does not wait for it. */
const LONGEST_POLL_MS = 500

/** Not even known whom to ask. */
const NO_LEADER = -1

/** One consumer of a group on Kafka. */
export function kafkaSubscription(
  options: KafkaBusOptions,
  topic: string,
  { group, from, maxBytes = 1024 * 1024, idleMs = 1000 }: SubscribeOptions,
): Subscription {
  const stop = new AbortController()
  const news = bell()
  const cluster = connect(options, topic, group)
  /** The least recently served first. */
  const positions = new Map<number, Position>()
  /** Leaders that are being polled. */
  const polls = new Set<number>()
  /** By leader: how often in a row it did not answer. */
  const failures = new Map<number, number>()
  let partitions = 0
  /** The partition whose batch the consumer works on. */
  let held: number | undefined
  let failure: Error | undefined

  const member = membership(options, cluster, { topic, group }, { assigned, revoked, lost, failed })

  function assigned(partition: number): void {
    const position: Position = {
      waiting: [],
      next: undefined,
      fetchFrom: 0,
      end: 0,
      quiet: true,
      assigned: undefined,
      idleAt: 0,
      revoked: false,
    }
    positions.set(partition, position)
    untilDone(options, stop.signal, () => open(partition, position)).then(() => news.ring(), failed)
  }

  async function open(partition: number, position: Position): Promise<void> {
    try {
      const [commit, { start, end }, { leaders }] = await Promise.all([
        member.committed(partition),
        cluster.range(partition),
        cluster.topic(),
      ])
      const wanted = commit?.offset ?? (from === 'earliest' ? start : end)
      const next = Math.min(Math.max(wanted, start), end)
      partitions = leaders.length
      Object.assign(position, { next, fetchFrom: next, end })
      position.assigned = { offset: next, metadata: commit?.metadata ?? '' }
    } catch (error) {
      cluster.forget()
      throw error
    }
  }

  function revoked(partition: number): void {
    const position = positions.get(partition)
    if (position !== undefined) position.revoked = true
    letGo()
  }

  /** Whatever is taken away and not being worked on. */
  function letGo(): void {
    const free = [...positions].filter(([partition, position]) => position.revoked && partition !== held)
    for (const [partition] of free) positions.delete(partition)
    if (free.length > 0) member.letGo(free.map(([partition]) => partition))
  }

  function lost(partition: number): void {
    positions.delete(partition)
  }

  function failed(error: Error): void {
    if (!stop.signal.aborted) failure ??= error
    news.ring()
  }

  /** The next batch of the partition whose turn it is, if any of them has something to say. */
  function take(): BusBatch | undefined {
    const now = performance.now()
    for (const [partition, position] of positions) {
      if (position.next === undefined || position.revoked) continue
      const idle = position.quiet && now >= position.idleAt
      if (position.assigned !== undefined || position.waiting.length > 0 || idle)
        return batch(partition, position, position.next, now)
    }
    return undefined
  }

  function batch(partition: number, position: Position, next: number, now: number): BusBatch {
    const { assigned: told } = position
    const records = cut(position.waiting, maxBytes)
    const after = position.waiting.length > 0 ? position.waiting[0].offset : position.fetchFrom
    Object.assign(position, { next: Math.max(next, after), quiet: false, assigned: undefined, idleAt: now + idleMs })
    positions.delete(partition)
    positions.set(partition, position)
    const lag = Math.max(0, position.end - after)
    const made = { topic, partition, partitions, records, lag }
    return told === undefined ? made : { ...made, assigned: told }
  }

  /** Polls each leader of a partition with nothing left, unless it is being polled. */
  async function poll(): Promise<void> {
    const { leaders } = await cluster.topic()
    partitions = leaders.length
    const wanted = new Map<number, Map<number, number>>()
    for (const [partition, { next, waiting, fetchFrom }] of positions) {
      const leader = leaders[partition]
      if (next === undefined || waiting.length > 0 || polls.has(leader)) continue
      wanted.set(leader, (wanted.get(leader) ?? new Map()).set(partition, fetchFrom))
    }
    for (const [leader, offsets] of wanted) void pollLeader(leader, offsets)
  }

  async function pollLeader(leader: number, offsets: ReadonlyMap<number, number>): Promise<void> {
    polls.add(leader)
    try {
      const waitMs = Math.min(idleMs, LONGEST_POLL_MS)
      for (const answer of await fetch(cluster, { leader, offsets, maxBytes, waitMs })) await accept(answer, offsets)
      failures.delete(leader)
    } catch (cause) {
      await stumble(leader, cause)
    } finally {
      polls.delete(leader)
      news.ring()
    }
  }

  async function stumble(leader: number, cause: unknown): Promise<void> {
    if (stop.signal.aborted) return
    cluster.forget()
    const error = translate(cause, options)
    if (!error.retryable) return failed(error)
    const attempt = (failures.get(leader) ?? 0) + 1
    failures.set(leader, attempt)
    options.onRetry?.(error.message, attempt)
    await sleep(delayOf(attempt), undefined, { signal: stop.signal }).catch(() => {})
  }

  async function accept(answer: Fetched, offsets: ReadonlyMap<number, number>): Promise<void> {
    const position = positions.get(answer.partition)
    // Taken away meanwhile, perhaps given back at another offset.
    if (position?.next === undefined || position.fetchFrom !== offsets.get(answer.partition)) return
    if (answer.errorCode === OFFSET_OUT_OF_RANGE) return await comeBack(answer.partition, position)
    if (answer.errorCode !== 0) throw new Error(`partition ${answer.partition}: error ${answer.errorCode}`)
    position.waiting = answer.records
    position.fetchFrom = answer.next
    position.end = answer.end
    position.quiet = answer.records.length === 0
  }

  /** What we wanted to read has been deleted, or was never there. */
  async function comeBack(partition: number, position: Position): Promise<void> {
    const { start, end } = await cluster.range(partition)
    position.fetchFrom = Math.min(Math.max(position.fetchFrom, start), end)
  }

  function untilIdle(): number {
    const due = [...positions.values()].map((position) => position.idleAt - performance.now())
    return Math.min(idleMs, Math.max(1, ...due.filter((ms) => ms > 0).map(Math.ceil)))
  }

  async function next(): Promise<IteratorResult<BusBatch, undefined>> {
    held = undefined
    letGo()
    for (;;) {
      // A consumer that always finds something must leave room for everybody else on the loop.
      await setImmediate()
      if (failure !== undefined) throw failure
      if (stop.signal.aborted) return { done: true, value: undefined }
      const value = take()
      if (value !== undefined) {
        held = value.partition
        return { done: false, value }
      }
      const something = news.wait(untilIdle())
      await poll().catch((error) => stumble(NO_LEADER, error))
      await something
    }
  }

  return {
    [Symbol.asyncIterator]: () => ({ next }),
    async commit(partition, offset, metadata = '') {
      if (stop.signal.aborted) throw closed()
      await member.commit(partition, { offset, metadata })
    },
    async close() {
      if (stop.signal.aborted) return
      stop.abort()
      news.ring()
      await member.leave()
      await cluster.close()
    },
  }
}

/** Takes the first records off the list, up to so many bytes, but one at least. */
function cut(records: ReceivedRecord[], maxBytes: number): ReceivedRecord[] {
  let count = 0
  let bytes = 0
  while (count < records.length) {
    bytes += sizeOf(records[count])
    if (bytes > maxBytes && count > 0) break
    count++
  }
  return records.splice(0, count)
}
