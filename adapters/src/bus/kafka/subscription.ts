import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { ProtocolError } from '@platformatic/kafka'
import type { BusBatch, RecordColumns, SubscribeOptions, Subscription } from '@errorsense/core/ports/bus.ts'
import { bell } from '../bell.ts'
import { emptyColumns, type LentBatch, lendColumns } from '../columns.ts'
import { cluster as connect } from './cluster.ts'
import { notOwned } from '../subscription.ts'
import { translate } from './errors.ts'
import { CORRUPT_MESSAGE, fetch, OFFSET_OUT_OF_RANGE } from './fetch.ts'
import type { PartitionAnswer } from './fetch-request.ts'
import { membership } from './membership.ts'
import type { KafkaBusOptions } from './options.ts'
import { recordReader, type RecordReader } from './record-reader.ts'
import type { Poison } from './record-scan.ts'
import { closed, delayOf, untilDone } from './retry.ts'

/** How far this consumer is in a partition it owns. */
interface Position {
  /** Fetched and not yet given to the consumer. */
  fetched: RecordReader | undefined
  /** The next offset to read; undefined until it is known where to start. */
  next: number | undefined
  /** The end of the partition, when last heard of. */
  end: number
  /** The leader has said since the last batch that there is nothing. */
  quiet: boolean
  /** When it was asked for what was last heard of the partition; what came later may be missing. */
  askedAt: number
  assigned: BusBatch['assigned']
  idleAt: number
  revoked: boolean
  /** Commits under way: until they are through, the next owner would not know of them. */
  commits: number
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
  const { isolation = 'read_uncommitted' } = options
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
  /** What the consumer works on, and of which partition. */
  let lent: LentBatch | undefined
  let held: number | undefined
  let failure: Error | undefined

  const member = membership(options, cluster, { topic, group }, { assigned, revoked, lost, failed })

  function assigned(partition: number): void {
    const position: Position = {
      fetched: undefined,
      next: undefined,
      end: 0,
      quiet: true,
      askedAt: 0,
      assigned: undefined,
      idleAt: 0,
      revoked: false,
      commits: 0,
    }
    positions.set(partition, position)
    untilDone(options, stop.signal, () => open(partition, position)).then(() => news.ring(), failed)
  }

  async function open(partition: number, position: Position): Promise<void> {
    const askedAt = performance.now()
    try {
      const [commit, { start, end }, { leaders }] = await Promise.all([
        member.committed(partition),
        cluster.range(partition),
        cluster.topic(),
      ])
      const next = commit === undefined ? startOf(from, start, end) : continueAt(partition, commit.offset, start, end)
      partitions = leaders.length
      Object.assign(position, { next, end, askedAt })
      position.assigned = { offset: next, metadata: commit?.metadata ?? '' }
    } catch (error) {
      cluster.forget()
      throw error
    }
  }

  /** Where a commit leads, which may be older or newer than all there is. */
  function continueAt(partition: number, committed: number, start: number, end: number): number {
    if (committed < start)
      tellSetAside(partition, {
        offset: committed,
        next: start,
        why: 'deleted before it was read: keep records longer',
      })
    if (committed <= end) return Math.max(committed, start)
    const next = startOf(from, start, end)
    const why = `the topic ends at ${end}, so it was made anew: reading goes on at ${next}`
    tellSetAside(partition, { offset: committed, next: committed + 1, why })
    return next
  }

  function revoked(partition: number): void {
    const position = positions.get(partition)
    if (position !== undefined) position.revoked = true
    letGo()
  }

  /** Whatever is taken away and not being worked on. */
  function letGo(): void {
    const free = [...positions].filter(
      ([partition, { revoked, commits }]) => revoked && commits === 0 && partition !== held,
    )
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
  function take(): LentBatch | undefined {
    const now = performance.now()
    for (const [partition, position] of positions) {
      if (position.next === undefined || position.revoked) continue
      const columns = read(position)
      const idle = position.quiet && now >= position.idleAt
      if (position.assigned !== undefined || columns.count > 0 || idle) return batch(partition, position, columns, now)
    }
    return undefined
  }

  /** The next records that were fetched. An answer may hold none that are for us. */
  function read(position: Position): RecordColumns {
    while (position.fetched !== undefined) {
      const columns = position.fetched.read(maxBytes)
      position.next = position.fetched.next
      if (position.fetched.done) position.fetched = undefined
      if (columns.count > 0) return columns
    }
    return emptyColumns()
  }

  function batch(partition: number, position: Position, columns: RecordColumns, now: number): LentBatch {
    const { assigned: told, next = 0, end, askedAt } = position
    Object.assign(position, { quiet: false, assigned: undefined, idleAt: now + idleMs })
    positions.delete(partition)
    positions.set(partition, position)
    const head = { topic, partition, partitions, next, lag: Math.max(0, end - next), askedAt }
    return lendColumns(told === undefined ? head : { ...head, assigned: told }, columns)
  }

  /** Polls each leader of a partition with nothing left, unless it is being polled. */
  async function poll(): Promise<void> {
    const { leaders } = await cluster.topic()
    partitions = leaders.length
    const wanted = new Map<number, Map<number, number>>()
    const busy = new Set<number>()
    for (const [partition, { next, fetched }] of positions) {
      const leader = leaders[partition]
      if (fetched !== undefined) busy.add(leader)
      else if (next !== undefined && !polls.has(leader))
        wanted.set(leader, (wanted.get(leader) ?? new Map()).set(partition, next))
    }
    for (const [leader, offsets] of wanted) void pollLeader(leader, offsets, busy.has(leader))
  }

  /** While another of its partitions is `busy` nothing is waited for, or that one would have to wait as well. */
  async function pollLeader(leader: number, offsets: ReadonlyMap<number, number>, busy: boolean): Promise<void> {
    polls.add(leader)
    try {
      const waitMs = busy ? 0 : Math.min(idleMs, LONGEST_POLL_MS)
      const askedAt = performance.now()
      const answers = await fetch(cluster, { leader, offsets, maxBytes, waitMs, isolation })
      // A leader that has nothing for any of them waits before it says so.
      const isQuiet = answers.every(({ records }) => records.length === 0)
      const heldAt = isQuiet ? Math.min(askedAt + waitMs, performance.now()) : askedAt
      for (const answer of answers) await accept(answer, offsets, heldAt)
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

  async function accept(answer: PartitionAnswer, offsets: ReadonlyMap<number, number>, askedAt: number): Promise<void> {
    const { partition, errorCode, records } = answer
    const position = positions.get(partition)
    // Taken away meanwhile, perhaps given back at another offset.
    if (position?.next === undefined || position.next !== offsets.get(partition)) return
    if (errorCode === OFFSET_OUT_OF_RANGE) return await comeBack(partition, position)
    if (errorCode !== 0 && errorCode !== CORRUPT_MESSAGE) throw new ProtocolError(errorCode, null, { partition })
    position.end = isolation === 'read_committed' ? answer.lastStableOffset : answer.highWatermark
    position.askedAt = askedAt
    position.quiet = records.length === 0
    if (position.quiet && errorCode === 0) return
    const { next } = position
    const setAside = (poison: Poison): void => tellSetAside(partition, poison)
    const fetched = recordReader(records, { from: next, aborted: answer.aborted, setAside })
    if (!fetched.done) position.fetched = fetched
    else {
      // The first batch of an answer is whole: this one is longer than it can be.
      position.next = next + 1
      setAside({
        offset: next,
        next: position.next,
        why: 'its length is wrong: it was damaged on the disk of the broker',
      })
    }
  }

  function tellSetAside(partition: number, poison: Poison): void {
    const count = poison.next - poison.offset
    const what = count === 1 ? `offset ${poison.offset}` : `offsets ${poison.offset} to ${poison.next - 1}`
    options.onSetAside?.(`partition ${partition} of ${topic}, ${what} set aside: ${poison.why}`, poison)
  }

  /** What we wanted to read has been deleted, or was never there. */
  async function comeBack(partition: number, position: Position): Promise<void> {
    const { start, end } = await cluster.range(partition)
    const { next = start } = position
    if (next < start)
      tellSetAside(partition, { offset: next, next: start, why: 'deleted before it was read: keep records longer' })
    position.next = Math.min(Math.max(position.next ?? start, start), end)
  }

  function untilIdle(): number {
    const due = [...positions.values()].map((position) => position.idleAt - performance.now())
    return Math.min(idleMs, Math.max(1, ...due.filter((ms) => ms > 0).map(Math.ceil)))
  }

  async function next(): Promise<IteratorResult<BusBatch, undefined>> {
    lent?.takeBack()
    lent = undefined
    held = undefined
    letGo()
    for (;;) {
      // A consumer that always finds something must leave room for everybody else on the loop.
      await setImmediate()
      if (failure !== undefined) throw failure
      if (stop.signal.aborted) return { done: true, value: undefined }
      lent = take()
      if (lent !== undefined) {
        const value = lent.batch
        held = value.partition
        // Of a backlog the next answer comes while the consumer works on this one; what is fresh grows meanwhile.
        if (value.lag > 0 && positions.get(held)?.fetched === undefined) void poll().catch(() => {})
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
      const position = positions.get(partition)
      // Given back and not told yet: whoever commits now speaks of what was read before it was lost.
      if (position === undefined || !isTold(position)) throw notOwned(topic, partition)
      position.commits++
      try {
        await member.commit(partition, { offset, metadata }, () => positions.get(partition) === position)
      } finally {
        position.commits--
        letGo()
      }
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

/** Whether the consumer has heard that it was given the partition. */
function isTold({ next, assigned }: Position): boolean {
  return next !== undefined && assigned === undefined
}

function startOf(from: SubscribeOptions['from'], start: number, end: number): number {
  return from === 'earliest' ? start : end
}
