/**
 * What the shards of detection tell whoever joins them: for every window, and every second of an open one that shows
 * something, what was found and what is needed to say why.
 */
import type { Rise } from '../correlate/causes.ts'
import type { Finding } from '../finding.ts'
import type { Sightings } from '../rules/sightings.ts'
import type { Shard } from './observations.ts'
import { versioned } from './versioned.ts'

/** One shard, one span [start, end) of event time, ms: a window that is over, or its first seconds. Told once. */
export interface Outcome {
  readonly start: number
  readonly end: number
  /** Whether the window is over: then it is told whatever was found. */
  readonly closed: boolean
  readonly findings: readonly Finding[]
  /** What changed: kinds of lines that are new or far above their usual, services that were restarted. */
  readonly rises: readonly Rise[]
  readonly restarted: readonly string[]
  /** What rules of the user ask for. */
  readonly sightings: Sightings
}

/** Event times, ms, up to which windows are closed, and glanced at. */
export interface Reach {
  readonly closed: number
  readonly glanced: number
}

/** Before the first window. */
export const NOWHERE: Reach = { closed: Number.NEGATIVE_INFINITY, glanced: Number.NEGATIVE_INFINITY }

export interface FindingsMessage {
  readonly v: 1
  readonly shard: Shard
  /** What ends up to here is told. */
  readonly reached: Reach
  readonly outcomes: readonly Outcome[]
}

/** The message, or what is wrong with it. */
export function decodeFindings(text: string): FindingsMessage | string {
  const value = versioned(text, 'a message of findings')
  if (typeof value === 'string') return value
  const { shard, reached, outcomes } = value as Partial<FindingsMessage>
  if (!isShard(shard) || !reached || !Array.isArray(outcomes)) return 'damaged'
  // JSON knows no infinity.
  const { closed, glanced } = reached
  return { v: 1, shard, reached: { closed: closed ?? NOWHERE.closed, glanced: glanced ?? NOWHERE.glanced }, outcomes }
}

function isShard(shard: Partial<Shard> | undefined): shard is Shard {
  return Number.isInteger(shard?.index) && Number.isInteger(shard?.of)
}
