import type { BusBatch } from '@errorsense/core/ports/bus.ts'

/** How far one consumer has read one partition. */
export interface Position {
  next: number
  /** Present until the first batch has told it. */
  assigned: BusBatch['assigned']
  /** When an empty batch is due, ms of the monotonic clock. */
  idleAt: number
}

export interface Member {
  /** Partitions it owns now, the least recently served first. */
  readonly owned: Map<number, Position>
  /** Reading starts here when the partition is given to it. */
  start(partition: number): Position
  wake(): void
}

/**
 * Consumers of one group on one topic. They share the partitions evenly; whoever holds some keeps as many of them as
 * its share allows, so that a join or a leave moves little.
 */
export interface Group {
  join(member: Member): void
  leave(member: Member): void
  /** Whether there is anybody: then every partition is somebody's. */
  hasMembers(): boolean
}

export function group(partitions: number): Group {
  const members = new Set<Member>()

  function share(index: number): number {
    return Math.floor(partitions / members.size) + (index < partitions % members.size ? 1 : 0)
  }

  function rebalance(): void {
    const free = new Set(Array.from({ length: partitions }, (_, partition) => partition))
    for (const [index, member] of [...members].entries()) {
      for (const partition of [...member.owned.keys()].slice(share(index))) member.owned.delete(partition)
      for (const partition of member.owned.keys()) free.delete(partition)
    }
    const given = free.values()
    for (const [index, member] of [...members].entries()) {
      while (member.owned.size < share(index)) {
        const partition = given.next().value!
        member.owned.set(partition, member.start(partition))
      }
      member.wake()
    }
  }

  return {
    join(member) {
      members.add(member)
      rebalance()
    },
    leave(member) {
      members.delete(member)
      member.owned.clear()
      rebalance()
    },
    hasMembers: () => members.size > 0,
  }
}
