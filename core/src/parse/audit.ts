/** The audit trail of Linux: `type=USER_LOGIN msg=audit(1795255200.123:456): acct="bob" addr=192.0.2.1 res=failed`. */
import { set } from './fields.ts'
import type { Format } from './format.ts'
import { notePairs } from './key-values.ts'
import { emptyTold, forget, write } from './told.ts'
import { parseTime } from './time.ts'

const PREFIX = /^(?:node=(\S+) )?type=([A-Z_]+(?:\[\d+\])?) msg=audit\((\d{10}\.\d{3}):(\d+)\): ?/
/** Placeholders. */
const NOBODY = /^[?()]/
const told = emptyTold()

export const audit: Format = {
  name: 'audit',
  pattern: PREFIX,
  read(line, fields, { receivedAt }) {
    const prefix = PREFIX.exec(line)
    if (!prefix) return false
    const [header, host = '', type, time, id] = prefix
    forget(told)
    notePairs(told, line, header.length)
    write(told, line, fields, receivedAt)
    fields.time = parseTime(time, receivedAt)
    fields.level = 0
    fields.status = 0
    fields.host = host
    fields.component = type
    // A `uid` is that of the program, not of whom it speaks.
    if (told.user.path === 'uid' || NOBODY.test(line[fields.user.start])) set(fields.user, 0, 0)
    const idStart = header.lastIndexOf(`:${id})`) + 1
    set(fields.session, idStart, idStart + id.length)
    set(fields.message, header.length, line.length)
    return true
  },
}
