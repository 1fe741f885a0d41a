/**
 * What a format reads out of one line. One object is reused for all lines: `clear` before, copy out after.
 * Spans are offsets into the line; start = end means: not told.
 */
export interface Span {
  start: number
  end: number
}

export interface Fields {
  /** ms since epoch; NaN while unknown. */
  time: number
  /** Index into `levels`; 0 while unknown. */
  level: number
  service: string
  host: string
  /** Logger, class or program that spoke. */
  component: string
  readonly message: Span
  /** The message as its author wrote it, where the span holds it escaped; else undefined. */
  text: string | undefined
  /** Ready-made shape tokens, where the format knows better than the miner what varies. */
  tokens: string[] | undefined
  /** ms; NaN while unknown. */
  latency: number
  status: number
  readonly ip: Span
  readonly user: Span
  readonly session: Span
}

export function emptyFields(): Fields {
  return {
    time: Number.NaN,
    level: 0,
    service: '',
    host: '',
    component: '',
    message: { start: 0, end: 0 },
    text: undefined,
    tokens: undefined,
    latency: Number.NaN,
    status: 0,
    ip: { start: 0, end: 0 },
    user: { start: 0, end: 0 },
    session: { start: 0, end: 0 },
  }
}

/** Nothing is known but that the whole line is the message. */
export function clear(fields: Fields, length: number): void {
  fields.time = Number.NaN
  fields.level = 0
  fields.service = ''
  fields.host = ''
  fields.component = ''
  fields.text = undefined
  fields.tokens = undefined
  fields.latency = Number.NaN
  fields.status = 0
  set(fields.message, 0, length)
  set(fields.ip, 0, 0)
  set(fields.user, 0, 0)
  set(fields.session, 0, 0)
}

export function set(span: Span, start: number, end: number): void {
  span.start = start
  span.end = end
}

export function isTold(span: Span): boolean {
  return span.end > span.start
}

/** Moves every told span: what was read from a part of a line is told of the whole. */
export function shift(fields: Fields, by: number): void {
  set(fields.message, fields.message.start + by, fields.message.end + by)
  for (const span of [fields.ip, fields.user, fields.session]) {
    if (isTold(span)) set(span, span.start + by, span.end + by)
  }
}

/** Takes over what only the inner record tells; message and what belongs to it are always the inner ones. */
export function merge(outer: Fields, inner: Fields): void {
  if (Number.isNaN(outer.time)) outer.time = inner.time
  if (inner.level > 0) outer.level = inner.level
  if (inner.service !== '') outer.service = inner.service
  if (outer.host === '') outer.host = inner.host
  if (inner.component !== '') outer.component = inner.component
  if (Number.isNaN(outer.latency)) outer.latency = inner.latency
  if (outer.status === 0) outer.status = inner.status
  for (const name of ['ip', 'user', 'session'] as const) {
    if (!isTold(outer[name])) set(outer[name], inner[name].start, inner[name].end)
  }
  set(outer.message, inner.message.start, inner.message.end)
  outer.text = inner.text
  outer.tokens = inner.tokens
}
