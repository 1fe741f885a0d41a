/**
 * A range in parts, each of which becomes one message. Rows are written by whole ranges, as an insert costs the same
 * whatever is in it; a message has to stay below what a bus takes, and is read on the loop that serves others. The same
 * range gives the same parts.
 */
import type { RecordColumns } from '@errorsense/core/ports/bus.ts'
import type { BoundedBatch } from './bounds.ts'

/** Of lines; what is told of them is usually less. */
const PART_BYTES = 512 * 1024

export function partsOf(range: BoundedBatch, maxBytes = PART_BYTES): BoundedBatch[] {
  const { records } = range
  const begins = beginsOf(records, maxBytes)
  return begins.map((begin, i) => {
    const isLast = i + 1 === begins.length
    const end = isLast ? records.count : begins[i + 1]
    return {
      ...range,
      from: begin === 0 ? range.from : records.offset[begin],
      to: isLast ? range.to : records.offset[end],
      records: part(records, begin, end),
    }
  })
}

/** Index of the first record of each part. */
function beginsOf({ count, start, end }: RecordColumns, maxBytes: number): number[] {
  const begins = [0]
  let bytes = 0
  for (let i = 0; i < count; i++) {
    const size = end[i] - start[i]
    if (bytes > 0 && bytes + size > maxBytes) {
      begins.push(i)
      bytes = 0
    }
    bytes += size
  }
  return begins
}

/** Of the same bytes. */
function part(records: RecordColumns, from: number, to: number): RecordColumns {
  const { bytes, start, end, offset, timestamp, key, headers } = records
  return {
    count: to - from,
    bytes,
    start: start.subarray(from, to),
    end: end.subarray(from, to),
    offset: offset.subarray(from, to),
    timestamp: timestamp.subarray(from, to),
    key: key.slice(from, to),
    headers: headers.slice(from, to),
  }
}
