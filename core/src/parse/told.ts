/** Turns named fields into columns: collects the best value of every role, then writes them. */
import { parseDuration } from './duration.ts'
import { set, type Fields } from './fields.ts'
import { levelOfNumber, levelOfOpenTelemetry, levelOfWord } from './level.ts'
import { roleOf, type Role } from './roles.ts'
import { epochMs, parseTime } from './time.ts'

export interface Value {
  start: number
  end: number
  rank: number
  unit: number | undefined
  path: string
}

const roles: readonly Role[] = [
  'time',
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
export function note(told: Told, path: string, start: number, end: number): void {
  const role = roleOf(path)
  if (!role || end <= start) return
  const value = told[role.role]
  if (role.rank >= value.rank) return
  value.start = start
  value.end = end
  value.rank = role.rank
  value.unit = role.unit
  value.path = path
}

/** Everything but message, service, host and component, whose texts may need unescaping first. */
export function write(told: Told, line: string, fields: Fields, receivedAt: number): void {
  if (has(told.time)) fields.time = timeOf(textOf(line, told.time), receivedAt)
  if (has(told.level)) fields.level = levelOf(textOf(line, told.level), told.level.path)
  if (has(told.status)) fields.status = statusOf(textOf(line, told.status))
  if (has(told.latency)) fields.latency = latencyOf(textOf(line, told.latency), told.latency, tellsSeconds(told, line))
  if (has(told.ip)) setAddress(fields, line, told.ip)
  if (has(told.user)) set(fields.user, told.user.start, told.user.end)
  if (has(told.session)) set(fields.session, told.session.start, told.session.end)
}

export function textOf(line: string, value: Value): string {
  return line.slice(value.start, value.end)
}

function timeOf(text: string, receivedAt: number): number {
  const number = Number(text)
  return Number.isNaN(number) ? parseTime(text, receivedAt) : epochMs(number)
}

function levelOf(text: string, path: string): number {
  const number = Number(text)
  if (Number.isNaN(number)) return levelOfWord(text)
  return /severity_?number/i.test(path) ? levelOfOpenTelemetry(number) : levelOfNumber(number)
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

const ADDRESS = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7})/

/** The first address of the value: lists of forwarders and `address:port` are cut. */
function setAddress(fields: Fields, line: string, value: Value): void {
  const match = ADDRESS.exec(line.slice(value.start, Math.min(value.end, value.start + 60)))
  if (!match) return
  const start = value.start + match[0].length - match[1].length
  set(fields.ip, start, start + match[1].length)
}
