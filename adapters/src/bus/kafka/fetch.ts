import { ProtocolError } from '@platformatic/kafka'
import type { Cluster } from './cluster.ts'
import { fetchRequest, type PartitionAnswer } from './fetch-request.ts'
import type { Isolation } from './options.ts'
import { release } from '../release.ts'

export const OFFSET_OUT_OF_RANGE = 1
/** The broker itself can not read what is there. */
export const CORRUPT_MESSAGE = 2

export interface Poll {
  readonly leader: number
  /** By partition: the offset to read from. In the order in which they may fill the answer. */
  readonly offsets: ReadonlyMap<number, number>
  readonly maxBytes: number
  /** The leader answers after this long, ms, when there is nothing. */
  readonly waitMs: number
  readonly isolation: Isolation
}

/** Neither id nor epoch: the broker keeps no state about our polls. */
const NO_SESSION = [0, -1] as const

/** What one poll of a leader told about each partition. */
export async function fetch(cluster: Cluster, poll: Poll): Promise<readonly PartitionAnswer[]> {
  const { leader, offsets, maxBytes, waitMs, isolation } = poll
  const { id } = await cluster.topic()
  const connection = await cluster.fetchConnection(leader)
  const partitions = [...offsets].map(([partition, offset]) => ({
    partition,
    currentLeaderEpoch: -1,
    fetchOffset: BigInt(offset),
    lastFetchedEpoch: -1,
    partitionMaxBytes: maxBytes,
  }))
  const level = isolation === 'read_committed' ? 1 : 0
  const topics = [{ topicId: id, partitions }]
  const answer = await fetchRequest.async(connection, waitMs, 1, maxBytes, level, ...NO_SESSION, topics, [], '')
  for (const piece of answer.pieces) release(piece)
  if (answer.errorCode !== 0) throw new ProtocolError(answer.errorCode)
  return answer.partitions
}
