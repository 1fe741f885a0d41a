/**
 * What happens now, told to every page: each instance reads the topics under a group of its own and hands the news to
 * its feed, however many sockets listen.
 */
import { randomUUID } from 'node:crypto'
import type { Bus, ReceivedRecord } from '@errorsense/core/ports/bus.ts'
import type { Clock } from '@errorsense/core/ports/clock.ts'
import type { LiveFeed } from '@errorsense/core/ports/live-feed.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import type { ObservationMessage } from '@errorsense/core/wire/observations.ts'
import { follow, type FollowOptions } from './follow.ts'
import { slidingRates, TICK_MS } from './rates.ts'

export interface LiveOptions {
  readonly bus: Bus
  readonly store: Pick<Store, 'incident'>
  readonly feed: LiveFeed
  readonly logger: FollowOptions['logger']
  readonly clock: Clock
}

export function live({ bus, store, feed, logger, clock }: LiveOptions): { stop(): Promise<void> } {
  const rates = slidingRates()
  const group = `realtime-api-${randomUUID()}`

  function takeObservations(records: readonly ReceivedRecord[]): void {
    for (const { counts } of decode<ObservationMessage>(records, logger)) rates.add(counts)
  }

  async function takeIncidents(records: readonly ReceivedRecord[]): Promise<void> {
    const latest = new Map(decode<Incident>(records, logger).map((incident) => [incident.id, incident]))
    for (const incident of latest.values()) feed.publish({ type: 'incident', incident: await withDecisions(incident) })
  }

  /** The detector does not know what people decided: the store does. */
  async function withDecisions(incident: Incident): Promise<Incident> {
    try {
      const kept = await store.incident(incident.id)
      return kept !== undefined && kept.version >= incident.version ? kept : incident
    } catch (err) {
      logger.warn({ err, incident: incident.id }, 'the store did not tell the state of an incident')
      return incident
    }
  }

  const following = [
    follow({ bus, topic: 'log-observations', group, logger, take: takeObservations }),
    follow({ bus, topic: 'incidents', group, logger, take: takeIncidents }),
  ]
  // Every second, also when nothing flows: a page that hears nothing knows that the connection is dead.
  const ticking = setInterval(() => {
    feed.publish({ type: 'rates', at: new Date(clock()).toISOString(), services: rates.tick() })
  }, TICK_MS)

  return {
    async stop() {
      clearInterval(ticking)
      await Promise.all(following.map((topic) => topic.stop()))
    },
  }
}

/** Records that are no JSON are left out: one bad writer must not silence the feed. */
function decode<T>(records: readonly ReceivedRecord[], logger: FollowOptions['logger']): T[] {
  const text = new TextDecoder()
  return records.flatMap(({ value, offset }) => {
    try {
      return [JSON.parse(text.decode(value)) as T]
    } catch (err) {
      logger.warn({ err, offset }, 'a record of the live feed is no JSON')
      return []
    }
  })
}
