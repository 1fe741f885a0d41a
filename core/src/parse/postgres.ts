/**
 * PostgreSQL: a prefix that everyone sets up in another way, then a severity with a colon and two blanks. Prefixes hold
 * the process, mostly `user@database` or `user=`, and `address(port)` or `client=`.
 */
import { set, type Fields } from './fields.ts'
import type { Format } from './format.ts'
import { levelOfWord } from './level.ts'
import { readTime, timeForm } from './time.ts'

const LONGEST_PREFIX = 200
const SEVERITIES =
  '(LOG|STATEMENT|DETAIL|HINT|CONTEXT|QUERY|LOCATION|ERROR|FATAL|PANIC|WARNING|NOTICE|INFO|DEBUG[1-5]?): {2}(?=\\S)'
const SEVERITY = new RegExp(`(?:^|[\\s:\\]])${SEVERITIES}`)
const LINE = new RegExp(`^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d[^"]{0,${LONGEST_PREFIX}}?[\\s:\\]]${SEVERITIES}`)
const PROCESS = /\d/
const USER = /(?:^|[\s:[,])(?:user=([\w.$-]{1,63})|([\w.$-]{1,63})@[\w.$-]{1,63})/
const CLIENT = /(?:^|[\s:[,=])((?:\d{1,3}\.){3}\d{1,3}|[\da-f]{0,4}:[\da-f:]{2,35})(?:\(\d+\)|[\s,\]])/
const iso = timeForm('iso')

export const postgres: Format = {
  name: 'postgres',
  pattern: LINE,
  read(line, fields, { receivedAt }) {
    const time = LINE.test(line) ? iso && readTime(iso, line, 0, receivedAt) : undefined
    if (!time) return false
    const prefix = line.slice(time.end, time.end + LONGEST_PREFIX)
    const severity = SEVERITY.exec(prefix)
    if (!severity || !PROCESS.test(prefix.slice(0, severity.index))) return false
    fields.time = time.time
    fields.level = levelOfWord(severity[1])
    set(fields.message, time.end + severity.index + severity[0].length, line.length)
    readPrefix(prefix.slice(0, severity.index + 1), time.end, fields)
    return true
  },
}

function readPrefix(prefix: string, at: number, fields: Fields): void {
  const user = USER.exec(prefix)
  const name = user?.[1] ?? user?.[2]
  if (user && name) set(fields.user, ...spanIn(user, name, at))
  const client = CLIENT.exec(prefix)
  if (client) set(fields.ip, ...spanIn(client, client[1], at))
}

function spanIn(match: RegExpExecArray, group: string, at: number): [number, number] {
  const start = at + match.index + match[0].indexOf(group)
  return [start, start + group.length]
}
