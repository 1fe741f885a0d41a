import type { BusBatch, ReceivedRecord, RecordColumns } from '@errorsense/core/ports/bus.ts'
import { release } from './release.ts'

/** The two forms of the records of a batch, each made of the other when it is first asked for. */

const LF = 10

type Head = Omit<BusBatch, 'records' | 'columns'>

export function batchOfRecords(head: Head, records: readonly ReceivedRecord[]): BusBatch {
  let columns: RecordColumns | undefined
  return {
    ...head,
    records,
    get columns() {
      return (columns ??= columnsOf(records))
    },
  }
}

export interface LentBatch {
  readonly batch: BusBatch
  /** Gives the memory back, unless somebody has asked for the records, who may keep them. */
  takeBack(): void
}

export function lendColumns(head: Head, columns: RecordColumns): LentBatch {
  let records: readonly ReceivedRecord[] | undefined
  const batch = {
    ...head,
    columns,
    get records() {
      return (records ??= recordsOf(columns))
    },
  }
  return {
    batch,
    takeBack() {
      if (records !== undefined) return
      const { bytes, start, end, offset, timestamp } = columns
      for (const column of [bytes, start, end, offset, timestamp]) release(column)
    },
  }
}

export function recordsOf({
  count,
  bytes,
  start,
  end,
  offset,
  timestamp,
  key,
  headers,
}: RecordColumns): ReceivedRecord[] {
  return Array.from({ length: count }, (_, i) => ({
    offset: offset[i],
    timestamp: timestamp[i],
    key: key[i],
    headers: headers[i],
    value: bytes.subarray(start[i], end[i]),
  }))
}

export function columnsOf(records: readonly ReceivedRecord[]): RecordColumns {
  const count = records.length
  const bytes = new Uint8Array(records.reduce((sum, { value }) => sum + value.length + 1, 0))
  const start = new Uint32Array(count)
  const end = new Uint32Array(count)
  let at = 0
  for (const [i, { value }] of records.entries()) {
    start[i] = at
    bytes.set(value, at)
    end[i] = at += value.length
    if (value.length > 0 && bytes[at - 1] !== LF) bytes[at++] = LF
  }
  return {
    count,
    bytes: bytes.subarray(0, at),
    start,
    end,
    offset: Float64Array.from(records, (record) => record.offset),
    timestamp: Float64Array.from(records, (record) => record.timestamp),
    key: records.map(({ key }) => key),
    headers: records.map(({ headers }) => headers),
  }
}

export function emptyColumns(): RecordColumns {
  return columnsOf([])
}

/** A copy, to be kept longer than the batch. */
export function copyColumns(columns: RecordColumns): RecordColumns {
  return columnsOf(recordsOf(columns))
}

/** Records [from, to); a copy unless these are all. */
export function sliceColumns(columns: RecordColumns, from: number, to = columns.count): RecordColumns {
  if (from === 0 && to === columns.count) return columns
  return columnsOf(recordsOf(columns).slice(from, to))
}

export function joinColumns(first: RecordColumns, second: RecordColumns): RecordColumns {
  if (first.count === 0) return second
  if (second.count === 0) return first
  return columnsOf([...recordsOf(first), ...recordsOf(second)])
}
