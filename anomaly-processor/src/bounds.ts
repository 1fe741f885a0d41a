/**
 * Batches that keep their bounds. A write token only makes a redelivery harmless when the redelivered batch is the very
 * same range, so the end is written into the metadata of the commit before any work starts, and a batch that comes back
 * is cut or completed to that end.
 */
import { copyColumns, emptyColumns, joinColumns, sliceColumns } from '@errorsense/adapters/bus/columns.ts'
import type { BusBatch, RecordColumns, Subscription } from '@errorsense/core/ports/bus.ts'

export interface BoundedBatch {
  readonly partition: number
  readonly partitions: number
  /** Offsets [from, to). */
  readonly from: number
  readonly to: number
  readonly records: RecordColumns
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
  /** Read and not worked on; all offsets before `next` are among them, or hold nothing. */
  waiting: RecordColumns
  next: number
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
        waiting: emptyColumns(),
        next: batch.assigned.offset,
      })
    }
    const partition = known.get(batch.partition)
    if (!partition) return
    partition.partitions = batch.partitions
    partition.next = batch.next
    const { columns } = batch
    partition.waiting = joinColumns(partition.waiting, sliceColumns(columns, indexOf(columns, partition.offset)))
    if (partition.waiting.count > 0 && !ready.includes(batch.partition)) ready.push(batch.partition)
  }

  return {
    async next(batch) {
      if (batch) take(batch)
      for (let id = ready.shift(); id !== undefined; id = ready.shift()) {
        const partition = known.get(id)
        if (!partition || partition.waiting.count === 0) continue
        const end = partition.promised > partition.offset ? partition.promised : partition.next
        // A promised range that has not come whole yet waits for the rest.
        if (partition.next < end) {
          partition.waiting = copyColumns(partition.waiting)
          continue
        }
        const cut = indexOf(partition.waiting, end)
        const records = sliceColumns(partition.waiting, 0, cut)
        partition.waiting = sliceColumns(partition.waiting, cut)
        if (partition.waiting.count > 0) ready.push(id)
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

/** Of the first record at the offset or behind it. */
function indexOf({ count, offset }: RecordColumns, from: number): number {
  const index = offset.subarray(0, count).findIndex((own) => own >= from)
  return index < 0 ? count : index
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
