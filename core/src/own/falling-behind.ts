/**
 * Says when ErrorSense itself is too slow: an incident, because whoever trusts that silence means peace must hear of it.
 *
 * How far a consumer is behind goes up and down with every batch, and how much is much depends on the traffic. So a
 * partition is judged by whole minutes: it falls behind when in each of three minutes it was never as near to the end as
 * at its farthest in the minute before. It has recovered at a tenth of the worst.
 *
 * Minutes are those of the clock, and the id comes from them: several that watch the same come to the same incident.
 */
import { MINUTE_MS } from '../aggregate/window.ts'
import { Draft } from '../correlate/draft.ts'
import type { Incident } from '../wire/incident.ts'

export interface FallingBehind {
  /**
   * `lags`: by partition, records that were not read yet; to be told every few seconds, `now` in ms. Gives the incident
   * in its new form when there is news.
   */
  take(now: number, lags: readonly number[]): Incident[]
  /** Takes back an incident that was open when the state was lost. */
  restore(incident: Incident): void
}

interface Minute {
  readonly start: number
  nearest: number
  farthest: number
}

const GROWING_MINUTES = 3
const RECOVERED = 0.1

export function fallingBehind(topic: string): FallingBehind {
  const partitions: Minute[][] = []
  let draft: Draft | undefined
  let worst = 0

  function remember(partition: number, start: number, lag: number): void {
    const minutes = (partitions[partition] ??= [])
    const last = minutes.at(-1)
    if (last?.start === start) {
      last.nearest = Math.min(last.nearest, lag)
      last.farthest = Math.max(last.farthest, lag)
      return
    }
    // After a minute of which nothing is known there is nothing to compare with.
    if (last !== undefined && start !== last.start + MINUTE_MS) minutes.length = 0
    minutes.push({ start, nearest: lag, farthest: lag })
    if (minutes.length > GROWING_MINUTES + 2) minutes.shift()
  }

  /** When it began, of the partitions that are falling behind. */
  function growingSince(minute: number): number | undefined {
    const begins = partitions.map((minutes) => sinceWhen(minutes.filter(({ start }) => start < minute)))
    return begins.find((begin) => begin !== undefined)
  }

  function grow(now: number, since: number, total: number): void {
    const first = { start: since, at: now, kind: 'falling_behind', service: topic, entities: {} } as const
    draft ??= new Draft(first)
    const numbers = { seen: total, usual: 0, low: 0, high: 0, unit: 'records', score: 1 }
    draft.add({ ...first, ...numbers, detector: 'falling-behind', samples: [], lines: 0 })
  }

  return {
    take(now, lags) {
      const minute = now - (now % MINUTE_MS)
      for (const [partition, lag] of lags.entries()) remember(partition, minute, lag)
      const total = lags.reduce((sum, lag) => sum + lag, 0)
      const since = growingSince(minute)
      if (since !== undefined && total > worst) grow(now, since, total)
      if (draft === undefined) return []
      worst = Math.max(worst, total)
      if (total <= worst * RECOVERED) draft.close()
      const news = draft.news(now)
      if (draft.over) {
        draft = undefined
        worst = 0
      }
      return news
    },
    restore(incident) {
      draft = Draft.from(incident)
      worst = incident.findings[0]?.seen ?? 0
    },
  }
}

/** Of whole minutes; the first of those that grew. */
function sinceWhen(minutes: readonly Minute[]): number | undefined {
  const latest = minutes.slice(-GROWING_MINUTES - 1)
  if (latest.length <= GROWING_MINUTES) return undefined
  const grew = latest.every(({ nearest }, i) => i === 0 || nearest > latest[i - 1].farthest)
  return grew ? latest[1].start : undefined
}
