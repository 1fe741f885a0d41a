import type { ReceivedRecord } from '@errorsense/core/ports/bus.ts'

/**
 * Where an in-process bus keeps its records and commits. Reading is synchronous: the bus asks for one bounded batch at
 * a time. Topics and partitions are checked before they come here.
 */
export interface Log {
  createTopic(topic: string, partitions: number, retentionMs: number | undefined): void
  /** 0 when there is no such topic. */
  partitions(topic: string): number
  /** Resolves once durable; only then do `range` and `read` know the records. Calls keep their order. */
  append(topic: string, records: readonly LogRecord[]): Promise<void>
  /** Offsets [start, end) that are kept. */
  range(topic: string, partition: number): { readonly start: number; readonly end: number }
  /** Consecutive records from `from` on, at least one when there is one, up to `maxBytes`. */
  read(topic: string, partition: number, from: number, maxBytes: number): ReceivedRecord[]
  /** Resolves once durable. */
  commit(group: string, topic: string, partition: number, commit: Commit): Promise<void>
  committed(group: string, topic: string, partition: number): Commit | undefined
  /** Finishes what was begun. */
  close(): Promise<void>
}

export interface LogRecord extends Omit<ReceivedRecord, 'offset'> {
  readonly partition: number
}

export interface Commit {
  readonly offset: number
  readonly metadata: string
}

/** What a record costs a batch: its value, and a little for what goes with it. */
export function sizeOf(record: Pick<ReceivedRecord, 'value' | 'key'>): number {
  return record.value.length + record.key.length + 64
}
