import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '@errorsense/core/ports/clock.ts'
import type { LineSink, ReceivedLines } from '@errorsense/core/ports/log-source.ts'
import { APP_LOG_BYTES, type AppLogRecord } from '@errorsense/core/wire/app-logs.ts'
import { packRecords, type Parcel } from './pack-records.ts'

/** Counted since the start. */
export interface CollectorCounts {
  /** Bytes and records that are durable on the bus. */
  bytes: number
  records: number
  /** Lines that were too long and lost their end. */
  truncated: number
  /** Hand-overs that the bus did not take; their sources bring them again. */
  refused: number
}

export interface CollectorOptions {
  readonly publish: (records: readonly AppLogRecord[]) => Promise<void>
  readonly clock?: Clock
  /** How long lines wait for company while nothing is under way, ms. */
  readonly lingerMs?: number
}

interface Delivery extends Parcel {
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * Gathers what arrives while the last publish is under way and publishes it in one go: small under little load, large
 * under much, and in order because there is one publish at a time. How much can wait is up to the sources, each of
 * which brings more only when its last lines are safe.
 */
export function createCollector({ publish, clock = Date.now, lingerMs = 10 }: CollectorOptions) {
  const counts: CollectorCounts = { bytes: 0, records: 0, truncated: 0, refused: 0 }
  let waiting: Delivery[] = []
  let waitingBytes = 0
  let working = false
  let enough = new AbortController()

  const take: LineSink = (lines: ReceivedLines) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    waiting.push({ ...lines, receivedAt: clock(), resolve, reject })
    waitingBytes += lines.bytes.length
    if (waitingBytes >= APP_LOG_BYTES) enough.abort()
    if (!working) void publishAll()
    return promise
  }

  async function publishAll(): Promise<void> {
    working = true
    await sleep(lingerMs, undefined, { signal: enough.signal }).catch(() => {})
    while (waiting.length > 0) {
      const deliveries = waiting
      waiting = []
      waitingBytes = 0
      await publishOne(deliveries)
    }
    enough = new AbortController()
    working = false
  }

  async function publishOne(deliveries: readonly Delivery[]): Promise<void> {
    const records = packRecords(deliveries)
    try {
      await publish(records)
    } catch (error) {
      counts.refused += deliveries.length
      for (const { reject } of deliveries) reject(error)
      return
    }
    counts.records += records.length
    for (const { value } of records) counts.bytes += value.length
    for (const { truncated, resolve } of deliveries) {
      counts.truncated += truncated
      resolve()
    }
  }

  return { take, counts: counts as Readonly<CollectorCounts> }
}
