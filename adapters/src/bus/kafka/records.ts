import type { KafkaRecord, RecordsBatch } from '@platformatic/kafka'
import type { ReceivedRecord } from '@errorsense/core/ports/bus.ts'

/** Attributes of a batch. */
const LOG_APPEND_TIME = 8
const CONTROL = 32

const nothing = new Uint8Array()
const noHeaders: Readonly<Record<string, string>> = Object.freeze(Object.create(null))
const decoder = new TextDecoder()

/** The records from offset `from` on; a batch may begin before it. */
export function decode(batches: readonly RecordsBatch[], from: number): ReceivedRecord[] {
  const received: ReceivedRecord[] = []
  for (const batch of batches) {
    if ((batch.attributes & CONTROL) !== 0) continue
    const first = Number(batch.firstOffset)
    for (const record of batch.records) {
      const offset = first + record.offsetDelta
      if (offset >= from) received.push(receive(record, offset, timestampOf(batch, record)))
    }
  }
  return received
}

/** The offset behind the last batch; control batches and compaction leave no records, but move it. */
export function endOf(batches: readonly RecordsBatch[], from: number): number {
  const last = batches.at(-1)
  return last === undefined ? from : Math.max(from, Number(last.firstOffset) + last.lastOffsetDelta + 1)
}

function timestampOf(batch: RecordsBatch, { timestampDelta }: KafkaRecord): number {
  return Number((batch.attributes & LOG_APPEND_TIME) !== 0 ? batch.maxTimestamp : batch.firstTimestamp + timestampDelta)
}

/** Foreign producers leave out what they like. */
function receive({ key, value, headers }: KafkaRecord, offset: number, timestamp: number): ReceivedRecord {
  return {
    offset,
    timestamp,
    key: text(key),
    value: value ?? nothing,
    headers: headers.length === 0 ? noHeaders : headersOf(headers),
  }
}

/** Of several headers with one name the last one counts. */
function headersOf(entries: KafkaRecord['headers']): Record<string, string> {
  const headers: Record<string, string> = Object.create(null)
  for (const [name, value] of entries) headers[text(name)] = text(value)
  return headers
}

function text(bytes: Uint8Array | null): string {
  return bytes === null || bytes.length === 0 ? '' : decoder.decode(bytes)
}
