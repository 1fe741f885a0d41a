/**
 * PostgreSQL: a prefix that everyone sets up in another way, then a severity with a colon and two blanks. Prefixes hold
 * the process, mostly `user@database` or `user=`, and `address(port)` or `client=`.
 */
import { set } from './fields.ts'
import type { Format } from './format.ts'
import { levelOfWord } from './level.ts'
import { readTime, timeForm } from './time.ts'

export const LONGEST_PREFIX = 200
const SEVERITIES =
  '(LOG|STATEMENT|DETAIL|HINT|CONTEXT|QUERY|LOCATION|ERROR|FATAL|PANIC|WARNING|NOTICE|INFO|DEBUG[1-5]?): {2}(?=\\S)'
const SEVERITY = new RegExp(`(?:^|[\\s:\\]])${SEVERITIES}`)
const LINE = new RegExp(`^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d[^"]{0,${LONGEST_PREFIX}}?[\\s:\\]]${SEVERITIES}`)
const PROCESS = /\d/
const USER = /(?:^|[\s:[,])(?:user=([\w.$-]{1,63})|([\w.$-]{1,63})@[\w.$-]{1,63})/
const CLIENT = /(?:^|[\s:[,=])((?:\d{1,3}\.){3}\d{1,3}|[\da-f]{0,4}:[\da-f:]{2,35})(?:\(\d+\)|[\s,\]])/
const iso = timeForm('iso')

/** What stands between the time and the message. Offsets count from its beginning; empty spans tell nobody. */
export interface PostgresPrefix {
  readonly level: number
  readonly user: readonly [start: number, end: number]
  readonly ip: readonly [start: number, end: number]
  readonly end: number
}

export const postgres: Format = {
  name: 'postgres',
  pattern: LINE,
  read(line, fields, { receivedAt }) {
    const time = LINE.test(line) ? iso && readTime(iso, line, 0, receivedAt) : undefined
    const prefix = time && readPrefix(line.slice(time.end, time.end + LONGEST_PREFIX))
    if (!prefix) return false
    fields.time = time.time
    fields.level = prefix.level
    set(fields.message, time.end + prefix.end, line.length)
    set(fields.user, time.end + prefix.user[0], time.end + prefix.user[1])
    set(fields.ip, time.end + prefix.ip[0], time.end + prefix.ip[1])
    return true
  },
}

/** `text` begins behind the time and is no longer than a prefix may be; undefined where it holds none. */
export function readPrefix(text: string): PostgresPrefix | undefined {
  const severity = SEVERITY.exec(text)
  if (!severity || !PROCESS.test(text.slice(0, severity.index))) return undefined
  const names = text.slice(0, severity.index + 1)
  const user = USER.exec(names)
  const client = CLIENT.exec(names)
  return {
    level: levelOfWord(severity[1]),
    user: spanIn(user, user?.[1] ?? user?.[2]),
    ip: spanIn(client, client?.[1]),
    end: severity.index + severity[0].length,
  }
}

function spanIn(match: RegExpExecArray | null, group = ''): [number, number] {
  if (!match) return [0, 0]
  const start = match.index + match[0].indexOf(group)
  return [start, start + group.length]
}
