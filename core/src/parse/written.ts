/**
 * Formats that one pattern describes. Its groups are named after what they hold:
 * time, level, service, host, component, ip, user, session, status, message; latency and latency2.. (added up);
 * request (`GET /path HTTP/1.1`) or method and target. The message is the request where there is one, else the group of
 * that name.
 */
import { parseDuration } from './duration.ts'
import { set, type Fields, type Span } from './fields.ts'
import type { Format, Writing } from './format.ts'
import { levelOfStatus, levelOfWord } from './level.ts'
import { requestTokens } from './request.ts'
import { parseTime } from './time.ts'

/** Between the parts of a time. */
const UNUSUAL_BLANK = / - |\t|\u00e2\u0080\u00af/

type Groups = Readonly<Record<string, string | undefined>>
type Places = Readonly<Record<string, readonly [number, number] | undefined>>

export function written(writing: Writing): Format {
  const { name, pattern } = writing
  return {
    name,
    pattern,
    writing,
    read(line, fields, { receivedAt }) {
      const match = pattern.exec(line)
      if (!match?.groups || !match.indices?.groups) return false
      readGroups(match.groups, fields, writing, receivedAt)
      place(match.indices.groups, fields)
      return true
    },
  }
}

function readGroups(groups: Groups, fields: Fields, writing: Writing, receivedAt: number): void {
  const { time, level = '', service, host, component, status, request, method, target } = groups
  if (time !== undefined) fields.time = parseTime(time.replace(UNUSUAL_BLANK, ' '), receivedAt)
  fields.service = named(service)
  fields.host = named(host)
  fields.component = component ?? ''
  fields.latency = latencyOf(groups, writing.unit)
  fields.status = Number(status) >= 100 ? Number(status) : 0
  const asked = request ?? (method && `${method} ${target} HTTP`)
  if (asked !== undefined) fields.tokens = requestTokens(asked, fields.status)
  fields.level = levelOfGroup(level, writing) || (fields.status > 0 ? levelOfStatus(fields.status) : 0)
}

export function levelOfGroup(text: string, { levels }: Writing): number {
  return levels?.get(text) ?? levelOfWord(text)
}

function named(text = '-'): string {
  return text === '-' ? '' : text
}

/** What took no time because it never happened is written as -1 or `-`. */
function latencyOf({ latency, latency2 = '-1', latency3 = '-1' }: Groups, unit = 1): number {
  if (latency === undefined || latency === '-') return Number.NaN
  if (Number.isNaN(Number(latency))) return parseDuration(latency)
  const parts = [latency, latency2, latency3].map(Number).filter((part) => part >= 0)
  return parts.length === 0 ? Number.NaN : parts.reduce((sum, part) => sum + part, 0) * unit
}

function place(places: Places, fields: Fields): void {
  const { message, request, method, target, ip, user, session } = places
  const begin = method && target && method[1] < target[0] ? method : target
  const said = message ?? request ?? (begin && target && ([begin[0], target[1]] as const))
  if (said) set(fields.message, ...said)
  placeOne(fields.ip, ip)
  placeOne(fields.session, session)
  placeOne(fields.user, user)
}

function placeOne(span: Span, place: readonly [number, number] | undefined): void {
  if (place) set(span, ...place)
}
