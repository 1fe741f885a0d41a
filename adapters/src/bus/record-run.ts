import type { ReceivedRecord } from '@errorsense/core/ports/bus.ts'
import { type LogRecord, sizeOf } from './log.ts'

/**
 * Consecutive records of one partition in one piece of bytes, as a row of the file: a row for each record would cost
 * five times as much for records of the size of a line. Each record is three lengths (uint32: key, headers, value), its
 * timestamp (float64), then key, headers as JSON, and value.
 */
const HEAD_BYTES = 20

/** Small enough that reading a part of a run wastes little; a larger record is a run of its own. */
const RUN_BYTES = 64 * 1024

const noHeaders: Readonly<Record<string, string>> = Object.freeze(Object.create(null))

/** Cuts the records into runs, in order. */
export function runsOf(records: readonly LogRecord[]): LogRecord[][] {
  const runs: LogRecord[][] = []
  let bytes = Infinity
  for (const record of records) {
    bytes += sizeOf(record)
    if (bytes > RUN_BYTES) {
      runs.push([])
      bytes = sizeOf(record)
    }
    runs.at(-1)!.push(record)
  }
  return runs
}

export function encodeRun(records: readonly LogRecord[]): Uint8Array {
  const headers = records.map((record) => jsonOf(record.headers))
  const bytes = Buffer.allocUnsafe(records.reduce((sum, record, i) => sum + boundOf(record, headers[i]), 0))
  let at = 0
  for (const [i, { key, value, timestamp }] of records.entries()) {
    const keyBytes = bytes.write(key, at + HEAD_BYTES)
    const headerBytes = bytes.write(headers[i], at + HEAD_BYTES + keyBytes)
    bytes.writeUInt32LE(keyBytes, at)
    bytes.writeUInt32LE(headerBytes, at + 4)
    bytes.writeUInt32LE(value.length, at + 8)
    bytes.writeDoubleLE(timestamp, at + 12)
    at += HEAD_BYTES + keyBytes + headerBytes
    bytes.set(value, at)
    at += value.length
  }
  return bytes.subarray(0, at)
}

/** Adds the records of a run that begins at offset `first` to `received`, from offset `from` on, while `fits` agrees. */
export function decodeRun(
  run: Uint8Array,
  first: number,
  from: number,
  received: ReceivedRecord[],
  fits: (record: ReceivedRecord) => boolean,
): boolean {
  const bytes = Buffer.from(run.buffer, run.byteOffset, run.byteLength)
  let at = 0
  for (let offset = first; at < bytes.length; offset++) {
    const key = at + HEAD_BYTES
    const headers = key + bytes.readUInt32LE(at)
    const value = headers + bytes.readUInt32LE(at + 4)
    const end = value + bytes.readUInt32LE(at + 8)
    if (offset >= from) {
      const record: ReceivedRecord = {
        offset,
        timestamp: bytes.readDoubleLE(at + 12),
        key: bytes.toString('utf8', key, headers),
        headers: headers === value ? noHeaders : parseHeaders(bytes.toString('utf8', headers, value)),
        value: run.subarray(value, end),
      }
      if (!fits(record)) return false
      received.push(record)
    }
    at = end
  }
  return true
}

/** At most 3 bytes of UTF-8 for each unit of a string. */
function boundOf({ key, value }: LogRecord, headers: string): number {
  return HEAD_BYTES + value.length + 3 * (key.length + headers.length)
}

function jsonOf(headers: Readonly<Record<string, string>>): string {
  for (const _name in headers) return JSON.stringify(headers)
  return ''
}

function parseHeaders(json: string): Record<string, string> {
  return Object.assign(Object.create(null), JSON.parse(json))
}
