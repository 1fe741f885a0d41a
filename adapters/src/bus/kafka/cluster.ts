import {
  Base,
  type Broker,
  type Connection,
  ConnectionPool,
  findCoordinatorV6,
  listOffsetsV9,
} from '@platformatic/kafka'
import { unknownTopic } from '../in-process.ts'
import { clientOptions, type KafkaBusOptions } from './options.ts'

/** One topic and one group as a consumer sees the cluster: whom to ask for what. */
export interface Cluster {
  topic(): Promise<TopicLayout>
  /** For long polls of a partition's leader: what is sent behind one waits, so it has connections of its own. */
  fetchConnection(leader: number): Promise<Connection>
  coordinator(): Promise<Connection>
  /** The first and the next offset of a partition. */
  range(partition: number): Promise<{ start: number; end: number }>
  /** What was known is wrong: ask again next time. */
  forget(): void
  close(): Promise<void>
}

export interface TopicLayout {
  readonly id: string
  /** By partition: the node that leads it. */
  readonly leaders: readonly number[]
}

const GROUP = 0
const EARLIEST = -2n
const LATEST = -1n

export function cluster(options: KafkaBusOptions, topic: string, group: string): Cluster {
  const client = new Base({ ...clientOptions(options), retries: 0 })
  const fetching = new ConnectionPool(options.clientId, clientOptions(options))
  let coordinator: Broker | undefined

  async function layout(): Promise<TopicLayout> {
    const metadata = await client.metadata({ topics: [topic] })
    const known = metadata.topics.get(topic)
    if (known === undefined) throw unknownTopic(topic)
    return { id: known.id, leaders: known.partitions.map(({ leader }) => leader) }
  }

  async function broker(node: number): Promise<Broker> {
    const { brokers } = await client.metadata({ topics: [topic] })
    const found = brokers.get(node)
    if (found === undefined) throw new Error(`node ${node} is away`)
    return found
  }

  async function findCoordinator(): Promise<Broker> {
    const { brokers } = await client.metadata({ topics: [topic] })
    const connection = await client.connections.getFirstAvailable([...brokers.values()])
    const answer = await findCoordinatorV6.api.async(connection, GROUP, [group])
    const [{ host, port }] = answer.coordinators
    return { host, port }
  }

  async function offset(partition: number, timestamp: bigint): Promise<number> {
    const { leaders } = await layout()
    const connection = await client.connections.get(await broker(leaders[partition]))
    const wanted = { partitionIndex: partition, currentLeaderEpoch: -1, timestamp }
    const answer = await listOffsetsV9.api.async(connection, -1, 0, [{ name: topic, partitions: [wanted] }])
    return Number(answer.topics[0].partitions[0].offset)
  }

  return {
    topic: layout,
    fetchConnection: async (leader) => fetching.get(await broker(leader)),
    async coordinator() {
      coordinator ??= await findCoordinator()
      return client.connections.get(coordinator)
    },
    async range(partition) {
      const [start, end] = await Promise.all([offset(partition, EARLIEST), offset(partition, LATEST)])
      return { start, end }
    },
    forget() {
      coordinator = undefined
      client.clearMetadata()
    },
    async close() {
      await Promise.all([fetching.close(), client.close()])
    },
  }
}
