/**
 * Stage 1 as a process: takes ranges of app-logs, has them observed, writes rows and observations under a token made of
 * the range, publishes the observations, then lets the range go. Any number of these share the partitions.
 *
 * While one range is written the next is read, in a thread of its own: reading has no effect, so the end of a range is
 * promised when its turn to be written comes. Ranges of one partition are in order. Detection does not wait for the store:
 * messages go out while rows are stored, one range after the other, and the range is committed after both.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { Registry } from 'prom-client'
import { release } from '@errorsense/adapters/bus/release.ts'
import type { Logger } from '@errorsense/adapters/runtime/logger.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { Bus, BusBatch, Subscription } from '@errorsense/core/ports/bus.ts'
import type { Clock } from '@errorsense/core/ports/clock.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import type { SourceRange } from '@errorsense/core/wire/observations.ts'
import { bounds, type BoundedBatch, type Bounds } from './bounds.ts'
import { chunksOf } from './chunks.ts'
import { processorMetrics, type ProcessorMetrics } from './metrics.ts'
import type { Observed, Observing, Part } from './observing.ts'
import { pacing } from './pacing.ts'
import { partsOf } from './parts.ts'
import { pipeline } from './pipeline.ts'
import { patience, stage, type Stage } from './stage.ts'
import { OBSERVATIONS_TOPIC } from './topics.ts'

export interface ObserverOptions {
  readonly bus: Bus
  readonly store: Store
  readonly topic: string
  readonly group: string
  readonly logger: Logger
  readonly clock?: Clock
  readonly metrics?: ProcessorMetrics
  /** Closed with the stage. */
  readonly observing: Observing
}

/** An insert costs the store the same, whatever is in it: a backlog is read in large ranges (`bench store-insert`). */
const MAX_BYTES = 8 * 1024 * 1024

/** Under way beside what each thread reads. A range counts as more than its bytes, as what is made of few lines has a size. */
const ROOM_BYTES = MAX_BYTES
const LEAST_BYTES = 256 * 1024
/** Silence of a partition is told so often: whatever is judged waits for the last of them. */
const IDLE_MS = 500

/** One time that a partition was given to us. */
interface Assignment {
  readonly subscription: Subscription
  revoked: boolean
  /** Records that waited behind those read last. */
  lag: number
}

type Commit = Parameters<Subscription['commit']>

export function observer({
  bus,
  store,
  topic,
  group,
  logger,
  clock = Date.now,
  metrics = processorMetrics(new Registry()),
  observing,
}: ObserverOptions): Stage {
  const assignments = new Map<number, Assignment>()
  const stopping = new AbortController()
  const wait = patience(logger, stopping)
  const failure = Promise.withResolvers<never>()
  failure.promise.catch(() => undefined)
  observing.failed.catch(failure.reject)
  const work = pipeline(observing.width * MAX_BYTES + ROOM_BYTES, failure.reject)
  const pace = pacing()
  let due: Commit[] = []
  let kept = Promise.resolve()
  const ranges: Bounds = bounds({ commit: async (...commit) => void due.push(commit) })

  async function handle(batch: BusBatch, subscription: Subscription): Promise<void> {
    const { partition } = batch
    const readAt = readAtOf(batch)
    if (batch.assigned) await begin(partition, subscription)
    // Read ahead only where more waits: what has just come grows while the partition is being written.
    if (batch.lag === 0) await work.free(partition)
    for (let range = await ranges.next(batch); range; range = await ranges.next()) {
      await ranges.done(range)
      const commits = due
      due = []
      await observe(range, commits, readAt)
    }
    if (isIdle(batch)) await heartbeat(batch, readAt)
    else await rest(batch)
  }

  /** Lines that come now are read together with the next, where nobody has more to read. */
  async function rest({ partition, lag, columns }: BusBatch): Promise<void> {
    const assignment = assignments.get(partition)
    if (!assignment) return
    assignment.lag = lag
    const all = [...assignments.values()]
    if (all.some((one) => one.lag > 0)) return
    const restMs = pace.restAfter(columns.bytes.length, all.length)
    if (restMs > 0) await sleep(restMs, undefined, { signal: stopping.signal }).catch(() => undefined)
  }

  /** Whoever had the partition before may have learnt the headers of its sources. */
  async function begin(partition: number, subscription: Subscription): Promise<void> {
    forget(partition)
    observing.restore(await wait(() => store.loadLayouts()))
    assignments.set(partition, { subscription, revoked: false, lag: 0 })
    observing.begin(partition, await wait(() => bus.partitions(OBSERVATIONS_TOPIC)))
  }

  function forget(partition: number): void {
    const assignment = assignments.get(partition)
    if (assignment) assignment.revoked = true
    assignments.delete(partition)
  }

  /** `commits`: what bounds wants committed for the range, its end last. */
  async function observe(range: BoundedBatch, commits: readonly Commit[], readAt: number): Promise<void> {
    const assignment = assignments.get(range.partition)
    if (!assignment) return
    const commit = async (...to: Commit) => wait(() => assignment.subscription.commit(...to))
    await work.add({
      lane: range.partition,
      size: LEAST_BYTES + range.records.bytes.length,
      read: () => observing.read(partsOf(range).map((part) => told(part, readAt))),
      write: (observed) =>
        whileOurs(assignment, async () => {
          for (const promise of commits.slice(0, -1)) await commit(...promise)
          if (assignment.revoked) return
          await Promise.all([inTurn(() => keep(range, observed)), publishAll(observed.messages)])
          metrics.read(range.partition, observed.tally)
          for (const end of commits.slice(-1)) await commit(...end)
        }),
    })
  }

  function told({ records, partition, ...bound }: BoundedBatch, readAt: number): Part {
    const chunks = chunksOf(records, `${topic}/${partition}`, clock())
    return { range: { topic, partition, ...bound, readAt }, chunks }
  }

  /** Whoever has the partition now reads again what was not committed. */
  async function whileOurs(assignment: Assignment, write: () => Promise<void>): Promise<void> {
    if (assignment.revoked) return
    try {
      await write()
    } catch (error) {
      if (!(error instanceof ErrorSenseError) || error.code !== 'revoked') throw error
      logger.info(`${error.message}; leaving it to them`)
      assignment.revoked = true
    }
  }

  /** What the detector has to store need not wait for the rows of all partitions. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const turn = kept.then(work)
    kept = turn.catch(() => undefined)
    return turn
  }

  async function keep({ partition, from, to }: BoundedBatch, observed: Observed): Promise<void> {
    const { logs, observations, layouts } = observed
    const token = `${topic}/${partition}/${from}-${to}`
    const began = performance.now()
    for (const [index, rows] of logs.entries()) await wait(() => store.writeLogs(rows, `${token}/${index}`))
    await wait(() => store.writeObservations(observations, token))
    pace.stored(performance.now() - began)
    if (layouts.size > 0) await wait(() => store.saveLayouts(layouts))
    for (const { bytes } of [...logs, observations]) release(bytes)
  }

  /** Wall time at which the bus was asked. The clock first: who is frozen between the two promises less, not more. */
  function readAtOf({ askedAt }: BusBatch): number {
    const now = clock()
    return now - (performance.now() - askedAt)
  }

  /** Nothing to read: says that nothing older is under way, so that silence can be told from waiting. */
  async function heartbeat({ partition, partitions }: BusBatch, readAt: number): Promise<void> {
    const assignment = assignments.get(partition)
    if (!assignment) return
    const range: SourceRange = { topic, partition, partitions, from: 0, to: 0, readAt }
    await work.add({
      lane: partition,
      size: LEAST_BYTES,
      read: () => observing.idle(range, readAt),
      write: (values) => whileOurs(assignment, () => publish(values)),
    })
  }

  /** What is told of one part, by shard. */
  const publish = (values: readonly Uint8Array[]) =>
    wait(() =>
      bus.publish(
        OBSERVATIONS_TOPIC,
        values.map((value, partition) => ({ value, partition })),
      ),
    )

  async function publishAll(parts: readonly (readonly Uint8Array[])[]): Promise<void> {
    for (const values of parts) await publish(values)
  }

  const running = stage(
    { bus, topic, group, maxBytes: MAX_BYTES, idleMs: IDLE_MS, logger, handle, forget, settle: work.drained },
    stopping,
  )
  return {
    ...running,
    done: () => Promise.race([running.done(), failure.promise]),
    async stop() {
      await running.stop()
      await observing.close()
    },
  }
}

function isIdle({ columns, lag, assigned }: BusBatch): boolean {
  return columns.count === 0 && lag === 0 && !assigned
}
