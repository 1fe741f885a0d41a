/** Turns named fields into columns: collects the best value of every role, then writes them. */
import { parseDuration } from './duration.ts'
import { set, type Fields } from './fields.ts'
import type { LineContext } from './format.ts'
import { decoded } from './json-escapes.ts'
import { levelOfField, levelOfStatus } from './level.ts'
import { isRequest, requestTokens } from './request.ts'
import { roleOf, type Role } from './roles.ts'
import { parseTime, timeOfEpoch } from './time.ts'

export interface Value {
  start: number
  end: number
  rank: number
  unit: number | undefined
  path: string
}

const roles: readonly Role[] = [
  'time',
  'nanos',
  'level',
  'message',
  'service',
  'host',
  'component',
  'session',
  'status',
  'latency',
  'ip',
  'user',
  'method',
  'target',
  'request',
]
const ABSENT = 1e9

export type Told = Record<Role, Value>

export function emptyTold(): Told {
  const none = (): Value => ({ start: 0, end: 0, rank: ABSENT, unit: undefined, path: '' })
  return Object.fromEntries(roles.map((role) => [role, none()])) as Told
}

export function forget(told: Told): void {
  for (const role of roles) told[role].rank = ABSENT
}

export function has(value: Value): boolean {
  return value.rank < ABSENT
}

/** Notes a value under the role of its name, if it has one and no better value is there. */
export function note(told: Told, path: string, line: string, start: number, end: number): void {
  const role = roleOf(path)
  if (!role || end <= start) return
  const value = told[role.role]
  if (role.rank >= value.rank || !mayBe(role.role, path, line, start, end)) return
  value.start = start
  value.end = end
  value.rank = role.rank
  value.unit = role.unit
  value.path = path
}

const NOBODY = /^(?:-|null|none|nil|undefined|\(null\))$/i

const LONGEST_CHECKED = 40

function isDuration(value: number): boolean {
  return value >= 0 && value < Number.POSITIVE_INFINITY
}

/** What cannot be meant leaves the place to the next best name. */
function mayBe(role: Role, path: string, line: string, start: number, end: number): boolean {
  const text = line.slice(start, Math.min(end, start + LONGEST_CHECKED))
  switch (role) {
    case 'time':
      return /\d\d/.test(text)
    case 'level':
      return levelOfField(text, path) > 0
    case 'status':
      return statusOf(text) > 0
    case 'latency':
      return isDuration(Number(text)) || isDuration(parseDuration(text))
    case 'ip':
      return addressIn(line, start, end) !== null
    case 'user':
    case 'session':
    case 'service':
    case 'host':
      return !NOBODY.test(text)
    default:
      return true
  }
}

/** All but the message, of values that need no unescaping. */
export function writeAll(told: Told, line: string, fields: Fields, { text, receivedAt }: LineContext): void {
  write(told, line, fields, receivedAt)
  const nameOf = (value: Value): string => (has(value) ? serviceName(decoded(textOf(line, value), text), value) : '')
  fields.service = nameOf(told.service)
  fields.host = nameOf(told.host)
  fields.component = nameOf(told.component)
}

/** Units of systemd are services by another name. */
export function serviceName(name: string, { path }: Value): string {
  return path === '_SYSTEMD_UNIT' ? name.replace(/\.service$/, '') : name
}

/** Everything but message, service, host and component, whose texts may need unescaping first. */
export function write(told: Told, line: string, fields: Fields, receivedAt: number): void {
  if (has(told.time)) fields.time = timeOf(told, line, receivedAt)
  if (has(told.level)) fields.level = levelOfField(textOf(line, told.level), told.level.path)
  if (has(told.status)) fields.status = statusOf(textOf(line, told.status))
  if (has(told.latency)) fields.latency = latencyOf(textOf(line, told.latency), told.latency, tellsSeconds(told, line))
  if (has(told.ip)) setAddress(fields, line, told.ip)
  if (has(told.user)) set(fields.user, told.user.start, told.user.end)
  if (has(told.session)) setSession(fields, line, told.session)
}

export function textOf(line: string, value: Value): string {
  return line.slice(value.start, value.end)
}

/** Seconds and nanoseconds in fields of their own are added up. */
function timeOf(told: Told, line: string, receivedAt: number): number {
  const text = textOf(line, told.time)
  const isNumber = !Number.isNaN(Number(text))
  const time = isNumber ? timeOfEpoch(text) : parseTime(text, receivedAt)
  const isWhole = isNumber && has(told.nanos) && /seconds?$/i.test(told.time.path)
  return isWhole ? time + Math.floor(Number(textOf(line, told.nanos)) / 1e6) : time
}

function statusOf(text: string): number {
  const status = Number(text)
  return status >= 100 && status <= 599 ? status : 0
}

/** A whole number without unit is ms, unless so large that only ns make sense. */
const NANOSECONDS_FROM = 1e6

/** Loggers that write their time as seconds with fraction write durations so, too. */
function tellsSeconds({ time }: Told, line: string): boolean {
  return has(time) && /^\d{10}\.\d+(?:e\+?\d)?$/i.test(textOf(line, time))
}

function latencyOf(text: string, value: Value, isSeconds: boolean): number {
  const number = Number(text)
  if (Number.isNaN(number)) return parseDuration(text)
  if (value.unit !== undefined) return number * value.unit
  if (isSeconds && !Number.isInteger(number)) return number * 1e3
  return Number.isInteger(number) && number >= NANOSECONDS_FROM ? number / 1e6 : number
}

const LONGEST_ADDRESS = 60
const ADDRESS =
  /^(?:[a-z]{2,5}:\/\/|\/)?\[?(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3}|(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|[0-9a-f:]{0,30}::[0-9a-f:]{0,30}(?:\d{1,3}(?:\.\d{1,3}){3})?)(?![\w.])/i

function addressIn(line: string, start: number, end: number): RegExpExecArray | null {
  return ADDRESS.exec(line.slice(start, Math.min(end, start + LONGEST_ADDRESS)))
}

/** The first address of the value: lists of forwarders and `address:port` are cut. */
function setAddress(fields: Fields, line: string, value: Value): void {
  const match = addressIn(line, value.start, value.end)
  if (!match) return
  const start = value.start + match[0].length - match[1].length
  set(fields.ip, start, start + match[1].length)
}

const TRACE_PARENT = /^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-/

/** `projects/shop/traces/ID` and `00-ID-SPAN-01` hold the id of the trace. */
function setSession(fields: Fields, line: string, { start, end }: Value): void {
  const text = line.slice(start, end)
  const parent = TRACE_PARENT.exec(text)
  if (parent) return set(fields.session, start + 3, start + 35)
  return set(fields.session, start + text.lastIndexOf('/') + 1, end)
}

/** A record without words that tells of a request: the request is what it says. */
export function readRequest(told: Told, line: string, fields: Fields): void {
  const { method, target, request } = told
  if (!has(request) && !(has(method) && has(target))) return
  const asked = has(request) ? textOf(line, request) : `${textOf(line, method)} ${textOf(line, target)} HTTP`
  if (!isRequest(asked) && !(has(request) && fields.status > 0)) return
  const said = has(request) ? request : target
  fields.tokens = requestTokens(asked, fields.status)
  set(fields.message, said.start, said.end)
  if (fields.level === 0 && fields.status > 0) fields.level = levelOfStatus(fields.status)
}
