/**
 * Stage 2 as a process: takes log-observations, runs core/detect, publishes what it finds. A partition is a shard. Its
 * baselines are a function of history; what else it knows is written down every few seconds, and only then the messages
 * are committed. Whoever is given the partition takes both from the store, and reads on from there.
 */
import { Registry } from 'prom-client'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { MINUTE_MS, SECOND_MS } from '@errorsense/core/aggregate/window.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { BusBatch, ReceivedRecord, Subscription } from '@errorsense/core/ports/bus.ts'
import { NOWHERE, type FindingsMessage, type Reach } from '@errorsense/core/wire/findings.ts'
import { decodeObservations, windowsIn, type Shard } from '@errorsense/core/wire/observations.ts'
import { admission, isWanted } from './admission.ts'
import { breath } from './breath.ts'
import { messages, positionOf, writtenPosition, writtenRebuilding, type JudgingOptions } from './judging.ts'
import { processorMetrics } from './metrics.ts'
import { openOffsets } from './open-offsets.ts'
import { patience, stage, type Stage } from './stage.ts'
import { standby } from './standby.ts'
import { readBack, written, type Remembered } from './remembered.ts'
import { learn, untaught, type Taught } from './taught.ts'
import { FINDINGS_TOPIC, OBSERVATIONS_TOPIC } from './topics.ts'

const MAX_BYTES = 4 * 1024 * 1024
/** Between two commits: so much is read again after a death. More where writing takes long. */
const KEEP_MS = 10_000
const LONGEST_KEEP_MS = 60_000
const KEEP_TIMES = 50
/** Comes again and again, so others wait no longer for it. */
const WRITING_MS = 10
/** A shard that did not come for so long, not even empty, is somebody else's. */
const UNHEARD_MS = MINUTE_MS
/** Who has shards knows all of them by then, and looks after those of others. */
const REST_MS = MINUTE_MS / 2
/** To read more history than this takes so long that others may help. */
const MUCH_MS = 60 * MINUTE_MS
/** Of one message: a backlog closes many windows at once. */
const MOST_OUTCOMES = 200

interface Committed {
  readonly offset: number
  readonly metadata: string
}

interface Work extends Pick<Taught, 'shard' | 'miner' | 'detection'> {
  readonly subscription: Subscription
  readonly offsets: ReturnType<typeof openOffsets>
  /** Messages before this are remembered, but for their counts. */
  readonly known: number
  /** What was told last. */
  reached: Reach
  /** The message that follows the last one, also when that was written down last; and what was committed then. */
  next: number
  kept: number
  committed: Committed
  /** When the next commit is due, on the clock of `performance`. */
  due: number
}

export function detector({
  bus,
  store,
  group,
  logger,
  clock = Date.now,
  metrics = processorMetrics(new Registry()),
  detecting = {},
}: JudgingOptions): Stage {
  const partitions = new Map<number, Work>()
  /** When a shard last came, on the clock; Infinity while it is made ready. */
  const heard = new Map<number, number>()
  const stopping = new AbortController()
  const wait = patience(logger, stopping)
  const breathe = breath()
  const read = messages(OBSERVATIONS_TOPIC, decodeObservations, { logger, metrics })
  const others = standby({
    store,
    logger,
    clock,
    detecting,
    shards: () => bus.partitions(OBSERVATIONS_TOPIC),
    isOurs: (shard) => clock() - (heard.get(shard) ?? Number.NEGATIVE_INFINITY) < UNHEARD_MS,
    onChange: (ready) => metrics.ready(ready),
  })

  async function handle(batch: BusBatch, subscription: Subscription): Promise<void> {
    if (batch.assigned) {
      heard.set(batch.partition, Number.POSITIVE_INFINITY)
      const shard = { index: batch.partition, of: batch.partitions }
      partitions.set(batch.partition, await rebuild(shard, subscription, batch.assigned))
    }
    heard.set(batch.partition, clock())
    const work = partitions.get(batch.partition)
    if (!work) return
    if (batch.records.length > 0) await judge(batch, work)
    if (work.next > work.kept && performance.now() >= work.due) await commit(work)
  }

  async function rebuild(shard: Shard, subscription: Subscription, assigned: Committed): Promise<Work> {
    const position = positionOf(assigned.metadata, clock())?.closed
    if (position === undefined) return workOf(untaught(shard, detecting), subscription, assigned)
    const begun = performance.now()
    const remembered = await wait(() => remember(shard))
    const from = Math.max(position, remembered?.position ?? position)
    const to = from - (from % MINUTE_MS)
    const taught = (await others.take(shard, to)) ?? untaught(shard, detecting)
    if (to - taught.until > MUCH_MS)
      await wait(() => subscription.commit(shard.index, assigned.offset, writtenRebuilding(position)))
    const minutes = await wait(() => learn(store, taught, to))
    taught.detection.startAt(from)
    const anew = remembered ? taught.detection.recall(remembered.kept) : ['everything']
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    logger.info(
      `baselines of shard ${shard.index + 1} of ${shard.of} rebuilt from ${minutes} minutes of history up to ${new Date(from).toISOString()} in ${seconds} s`,
    )
    if (anew.length > 0) logger.info(`what is not in it and begins anew: ${anew.join(', ')}`)
    return workOf(taught, subscription, assigned, remembered?.next)
  }

  async function remember(shard: Shard): Promise<Remembered | undefined> {
    const bytes = await store.loadMemory(shard)
    return bytes && readBack(bytes)
  }

  async function judge(batch: BusBatch, work: Work): Promise<void> {
    const found: FindingsMessage[] = []
    for (const record of batch.records) {
      found.push(...(await accept(record, work)))
      // A backlog must not hold up whoever shares this process, nor the word to the bus that we are alive.
      await breathe()
    }
    await tell(found, work)
    metrics.detected(batch.partition, work.detection.stats())
    work.next = batch.records[batch.records.length - 1].offset + 1
  }

  /**
   * What is known is written down before the messages it comes from are let go of. When we end in between, it is of a
   * later message than what was committed, and says so.
   */
  async function commit(work: Work): Promise<void> {
    const { shard, detection, offsets, next } = work
    const begun = performance.now()
    const position = detection.position()
    if (position !== undefined) {
      // Who was frozen has lost the shard meanwhile, and must not write over what its successor knows.
      await move(work, work.committed)
      const memory = await written({ next, position, kept: detection.keep() }, breath(WRITING_MS))
      await wait(() => store.saveMemory(shard, memory))
      metrics.remembered(shard.index, memory.length)
    }
    const offset = offsets.release(position ?? Number.NEGATIVE_INFINITY, next)
    await move(work, { offset, metadata: writtenPosition(position) })
    work.kept = next
    const now = performance.now()
    work.due = now + Math.min(LONGEST_KEEP_MS, Math.max(KEEP_MS, KEEP_TIMES * (now - begun)))
  }

  async function move(work: Work, to: Committed): Promise<void> {
    await wait(() => work.subscription.commit(work.shard.index, to.offset, to.metadata))
    work.committed = to
  }

  async function accept(record: ReceivedRecord, work: Work): Promise<FindingsMessage[]> {
    const message = read(record)
    if (!message) return []
    // Not only of its counts: before a window was judged nothing of the rest is written down.
    for (const window of windowsIn(message)) work.offsets.hold(window, record.offset)
    if (record.offset < work.known) {
      work.detection.refill(message)
      return []
    }
    const steps = work.detection.inSteps(message)
    for (;;) {
      const { done, value } = steps.next()
      if (done) return [value]
      await breathe()
    }
  }

  /** Templates are kept first: who hears of a finding can look them up. */
  async function tell(messages: readonly FindingsMessage[], work: Work): Promise<void> {
    const changed = work.miner.changes()
    if (changed.length > 0) await wait(() => store.saveTemplates(changed))
    const last = messages.at(-1)
    if (last === undefined) return
    const outcomes = messages.flatMap((message) => message.outcomes)
    if (outcomes.length === 0 && !isFurther(last.reached, work.reached)) return
    while (outcomes.length > MOST_OUTCOMES)
      await publish({ ...last, reached: work.reached, outcomes: outcomes.splice(0, MOST_OUTCOMES) })
    await publish({ ...last, outcomes })
    work.reached = last.reached
  }

  async function publish(message: FindingsMessage): Promise<void> {
    await wait(() => bus.publish(FINDINGS_TOPIC, [{ value: text.bytes(JSON.stringify(message)) }]))
  }

  const options = { bus, topic: OBSERVATIONS_TOPIC, group, maxBytes: MAX_BYTES, logger, handle }
  const forget = (partition: number): void => {
    partitions.delete(partition)
    heard.delete(partition)
    metrics.forgot(partition)
  }
  async function settle(): Promise<void> {
    const behind = [...partitions.values()].filter(({ next, kept }) => next > kept)
    await Promise.all(behind.map((work) => commit(work).catch(unlessRevoked)))
  }

  const own = stage({ ...options, forget, settle }, stopping)
  let joining = Promise.resolve()

  async function joinLater(): Promise<void> {
    logger.info('others judge all shards: joining them once these are kept ready here')
    const why = await admission(asked, others.ready)
    if (why === undefined) return
    logger.info(why === 'ready' ? 'joining those who judge' : 'joining those who judge, as one of the shards is not')
    await own.start()
  }

  const asked = { bus, group, wait, signal: stopping.signal }
  return {
    async start() {
      if (await isWanted(asked)) {
        await own.start()
        others.start(REST_MS)
      } else {
        others.start(0)
        joining = joinLater()
        joining.catch(() => {})
      }
    },
    async done() {
      await joining
      await own.done()
    },
    async stop() {
      others.stop()
      stopping.abort()
      await joining.catch(() => {})
      await own.stop()
    },
  }
}

function workOf(taught: Taught, subscription: Subscription, committed: Committed, known = 0): Work {
  const { shard, miner, detection } = taught
  const { offset } = committed
  const begin = { reached: NOWHERE, next: offset, kept: offset, committed, due: 0 }
  return { shard, miner, detection, subscription, offsets: openOffsets(), known, ...begin }
}

/** Somebody else has the shard, and what it knows. */
function unlessRevoked(error: unknown): void {
  if (!(error instanceof ErrorSenseError) || error.code !== 'revoked') throw error
}

/** By a second, which is what is glanced at. */
function isFurther(next: Reach, before: Reach): boolean {
  const seconds = ({ closed, glanced }: Reach) => [Math.floor(closed / SECOND_MS), Math.floor(glanced / SECOND_MS)]
  return seconds(next).some((second, i) => second !== seconds(before)[i])
}
