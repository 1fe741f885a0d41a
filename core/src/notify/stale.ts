import type { Because, News } from './news.ts'

export const STALE_MS = 60 * 60_000

/** What was told this long ago woke nobody then; waking somebody now for what the page shows anyway helps no more. */
export function stale({ publishedAt, readAt }: News): Because | undefined {
  return readAt - publishedAt > STALE_MS ? 'stale' : undefined
}
