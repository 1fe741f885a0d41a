import type { Because, News } from './news.ts'

/** What a detector finds on trial is to be seen on the page, not to wake anybody. */
export function simulated({ incident }: News): Because | undefined {
  return incident.simulated ? 'simulated' : undefined
}
