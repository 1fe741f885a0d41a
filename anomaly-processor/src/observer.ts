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
import { bounds, type BoundedBatch } from './bounds.ts'
import { chunksOf } from './chunks.ts'
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

export function observer({ bus, store, topic, group, logger, clock = Date.now, session }: ObserverOptions) {
  const engine = plainEngine({ text })
  const partitions = new Map<number, Observer>()
  const savedLayouts = new Map<string, string>()
  const sources = new Set<string>()
  let subscription: Subscription | undefined
  let running: Promise<void> | undefined
  let stopping = false

  async function restore(): Promise<void> {
    for (const [source, layout] of await store.loadLayouts()) {
      engine.restoreLayout(source, layout)
      savedLayouts.set(source, layout)
    }
  }

  async function run(from: Subscription): Promise<void> {
    const ranges = bounds(from)
    for await (const batch of from) {
      if (stopping) return
      if (batch.assigned) partitions.set(batch.partition, observe({ engine, text, ...(session && { session }) }))
      for (let range = await ranges.next(batch); range; range = await ranges.next()) {
        await work(range)
        await ranges.done(range)
      }
      if (batch.records.length === 0 && batch.lag === 0) await heartbeat(batch)
    }
  }

  async function work(range: BoundedBatch): Promise<void> {
    const observing = partitions.get(range.partition)
    if (!observing) return
    const token = `${topic}/${range.partition}/${range.from}-${range.to}`
    for (const [index, chunk] of chunksOf(range.records, `${topic}/${range.partition}`).entries()) {
      await store.writeLogs(observing.read(chunk), engine, `${token}/${index}`)
      sources.add(chunk.source)
    }
    const message = observing.take({
      topic,
      partition: range.partition,
      partitions: range.partitions,
      from: range.from,
      to: range.to,
    })
    await store.writeObservations(message.counts, token)
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
    await bus.publish(OBSERVATIONS_TOPIC, [{ value: text.bytes(JSON.stringify(message)) }])
  }

  async function saveLayouts(): Promise<void> {
    const fresh = new Map<string, string>()
    for (const source of sources) {
      const layout = engine.layout(source)
      if (layout !== undefined && layout !== savedLayouts.get(source)) fresh.set(source, layout)
    }
    sources.clear()
    if (fresh.size === 0) return
    await store.saveLayouts(fresh)
    for (const [source, layout] of fresh) savedLayouts.set(source, layout)
  }

  return {
    async start(): Promise<void> {
      await restore()
      subscription = await bus.subscribe(topic, { group, from: 'earliest', maxBytes: MAX_BYTES })
      running = run(subscription)
      running.catch((error: unknown) => logger.fatal({ err: error }, 'observing stopped'))
    },
    /** Rejects when observing failed; resolves once it was stopped. */
    done: () => running ?? Promise.resolve(),
    /** Finishes the batch at hand; the rest is for whoever comes next. */
    async stop(): Promise<void> {
      stopping = true
      await running
      await subscription?.close()
    },
  }
}
