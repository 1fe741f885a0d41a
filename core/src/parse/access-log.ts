/** Apache and nginx access logs: common and combined, with or without virtual host, with request time at any place. */
import { parseDuration } from './duration.ts'
import { set } from './fields.ts'
import type { Format } from './format.ts'
import { levelOfStatus } from './level.ts'
import { requestTokens } from './request.ts'
import { parseTime, readTime, timeForm } from './time.ts'

const QUOTED = '"((?:[^"\\\\]|\\\\.)*)"'
const LINE = new RegExp(
  `^(?:([\\w.-]+(?::\\d+)?) )?([\\w.:-]+),? (?:\\S+) (\\S+(?: \\S+)?) \\[([^\\]]{19,32})\\] (?:([\\d.]+) )?${QUOTED} (\\d{3}|-)(?: (?:\\d+|-))?(?= |$)`,
)
const clf = timeForm('clf')

export const accessLog: Format = {
  name: 'access',
  pattern: LINE,
  read(line, fields, { receivedAt }) {
    if (!line.includes('"')) return false
    const match = LINE.exec(line)
    if (!match || !clf) return false
    const [whole, host = '', ip, user, time, took = '', request, status] = match
    fields.time = readTime(clf, time, 0, receivedAt)?.time ?? parseTime(time, receivedAt)
    fields.host = host.replace(/:\d+$/, '')
    fields.status = status === '-' ? 0 : Number(status)
    fields.level = levelOfStatus(fields.status)
    const ipStart = host === '' ? 0 : host.length + 1
    set(fields.ip, ipStart, ipStart + ip.length)
    const userStart = line.indexOf(` ${user} [`, ipStart) + 1
    if (!NOBODY.test(user)) set(fields.user, userStart, userStart + user.length)
    const requestStart = line.indexOf('"', userStart + user.length) + 1
    set(fields.message, requestStart, requestStart + request.length)
    fields.tokens = requestTokens(request, fields.status)
    fields.latency = took === '' ? requestTime(line.slice(whole.length)) : Number(took) * 1e3
    return true
  },
}

const REQUEST_BEHIND_HEADER =
  /[\s](?:\w[\w.-]{0,252}(?::\d+)? )?[\da-fA-F.:]{3,45},? \S{1,64} \S{1,128} \[\d\d\/[A-Z][a-z]{2}\/\d{4}:/

/** A record of another log that holds one of this: who asked and when must not be taken for a part of its header. */
export function withoutRequest(line: string): string {
  const request = REQUEST_BEHIND_HEADER.exec(line)
  return request ? `${line.slice(0, request.index + 1)}request` : line
}

/** Also where forwarders stand before ident and user. */
const NOBODY = /^(?:- )?-$/
const NAMED =
  /(?:^|[\s,"])(?:rt|request_time|rtime|req_time|duration|time|latency|took)[=:] ?"?(\d+(?:\.\d+)?)([a-zµ]*)/
const TOKEN = /"((?:[^"\\]|\\.)*)"|(\S+)/g
const SECONDS = /^\d+\.\d+$/
const WITH_UNIT = /^\d+(?:\.\d+)?(?:ms|us|s|\u00c2?\u00b5s)$/
const MICROSECONDS = /^\d+$/

/**
 * Behind referer and agent: what has a unit, else the first with a fraction, in seconds (nginx), else a whole number at
 * the end, in microseconds (Apache `%D`). What is quoted may be the client's own words and comes last.
 */
function requestTime(tail: string): number {
  const named = NAMED.exec(tail)
  if (named) return parseDuration(named[2] ? named[1] + named[2] : `${named[1]}${named[1].includes('.') ? 's' : 'us'}`)
  const tokens = [...tail.matchAll(TOKEN)]
  const bare = tokens.flatMap(([, , token]) => token ?? [])
  const told = bare.find((token) => WITH_UNIT.test(token)) ?? bare.find((token) => SECONDS.test(token))
  if (told !== undefined) return SECONDS.test(told) ? Number(told) * 1e3 : parseDuration(told)
  const quoted = tokens.slice(2).flatMap(([, token]) => token ?? [])
  const seconds = quoted.find((token) => SECONDS.test(token))
  if (seconds !== undefined) return Number(seconds) * 1e3
  const last = tokens.at(-1)?.[2] ?? ''
  return MICROSECONDS.test(last) ? Number(last) / 1e3 : Number.NaN
}
