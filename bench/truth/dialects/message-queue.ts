import type { Dialect } from '../dialect.ts'
import { clock, day, level, millis } from '../headers.ts'

/** A broker: topics, groups and partitions, class names, nested brackets, lists of replicas. */
export const messageQueue: Dialect = {
  name: 'message queue',
  header: ({ at, component, random }) =>
    `[${day(at)} ${clock(at)},${millis(at)}] ${level(random)} [${component} id=${1 + random.int(3)}${random.int(3) === 0 ? `, topic=${random.of(['orders', 'mails', 'stock'])}` : ''}] `,
  lists: {
    topic: 'orders orders.paid mails stock users.deleted audit payments.retry',
    group: 'billing mailer search-indexer report~builder fraud-check',
    state: 'Empty Stable Dead PreparingRebalance CompletingRebalance',
    reason: 'member_left new_member_joined heartbeat_expired metadata_changed leader_rejoined',
    listener: 'PLAINTEXT SSL SASL~SSL INTERNAL',
    error: 'NOT~LEADER UNKNOWN~TOPIC OFFSET~OUT~OF~RANGE REQUEST~TIMED~OUT',
  },
  statements: `
Broker :: starting
Broker :: started
Broker :: shutting down
Broker :: shut down completed
Broker :: Creating new log for partition {topic}-{small} in {folder} with properties [retention.ms={n}]
Broker :: Deleted log {path} because of retention by size
Broker :: Deleted log {path} because of retention by time
Broker :: Rolled new log segment at offset {n} in {small} ms.
Broker :: Loading producer state till offset {n} with message format version {small}
Broker :: Recovering unflushed segment {n} of partition {topic}-{small}
Broker :: Awaiting socket connections on {host}:{port} for listener {listener}
Partition :: {topic}-{small} starts at leader epoch {small} from offset {n} with high watermark {n}. Previous leader epoch was {int}.
Partition :: Shrinking ISR from {numbers} to {numbers}. Leader: (highWatermark: {n}, endOffset: {n}). Out of sync replicas: (brokerId: {small}, endOffset: {n}).
Partition :: Expanding ISR from {numbers} to {numbers}
Partition :: ISR updated to [{numbers}] and version updated to [{n}]
Coordinator :: Preparing to rebalance group {group} in state {state} with old generation {n} (reason: {reason})
Coordinator :: Stabilized group {group} generation {n} with {small} members
Coordinator :: Assignment received from leader {uuid} for group {group} for generation {n}. The group has {small} members
Coordinator :: Member {uuid} in group {group} has failed, removing it from the group
Coordinator :: Member {uuid} has left group {group} through explicit request
Coordinator :: Group {group} with generation {n} is now empty
Coordinator :: Removed {n} expired offsets in {n} milliseconds.
Coordinator :: Loading group metadata for {group} with generation {n}
Controller :: Processing automatic preferred replica leader election
Controller :: Newly added brokers: {numbers}, deleted brokers: , bounced brokers: , all live brokers: {numbers}
Controller :: Partition {topic}-{small} changed state from OnlinePartition to OfflinePartition
Controller :: Partition {topic}-{small} changed state from NewPartition to OnlinePartition
Controller :: Topic {topic} with partitions {pair} scheduled for deletion
Fetcher :: Node {small} was unable to process the fetch request with (sessionId={n}, epoch={n}): {error}.
Fetcher :: Error sending fetch request (sessionId={n}, epoch={n}) to node {small}: {class}
Fetcher :: Resetting offset for partition {topic}-{small} to position FetchPosition(offset={n}, leader={target})
Fetcher :: Truncating to offset {n}
Processor :: Failed authentication with {host}/{ip} ({listener} handshake failed)
Processor :: Closing socket connection from {ip} due to {error}
Processor :: Connection to node {int} ({host}/{address}) could not be established. Broker may not be available.
Quota :: Set quota of client {group} to {float}
Quota :: Throttling client {group} for {n} ms`,
}
