import { crc32c, Reader } from '@platformatic/kafka'
import type { RecordColumns } from '@errorsense/core/ports/bus.ts'
import { emptyColumns } from '../columns.ts'
import { inflate } from './inflate.ts'
import { batchHead, type BatchHead, COMPRESSION, CONTROL, FORMAT, TRANSACTIONAL } from './record-batch.ts'
import { release } from '../release.ts'
import { recordScan, type RecordScan, type ScanOptions, type Segment } from './record-scan.ts'

/** Takes records out of a fetched answer, a bounded piece at a time. What can not be read is set aside. */
export interface RecordReader {
  /** Up to so many bytes, one record at least when there is one. */
  read(maxBytes: number): RecordColumns
  /** The offset behind what was read. */
  readonly next: number
  /** Nothing is left to read. */
  readonly done: boolean
}

export interface ReaderOptions extends ScanOptions {
  /** Transactions that were taken back, when only committed records are wanted. */
  readonly aborted?: readonly Transaction[]
}

interface Transaction {
  readonly producerId: bigint
  readonly firstOffset: bigint
}

interface OpenBatch {
  readonly head: BatchHead
  readonly records: Buffer
}

/** What a batch may unpack to: a megabyte of logs in zstd stays below. */
const UNPACKED_BYTES = 64 * 1024 * 1024

/** Owns `answer`: it is written over, and of no use afterwards. */
export function recordReader(answer: Buffer, { from, aborted = [], setAside }: ReaderOptions): RecordReader {
  const isAborted = takenBack(aborted)
  let at = 0
  let head = batchHead(answer, at)
  let next = from
  let scan: RecordScan | undefined
  /** What it reads. */
  let scanned = answer

  /** Whole batches, about so many bytes of them. */
  function load(maxBytes: number): RecordScan | undefined {
    const batches: OpenBatch[] = []
    let size = 0
    while (head !== undefined && (size === 0 || size + head.end - head.recordsFrom <= maxBytes)) {
      const records = open(head)
      if (records !== undefined) {
        batches.push({ head, records })
        size += records.length
      }
      at = head.end
      next = Math.max(next, head.next)
      head = batchHead(answer, at)
    }
    if (batches.length === 0) return undefined
    const [bytes, segments] = together(answer, batches)
    scanned = bytes
    return recordScan(bytes, segments, { from, setAside })
  }

  /** The records of a batch as they were before compression; undefined when they are not for us. */
  function open(batch: BatchHead): Buffer | undefined {
    try {
      if (batch.format !== FORMAT) throw new Error(`its format ${batch.format} is not known here: update ErrorSense`)
      if (checksum(answer.subarray(batch.checkedFrom, batch.end)) !== batch.crc)
        throw new Error('its checksum is wrong: it was damaged on the disk of the broker or on the way')
      if (isAborted(batch) || (batch.attributes & CONTROL) !== 0) return undefined
      const records = answer.subarray(batch.recordsFrom, batch.end)
      const codec = batch.attributes & COMPRESSION
      return codec === 0 ? records : inflate(codec, records, UNPACKED_BYTES)
    } catch (error) {
      setAside({ offset: Math.max(from, batch.firstOffset), next: batch.next, why: (error as Error).message })
      return undefined
    }
  }

  function endScan(): void {
    scan = undefined
    if (scanned !== answer) releaseOwn(scanned)
    if (head === undefined) releaseOwn(answer)
  }

  return {
    get next() {
      return scan?.next ?? next
    },
    get done() {
      return scan === undefined && head === undefined
    },
    read(maxBytes) {
      scan ??= load(maxBytes)
      const columns = scan?.read(maxBytes) ?? emptyColumns()
      if (scan?.done === true) endScan()
      return columns
    },
  }
}

/** By way of a reader, as the client copies a plain buffer first. */
function checksum(bytes: Buffer): number {
  return crc32c(Reader.from(bytes).buffer)
}

/** All records in one buffer: where they are, when that is the answer itself; otherwise copied together. */
function together(answer: Buffer, batches: readonly OpenBatch[]): [Buffer, Segment[]] {
  if (batches.every(({ head }) => (head.attributes & COMPRESSION) === 0))
    return [answer, batches.map(({ head }) => ({ head, at: head.recordsFrom, end: head.end }))]
  let end = 0
  const segments = batches.map(({ head, records }) => ({ head, at: end, end: (end += records.length) }))
  if (batches.length === 1) return [batches[0].records, segments]
  const joined = Buffer.concat(batches.map(({ records }) => records))
  for (const { records, head } of batches) if ((head.attributes & COMPRESSION) !== 0) releaseOwn(records)
  return [joined, segments]
}

/** Small ones share the memory of Node's pool. */
function releaseOwn(bytes: Buffer): void {
  if (bytes.buffer.byteLength > Buffer.poolSize) release(bytes)
}

/** Follows the marks in the log, batch by batch: says whether the transaction of one was taken back. */
function takenBack(aborted: readonly Transaction[]): (batch: BatchHead) => boolean {
  const waiting = aborted.toSorted((a, b) => Number(a.firstOffset - b.firstOffset))
  const producers = new Set<bigint>()
  return ({ attributes, producerId, next }) => {
    while (waiting.length > 0 && waiting[0].firstOffset < next) producers.add(waiting.shift()!.producerId)
    // A mark ends the transaction of its producer, whichever way.
    if ((attributes & CONTROL) !== 0) return producers.delete(producerId)
    return (attributes & TRANSACTIONAL) !== 0 && producers.has(producerId)
  }
}
