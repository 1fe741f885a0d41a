/** Bus records to chunks: the lines of one source together, in order, whoever sent them. */
import type { ReceivedRecord } from '@errorsense/core/ports/bus.ts'
import type { Chunk } from '@errorsense/core/record.ts'

const NEWLINE = 10
/** A chunk stays below this unless one record alone is larger. */
const MAX_BYTES = 512 * 1024

/** Sources told apart in one range; a producer that makes up more is one source, or each line would be an insert. */
const MAX_SOURCES = 64

/**
 * Records of foreign producers carry no headers: their partition is their source. A key is none, it may be an order.
 * Nothing was received after `now`, ms, whatever a producer's clock says.
 */
export function chunksOf(records: readonly ReceivedRecord[], partition: string, now: number): Chunk[] {
  const bySource = Map.groupBy(records, ({ headers }) => headers['source'] ?? partition)
  const groups = bySource.size > MAX_SOURCES ? [[partition, records] as const] : [...bySource]
  return groups.flatMap(([source, own]) => pack(own).map((group) => chunk(source, group, now)))
}

function pack(records: readonly ReceivedRecord[]): ReceivedRecord[][] {
  const groups: ReceivedRecord[][] = []
  let size = MAX_BYTES
  for (const record of records) {
    if (size + record.value.length > MAX_BYTES) {
      groups.push([])
      size = 0
    }
    groups[groups.length - 1].push(record)
    size += record.value.length + 1
  }
  return groups
}

function chunk(source: string, records: readonly ReceivedRecord[], now: number): Chunk {
  const service = records[0].headers['service'] ?? ''
  const receivedAt = Math.min(
    now,
    records.reduce((latest, { timestamp }) => Math.max(latest, timestamp), 0),
  )
  return { source, service, receivedAt, bytes: records.length === 1 ? records[0].value : join(records) }
}

function join(records: readonly ReceivedRecord[]): Uint8Array {
  const bytes = new Uint8Array(records.reduce((sum, { value }) => sum + value.length + 1, 0))
  let at = 0
  for (const { value } of records) {
    bytes.set(value, at)
    at += value.length
    if (value.at(-1) !== NEWLINE) bytes[at++] = NEWLINE
  }
  return bytes.subarray(0, at)
}
