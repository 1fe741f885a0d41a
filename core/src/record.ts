/**
 * The nouns of the hot path. A chunk of bytes goes in, columns come out: no object per line.
 * Offsets point into the chunk's bytes, so a column stays valid as long as the chunk does.
 */

/** Whole lines of one source, as they were written. */
export interface Chunk {
  /** Who wrote it: a file, a container, a topic partition. Header layouts are learnt per source. */
  readonly source: string
  /** Service name told by whoever sent the lines; empty when only the lines can tell. */
  readonly service: string
  /** UTF-8, lines ended by LF or CRLF; the last one may lack its end. Owned by the caller, not kept. */
  readonly bytes: Uint8Array
  /** When it was received, ms since epoch: the time of records that carry none, and the reference for missing years. */
  readonly receivedAt: number
}

/** Ordered by gravity, so that `level >= ERROR` reads as it should. 0 = the record says nothing. */
export const levels = ['', 'trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const
export type Level = (typeof levels)[number]
export const ERROR = 5

/**
 * Records of one chunk, a row each, in order. A record is a line with the continuation lines that belong to it
 * (stack traces). Reused by the engine: valid until its next `read`.
 */
export interface RecordBatch {
  readonly chunk: Chunk
  /** Rows filled; the columns may be longer. */
  readonly count: number
  /** Physical lines in the chunk; equals the sum of `lines`. */
  readonly lineCount: number
  /** Lines cut at the length cap. */
  readonly truncated: number
  /** Byte span of the raw record without its last line end. */
  readonly start: Uint32Array
  readonly end: Uint32Array
  /** Byte span of the message: what is left when the header is taken off. In JSON it is still escaped. */
  readonly messageStart: Uint32Array
  readonly messageEnd: Uint32Array
  /** Physical lines in the record, 1 and more. */
  readonly lines: Uint32Array
  /** Event time, ms since epoch; NaN where the record tells none. */
  readonly time: Float64Array
  /** Index into `levels`. */
  readonly level: Uint8Array
  /** Index into the engine's `formats`. */
  readonly format: Uint8Array
  /** Index into the engine's `names`: service and host; 0 is the empty name. */
  readonly service: Uint32Array
  readonly host: Uint32Array
  /** Index into the engine's `shapes`. */
  readonly shape: Uint32Array
  /** How long it took, ms; NaN where the record tells none. */
  readonly latency: Float64Array
  /** HTTP status; 0 where the record tells none. */
  readonly status: Uint16Array
  /** Byte spans of client address, account and trace or session id; empty (start = end) where there is none. */
  readonly ipStart: Uint32Array
  readonly ipEnd: Uint32Array
  readonly userStart: Uint32Array
  readonly userEnd: Uint32Array
  readonly sessionStart: Uint32Array
  readonly sessionEnd: Uint32Array
}

/**
 * The message of a record with its variable parts masked: a function of component and message alone, until a word varies so
 * much that an observer masks it as well (`mine/varied.ts`). Whose words were masked when, templates do not tell.
 */
export interface Shape {
  /** Hash of component and tokens, 16 hex digits: the same on every machine. */
  readonly id: string
  /** Part of the program that spoke (logger, class, program name), digits cut off; empty when unknown. */
  readonly component: string
  /** Words, delimiters and blanks in order; `<*>` where a value stood. Joined they are the text. */
  readonly tokens: readonly string[]
}

/** Turns bytes into records. One engine per observer; not shared between threads. */
export interface Engine {
  read(chunk: Chunk): RecordBatch
  /** Names of formats, services and hosts by the indexes in the columns. */
  readonly formats: readonly string[]
  readonly names: readonly string[]
  readonly shapes: readonly Shape[]
  /** What was learnt about the header of a source, to be kept over restarts; undefined while learning. */
  layout(source: string): string | undefined
  /** Takes back what `layout` gave. Unknown or damaged text is ignored: the source is learnt again. */
  restoreLayout(source: string, layout: string): void
}
