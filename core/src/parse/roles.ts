/**
 * What a field means by its name, for JSON and logfmt alike. Names are compared without case, `_`, `-` and `.`, so
 * `trace_id`, `traceId`, `trace-id` and the nested `trace.id` are one. Covers ECS, OpenTelemetry, pino, bunyan, winston,
 * zap, logrus, Serilog, log4j 2, GELF, journald, Docker and the names people give by hand.
 */
import { detached } from '../detached.ts'
import { unitOfName } from './duration.ts'

export type Role =
  | 'time'
  | 'level'
  | 'message'
  | 'service'
  | 'host'
  | 'component'
  | 'session'
  | 'status'
  | 'latency'
  | 'ip'
  | 'user'

export interface FieldRole {
  readonly role: Role
  /** Lower wins where several fields of a record have the role. */
  readonly rank: number
  /** Latency only: ms per unit; undefined where the name does not say. */
  readonly unit?: number
}

/** In order of rank. */
const names: Record<Role, string> = {
  time: `@timestamp timestamp time ts @t datetime date eventtime asctime timeunixnano timestampmillis timemillis
    sourcerealtimetimestamp realtimetimestamp instantepochsecond observedtimeunixnano logtime t created`,
  level: `level loglevel severity severitytext lvl levelname @l severitynumber priority sysloglevel at l`,
  message: `@mt message msg @m shortmessage body bodystringvalue textpayload log text event errormessage errmessage err error
    exception exceptionmessage reason`,
  service: `servicename service applicationname application appname app syslogidentifier kubernetescontainername
    kubernetesname containername program`,
  host: `hostname hosthostname host kubernetesnodename nodename node machinename server`,
  component: `logger loggername sourcecontext category channel module component classname class scope scopename name caller`,
  session: `traceid trace ddtraceid oteltraceid @tr sessionid session sid requestid reqid request httprequestid correlationid
    xrequestid transactionid jobid orderid`,
  status: `status statuscode httpstatuscode httpresponsestatuscode httpstatus responsestatuscode responsestatus responsecode
    resstatuscode res_status`,
  latency: `duration latency elapsed responsetime requesttime took timetaken eventduration processingtime upstreamresponsetime
    dur elapsedtime cost runtime requestduration httpduration totaltime service`,
  ip: `clientip clientaddress remoteip remoteaddr remoteaddress reqremoteaddress sourceip srcip sourceaddress ipaddress ip
    xforwardedfor xrealip netpeerip networkpeeraddress peer remote addr src rhost`,
  user: `username user userid useremail enduserid usrid usrname account accountname login principal uid usr email`,
}

const table = new Map<string, FieldRole>()
for (const [role, list] of Object.entries(names)) {
  for (const [rank, name] of list.split(/\s+/).entries()) {
    if (!table.has(name)) table.set(name, { role: role as Role, rank })
  }
}

/** Objects that only wrap fields: `attributes.http.status_code` means what `http.status_code` means. */
const WRAPPERS =
  /^(?:attributes|resource|resources|fields|extra|context|ctx|data|properties|jsonpayload|labels|record|meta|metadata|mdc|payload|req|request|res|response|kubernetes\.labels|http|log|details|params|tags)\./

/** Seconds by custom, whatever the name says. */
const SECONDS = /(?:^|upstream)(?:requesttime|responsetime)$/

const cache = new Map<string, FieldRole | undefined>()
const CACHE_SIZE = 10_000

/** Role of a field by its path, parts joined by dots. */
export function roleOf(path: string): FieldRole | undefined {
  const known = cache.get(path)
  if (known !== undefined || cache.has(path)) return known
  const role = find(path)
  if (cache.size >= CACHE_SIZE) cache.clear()
  cache.set(detached(path), role)
  return role
}

function find(path: string): FieldRole | undefined {
  let rest = path
  for (let depth = 0; depth < 4; depth++) {
    const role = lookUp(rest)
    if (role) return depth === 0 ? role : { ...role, rank: role.rank + depth * 20 }
    const unwrapped = rest.toLowerCase().replace(WRAPPERS, '')
    if (unwrapped.length === rest.length) return undefined
    rest = rest.slice(rest.length - unwrapped.length)
  }
  return undefined
}

function lookUp(path: string): FieldRole | undefined {
  const name = plain(path)
  const unit = unitOfName(path)
  const role = table.get(name) ?? (unit === undefined ? undefined : latencyWithUnit(path))
  if (role?.role !== 'latency') return role
  if (name === 'eventduration') return { ...role, unit: 1e-6 }
  if (unit !== undefined) return { ...role, unit }
  return SECONDS.test(name) && path.includes('_') ? { ...role, unit: 1e3 } : role
}

function latencyWithUnit(path: string): FieldRole | undefined {
  const stem = plain(path.replace(/[_.]?(?:[a-z]+|[A-Z][a-z]*)$/, ''))
  const role = table.get(stem)
  return role?.role === 'latency' ? role : undefined
}

function plain(path: string): string {
  return path.toLowerCase().replace(/[_.\- ]/g, '')
}
