/**
 * What observers tell detectors: partial sums that can be merged in any order, so the number of observers and the cut
 * between their batches change nothing.
 */
import type { SecurityEvent } from '../security/event.ts'
import { versioned } from './versioned.ts'

/** Offsets [from, to) of one partition of app-logs: the range the message speaks for, and its identity. */
export interface SourceRange {
  readonly topic: string
  readonly partition: number
  /** Partitions the topic has: the watermark of detection is the lowest of all of them. */
  readonly partitions: number
  readonly from: number
  readonly to: number
  /** Wall time at which it was read, ms; absent where nobody waits for anybody, as in files. No part of the identity. */
  readonly readAt?: number
}

/** Lines of one shape from one service within one window. */
export interface CountObservation {
  /** Start of the window, ms since epoch, a multiple of WINDOW_MS. */
  readonly window: number
  readonly service: string
  readonly shape: string
  readonly lines: number
  /** Records of level error and worse, or HTTP status 500 and above. */
  readonly errors: number
  /** Latency sketch, sparse: bin, count, bin, count ...; see aggregate/sketch.ts. Absent when no record told one. */
  readonly latency?: readonly number[]
  /** One raw record, cut at SAMPLE_LENGTH. */
  readonly sample: string
}

/** What a service wrote in one window, by second of it: what is beyond accident is told before the window is over. */
export interface SecondsObservation {
  /** Start of the window, as in the counts. */
  readonly window: number
  readonly service: string
  /** Records within each second; `errors` where there were any. */
  readonly lines: readonly number[]
  readonly errors?: readonly number[]
}

/** Sent once per observer, before any count of it. */
export interface ShapeNotice {
  readonly id: string
  readonly component: string
  readonly tokens: readonly string[]
}

/** Templates of one session (trace, block, request) in one window of one batch: shape, count, shape, count ... */
export interface SessionObservation {
  readonly session: string
  readonly service: string
  /** Event time of its first and last record here, ms. */
  readonly first: number
  readonly last: number
  /** Longest pause between two of its records here, ms. */
  readonly gap?: number
  readonly shapes: readonly (readonly [shape: string, count: number])[]
}

/** Quantities that lines of one shape told within one window; see numbers/gauges.ts. */
export interface NumberObservation {
  readonly window: number
  readonly service: string
  readonly shape: string
  /** All of them; values were read from the first MOST_VALUES only. */
  readonly lines: number
  readonly values: readonly (readonly [name: string, values: readonly number[]])[]
}

/** Lines of one shape in a window that are read for their quantities. */
export const MOST_VALUES = 4

/** What each host of one service wrote within one window. */
export interface HostObservation {
  readonly window: number
  readonly service: string
  /** Name and lines. Empty: there are more than MOST_HOSTS, and nobody follows them one by one. */
  readonly hosts: readonly (readonly [host: string, lines: number])[]
}

/** Of one service. */
export const MOST_HOSTS = 1_000

export interface ObservationMessage {
  readonly v: 1
  readonly range: SourceRange
  /** Nothing older than this event time (ms) is expected from the partition any more. */
  readonly watermark: number
  /** First message of an observer that was just given the partition: what lies before may be a gap of ours. */
  readonly resumed: boolean
  readonly counts: readonly CountObservation[]
  /** The same records, coarser and finer. Left out by those who tell history. */
  readonly seconds?: readonly SecondsObservation[]
  readonly shapes: readonly ShapeNotice[]
  readonly security: readonly SecurityEvent[]
  readonly sessions: readonly SessionObservation[]
  /** Absent in messages of older observers. */
  readonly hosts?: readonly HostObservation[]
  readonly numbers?: readonly NumberObservation[]
  /** Whose part of it this is; absent: it is not in parts. See aggregate/sharding.ts. */
  readonly shard?: Shard
  /** In parts only, and in each of them the same: the windows there are lines in, in order; and where shapes were first seen. */
  readonly windows?: readonly number[]
  readonly firsts?: readonly (readonly [shape: string, window: number])[]
}

export const SAMPLE_LENGTH = 2000

/** One of so many parts of detection, each with services of its own. */
export interface Shard {
  readonly index: number
  readonly of: number
}

/** All of it. */
export const WHOLE: Shard = { index: 0, of: 1 }

/** The message, or what is wrong with it. */
export function decodeObservations(text: string): ObservationMessage | string {
  const value = versioned(text, 'an observation message')
  if (typeof value === 'string') return value
  const message = value as ObservationMessage
  const lists = [message.counts, message.seconds ?? [], message.shapes, message.security, message.sessions]
  return lists.every(Array.isArray) && typeof message.range === 'object'
    ? { ...message, watermark: message.watermark ?? Number.NEGATIVE_INFINITY }
    : 'damaged'
}

/** The windows it tells of, in order: every line is in the counts. */
export function windowsIn({ windows, counts }: ObservationMessage): readonly number[] {
  return windows ?? counts.map(({ window }) => window)
}
