/**
 * The hot part of the first stage: lines in, rows and sums ready to be stored and published out. Runs in this thread or
 * in others, by one contract.
 */
import type { RawText } from '@errorsense/adapters/store/log-packer.ts'
import type { ReadTally } from '@errorsense/core/observe.ts'
import type { PackedRows } from '@errorsense/core/ports/store.ts'
import type { Chunk } from '@errorsense/core/record.ts'
import type { SourceRange } from '@errorsense/core/wire/observations.ts'
import type { EngineName } from './engine.ts'
import { rangeReader } from './range-reader.ts'

export interface ObservingOptions {
  readonly engine?: EngineName
  /** Which rows keep their text. Default: all. */
  readonly raw?: RawText
  /** How session ids look in messages; learnt when left out. */
  readonly session?: RegExp
}

/** What is told by one message, and the lines it tells of. */
export interface Part {
  readonly range: SourceRange
  readonly chunks: readonly Chunk[]
}

/** What becomes of a range. All bytes are the receiver's. */
export interface Observed {
  /** In one piece, or in as few as a store takes at once: cut between chunks, the same again for the same chunks. */
  readonly logs: readonly PackedRows[]
  readonly observations: PackedRows
  /** Of each part an ObservationMessage for every shard, as they are published. */
  readonly messages: readonly (readonly Uint8Array[])[]
  /** Header layouts that are new or changed, by source. */
  readonly layouts: ReadonlyMap<string, string>
  readonly tally: ReadTally
}

export interface Observing {
  /** How many ranges of different partitions it can read at the same time. */
  readonly width: number
  /** Header layouts of an earlier life, by source. */
  restore(layouts: ReadonlyMap<string, string>): void
  /** A partition was given to us: what was known of it is of an earlier time. Before its first range; tells so many shards. */
  begin(partition: number, shards: number): void
  /**
   * One range in parts, all of one partition; its ranges come in order. Takes the bytes of the chunks: they can not be
   * read afterwards.
   */
  read(parts: readonly Part[]): Promise<Observed>
  /** Nothing waits in the partition and wall time is `now`: what says so, to every shard. */
  idle(range: SourceRange, now: number): Promise<readonly Uint8Array[]>
  /** Rejects when it can read no more. */
  readonly failed: Promise<never>
  close(): Promise<void>
}

/** In this thread. */
export function observing(options: ObservingOptions = {}): Observing {
  const reader = rangeReader(options)
  return {
    width: 1,
    restore: reader.restore,
    begin: reader.begin,
    read: async (parts) => reader.read(parts),
    idle: async (range, now) => reader.idle(range, now),
    failed: new Promise(() => undefined),
    close: async () => undefined,
  }
}
