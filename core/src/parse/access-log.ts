/** Apache and nginx access logs: common and combined, with or without virtual host and request time behind. */
import { parseDuration } from './duration.ts'
import { set } from './fields.ts'
import type { Format } from './format.ts'
import { levelOfStatus } from './level.ts'
import { requestTokens } from './request.ts'
import { readTime, timeForm } from './time.ts'

const QUOTED = '"((?:[^"\\\\]|\\\\.)*)"'
const LINE = new RegExp(
  `^(?:([\\w.-]+(?::\\d+)?) )?([\\w.:-]+),? (?:\\S+) (\\S+(?: \\S+)?) \\[([^\\]]{20,32})\\] ${QUOTED} (\\d{3}|-) (?:\\d+|-)(?= |$)`,
)
const clf = timeForm('clf')

export const accessLog: Format = {
  name: 'access',
  read(line, fields, { receivedAt }) {
    if (!line.includes('] "')) return false
    const match = LINE.exec(line)
    if (!match || !clf) return false
    const [whole, host = '', ip, user, time, request, status] = match
    fields.time = readTime(clf, time, 0, receivedAt)?.time ?? Number.NaN
    fields.host = host.replace(/:\d+$/, '')
    fields.status = status === '-' ? 0 : Number(status)
    fields.level = levelOfStatus(fields.status)
    const ipStart = host === '' ? 0 : host.length + 1
    set(fields.ip, ipStart, ipStart + ip.length)
    const userStart = line.indexOf(` ${user} [`, ipStart) + 1
    if (user !== '-') set(fields.user, userStart, userStart + user.length)
    const requestStart = line.indexOf('] "', userStart) + 3
    set(fields.message, requestStart, requestStart + request.length)
    fields.tokens = requestTokens(request, fields.status)
    fields.latency = requestTime(line.slice(whole.length))
    return true
  },
}

const NAMED = /(?:^|[\s,"])(?:rt|request_time|rtime|duration|time|latency|took)[=:]"?(\d+(?:\.\d+)?)([a-zµ]*)/
const BARE = /"? (\d+(?:\.\d+)?)(ms|us|s)?(?: (?:\d+\.\d+|-))?$/

/** Seconds with fraction (nginx), whole microseconds (Apache `%D`), or whatever unit stands there. */
function requestTime(tail: string): number {
  const match = NAMED.exec(tail) ?? BARE.exec(tail)
  if (!match) return Number.NaN
  if (match[2]) return parseDuration(match[1] + match[2])
  return match[1].includes('.') ? Number(match[1]) * 1e3 : Number(match[1]) / 1e3
}
