/**
 * Batches that keep their bounds. A write token only makes a redelivery harmless when the redelivered batch is the very
 * same range, so the end is written into the metadata of the commit before any work starts, and a batch that comes back
 * is cut or completed to that end.
 */
import type { BusBatch, ReceivedRecord, Subscription } from '@errorsense/core/ports/bus.ts'

export interface BoundedBatch {
  readonly partition: number
  readonly partitions: number
  /** Offsets [from, to). */
  readonly from: number
  readonly to: number
  readonly records: readonly ReceivedRecord[]
}

export interface Bounds {
  /** The next range that is ready to be worked on; call again with no batch until it gives undefined. */
  next(batch?: BusBatch): Promise<BoundedBatch | undefined>
  /** The range was written everywhere. */
  done(batch: BoundedBatch): Promise<void>
  /** The partition belongs to somebody else now. */
  forget(partition: number): void
}

interface Partition {
  /** Where reading stands and where it was promised to stop; `promised` is 0 when nothing was promised. */
  offset: number
  promised: number
  partitions: number
  waiting: ReceivedRecord[]
}

export function bounds(subscription: Pick<Subscription, 'commit'>): Bounds {
  const known = new Map<number, Partition>()
  const ready: number[] = []

  function take(batch: BusBatch): void {
    if (batch.assigned) {
      known.set(batch.partition, {
        offset: batch.assigned.offset,
        promised: promisedEnd(batch.assigned.metadata),
        partitions: 0,
        waiting: [],
      })
    }
    const partition = known.get(batch.partition)
    if (!partition) return
    partition.partitions = batch.partitions
    for (const record of batch.records) if (record.offset >= partition.offset) partition.waiting.push(record)
    if (partition.waiting.length > 0 && !ready.includes(batch.partition)) ready.push(batch.partition)
  }

  return {
    async next(batch) {
      if (batch) take(batch)
      for (let id = ready.shift(); id !== undefined; id = ready.shift()) {
        const partition = known.get(id)
        const last = partition?.waiting.at(-1)
        if (!partition || !last) continue
        const end = partition.promised > partition.offset ? partition.promised : last.offset + 1
        // A promised range that has not come whole yet waits for the rest.
        if (last.offset + 1 < end) continue
        const cut = partition.waiting.findIndex(({ offset }) => offset >= end)
        const records = cut < 0 ? partition.waiting : partition.waiting.slice(0, cut)
        partition.waiting = cut < 0 ? [] : partition.waiting.slice(cut)
        if (partition.waiting.length > 0) ready.push(id)
        const bounded = { partition: id, partitions: partition.partitions, from: partition.offset, to: end, records }
        if (partition.promised !== end) await subscription.commit(id, partition.offset, JSON.stringify({ end }))
        partition.promised = end
        return bounded
      }
      return undefined
    },
    async done({ partition: id, to }) {
      const partition = known.get(id)
      if (!partition) return
      partition.offset = to
      await subscription.commit(id, to)
    },
    forget(partition) {
      known.delete(partition)
    },
  }
}

function promisedEnd(metadata: string): number {
  if (metadata === '') return 0
  try {
    const { end } = JSON.parse(metadata) as { end?: unknown }
    return typeof end === 'number' ? end : 0
  } catch {
    // Metadata of somebody else: no promise of ours.
    return 0
  }
}
