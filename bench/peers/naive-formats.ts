/** Line to record for `naive.ts`: JSON.parse where it looks like JSON, else the first regular expression that fits. */
export interface NaiveRecord {
  readonly line: string
  readonly message: string
  /** ms since epoch. */
  readonly time: number
  readonly level: string
  readonly service: string
  readonly host: string
  readonly status: number
  readonly latency: number | undefined
  readonly session: string | undefined
  readonly ip: string
  readonly user: string
}

const ACCESS =
  /^(?<ip>\S+) \S+ (?<user>\S+) \[(?<time>[^\]]+)\] "(?<message>[^"]*)" (?<status>\d{3}) \S+(?: "[^"]*" "[^"]*")?(?: (?<seconds>\d+\.\d+))?/
const SYSLOG =
  /^(?:<(?<priority>\d{1,3})>)?(?<time>[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d) (?<host>\S+) (?<service>[^\s:[]+)(?:\[\d+\])?: (?<message>.*)/s
const TEXT =
  /^(?<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?)\s+(?<level>[A-Z]{4,5})\s+(?:\[(?<thread>[^\]]+)\]\s+)?(?:(?<host>[\w-]+) )?(?<logger>[\w.$]+)(?: -|:) (?<message>.*)/s
const CRI = /^\S+ std(?:out|err) [FP] (.*)/s
const LOGFMT = /([\w.]+)=(?:"((?:[^"\\]|\\.)*)"|(\S*))/g
const ACCESS_TIME = /^(\d\d)\/(\w{3})\/(\d{4}):(.*)$/
const TOOK = /\b(?:took|in|duration[=:]?)\s*(\d+(?:\.\d+)?)\s?ms\b/
const SESSION = /\b(?:session|trace|request)[ _-]?id[=: ]+([\w-]{8,})/i
const IP = /\b\d{1,3}(?:\.\d{1,3}){3}\b/
const USER = /\b(?:user|for)[= ](\w+)/
const SYSLOG_LEVELS = ['fatal', 'fatal', 'fatal', 'error', 'warn', 'info', 'info', 'debug']
const PINO_LEVELS: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
}

export function recordOf(line: string, source: string, receivedAt: number): NaiveRecord {
  const body = CRI.exec(line)?.[1] ?? line
  return (
    fromJson(line, body, source, receivedAt) ??
    fromAccess(line, body, source, receivedAt) ??
    fromLogfmt(line, body, source, receivedAt) ??
    fromSyslog(line, body, receivedAt) ??
    fromText(line, body, source, receivedAt) ??
    record(line, { message: body, service: source, time: receivedAt })
  )
}

function record(
  line: string,
  known: Partial<NaiveRecord> & Pick<NaiveRecord, 'message' | 'time' | 'service'>,
): NaiveRecord {
  const { message } = known
  const took = known.latency === undefined ? TOOK.exec(message) : null
  return {
    line,
    level: '',
    host: '',
    status: 0,
    latency: took ? Number(took[1]) : undefined,
    session: SESSION.exec(message)?.[1],
    ip: IP.exec(message)?.[0] ?? '',
    user: USER.exec(message)?.[1] ?? '',
    ...known,
  }
}

function fromJson(line: string, body: string, source: string, receivedAt: number): NaiveRecord | undefined {
  if (!body.startsWith('{')) return undefined
  let parsed: Record<string, unknown>
  try {
    parsed = JSON.parse(body) as Record<string, unknown>
  } catch {
    return undefined
  }
  const first = (...names: string[]): unknown =>
    names.map((name) => deep(parsed, name)).find((value) => value !== undefined)
  const level = first('level', 'severity', 'log.level')
  const nanos = first('event.duration')
  const session = first('trace.id', 'traceId', 'trace_id', 'requestId', 'session')
  const took = typeof nanos === 'number' ? nanos / 1e6 : first('responseTime', 'duration', 'latency')
  return record(line, {
    message: asText(first('message', 'msg', 'log') ?? body),
    time: timeOf(first('time', 'timestamp', '@timestamp', 'ts'), receivedAt),
    level: typeof level === 'number' ? (PINO_LEVELS[level] ?? '') : asText(level ?? '').toLowerCase(),
    service: asText(first('service.name', 'service', 'name', 'app') ?? source),
    host: asText(first('host.name', 'hostname', 'host') ?? ''),
    status: Number(first('status', 'statusCode', 'http.response.status_code') ?? 0),
    latency: typeof took === 'number' ? took : undefined,
    ...(session !== undefined && { session: asText(session) }),
  })
}

/** `a.b` as written, or `b` within `a`. */
function deep(value: Record<string, unknown>, name: string): unknown {
  if (Object.hasOwn(value, name)) return value[name]
  const dot = name.indexOf('.')
  const inner = dot < 0 ? undefined : value[name.slice(0, dot)]
  return typeof inner === 'object' && inner !== null
    ? deep(inner as Record<string, unknown>, name.slice(dot + 1))
    : undefined
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function timeOf(value: unknown, receivedAt: number): number {
  const time = typeof value === 'number' ? value : Date.parse(String(value))
  return Number.isNaN(time) ? receivedAt : time
}

function fromAccess(line: string, body: string, source: string, receivedAt: number): NaiveRecord | undefined {
  const found = ACCESS.exec(body)?.groups
  if (!found) return undefined
  return record(line, {
    message: found['message'],
    time: timeOf(found['time'].replace(ACCESS_TIME, '$1 $2 $3 $4'), receivedAt),
    service: source,
    status: Number(found['status']),
    ip: found['ip'],
    user: found['user'] === '-' ? '' : found['user'],
    latency: found['seconds'] === undefined ? undefined : Number(found['seconds']) * 1000,
  })
}

function fromLogfmt(line: string, body: string, source: string, receivedAt: number): NaiveRecord | undefined {
  if (!/^[\w.]+=/.test(body)) return undefined
  const pairs = new Map([...body.matchAll(LOGFMT)].map(([, key, quoted, bare]) => [key, quoted ?? bare]))
  const message = pairs.get('msg') ?? pairs.get('message')
  if (message === undefined) return undefined
  const session = pairs.get('trace_id') ?? pairs.get('session')
  const took = /^(\d+(?:\.\d+)?)ms$/.exec(pairs.get('duration') ?? '')
  return record(line, {
    message,
    time: timeOf(pairs.get('time') ?? pairs.get('ts'), receivedAt),
    level: pairs.get('level') ?? '',
    service: pairs.get('service') ?? source,
    host: pairs.get('host') ?? '',
    ...(took && { latency: Number(took[1]) }),
    ...(session !== undefined && { session }),
  })
}

function fromSyslog(line: string, body: string, receivedAt: number): NaiveRecord | undefined {
  const found = SYSLOG.exec(body)?.groups
  if (!found) return undefined
  const year = new Date(receivedAt).getUTCFullYear()
  return record(line, {
    message: found['message'],
    time: timeOf(`${found['time']} ${year} UTC`, receivedAt),
    level: found['priority'] === undefined ? '' : SYSLOG_LEVELS[Number(found['priority']) % 8],
    service: found['service'],
    host: found['host'],
  })
}

function fromText(line: string, body: string, source: string, receivedAt: number): NaiveRecord | undefined {
  const found = TEXT.exec(body)?.groups
  if (!found) return undefined
  return record(line, {
    message: found['message'],
    time: timeOf(found['time'].replace(',', '.'), receivedAt),
    level: found['level'].toLowerCase(),
    service: source,
    host: found['host'] ?? '',
  })
}
