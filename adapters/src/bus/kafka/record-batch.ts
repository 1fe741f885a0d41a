/**
 * The head of a batch of records as it lies in a fetched answer (Kafka's format 2, used since 0.11):
 * firstOffset 8, length 4, leaderEpoch 4, format 1, crc 4, attributes 2, lastOffsetDelta 4, firstTimestamp 8,
 * maxTimestamp 8, producerId 8, producerEpoch 2, firstSequence 4, count 4, then the records, compressed or not.
 */
export interface BatchHead {
  readonly firstOffset: number
  /** The offset behind the batch; what it says of itself is only as good as its checksum. */
  readonly next: number
  readonly format: number
  /** Of everything from the attributes on. */
  readonly crc: number
  readonly attributes: number
  readonly firstTimestamp: number
  readonly maxTimestamp: number
  readonly producerId: bigint
  /** How many records it says it has. */
  readonly count: number
  /** Positions in the buffer: what the checksum covers, the records, and the batch end here. */
  readonly checkedFrom: number
  readonly recordsFrom: number
  readonly end: number
}

export const FORMAT = 2

/** Attributes. */
export const COMPRESSION = 7
export const LOG_APPEND_TIME = 8
export const TRANSACTIONAL = 16
export const CONTROL = 32

const LENGTH_AT = 8
/** First offset and length, which the length does not count. */
const PREFIX = 12
const FORMAT_AT = 16
const CRC_AT = 17
const CHECKED_AT = 21
const RECORDS_AT = 61
/** More records than this are in no batch: the number is damaged. */
const MOST_RECORDS = 1 << 24

/** Undefined when the batch is not whole: an answer is cut off where its bytes are used up. */
export function batchHead(bytes: Buffer, at: number): BatchHead | undefined {
  if (at + PREFIX > bytes.length) return undefined
  const end = at + PREFIX + bytes.readInt32BE(at + LENGTH_AT)
  if (end > bytes.length || end < at + RECORDS_AT) return undefined
  const firstOffset = Number(bytes.readBigInt64BE(at))
  const lastOffsetDelta = bytes.readInt32BE(at + 23)
  const believable = lastOffsetDelta >= 0 && lastOffsetDelta < MOST_RECORDS
  return {
    firstOffset,
    next: firstOffset + 1 + (believable ? lastOffsetDelta : 0),
    format: bytes[at + FORMAT_AT],
    crc: bytes.readUInt32BE(at + CRC_AT),
    attributes: bytes.readInt16BE(at + CHECKED_AT),
    firstTimestamp: Number(bytes.readBigInt64BE(at + 27)),
    maxTimestamp: Number(bytes.readBigInt64BE(at + 35)),
    producerId: bytes.readBigInt64BE(at + 43),
    count: bytes.readInt32BE(at + 57),
    checkedFrom: at + CHECKED_AT,
    recordsFrom: at + RECORDS_AT,
    end,
  }
}
