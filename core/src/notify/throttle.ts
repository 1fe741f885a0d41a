import type { Because, News } from './news.ts'

export const THROTTLE_MS = 10 * 60_000

/**
 * A storm of incidents is no storm of messages. What is held back was not told: the next form of the incident tries
 * again. An end is never held back: there are no more of them than beginnings that were sent.
 */
export function throttle({ reason, route, sentAt, readAt }: News): Because | undefined {
  if (reason === 'resolved') return undefined
  return lately(sentAt, readAt).length < route.limit ? undefined : 'throttled'
}

/** Those sends that still count. */
export function lately(sentAt: readonly number[], now: number): number[] {
  return sentAt.filter((at) => now - at < THROTTLE_MS)
}
