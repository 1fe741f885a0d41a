import { fetchV17 } from '@platformatic/kafka'
import type { ReceivedRecord } from '@errorsense/core/ports/bus.ts'
import type { Cluster } from './cluster.ts'
import { flatten } from './errors.ts'
import { decode, endOf } from './records.ts'

type FetchResponse = fetchV17.FetchResponse

/** What one poll of a leader told about one partition. */
export interface Fetched {
  readonly partition: number
  readonly records: ReceivedRecord[]
  /** Where to go on reading after these records. */
  readonly next: number
  /** The next offset of the partition, as far as consumers may see. */
  readonly end: number
  /** 0 = fine, otherwise the broker's error code. */
  readonly errorCode: number
}

export const OFFSET_OUT_OF_RANGE = 1

export interface Poll {
  readonly leader: number
  /** By partition: the offset to read from. In the order in which they may fill the answer. */
  readonly offsets: ReadonlyMap<number, number>
  readonly maxBytes: number
  /** The leader answers after this long, ms, when there is nothing. */
  readonly waitMs: number
}

const READ_UNCOMMITTED = 0
/** Neither id nor epoch: the broker keeps no state about our polls. */
const NO_SESSION = [0, -1] as const

export async function fetch(cluster: Cluster, { leader, offsets, maxBytes, waitMs }: Poll): Promise<Fetched[]> {
  const { id } = await cluster.topic()
  const connection = await cluster.fetchConnection(leader)
  const partitions = [...offsets].map(([partition, offset]) => ({
    partition,
    currentLeaderEpoch: -1,
    fetchOffset: BigInt(offset),
    lastFetchedEpoch: -1,
    partitionMaxBytes: maxBytes,
  }))
  const [session, epoch] = NO_SESSION
  const response = await fetchV17.api
    .async(connection, waitMs, 1, maxBytes, READ_UNCOMMITTED, session, epoch, [{ topicId: id, partitions }], [], '')
    .catch(partlyAnswered)
  return response.responses.flatMap((topic) => topic.partitions).map((answer) => fetched(answer, offsets))
}

/** The client rejects when any partition has an error; the answer with all others hangs at the error. */
function partlyAnswered(error: unknown): FetchResponse {
  for (const part of flatten(error)) if ('response' in part) return part.response as FetchResponse
  throw error
}

function fetched(
  answer: FetchResponse['responses'][number]['partitions'][number],
  offsets: ReadonlyMap<number, number>,
): Fetched {
  const from = offsets.get(answer.partitionIndex) ?? 0
  const batches = answer.records ?? []
  return {
    partition: answer.partitionIndex,
    records: decode(batches, from),
    next: endOf(batches, from),
    end: Number(answer.highWatermark),
    errorCode: answer.errorCode,
  }
}
