import { type Connection, consumerGroupDescribeV0, offsetFetchV9 } from '@platformatic/kafka'
import type { GroupPartition } from '@errorsense/core/ports/bus.ts'
import type { Commit } from '../log.ts'
import { cluster as connect } from './cluster.ts'
import { answers } from './errors.ts'
import type { KafkaBusOptions } from './options.ts'

/** A group as its coordinator sees it, for who is not in it. */
export async function describeGroup(options: KafkaBusOptions, topic: string, group: string): Promise<GroupPartition[]> {
  const cluster = connect(options, topic, group)
  try {
    const { leaders } = await cluster.topic()
    const coordinator = await cluster.coordinator()
    const partitions = leaders.map((_, partition) => partition)
    const [owned, commits] = await Promise.all([
      ownedBy(coordinator, group, topic),
      commitsOf(coordinator, group, topic, partitions),
    ])
    return partitions.map((partition) => ({
      owned: owned.has(partition),
      metadata: commits.get(partition)?.metadata ?? '',
    }))
  } finally {
    await cluster.close()
  }
}

/** By partition; those of which nothing was committed are left out. */
export async function commitsOf(
  coordinator: Connection,
  groupId: string,
  topic: string,
  partitions: number[],
): Promise<Map<number, Commit>> {
  const wanted = { groupId, memberId: null, memberEpoch: -1, topics: [{ name: topic, partitionIndexes: partitions }] }
  const answer = await offsetFetchV9.api.async(coordinator, [wanted], true)
  const known = answer.groups[0].topics[0].partitions.filter(({ committedOffset }) => committedOffset >= 0n)
  return new Map(
    known.map(({ partitionIndex, committedOffset, metadata }) => [
      partitionIndex,
      { offset: Number(committedOffset), metadata: metadata ?? '' },
    ]),
  )
}

/** By what the coordinator wants: what it has decided reaches members with their next heartbeats. */
async function ownedBy(coordinator: Connection, group: string, topic: string): Promise<Set<number>> {
  try {
    const { groups } = await consumerGroupDescribeV0.api.async(coordinator, [group], false)
    const targets = groups.flatMap(({ members }) => members.map(({ targetAssignment }) => targetAssignment))
    const ours = targets.flatMap(({ topicPartitions }) =>
      topicPartitions.filter(({ topicName }) => topicName === topic),
    )
    return new Set(ours.flatMap(({ partitions }) => partitions))
  } catch (error) {
    // Nobody ever was in it.
    if (answers(error).includes('GROUP_ID_NOT_FOUND')) return new Set()
    throw error
  }
}
