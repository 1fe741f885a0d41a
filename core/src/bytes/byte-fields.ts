/**
 * What a scanner reads out of one line, as numbers only. One object is reused for all lines: `clearFields` before, copy
 * out after. Spans are offsets into the chunk; start = end means: not told.
 */
export interface ByteFields {
  /** ms since epoch; NaN while unknown. */
  time: number
  /** Index into `levels`; 0 while unknown. */
  level: number
  /** Indexes into the engine's names; 0 while unknown. */
  service: number
  host: number
  /** Index into the engine's component names; 0 while unknown. */
  component: number
  /** Index into the engine's formats. */
  format: number
  /** ms; NaN while unknown. */
  latency: number
  status: number
  messageStart: number
  messageEnd: number
  /** The message is written with escapes; its text is in `unescaped`. */
  isEscaped: boolean
  ipStart: number
  ipEnd: number
  userStart: number
  userEnd: number
  sessionStart: number
  sessionEnd: number
  /**
   * Hash of the request, where the format knows better than the miner what varies (access logs); 0 and 0 where the
   * message is to be cut into tokens. Equal hashes stand for equal `Fields.tokens` of the readable reader.
   */
  requestA: number
  requestB: number
}

export function emptyByteFields(): ByteFields {
  return {
    time: Number.NaN,
    level: 0,
    service: 0,
    host: 0,
    component: 0,
    format: 0,
    latency: Number.NaN,
    status: 0,
    messageStart: 0,
    messageEnd: 0,
    isEscaped: false,
    ipStart: 0,
    ipEnd: 0,
    userStart: 0,
    userEnd: 0,
    sessionStart: 0,
    sessionEnd: 0,
    requestA: 0,
    requestB: 0,
  }
}

/** Nothing is known but that the whole line is the message. */
export function clearFields(fields: ByteFields, start: number, end: number): void {
  fields.time = Number.NaN
  fields.level = 0
  fields.service = 0
  fields.host = 0
  fields.component = 0
  fields.format = 0
  fields.latency = Number.NaN
  fields.status = 0
  fields.messageStart = start
  fields.messageEnd = end
  fields.isEscaped = false
  fields.ipStart = fields.ipEnd = start
  fields.userStart = fields.userEnd = start
  fields.sessionStart = fields.sessionEnd = start
  fields.requestA = fields.requestB = 0
}
