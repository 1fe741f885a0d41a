/**
 * What a field means by its name, for JSON and logfmt alike. Names are compared without case, `_`, `-` and `.`, so
 * `trace_id`, `traceId`, `trace-id` and the nested `trace.id` are one. Covers ECS, OpenTelemetry, pino, bunyan, winston,
 * zap, logrus, Serilog, log4j 2, GELF, journald, Docker and the names people give by hand.
 */
import { detached } from '../detached.ts'
import { unitOfName } from './duration.ts'

export type Role =
  | 'time'
  /** Of a time that is told in whole seconds. */
  | 'nanos'
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
  | 'method'
  | 'target'
  /** `GET /path HTTP/1.1` */
  | 'request'

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
    sourcerealtimetimestamp realtimetimestamp timestampseconds instantepochsecond timelocal timeiso8601 requestreceivedtimestamp
    timecreated timecreatedsystemtime startutc observedtimeunixnano logtime @timestampdate timestampdate timedate tdate t
    created rt published eventtimestamp createdat`,
  nanos: 'timestampnanos instantnanoofsecond',
  level: `level loglevel severity severitytext lvl levelname leveldisplayname @l severitynumber priority sysloglevel
    systemlevel levelno at l s`,
  message: `@mt messagetemplate message msg @m renderedmessage shortmessage body textpayload log text message[] event
    errormessage errmessage err error exception exceptionmessage reason alertsignature eventname txt displaymessage operationname description`,
  service: `servicename service applicationname application appname app syslogidentifier kubernetescontainername
    kubernetesname containername program systemdunit comm`,
  host: `hostname hosthostname host kubernetesnodename kuberneteshost nodename node machinename computername computer
    server dvchost`,
  component: `logger loggername sourcecontext category channel module component classname class scope scopename
    providername provider sourcename eventsource name target c caller`,
  session: `traceid trace ddtraceid oteltraceid @tr sessionid session sid requestid reqid httprequestid correlationid
    xrequestid traceparent transactionid jobid orderid`,
  status: `status statuscode httpstatuscode httpresponsestatuscode httpstatus responsestatuscode responsestatus responsecode
    resstatuscode scstatus originstatus downstreamstatus`,
  latency: `duration latency elapsed responsetime requesttime took timetaken eventduration processingtime upstreamresponsetime
    dur elapsedtime cost runtime requestduration httpduration totaltime service`,
  ip: `clientip clientaddress clientaddr remoteip remoteaddr remoteaddress reqremoteaddress sourceip sourceipaddress srcip
    sourceaddress ipaddress ip cip xforwardedfor xrealip netpeerip networkpeeraddress peer remote addr src rhost clientipaddress calleripaddress
    clienthost sourceips[] xforwardedfor[] sourceip[] hostip[]`,
  user: `username user targetusername userid useremail useruid userusername useridentityusername userprincipalname actoralternateid enduserid usrid usrname account
    accountname login principal remoteuser csusername suser acct duser uid usr email`,
  method: 'httprequestmethod httpmethod requestmethod reqmethod csmethod method verb',
  target: `requesturi requesturl requestpath urloriginal urlpath urlfull httptarget httpurl httppath httproute csuristem
    path uri url`,
  request: 'request requestline',
}

const table = new Map<string, FieldRole>()
for (const [role, list] of Object.entries(names)) {
  for (const [rank, name] of list.split(/\s+/).entries()) {
    if (!table.has(name)) table.set(name, { role: role as Role, rank })
  }
}

/** Objects that only wrap fields: `attributes.http.status_code` means what `http.status_code` means. */
const WRAPPERS =
  /^(?:attributes|attr|resource|resources|resourcelogs|scopelogs|logrecords|fields|extra|context|contextmap|ctx|data|properties|jsonpayload|protopayload|httprequest|labels|record|metrics|meta|metadata|mdc|payload|req|request|res|response|kubernetes\.labels|http|log|details|params|tags|span|winlog|event|event_data|eventdata|system|_source|responsestatus|message|msg)\./

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

/** Names that mean the same however deep they stand. */
const PLAIN_SPOKEN = new Set(['level', 'loglevel', 'message', 'msg', 'timestamp', 'traceid', 'requestid'])
const DEEP_RANK = 200

/** Owner of the process that logged, as journald tells it: nobody the message is about. */
const PROCESS_OWNER = '_UID'

function find(path: string): FieldRole | undefined {
  if (path === PROCESS_OWNER) return undefined
  return byWrapper(path) ?? byLastName(path)
}

function byLastName(path: string): FieldRole | undefined {
  const name = plain(path.slice(path.lastIndexOf('.') + 1))
  const role = PLAIN_SPOKEN.has(name) ? table.get(name) : undefined
  return role && { ...role, rank: DEEP_RANK + role.rank }
}

function byWrapper(path: string): FieldRole | undefined {
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
  return path.toLowerCase().replace(/[_.\-$ ]/g, '')
}
