/**
 * Where lines come from: a file that grows, an HTTP port that shippers post to, standard input. Served below
 * `adapters/src/source/`, all under `contracts/log-source.ts`.
 */
export interface ReceivedLines {
  /** Who wrote the stream: a file, a container. Its lines keep their order. */
  readonly source: string
  /** Service name told by whoever sent the lines; empty when only the lines can tell. */
  readonly service: string
  /** Whole lines, LF between them and none at the end; none longer than MAX_LINE_BYTES. */
  readonly bytes: Uint8Array
  /** Lines that were longer and lost their end. */
  readonly truncated: number
}

/**
 * Resolves once the lines are durable on the bus, so that the source may acknowledge or forget them; the bytes are its
 * own again then. Rejects with an ErrorSenseError when they may not be: a `retryable` one asks to bring them again later.
 * Calls may overlap; those of one source are kept in the order of the calls.
 */
export type LineSink = (lines: ReceivedLines) => Promise<void>

export interface LogSource {
  readonly name: string
  /** Resolves once it listens; from then on lines go to the sink. Called once. */
  start(sink: LineSink): Promise<void>
  /** Takes nothing new; resolves when the sink holds nothing of it any more. */
  stop(): Promise<void>
  /** For sources that come to an end: resolves when all was handed over, rejects when that failed. */
  readonly done?: Promise<void>
}

/** A record with one such line stays below the 1 MiB that Kafka takes by default. */
export const MAX_LINE_BYTES = 1024 * 1024 - 16 * 1024
