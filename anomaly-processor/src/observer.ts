/**
 * Stage 1 as a process: takes ranges of app-logs, runs core/observe, writes rows and observations under a token made
 * of the range, publishes the observations, then lets the range go. Any number of these share the partitions.
 */
import { text } from '@errorsense/adapters/runtime/text.ts'
import type { Logger } from '@errorsense/adapters/runtime/logger.ts'
import { observer as observe, type Observer } from '@errorsense/core/observe.ts'
import { plainEngine } from '@errorsense/core/plain-engine.ts'
import type { Bus, BusBatch, Subscription } from '@errorsense/core/ports/bus.ts'
import type { Clock } from '@errorsense/core/ports/clock.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import type { SourceRange } from '@errorsense/core/wire/observations.ts'
import { bounds, type BoundedBatch, type Bounds } from './bounds.ts'
import { chunksOf } from './chunks.ts'
import { patience, stage, type Stage } from './stage.ts'
import { OBSERVATIONS_TOPIC } from './topics.ts'

export interface ObserverOptions {
  readonly bus: Bus
  readonly store: Store
  readonly topic: string
  readonly group: string
  readonly logger: Logger
  readonly clock?: Clock
  /** How session ids look in messages; learnt when left out. */
  readonly session?: RegExp
}

const MAX_BYTES = 1024 * 1024

export function observer({ bus, store, topic, group, logger, clock = Date.now, session }: ObserverOptions): Stage {
  const engine = plainEngine({ text })
  const partitions = new Map<number, Observer>()
  const savedLayouts = new Map<string, string>()
  const sources = new Set<string>()
  const stopping = new AbortController()
  const wait = patience(logger, stopping)
  let ranges: Bounds | undefined

  async function restore(): Promise<void> {
    for (const [source, layout] of await wait(() => store.loadLayouts())) {
      engine.restoreLayout(source, layout)
      savedLayouts.set(source, layout)
    }
  }

  async function handle(batch: BusBatch, subscription: Subscription): Promise<void> {
    ranges ??= bounds({ commit: (...to) => wait(() => subscription.commit(...to)) })
    if (batch.assigned) partitions.set(batch.partition, observe({ engine, text, ...(session && { session }) }))
    for (let range = await ranges.next(batch); range; range = await ranges.next()) {
      await work(range)
      await ranges.done(range)
    }
    if (batch.records.length === 0 && batch.lag === 0) await heartbeat(batch)
  }

  async function work(range: BoundedBatch): Promise<void> {
    const observing = partitions.get(range.partition)
    if (!observing) return
    const token = `${topic}/${range.partition}/${range.from}-${range.to}`
    for (const [index, chunk] of chunksOf(range.records, `${topic}/${range.partition}`, clock()).entries()) {
      const rows = observing.read(chunk)
      await wait(() => store.writeLogs(rows, engine, `${token}/${index}`))
      sources.add(chunk.source)
    }
    const message = observing.take({
      topic,
      partition: range.partition,
      partitions: range.partitions,
      from: range.from,
      to: range.to,
    })
    await wait(() => store.writeObservations(message.counts, token))
    await saveLayouts()
    await publish(message)
  }

  /** Nothing to read: says that nothing older is under way, so that silence can be told from waiting. */
  async function heartbeat({ partition, partitions: count, assigned }: BusBatch): Promise<void> {
    const observing = partitions.get(partition)
    if (!observing || assigned) return
    observing.idle(clock())
    const range: SourceRange = { topic, partition, partitions: count, from: 0, to: 0 }
    await publish(observing.take(range))
  }

  async function publish(message: object): Promise<void> {
    const value = text.bytes(JSON.stringify(message))
    await wait(() => bus.publish(OBSERVATIONS_TOPIC, [{ value }]))
  }

  async function saveLayouts(): Promise<void> {
    const fresh = new Map<string, string>()
    for (const source of sources) {
      const layout = engine.layout(source)
      if (layout !== undefined && layout !== savedLayouts.get(source)) fresh.set(source, layout)
    }
    sources.clear()
    if (fresh.size === 0) return
    await wait(() => store.saveLayouts(fresh))
    for (const [source, layout] of fresh) savedLayouts.set(source, layout)
  }

  const running = stage(
    {
      bus,
      topic,
      group,
      maxBytes: MAX_BYTES,
      logger,
      handle,
      forget(partition) {
        partitions.delete(partition)
        ranges?.forget(partition)
      },
    },
    stopping,
  )
  return {
    ...running,
    async start() {
      await restore()
      await running.start()
    },
  }
}
