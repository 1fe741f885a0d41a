/** Requests in any writing: access logs, JSON, "request, then status", "status, then request". */
import type { JsonText } from './json-text.ts'
import { keyTraits } from './key-traits.ts'

export interface Request {
  /** Empty where what came was no request at all. */
  readonly method: string
  readonly path: string
  readonly status: number
  /** Asked as one asks a proxy: to go on to somewhere else. */
  readonly isForward?: boolean
}

const METHODS =
  'GET|POST|PUT|DELETE|HEAD|OPTIONS|PATCH|CONNECT|TRACE|PROPFIND|PROPPATCH|MKCOL|MOVE|COPY|LOCK|UNLOCK|REPORT|SEARCH|DEBUG|TRACK'
/** Cheap question asked of every shape: can its lines hold a request? */
const MAY_HOLD = new RegExp(`(?<![\\w-])(?:${METHODS})(?![\\w-])|HTTP/[\\d<]`)

const QUOTED = /(?<!\\)"((?:[^"\\]|\\.){0,2048})",? (?:- )?([1-5]\d\d) (?:\d+|-)/
const LINE = /^([A-Z]{2,16}) (.{0,2048}?)(?: HTTP\/\d(?:\.\d)?)?$/
/** A path, a whole address, or whom a proxy is to connect to. */
const TARGET = '(?:https?://|/)[^\\s"]{0,2048}|[\\w.-]{1,255}:\\d{1,5}'
const THEN_STATUS = new RegExp(
  `(?<![\\w-])(${METHODS}) "?(${TARGET})"?(?: HTTP/\\d(?:\\.\\d)?)?"?[\\s,:>|)-]{1,4}(?:[A-Za-z_]{1,16}[=: ]{1,2})?"?([1-5]\\d\\d)(?![\\d.])`,
)
const STATUS_FIRST = new RegExp(
  `(?:(?<![\\w.:/-]|line )|(?<=_[A-Z]{2,16}/))([1-5]\\d\\d)(?![\\w.:/-])[^"\\n(]{0,80}?"?(?<![\\w-])(${METHODS})[\\s|]{1,8}"?(${TARGET})`,
)

const KEYED = {
  method: new RegExp(`\\b(?:method|verb|request_method)="?(${METHODS})\\b`, 'i'),
  path: /\b(?:path|uri|url|request_uri|request_path)=(?:"([^"]{1,2048})"|([^\s"]{1,2048}))/i,
  status: /\b(?:status(?:_?code)?|code|http_status)="?([1-5]\d\d)\b/i,
}

export function mayHoldRequest(text: string): boolean {
  return MAY_HOLD.test(text)
}

export function readRequest(raw: string): Request | undefined {
  const quoted = QUOTED.exec(raw)
  if (quoted !== null) return fromLine(quoted[1], Number(quoted[2]))
  const after = THEN_STATUS.exec(raw)
  if (after !== null) return request(after[1], after[2], Number(after[3]))
  const before = STATUS_FIRST.exec(raw)
  return before === null ? keyed(raw) : request(before[2], before[3], Number(before[1]))
}

const MESSAGE = new RegExp(`^(${METHODS}) (/\\S{0,2048})`)

/** Of a record in columns, where the parser knows which is the status and the message is what was asked for. */
export function requestOfMessage(message: string, status = 0): Request | undefined {
  const parts = status >= 100 && status < 600 ? MESSAGE.exec(message) : null
  return parts === null ? undefined : request(parts[1], parts[2], status)
}

function keyed(text: string): Request | undefined {
  const method = KEYED.method.exec(text)?.[1]
  const status = KEYED.status.exec(text)?.[1]
  const path = KEYED.path.exec(text)
  if (method === undefined || status === undefined || path === null) return undefined
  return request(method.toUpperCase(), path[1] ?? path[2], Number(status))
}

/** The quoted thing of an access log. `-` is a connection that never spoke. */
function fromLine(line: string, status: number): Request | undefined {
  const parts = LINE.exec(line)
  if (parts !== null) return request(parts[1], parts[2], status)
  return line === '-' || line === '' ? undefined : { method: '', path: line, status }
}

/** A proxy writes the whole address; only what the server was asked for counts. */
function request(method: string, target: string, status: number): Request {
  const path = target.replace(/^https?:\/\/[^/]*/, '') || '/'
  const isForward = method === 'CONNECT' || target.startsWith('http')
  return isForward ? { method, path, status, isForward } : { method, path, status }
}

export function requestOfJson({ fields }: JsonText): Request | undefined {
  const status = Number(pick(fields, 'status') ?? pick(fields, 'code'))
  if (!(status >= 100 && status < 600)) return undefined
  const line = pick(fields, 'line')
  const quoted = line === undefined ? undefined : fromLine(line, status)
  if (quoted !== undefined && quoted.method !== '') return quoted
  const method = pick(fields, 'method')?.toUpperCase() ?? ''
  const path = pick(fields, 'path')
  return path === undefined || !METHOD.test(method) ? undefined : request(method, path, status)
}

const METHOD = new RegExp(`^(?:${METHODS})$`)

type RequestTrait = 'status' | 'code' | 'line' | 'method' | 'path'

function pick(fields: ReadonlyMap<string, string>, trait: RequestTrait): string | undefined {
  for (const [key, value] of fields) if (keyTraits(key)[trait]) return value
  return undefined
}
