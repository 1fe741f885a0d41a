/** Access logs over bytes, as parse/access-log.ts reads them. */
import { isDigit } from '../../ascii.ts'
import { levelOfStatus } from '../../parse/level.ts'
import type { ByteFields } from '../byte-fields.ts'
import { OTHER, READ, UNSURE, type ByteContext, type ByteFormat } from '../byte-format.ts'
import { reach } from '../reach.ts'
import { isWord } from './chars.ts'
import { hashRequestLine } from './request.ts'
import { requestTime } from './request-time.ts'
import { written } from './time-parts.ts'
import { byteTimeForm } from './time.ts'

const clf = byteTimeForm('clf')
const BLANK = 32
const QUOTE = 34
const OPEN = 91
const BACKSLASH = 92
const CLOSE = 93
/** `21/Nov/2026:10:00:00 +0000` */
const TIME_LENGTH = 26
/** Tokens before the bracket; with one more, the first is the virtual host. */
const USUAL = 3
const starts = new Int32Array(USUAL + 1)
const ends = new Int32Array(USUAL + 1)

const isAddress = new Uint8Array(isWord)
for (const c of '.:-') isAddress[c.charCodeAt(0)] = 1

export const accessLog: ByteFormat = {
  name: 'access',
  /** OTHER does not prove that it is none. */
  read(bytes, start, end, fields, context) {
    const count = splitHead(bytes, start, end)
    if (count >= 0) reach.isOdd = true
    return count < 0 ? OTHER : readRest(bytes, count, end, fields, context)
  },
}

/** Number of tokens before the bracket; -1 for other than 3 or 4. */
function splitHead(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  for (let count = 0; count <= USUAL + 1; count++) {
    reach.see(at + 1)
    if (at < end && bytes[at] === OPEN) return count >= USUAL ? count : -1
    if (count > USUAL) return -1
    starts[count] = at
    while (at < end && bytes[at] > BLANK && bytes[at] < 128) at++
    reach.see(at + 1)
    if (at === starts[count] || at >= end || bytes[at] !== BLANK) return -1
    ends[count] = at++
  }
  return -1
}

function readRest(bytes: Uint8Array, count: number, end: number, fields: ByteFields, context: ByteContext): number {
  const open = ends[count - 1] + 1
  const close = open + 1 + TIME_LENGTH
  if (close + 3 > end || bytes[close] !== CLOSE || bytes[close + 1] !== BLANK || bytes[close + 2] !== QUOTE)
    return OTHER
  const requestEnd = closingQuote(bytes, close + 3, end)
  const statusEnd = requestEnd + 5
  if (requestEnd < 0 || statusEnd > end || bytes[requestEnd + 1] !== BLANK) return UNSURE
  const status = statusAt(bytes, requestEnd + 2)
  const sizeEnd = status < 0 ? -1 : endOfSize(bytes, statusEnd, end)
  if (sizeEnd < 0 || !writeHead(bytes, count, fields, context)) return UNSURE
  if (clf?.read(bytes, open + 1, close, context.receivedAt) !== close) return UNSURE
  fields.time = written.time
  fields.status = status
  fields.level = levelOfStatus(status)
  fields.messageStart = close + 3
  fields.messageEnd = requestEnd
  fields.latency = requestTime(bytes, sizeEnd, end)
  const isSure = fields.latency >= 0 || Number.isNaN(fields.latency)
  return isSure && hashRequestLine(bytes, close + 3, requestEnd, status, fields) ? READ : UNSURE
}

/** Offset of the quote that closes the request; -1 where there is none. */
function closingQuote(bytes: Uint8Array, from: number, end: number): number {
  let i = from
  while (i < end && bytes[i] !== QUOTE) {
    if (bytes[i] === BACKSLASH && (i + 1 >= end || bytes[++i] === 13)) return -1
    i++
  }
  return i < end ? i : -1
}

/** Three digits; there are three bytes at least. -1 for others. */
function statusAt(bytes: Uint8Array, at: number): number {
  if (!isDigit(bytes[at]) || !isDigit(bytes[at + 1]) || !isDigit(bytes[at + 2])) return -1
  return (bytes[at] - 48) * 100 + (bytes[at + 1] - 48) * 10 + bytes[at + 2] - 48
}

/** Offset behind ` 512` or ` -`; -1 when something else stands there. */
function endOfSize(bytes: Uint8Array, at: number, end: number): number {
  if (at + 1 >= end || bytes[at] !== BLANK) return -1
  let i = at + 1
  if (bytes[i] === 45) i++
  else while (i < end && isDigit(bytes[i])) i++
  return i > at + 1 && (i === end || bytes[i] === BLANK) ? i : -1
}

/** Host, address and account. */
function writeHead(bytes: Uint8Array, count: number, fields: ByteFields, context: ByteContext): boolean {
  const ip = count - USUAL
  const user = count - 1
  for (let i = starts[ip]; i < ends[ip]; i++) if (isAddress[bytes[i]] === 0) return false
  if (ip > 0 && !writeHost(bytes, starts[0], ends[0], fields, context)) return false
  fields.ipStart = starts[ip]
  fields.ipEnd = ends[ip]
  if (ends[user] - starts[user] === 1 && bytes[starts[user]] === 45) return true
  fields.userStart = starts[user]
  fields.userEnd = ends[user]
  return true
}

/** `shop.example:443` */
function writeHost(bytes: Uint8Array, start: number, end: number, fields: ByteFields, context: ByteContext): boolean {
  let name = start
  while (name < end && bytes[name] !== 58) if (isAddress[bytes[name++]] === 0) return false
  for (let i = name + 1; i < end; i++) if (!isDigit(bytes[i])) return false
  if (name === start || name === end - 1) return false
  fields.host = context.names.of(bytes, start, name)
  return true
}
