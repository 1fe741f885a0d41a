import { createAPI, fetchV17, type Reader } from '@platformatic/kafka'

/** What the leader of partitions answers to a fetch, its records left as they came. */
export interface FetchAnswer {
  readonly errorCode: number
  readonly partitions: readonly PartitionAnswer[]
  /** The pieces in which it came from the network: copied, and of no more use once the answer is given. */
  readonly pieces: readonly Buffer[]
}

export interface PartitionAnswer {
  readonly partition: number
  readonly errorCode: number
  /** The next offset of the partition, and that of the first transaction which is still open. */
  readonly highWatermark: number
  readonly lastStableOffset: number
  /** Only for who reads committed records. */
  readonly aborted: readonly { readonly producerId: bigint; readonly firstOffset: bigint }[]
  /** Owned by whoever takes the answer. */
  readonly records: Buffer
}

/** As `fetchV17` of the client, which makes an object of every record. */
export const fetchRequest = createAPI<Parameters<typeof fetchV17.createRequest>, FetchAnswer>(
  1,
  17,
  fetchV17.createRequest,
  (_correlation, _key, _version, reader) => {
    reader.readInt32()
    const errorCode = reader.readInt16()
    reader.readInt32()
    const topics = reader.readArray((topic) => {
      topic.readUUID()
      return topic.readArray(readPartition)
    })
    // The last one may hold the beginning of the next answer.
    return { errorCode, partitions: topics.flat(), pieces: reader.buffer.buffers.slice(0, -1) }
  },
)

function readPartition(reader: Reader): PartitionAnswer {
  const partition = reader.readInt32()
  const errorCode = reader.readInt16()
  const highWatermark = Number(reader.readInt64())
  const lastStableOffset = Number(reader.readInt64())
  reader.readInt64()
  const aborted = reader.readNullableArray((one) => ({ producerId: one.readInt64(), firstOffset: one.readInt64() }))
  reader.readInt32()
  const records = reader.readNullableBytes() ?? Buffer.alloc(0)
  return {
    partition,
    errorCode,
    highWatermark,
    lastStableOffset,
    aborted: aborted ?? [],
    records: reader.buffer.buffers.some(({ buffer }) => buffer === records.buffer) ? Buffer.from(records) : records,
  }
}
