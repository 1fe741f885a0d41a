import type { BusRecord } from '../ports/bus.ts'

/**
 * A record of the topic app-logs: one or more whole raw lines of one source, LF between them, UTF-8. The key is the
 * source, so its lines keep their order. Foreign producers send one line per record, without headers.
 */
export interface AppLogRecord extends BusRecord {
  readonly key: string
  readonly headers: AppLogHeaders
  /** When it was received, ms since epoch. */
  readonly timestamp: number
}

export type AppLogHeaders = {
  /** Who wrote the stream: a file, a container. */
  readonly source: string
  /** Told by whoever sent the lines; empty when only the lines can tell. */
  readonly service: string
}

/** Records are packed up to this size. */
export const APP_LOG_BYTES = 256 * 1024

export function appLogRecord(headers: AppLogHeaders, value: Uint8Array, timestamp: number): AppLogRecord {
  return { key: headers.source, headers, value, timestamp }
}
