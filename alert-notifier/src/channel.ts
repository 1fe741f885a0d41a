/**
 * One channel to people: read an incident, ask whether it is news, tell, note it down. Each channel reads the topic in
 * a group of its own, so one that is slow or away holds nobody else up, and what it did not take is still there.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '@errorsense/adapters/runtime/logger.ts'
import { patiently } from '@errorsense/adapters/runtime/patiently.ts'
import { decide } from '@errorsense/core/notify/decide.ts'
import { journalId, notificationKey, toldTo } from '@errorsense/core/notify/dedup.ts'
import type { Because, Decision, Route } from '@errorsense/core/notify/news.ts'
import { decidedState } from '@errorsense/core/notify/silence.ts'
import { lately } from '@errorsense/core/notify/throttle.ts'
import type { Bus, BusBatch, ReceivedRecord, Subscription } from '@errorsense/core/ports/bus.ts'
import type { Clock } from '@errorsense/core/ports/clock.ts'
import type { NotificationReason, Notifier } from '@errorsense/core/ports/notifier.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import type { JournalEntry } from '@errorsense/core/wire/live.ts'
import { readIncident } from './read-incident.ts'

/** What became of one record in one channel. */
export type Outcome = 'delivered' | 'undeliverable' | 'malformed' | Because

export interface ChannelOptions {
  readonly bus: Bus
  readonly store: Pick<Store, 'incident' | 'journal' | 'appendJournal'>
  readonly notifier: Notifier
  readonly route: Route
  readonly topic: string
  readonly group: string
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>
  readonly clock: Clock
  readonly onOutcome: (channel: string, outcome: Outcome) => void
}

const JOURNAL_LIMIT = 1000
const NOTE_LENGTH = 500
/** Before the bus is asked again after it failed. */
const REST_MS = 2000

/** Runs until the signal is given; never rejects. */
export async function runChannel(options: ChannelOptions, signal: AbortSignal): Promise<void> {
  const { bus, store, notifier, route, topic, group, logger, clock, onOutcome } = options
  const { name } = notifier
  let sentAt: number[] = []
  /** Incidents throttled since the last message. */
  const heldBack = new Set<string>()

  async function listen(): Promise<void> {
    const subscription = await bus.subscribe(topic, { group: `${group}.${name}`, from: 'earliest' })
    const leave = () => void subscription.close()
    signal.addEventListener('abort', leave)
    try {
      await follow(subscription)
    } finally {
      signal.removeEventListener('abort', leave)
      await subscription.close()
    }
  }

  async function follow(subscription: Subscription): Promise<void> {
    if (signal.aborted) return
    for await (const batch of subscription) {
      await takeAll(batch)
      const last = batch.records.at(-1)
      if (last !== undefined) await subscription.commit(batch.partition, last.offset + 1)
    }
  }

  async function takeAll({ records }: BusBatch): Promise<void> {
    const readAt = clock()
    for (const record of records) {
      signal.throwIfAborted()
      const outcome = await take(record, readAt)
      onOutcome(name, outcome)
    }
  }

  async function take({ value, timestamp, offset }: ReceivedRecord, readAt: number): Promise<Outcome> {
    const incident = readIncident(value)
    if (incident === undefined) {
      logger.warn({ topic, offset }, 'a record is no incident')
      return 'malformed'
    }
    const decision = await judge(incident, timestamp, readAt)
    if (decision.send) return tell(incident, decision.reason)
    if (decision.because === 'throttled') heldBack.add(incident.id)
    if (decision.because === 'stale') logger.warn({ channel: name, incident: incident.id }, 'news too old to be told')
    return decision.because
  }

  /** What was told and decided is asked every time: another process may have told it, a person decided. */
  async function judge(incident: Incident, publishedAt: number, readAt: number): Promise<Decision> {
    const [kept, journal] = await insist(() =>
      Promise.all([store.incident(incident.id), store.journal({ incident: incident.id, limit: JOURNAL_LIMIT })]),
    )
    sentAt = lately(sentAt, clock())
    const state = decidedState(incident, kept)
    return decide({ route, incident, state, told: toldTo(name, journal), publishedAt, readAt, sentAt })
  }

  async function tell(incident: Incident, reason: NotificationReason): Promise<Outcome> {
    const key = notificationKey(incident, reason)
    heldBack.delete(incident.id)
    sentAt.push(clock())
    const error = await failureOf(() => notifier.notify({ key, reason, incident, heldBack: heldBack.size }, signal))
    if (error !== undefined) signal.throwIfAborted()
    const outcome = error === undefined ? 'delivered' : 'undeliverable'
    if (error === undefined) heldBack.clear()
    else logger.error({ err: error, channel: name, incident: incident.id }, 'could not be told')
    await note(incident, journalId(name, key, outcome), outcome, error?.message ?? reason)
    return outcome
  }

  async function note(incident: Incident, id: string, action: JournalEntry['action'], text: string): Promise<void> {
    const at = new Date(clock()).toISOString()
    const entry: JournalEntry = { id, at, incident: incident.id, action, by: name, note: text.slice(0, NOTE_LENGTH) }
    await insist(() => store.appendJournal([entry]))
  }

  function insist<T>(attempt: () => Promise<T>): Promise<T> {
    return patiently(attempt, { signal, onWait: (err) => logger.warn({ err, channel: name }, 'the store is away') })
  }

  while (!signal.aborted) {
    const error = await failureOf(listen)
    if (signal.aborted) return
    if (error) logger.warn({ err: error, channel: name }, 'reading incidents failed, trying again')
    await sleep(REST_MS, undefined, { signal }).catch(() => {})
  }
}

async function failureOf(attempt: () => Promise<void>): Promise<Error | undefined> {
  try {
    await attempt()
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
