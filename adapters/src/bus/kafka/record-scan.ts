import type { RecordColumns } from '@errorsense/core/ports/bus.ts'
import { type BatchHead, LOG_APPEND_TIME } from './record-batch.ts'
import { headersOf, noHeaders, remembering } from './record-text.ts'

/**
 * Reads the records of batches one after the other and moves their values together, in place: what lies between two
 * values is always longer than the LF that takes its place. A record is: length, attributes (one byte), timestamp and
 * offset as differences, key, value, headers; numbers are zigzag varints, and -1 is the length of a null.
 */
export interface RecordScan {
  /** Up to so many bytes, one record at least when there is one. */
  read(maxBytes: number): RecordColumns
  /** The offset behind what was read. */
  readonly next: number
  readonly done: boolean
}

/** A batch whose records lie, unpacked, at [at, end) of the buffer. */
export interface Segment {
  readonly head: BatchHead
  readonly at: number
  readonly end: number
}

/** Records that are not given, and why. */
export interface Poison {
  readonly offset: number
  /** The offset behind them. */
  readonly next: number
  readonly why: string
}

export interface ScanOptions {
  /** Records before it are passed over: a batch may begin earlier. */
  readonly from: number
  setAside(poison: Poison): void
}

/** A larger message is no log line, and would be held several times over on its way. */
export const MESSAGE_BYTES = 16 * 1024 * 1024

/** What a record costs a batch beside its contents: as in the other buses. */
const RECORD_BYTES = 64

const LF = 10

export function recordScan(bytes: Buffer, segments: readonly Segment[], { from, setAside }: ScanOptions): RecordScan {
  const keyOf = remembering((part) => part.toString())
  const headersIn = remembering(headersOf)
  let current = 0
  let { at } = segments[0]
  let next = from

  function varint(): number {
    let byte = bytes[at++]
    if (byte < 128) return (byte >>> 1) ^ -(byte & 1)
    let value = byte & 127
    for (let scale = 128; byte >= 128; scale *= 128) {
      byte = bytes[at++]
      value += (byte & 127) * scale
    }
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  function capacity(maxBytes: number): number {
    const told = segments.slice(current).reduce((sum, { head }) => sum + head.count, 0)
    return Math.max(1, Math.min(told, Math.ceil(maxBytes / RECORD_BYTES)))
  }

  function endSegment(): void {
    next = Math.max(next, segments[current].head.next)
    current++
    if (current < segments.length) ({ at } = segments[current])
  }

  function damaged({ head }: Segment): void {
    setAside({ offset: next, next: head.next, why: 'the lengths in it do not add up' })
    endSegment()
  }

  function read(maxBytes: number): RecordColumns {
    const room = capacity(maxBytes)
    const start = new Uint32Array(room)
    const end = new Uint32Array(room)
    const offset = new Float64Array(room)
    const timestamp = new Float64Array(room)
    const key: string[] = []
    const headers: Readonly<Record<string, string>>[] = []
    const origin = at
    let to = at
    let count = 0
    let cost = 0

    while (current < segments.length && count < room) {
      const segment = segments[current]
      if (at >= segment.end) {
        endSegment()
        continue
      }
      const recordAt = at
      const recordEnd = varint() + at
      at++
      const time = varint()
      const own = varint() + segment.head.firstOffset
      const keyBytes = Math.max(0, varint())
      const keyAt = at
      at += keyBytes
      const valueBytes = Math.max(0, varint())
      const valueAt = at
      at += valueBytes
      // Anything that was not a number fails here as well.
      if (!(at < recordEnd && recordEnd <= segment.end)) {
        damaged(segment)
        continue
      }
      if (valueBytes > MESSAGE_BYTES) {
        setAside({ offset: own, next: own + 1, why: `its value has ${valueBytes} bytes, ${MESSAGE_BYTES} are allowed` })
      } else if (own >= next) {
        cost += valueBytes + keyBytes + RECORD_BYTES
        if (cost > maxBytes && count > 0) {
          at = recordAt
          break
        }
        offset[count] = own
        timestamp[count] =
          (segment.head.attributes & LOG_APPEND_TIME) === 0
            ? segment.head.firstTimestamp + time
            : segment.head.maxTimestamp
        key.push(keyBytes === 0 ? '' : keyOf(bytes, keyAt, keyAt + keyBytes))
        headers.push(recordEnd - at < 2 ? noHeaders : headersIn(bytes, at, recordEnd))
        bytes.copyWithin(to, valueAt, at)
        start[count] = to - origin
        to += valueBytes
        end[count++] = to - origin
        if (valueBytes > 0 && bytes[to - 1] !== LF) bytes[to++] = LF
      }
      at = recordEnd
      next = Math.max(next, own + 1)
    }
    // A copy of their own: the rest of the answer goes to others, and this may go to another thread.
    return { count, bytes: new Uint8Array(bytes.subarray(origin, to)), start, end, offset, timestamp, key, headers }
  }

  return {
    read,
    get next() {
      return next
    },
    get done() {
      return current >= segments.length
    },
  }
}
