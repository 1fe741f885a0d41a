/**
 * Shards that others have, kept ready to be taken over: reading two weeks of a large shard takes minutes, in which
 * nothing of it is judged. Which of the processes is given a shard is the bus's choice, so each keeps all it does not
 * have, as far as there is room. They are taught by the store as at a takeover, and end a while before now: whoever is
 * given one goes on from the position of the one before, and what was taught can not be taken back.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '@errorsense/adapters/runtime/logger.ts'
import { MINUTE_MS } from '@errorsense/core/aggregate/window.ts'
import type { DetectorOptions } from '@errorsense/core/detectors/index.ts'
import type { Clock } from '@errorsense/core/ports/clock.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import type { Shard } from '@errorsense/core/wire/observations.ts'
import { learn, untaught, type Taught } from './taught.ts'

/** A shard that is judged later than this is read anew by whoever takes it over. */
const BEHIND_MS = 10 * MINUTE_MS
/** And one that was taught up to so long before that is ready. */
const LATELY_MS = 2 * MINUTE_MS
/** Series kept ready, of all shards together: as many as one shard may have. More shards are not kept beyond it. */
const MOST_SERIES = 100_000

export interface StandbyOptions {
  readonly store: Pick<Store, 'loadTemplates' | 'history'>
  readonly logger: Logger
  readonly clock: Clock
  readonly detecting: DetectorOptions
  /** How many shards there are, and those that this process has itself. */
  readonly shards: () => Promise<number>
  readonly isOurs: (shard: number) => boolean
  readonly onChange: (ready: { readonly shards: number; readonly series: number }) => void
  /** Until it is tried again when the store was away, and between two looks. */
  readonly restMs?: number
  readonly everyMs?: number
}

export interface Standby {
  /** Looks for the first time so much later. */
  start(afterMs: number): void
  /** Resolves once all that there is room for were taught up to lately. */
  readonly ready: Promise<void>
  /** Gives the shard as far as it was taught, not beyond `to`; it is not kept any more. */
  take(shard: Shard, to: number): Promise<Taught | undefined>
  /** Begins nothing more; what is asked of the store is not waited for, as nothing depends on it. */
  stop(): void
}

export function standby(options: StandbyOptions): Standby {
  const { store, logger, clock, detecting, shards, isOurs, onChange } = options
  const { restMs = MINUTE_MS / 2, everyMs = 5 * MINUTE_MS } = options
  const kept = new Map<number, Taught>()
  const ready = Promise.withResolvers<void>()
  const stopping = new AbortController()
  /** What is being taught now. */
  let learning:
    | { readonly index: number; readonly enough: AbortController; readonly done: Promise<unknown> }
    | undefined

  function seriesOf(all: Iterable<Taught>): number {
    return [...all].reduce((sum, { detection }) => sum + detection.stats().series, 0)
  }

  function tell(): void {
    onChange({ shards: kept.size, series: seriesOf(kept.values()) })
  }

  /** Gives when what it taught ends. */
  async function look(): Promise<number> {
    const of = await shards()
    const to = clock() - BEHIND_MS
    for (let index = 0; index < of && !stopping.signal.aborted; index++) {
      if (isOurs(index)) kept.delete(index)
      else await goOn({ index, of }, to - (to % MINUTE_MS))
      tell()
    }
    return to
  }

  async function goOn(shard: Shard, to: number): Promise<void> {
    const { index } = shard
    const known = kept.get(index)
    if (known?.shard.of !== shard.of && seriesOf(kept.values()) >= MOST_SERIES) return
    const taught = known?.shard.of === shard.of ? known : untaught(shard, detecting)
    kept.set(index, taught)
    const enough = new AbortController()
    const signal = AbortSignal.any([enough.signal, stopping.signal])
    const done = learn(store, taught, to, signal)
    learning = { index, enough, done: done.catch(() => undefined) }
    const minutes = await done.finally(() => (learning = undefined))
    const isReady = taught !== known && !signal.aborted
    if (isReady) logger.info(`shard ${index + 1} of ${shard.of} is kept ready, taught by ${minutes} minutes of history`)
  }

  /** Gives when the next one is due: what took long has left much to be taught again. */
  async function lookPatiently(): Promise<number> {
    try {
      const until = await look()
      if (clock() - BEHIND_MS - until >= LATELY_MS) return 0
      if (!stopping.signal.aborted) ready.resolve()
      return everyMs
    } catch (error) {
      // Whoever is given a shard waits for a store that is away; nobody waits for us.
      if (!stopping.signal.aborted) logger.warn(`shards of others are not kept ready: ${(error as Error).message}`)
      return restMs
    }
  }

  async function run(afterMs: number): Promise<void> {
    for (let waitMs = afterMs; !stopping.signal.aborted; waitMs = await lookPatiently())
      await sleep(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined)
  }

  return {
    start: (afterMs) => void run(afterMs),
    ready: ready.promise,
    async take({ index, of }, to) {
      const taught = kept.get(index)
      if (learning?.index === index) {
        learning.enough.abort()
        await learning.done
      }
      kept.delete(index)
      tell()
      return taught?.shard.of === of && taught.until <= to ? taught : undefined
    },
    stop: () => stopping.abort(),
  }
}
