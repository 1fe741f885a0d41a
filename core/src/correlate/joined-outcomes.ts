/**
 * What all shards told of the same span of event time, put together once each of them has come past it. A shard that
 * begins anew tells some of it again: what it told first counts.
 */
import { detectorNames } from '../detectors/index.ts'
import type { Finding } from '../finding.ts'
import type { Source } from '../rules/sightings.ts'
import { NOWHERE, type FindingsMessage, type Outcome, type Reach } from '../wire/findings.ts'

export interface JoinedOutcomes {
  /** Gives what is complete with it, in order. */
  add(message: FindingsMessage): Outcome[]
  /** What ends up to here was given by an earlier life. */
  startAt(position: Reach): void
  /** The ends of the last that were given; -Infinity before. */
  position(): Reach
}

/** Of one shard: more than it tells again. */
const MOST_TOLD = 10_000

interface Progress {
  reached: Reach
  /** Spans. */
  readonly told: Set<string>
}

/** What waits for a shard that is away is no more than its topic keeps. */
export function joinedOutcomes(): JoinedOutcomes {
  const ranks = new Map(detectorNames().map((name, rank) => [name, rank]))
  const shards = new Map<number, Progress>()
  /** By span, then by shard. */
  const waiting = new Map<string, Map<number, Outcome>>()
  let begin = NOWHERE
  let position = NOWHERE

  function shardOf(index: number): Progress {
    const shard = shards.get(index) ?? { reached: NOWHERE, told: new Set() }
    shards.set(index, shard)
    return shard
  }

  function keep(index: number, outcome: Outcome): void {
    const span = `${outcome.end} ${outcome.closed}`
    const { told } = shardOf(index)
    if (isWithin(outcome, begin) || told.has(span)) return
    told.add(span)
    if (told.size > MOST_TOLD) told.delete(told.keys().next().value ?? '')
    const parts = waiting.get(span) ?? new Map<number, Outcome>()
    waiting.set(span, parts.set(index, outcome))
  }

  /** What every shard has come past. */
  function due(): Map<number, Outcome>[] {
    const reached = [...shards.values()].map((shard) => shard.reached)
    const all: Reach = {
      closed: Math.min(...reached.map(({ closed }) => closed)),
      glanced: Math.min(...reached.map(({ glanced }) => glanced)),
    }
    const complete = [...waiting].filter(([, parts]) => isWithin(anyOf(parts), all))
    for (const [span] of complete) waiting.delete(span)
    return complete.map(([, parts]) => parts).sort((a, b) => inTurn(anyOf(a), anyOf(b)))
  }

  function take(of: ReadonlyMap<number, Outcome>): Outcome {
    const parts = [...of].sort(([a], [b]) => a - b).map(([, outcome]) => outcome)
    const { end, closed } = parts[0]
    if (closed) position = { ...position, closed: Math.max(position.closed, end) }
    else position = { ...position, glanced: Math.max(position.glanced, end) }
    return join(parts)
  }

  function join(parts: readonly Outcome[]): Outcome {
    const findings = parts.flatMap((part) => part.findings)
    const rises = parts.flatMap((part) => part.rises)
    return {
      start: parts[0].start,
      end: parts[0].end,
      closed: parts[0].closed,
      findings: findings.sort((a, b) => rankOf(a) - rankOf(b) || byService(a, b)),
      rises: rises.sort(byService),
      restarted: parts.flatMap(({ restarted }) => restarted),
      sightings: Object.fromEntries(sourcesIn(parts).map((source) => [source, sightingsOf(source, parts)])),
    }
  }

  function rankOf({ detector }: Finding): number {
    return ranks.get(detector) ?? ranks.size
  }

  return {
    add({ shard: { index, of }, reached, outcomes }) {
      // Shards there are no more are not waited for.
      for (const known of shards.keys()) if (known >= of) shards.delete(known)
      for (const outcome of outcomes) keep(index, outcome)
      shardOf(index).reached = reached
      return shards.size < of ? [] : due().map(take)
    },
    startAt(end) {
      begin = position = end
    },
    position: () => position,
  }
}

function isWithin({ end, closed }: Outcome, reach: Reach): boolean {
  return end <= (closed ? reach.closed : reach.glanced)
}

function anyOf(parts: ReadonlyMap<number, Outcome>): Outcome {
  const [outcome] = parts.values()
  return outcome
}

/** Window by window; the glances of each before its end. */
function inTurn(a: Outcome, b: Outcome): number {
  return a.start - b.start || a.end - b.end || Number(a.closed) - Number(b.closed)
}

function sourcesIn(parts: readonly Outcome[]): Source[] {
  return [...new Set(parts.flatMap(({ sightings }) => Object.keys(sightings) as Source[]))]
}

function sightingsOf(source: Source, parts: readonly Outcome[]) {
  return parts.flatMap(({ sightings }) => sightings[source] ?? []).sort((a, b) => a.time - b.time || byService(a, b))
}

interface OfService {
  readonly service: string
}

function byService(a: OfService, b: OfService): number {
  return a.service < b.service ? -1 : Number(a.service > b.service)
}
