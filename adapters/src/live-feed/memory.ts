import type { LiveFeed } from '@errorsense/core/ports/live-feed.ts'
import type { LiveEvent } from '@errorsense/core/wire/live.ts'

export interface MemoryFeed extends LiveFeed {
  /** Everything published, in order. */
  readonly events: readonly LiveEvent[]
  /** Resolves with the first event, past or to come, that fits; rejects with what `fits` throws. */
  first(fits: (event: LiveEvent) => boolean): Promise<LiveEvent>
}

/** Keeps what was published, for tests. */
export function memoryFeed(): MemoryFeed {
  const events: LiveEvent[] = []
  const waiting = new Set<(event: LiveEvent) => void>()
  return {
    events,
    publish(event) {
      events.push(event)
      for (const offer of waiting) offer(event)
    },
    first(fits) {
      return new Promise((resolve, reject) => {
        const offer = (event: LiveEvent) => {
          try {
            if (!fits(event)) return
            resolve(event)
          } catch (error) {
            reject(error)
          }
          waiting.delete(offer)
        }
        waiting.add(offer)
        for (const event of events) if (waiting.has(offer)) offer(event)
      })
    },
  }
}
