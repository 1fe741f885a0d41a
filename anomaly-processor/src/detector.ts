/**
 * Stage 2 as a process: takes log-observations, runs core/detect, publishes what it finds. A partition is a shard. Its
 * state is a function of history: whoever is given the partition rebuilds it from the store up to the committed position
 * and reads on from there.
 */
import { Registry } from 'prom-client'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { MINUTE_MS, SECOND_MS } from '@errorsense/core/aggregate/window.ts'
import type { Detection } from '@errorsense/core/detect.ts'
import type { Miner } from '@errorsense/core/mine/templates.ts'
import type { BusBatch, ReceivedRecord, Subscription } from '@errorsense/core/ports/bus.ts'
import { NOWHERE, type FindingsMessage, type Reach } from '@errorsense/core/wire/findings.ts'
import { decodeObservations, type Shard } from '@errorsense/core/wire/observations.ts'
import { breath } from './breath.ts'
import { messages, positionOf, writtenPosition, type JudgingOptions } from './judging.ts'
import { processorMetrics } from './metrics.ts'
import { openOffsets } from './open-offsets.ts'
import { patience, stage, type Stage } from './stage.ts'
import { standby } from './standby.ts'
import { learn, untaught, type Taught } from './taught.ts'
import { FINDINGS_TOPIC, OBSERVATIONS_TOPIC } from './topics.ts'

const MAX_BYTES = 4 * 1024 * 1024
/** A shard that did not come for so long, not even empty, is somebody else's. */
const UNHEARD_MS = MINUTE_MS
/** Of one message: a backlog closes many windows at once. */
const MOST_OUTCOMES = 200

interface Work {
  readonly miner: Miner
  readonly detection: Detection
  readonly offsets: ReturnType<typeof openOffsets>
  /** What was told last. */
  reached: Reach
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
      const { metadata } = batch.assigned
      const shard = { index: batch.partition, of: batch.partitions }
      partitions.set(batch.partition, await rebuild(shard, metadata))
    }
    heard.set(batch.partition, clock())
    const work = partitions.get(batch.partition)
    if (!work) return
    if (batch.records.length > 0) await judge(batch, work, subscription)
  }

  async function rebuild(shard: Shard, metadata: string): Promise<Work> {
    const position = positionOf(metadata, clock())?.closed
    if (position === undefined) return workOf(untaught(shard, detecting))
    const begun = performance.now()
    const to = position - (position % MINUTE_MS)
    const taught = (await others.take(shard, to)) ?? untaught(shard, detecting)
    const minutes = await wait(() => learn(store, taught, to))
    taught.detection.startAt(position)
    logger.info(
      `baselines of shard ${shard.index + 1} of ${shard.of} rebuilt from ${minutes} minutes of history up to ${new Date(position).toISOString()} in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
    )
    return workOf(taught)
  }

  async function judge(batch: BusBatch, work: Work, subscription: Subscription): Promise<void> {
    const found: FindingsMessage[] = []
    for (const record of batch.records) {
      found.push(...(await accept(record, work)))
      // A backlog must not hold up whoever shares this process, nor the word to the bus that we are alive.
      await breathe()
    }
    await tell(found, work)
    metrics.detected(batch.partition, work.detection.stats())
    const next = work.detection.position()
    const last = batch.records[batch.records.length - 1].offset
    const offset = work.offsets.release(next ?? Number.NEGATIVE_INFINITY, last + 1)
    await wait(() => subscription.commit(batch.partition, offset, writtenPosition(next)))
  }

  async function accept(record: ReceivedRecord, work: Work): Promise<FindingsMessage[]> {
    const message = read(record)
    if (!message) return []
    for (const { window } of message.counts) work.offsets.hold(window, record.offset)
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
  const own = stage({ ...options, forget }, stopping)
  return {
    async start() {
      await own.start()
      others.start()
    },
    done: () => own.done(),
    stop: async () => void (await Promise.all([own.stop(), others.stop()])),
  }
}

function workOf({ miner, detection }: Taught): Work {
  return { miner, detection, offsets: openOffsets(), reached: NOWHERE }
}

/** By a second, which is what is glanced at. */
function isFurther(next: Reach, before: Reach): boolean {
  const seconds = ({ closed, glanced }: Reach) => [Math.floor(closed / SECOND_MS), Math.floor(glanced / SECOND_MS)]
  return seconds(next).some((second, i) => second !== seconds(before)[i])
}
