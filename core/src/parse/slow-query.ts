/** A slow query of MySQL or MariaDB: comments about it, then the statement. */
import { set, type Fields } from './fields.ts'
import type { Format } from './format.ts'
import { parseTime } from './time.ts'

const COMMENT = /^# (?:Time|User@Host): /
const TIME = /^# Time: (\S+(?: {1,2}[\d:.]+)?)/
const ACCOUNT = /^# User@Host: ([^[\s]*)\[[^\]]*\] @ +([^[\s]*) *\[([^\]]*)\]/m
const TOOK = /^# Query_time: (\d+(?:\.\d+)?)/m
const EPOCH = /^SET timestamp=(\d{10}(?:\.\d+)?);/m
/** The first line that is neither a comment nor about the session. */
const STATEMENT = /^(?!#|SET timestamp=|use \S+;)\S/im

export const slowQuery: Format = {
  name: 'mysql-slow',
  pattern: COMMENT,
  read(line, fields, { receivedAt }) {
    if (!COMMENT.test(line) || !line.includes('\n')) return false
    const time = TIME.exec(line) ?? EPOCH.exec(line)
    if (time) fields.time = parseTime(time[1], receivedAt)
    const took = TOOK.exec(line)
    if (took) fields.latency = Number(took[1]) * 1e3
    readAccount(line, fields)
    const at = line.search(STATEMENT)
    const end = at < 0 ? -1 : line.indexOf('\n', at)
    if (at >= 0) set(fields.message, at, end < 0 ? line.length : end)
    return true
  },
}

function readAccount(line: string, fields: Fields): void {
  const account = ACCOUNT.exec(line)
  if (!account) return
  const [whole, user, host, ip] = account
  const start = account.index + whole.indexOf(': ') + 2
  const end = account.index + whole.length - 1
  set(fields.user, start, start + user.length)
  set(fields.ip, end - ip.length, end)
  if (ip === '') fields.host = host
}
