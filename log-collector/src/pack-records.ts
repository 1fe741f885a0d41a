import type { ReceivedLines } from '@errorsense/core/ports/log-source.ts'
import { APP_LOG_BYTES, appLogRecord, type AppLogRecord } from '@errorsense/core/wire/app-logs.ts'

export interface Parcel extends ReceivedLines {
  /** ms since epoch */
  readonly receivedAt: number
}

interface OpenRecord {
  readonly first: Parcel
  readonly blocks: Uint8Array[]
  bytes: number
}

const LF = 10
const LINE_END = Buffer.from('\n')

/** As few records as the size allows; lines of one source stay in order, and none is cut. */
export function packRecords(parcels: readonly Parcel[]): AppLogRecord[] {
  const records: AppLogRecord[] = []
  const open = new Map<string, OpenRecord>()

  function seal({ first, blocks }: OpenRecord): void {
    const { source, service, receivedAt } = first
    records.push(appLogRecord({ source, service }, joined(blocks), receivedAt))
    open.delete(source)
  }

  for (const parcel of parcels) {
    for (const block of blocksOf(parcel.bytes)) {
      const record = open.get(parcel.source)
      if (record !== undefined && fits(record, parcel, block)) {
        record.blocks.push(LINE_END, block)
        record.bytes += 1 + block.length
      } else {
        if (record !== undefined) seal(record)
        open.set(parcel.source, { first: parcel, blocks: [block], bytes: block.length })
      }
    }
  }
  for (const record of open.values()) seal(record)
  return records
}

function fits({ first, bytes }: OpenRecord, { service }: Parcel, block: Uint8Array): boolean {
  return first.service === service && bytes + 1 + block.length <= APP_LOG_BYTES
}

function joined(blocks: readonly Uint8Array[]): Uint8Array {
  return blocks.length === 1 ? blocks[0] : Buffer.concat(blocks)
}

/** Whole lines in pieces as large as a record may be; a single longer line is a piece of its own. */
function* blocksOf(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0
  while (start < bytes.length) {
    const end = endOfBlock(bytes, start)
    if (end > start) yield bytes.subarray(start, end)
    start = end + 1
  }
}

function endOfBlock(bytes: Uint8Array, start: number): number {
  if (bytes.length - start <= APP_LOG_BYTES) return bytes.length
  const last = bytes.lastIndexOf(LF, start + APP_LOG_BYTES)
  if (last >= start) return last
  const next = bytes.indexOf(LF, start)
  return next === -1 ? bytes.length : next
}
