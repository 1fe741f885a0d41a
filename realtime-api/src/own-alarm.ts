/**
 * Tells when ErrorSense itself falls behind, as an incident like any other: on the page, and to whoever is notified.
 * Here and not where lines are read, because whoever is too slow to read, or gone, is too slow to say so.
 */
import { patiently } from '@errorsense/adapters/runtime/patiently.ts'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { historyEntries } from '@errorsense/core/correlate/history.ts'
import { type FallingBehind, fallingBehind } from '@errorsense/core/own/falling-behind.ts'
import type { Bus } from '@errorsense/core/ports/bus.ts'
import type { Clock } from '@errorsense/core/ports/clock.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import type { FollowOptions } from './follow.ts'
import type { Consumers } from './lag.ts'

export interface OwnAlarmOptions {
  readonly bus: Pick<Bus, 'lag' | 'publish'>
  readonly store: Pick<Store, 'incidents' | 'saveIncidents' | 'appendJournal'>
  readonly watched: readonly Consumers[]
  readonly logger: FollowOptions['logger']
  readonly clock: Clock
  /** How often is looked, ms. */
  readonly everyMs?: number
}

const EVERY_MS = 10_000
/** The newest of a topic: only we tell of topics. */
const LOOKED_THROUGH = 10

export function ownAlarm({ bus, store, watched, logger, clock, everyMs = EVERY_MS }: OwnAlarmOptions) {
  const stopping = new AbortController()
  const { signal } = stopping
  const watchers = new Map<string, FallingBehind>(watched.map(({ topic }) => [topic, fallingBehind(topic)]))
  /** The latest form of what is still to be told: the store may be what is away. */
  const untold = new Map<string, Incident>()
  let restored: Promise<void> | undefined
  let looking: Promise<void> = Promise.resolve()
  let telling: Promise<void> = Promise.resolve()

  async function look(): Promise<void> {
    await (restored ??= restore())
    for (const { topic, group } of watched) {
      // While the bus is away nothing is known; its own troubles are told by those who use it.
      const lags = await bus.lag(topic, group).catch(() => [])
      if (lags.length > 0) for (const incident of watchers.get(topic)?.take(clock(), lags) ?? []) announce(incident)
    }
  }

  async function restore(): Promise<void> {
    for (const [topic, watcher] of watchers) {
      const known = await insist(() => store.incidents({ service: topic, limit: LOOKED_THROUGH }))
      const open = known.find(({ kind, state }) => kind === 'falling_behind' && state !== 'resolved')
      if (open) watcher.restore(open)
    }
  }

  function announce(incident: Incident): void {
    logger.warn({ incident: incident.id }, `${incident.state}: ${incident.title}. ${incident.why}`)
    untold.set(incident.id, incident)
    telling = telling.then(tell).catch((err: unknown) => {
      if (!signal.aborted) logger.warn({ err }, 'an incident of our own could not be told')
    })
  }

  async function tell(): Promise<void> {
    const incidents = [...untold.values()]
    untold.clear()
    if (incidents.length === 0) return
    await insist(() => store.saveIncidents(incidents))
    await insist(() => store.appendJournal(incidents.flatMap(historyEntries)))
    const records = incidents.map((incident) => ({ key: incident.id, value: text.bytes(JSON.stringify(incident)) }))
    await insist(() => bus.publish('incidents', records))
  }

  function insist<T>(attempt: () => Promise<T>): Promise<T> {
    return patiently(attempt, { signal })
  }

  const ticking = setInterval(() => {
    looking = looking.then(look).catch((err: unknown) => {
      restored = undefined
      if (!signal.aborted) logger.warn({ err }, 'could not look how far consumers are behind')
    })
  }, everyMs)

  return {
    async stop(): Promise<void> {
      clearInterval(ticking)
      stopping.abort()
      await Promise.all([looking, telling])
    },
  }
}
