import type { LiveEvent } from '../wire/live.ts'

/** Where the page hears what happens now. */
export interface LiveFeed {
  /** Never blocks and never throws: a slow or absent listener is the feed's own affair. */
  publish(event: LiveEvent): void
}
