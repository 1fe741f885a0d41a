import { setTimeout as sleep } from 'node:timers/promises'
import { Producer } from '@platformatic/kafka'
import type { BusRecord } from '@errorsense/core/ports/bus.ts'
import { partitionOf } from '@errorsense/core/partitioner.ts'
import { writeQueue } from '../write-queue.ts'
import { translate } from './errors.ts'
import { clientOptions, type KafkaBusOptions } from './options.ts'
import { delayOf } from './retry.ts'

export interface Publisher {
  publish(topic: string, partitions: number, records: readonly BusRecord[]): Promise<void>
  close(): Promise<void>
}

interface Message {
  readonly topic: string
  readonly partition: number
  readonly key?: Buffer
  readonly value: Buffer
  readonly headers?: Map<Buffer, Buffer>
  readonly timestamp: bigint
}

/** A broker takes 1 MiB per partition and request unless told otherwise; this is before compression. */
const PARTITION_BYTES = 950_000
const REQUEST_BYTES = 8 * 1024 * 1024
/** What a record costs beside its contents, at most. */
const RECORD_BYTES = 40
/** The client writes down times of one request wrongly when they lie further apart: it counts them in 32 bits, with sign. */
const TIME_SPREAD_MS = 2 ** 30
/** A minute and more: an election of leaders takes seconds, a restart of a broker half a minute. */
const RETRIES = 120

/** Retries ask again who leads: the client itself keeps to the old leader as long as it believes its metadata. */
const METADATA_MAX_AGE_MS = 1000
/** Closing waits this long for what is on its way. */
const DRAIN_MS = 5000

/**
 * A round of requests at a time, with everything that came meanwhile: order needs nothing else. One request per
 * partition, because a request for several has one leader in the client's eyes, and fails for good when only some of
 * its partitions move to another.
 */
export function publisher(options: KafkaBusOptions): Publisher {
  let producer = open()
  let turn = 0
  const queue = writeQueue<Message>({ newBatch, write })

  function open(): Producer {
    return new Producer({
      ...clientOptions(options),
      metadataMaxAge: METADATA_MAX_AGE_MS,
      idempotent: true,
      compression: 'zstd',
      repeatOnStaleMetadata: true,
      retries: RETRIES,
      retryDelay(_client, _operation, attempt, _retries, error) {
        options.onRetry?.(translate(error, options).message, attempt)
        return delayOf(attempt)
      },
    })
  }

  async function write(messages: readonly Message[]): Promise<void> {
    const requests = [...Map.groupBy(messages, placeOf).values()]
    const results = await Promise.allSettled(requests.map((request) => producer.send({ messages: request })))
    const failure = results.find((result) => result.status === 'rejected')
    if (failure === undefined) return
    // After a failure the state of the old one is not to be trusted.
    const broken = producer
    producer = open()
    await broken.close(true).catch(() => {})
    throw translate(failure.reason, options)
  }

  function prepare(topic: string, partitions: number, record: BusRecord): Message {
    const { key, value, headers, timestamp } = record
    const chosen = key === undefined ? turn++ % partitions : partitionOf(key, partitions)
    return {
      topic,
      partition: record.partition ?? chosen,
      value: Buffer.from(value.buffer, value.byteOffset, value.byteLength),
      timestamp: BigInt(Math.trunc(timestamp ?? Date.now())),
      ...(key !== undefined && { key: Buffer.from(key) }),
      ...(headers !== undefined && { headers: headersOf(headers) }),
    }
  }

  return {
    async publish(topic, partitions, records) {
      await queue.add(records.map((record) => prepare(topic, partitions, record)))
    },
    async close() {
      await Promise.race([queue.idle(), sleep(DRAIN_MS, undefined, { ref: false })])
      await producer.close(true).catch(() => {})
    },
  }
}

function headersOf(headers: Readonly<Record<string, string>>): Map<Buffer, Buffer> {
  return new Map(Object.entries(headers).map(([name, value]) => [Buffer.from(name), Buffer.from(value)]))
}

function placeOf({ topic, partition }: Message): string {
  return `${partition}/${topic}`
}

function newBatch(): (message: Message) => boolean {
  const ofPartition = new Map<string, { bytes: number; readonly first: bigint }>()
  let total = 0
  return (message) => {
    const where = placeOf(message)
    const known = ofPartition.get(where) ?? { bytes: 0, first: message.timestamp }
    ofPartition.set(where, known)
    const size = sizeOf(message)
    known.bytes += size
    total += size
    const spread = Math.abs(Number(message.timestamp - known.first))
    return known.bytes <= PARTITION_BYTES && total <= REQUEST_BYTES && spread < TIME_SPREAD_MS
  }
}

function sizeOf({ key, value, headers = new Map<Buffer, Buffer>() }: Message): number {
  let bytes = RECORD_BYTES + value.length + (key?.length ?? 0)
  for (const [name, text] of headers) bytes += RECORD_BYTES + name.length + text.length
  return bytes
}
