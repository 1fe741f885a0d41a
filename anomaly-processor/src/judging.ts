/** What detector and correlator do alike: both read messages of ours, and go on from a position kept beside the offset. */
import type { Logger } from '@errorsense/adapters/runtime/logger.ts'
import { text } from '@errorsense/adapters/runtime/text.ts'
import type { DetectorOptions } from '@errorsense/core/detectors/index.ts'
import { AHEAD_MS } from '@errorsense/core/observe.ts'
import type { Bus, ReceivedRecord } from '@errorsense/core/ports/bus.ts'
import type { Clock } from '@errorsense/core/ports/clock.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import type { Reach } from '@errorsense/core/wire/findings.ts'
import type { ProcessorMetrics } from './metrics.ts'

export interface JudgingOptions {
  readonly bus: Bus
  readonly store: Store
  readonly group: string
  readonly logger: Logger
  readonly clock?: Clock
  readonly metrics?: ProcessorMetrics
  /** Settings of the detectors. */
  readonly detecting?: DetectorOptions
}

/** Gives a function that reads the message in a record. One that nobody can read is set aside, and the rest goes on. */
export function messages<Message extends object>(
  topic: string,
  decode: (written: string) => Message | string,
  { logger, metrics }: { readonly logger: Logger; readonly metrics: ProcessorMetrics },
): (record: ReceivedRecord) => Message | undefined {
  return ({ value, offset }) => {
    const decoded = decode(text.utf8(value, 0, value.length))
    if (typeof decoded !== 'string') return decoded
    metrics.setAside()
    logger.error(`${topic} offset ${offset} set aside: ${decoded}`)
    return undefined
  }
}

/** Kept beside the offset; where nothing is glanced at, what is closed counts for both. */
export function writtenPosition(closed: number | undefined, glanced?: number): string {
  return JSON.stringify({ position: closed, glanced })
}

/** The position of a shard of which nothing is judged before its history is read. */
export function writtenRebuilding(closed: number): string {
  return JSON.stringify({ position: closed, rebuilding: true })
}

export function isRebuilding(metadata: string): boolean {
  return (valuesOf(metadata) as { rebuilding?: unknown }).rebuilding === true
}

/** What `writtenPosition` gave. One in the future was made by a broken clock: better to begin anew than to wait for it. */
export function positionOf(metadata: string, now: number): Reach | undefined {
  const { position, glanced } = valuesOf(metadata) as { position?: unknown; glanced?: unknown }
  if (typeof position !== 'number' || position > now + AHEAD_MS) return undefined
  return { closed: position, glanced: typeof glanced === 'number' ? glanced : position }
}

function valuesOf(metadata: string): object {
  try {
    const values: unknown = JSON.parse(metadata || '{}')
    return typeof values === 'object' && values !== null ? values : {}
  } catch {
    return {}
  }
}
