/**
 * Topics with partitions, offsets and consumer groups: what Kafka gives, no more. Served by Kafka, by one local file
 * and by memory, all under `contracts/bus.ts`.
 */
export interface BusRecord {
  readonly value: Uint8Array
  /** Records of one key keep their order and their partition. */
  readonly key?: string
  /** Where it belongs, whatever the key; chosen by the bus when left out. */
  readonly partition?: number
  readonly headers?: Readonly<Record<string, string>>
  /** ms since epoch; set by the bus when left out. */
  readonly timestamp?: number
}

export interface ReceivedRecord {
  readonly offset: number
  readonly value: Uint8Array
  readonly key: string
  readonly headers: Readonly<Record<string, string>>
  readonly timestamp: number
}

/**
 * The same records for whoever reads many: nothing is made for each of them. Valid until the next batch is asked for, so
 * that the buffers need no collector; until then they may be transferred to another thread.
 */
export interface RecordColumns {
  readonly count: number
  /** The values in order, each ended by a LF unless it has one or is empty: lines, one after the other. */
  readonly bytes: Uint8Array
  /** The value of record i is bytes[start[i], end[i]), without a LF that was put there. */
  readonly start: Uint32Array
  readonly end: Uint32Array
  readonly offset: Float64Array
  readonly timestamp: Float64Array
  readonly key: readonly string[]
  /** Neighbours with the same headers share one object. */
  readonly headers: readonly Readonly<Record<string, string>>[]
}

/** Consecutive records of one partition, in offset order. An empty one says: nothing new for the moment (idle). */
export interface BusBatch {
  readonly topic: string
  readonly partition: number
  /** How many partitions the topic has now. */
  readonly partitions: number
  /** Of the two forms of the records the bus has one; the other is made when it is first asked for. These may be kept. */
  readonly records: readonly ReceivedRecord[]
  readonly columns: RecordColumns
  /** Where reading goes on. Offsets below it without a record had none for us: deleted, set aside, or marks. */
  readonly next: number
  /** Records waiting behind this batch, as far as known; 0 = caught up. */
  readonly lag: number
  /**
   * When the bus was asked, ms of `performance.now()`: what it did not have by then may have come since, also if nothing
   * is said to wait. Whoever was frozen, or was busy with something else, is handed an answer of before.
   */
  readonly askedAt: number
  /**
   * Set on the first batch after this consumer was given the partition, also when it is empty: reading starts at
   * `offset`, the last committed one (or the earliest kept), with the metadata committed beside it.
   */
  readonly assigned?: { readonly offset: number; readonly metadata: string }
}

export interface Subscription extends AsyncIterable<BusBatch> {
  /**
   * The group will start again at `offset` (the next to read). At least once: what was read and not committed comes
   * again, to whoever owns the partition then. Resolves once durable; rejects with code `revoked` when the
   * partition was taken away, also if it was given back: until the batch that says so was handed out.
   */
  commit(partition: number, offset: number, metadata?: string): Promise<void>
  /** Leaves the group; the iteration ends. Commits nothing. */
  close(): Promise<void>
}

export interface SubscribeOptions {
  /** Consumers of one group share the partitions; each partition has one owner at a time. */
  readonly group: string
  /** Where a group without commit starts. */
  readonly from: 'earliest' | 'latest'
  /** Upper bound of a batch; a single larger record still comes, alone. Default 1 MiB. */
  readonly maxBytes?: number
  /** An idle partition yields an empty batch after this long, ms. Default 1000. */
  readonly idleMs?: number
}

/** What a group has of one partition. */
export interface GroupPartition {
  /** Whether a consumer has it, or is about to; of one that died, until the bus has noticed. */
  readonly owned: boolean
  /** What was committed beside the offset last; empty where nothing was. */
  readonly metadata: string
}

export interface Bus {
  /** Makes the topic when it is missing; keeps it as it is when it exists, also with other partitions. */
  createTopic(topic: string, options: { partitions: number; retentionMs?: number }): Promise<void>
  /** How many partitions the topic has. */
  partitions(topic: string): Promise<number>
  /** Resolves once every record is durable; on rejection any part may have been written. */
  publish(topic: string, records: readonly BusRecord[]): Promise<void>
  /** Batches come one at a time, and at most one answer is fetched ahead, so a slow consumer holds little. */
  subscribe(topic: string, options: SubscribeOptions): Promise<Subscription>
  /** By partition: how many offsets a group has still to commit; all that are kept where it has committed none. */
  lag(topic: string, group: string): Promise<readonly number[]>
  /** By partition: what a group has of it, for who is not in it. */
  describe(topic: string, group: string): Promise<readonly GroupPartition[]>
  close(): Promise<void>
}
