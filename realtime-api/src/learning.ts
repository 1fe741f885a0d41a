/**
 * Services that are still being learnt. Detection knows a service by its history in the store, so the store is asked: who
 * wrote before the last hour is learnt, and of the others the first line counts.
 */
import { learningAt } from '@errorsense/core/detectors/learning.ts'
import type { Clock } from '@errorsense/core/ports/clock.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import type { ServiceSummary } from '@errorsense/core/wire/api.ts'

const HOUR_MS = 60 * 60_000
/** As far back as baselines are rebuilt from. */
const HISTORY_MS = 14 * 24 * HOUR_MS
const MINUTE_MS = 60_000
/** More new services than this at once are shown without their progress. */
const MOST_YOUNG = 50
const MOST_KNOWN = 50_000

export function learning(store: Pick<Store, 'services' | 'series'>, clock: Clock) {
  /** Learnt once, learnt for good. */
  const learnt = new Set<string>()

  async function remember(now: number): Promise<void> {
    if (learnt.size > MOST_KNOWN) learnt.clear()
    for (const { service } of await store.services({ from: now - HISTORY_MS, to: now - HOUR_MS })) learnt.add(service)
  }

  async function withProgress(summary: ServiceSummary, now: number): Promise<ServiceSummary> {
    const { service } = summary
    const points = await store.series({ service, from: now - HOUR_MS, to: now, stepMs: MINUTE_MS })
    const progress = points.length > 0 ? learningAt(Date.parse(points[0].at), now) : undefined
    return progress ? { ...summary, learning: progress } : summary
  }

  return {
    /** The same services, the young ones with how far they are. */
    async show(services: readonly ServiceSummary[]): Promise<ServiceSummary[]> {
      const now = clock()
      if (services.some(({ service }) => !learnt.has(service))) await remember(now)
      const young = services.filter(({ service }) => !learnt.has(service)).slice(0, MOST_YOUNG)
      const shown = new Map(
        await Promise.all(young.map(async (summary) => [summary, await withProgress(summary, now)] as const)),
      )
      return services.map((summary) => shown.get(summary) ?? summary)
    },
  }
}
