/** The formats over bytes, in the order in which parse/index.ts tries the readable ones. */
import { isDigit } from '../../ascii.ts'
import { accessLog as readableAccessLog } from '../../parse/access-log.ts'
import { BEGINS, formatNames } from '../../parse/index.ts'
import { SYSLOG_PATTERNS } from '../../parse/syslog.ts'
import { clearFields, emptyByteFields, type ByteFields } from '../byte-fields.ts'
import { OTHER, READ, UNSURE, type ByteContext, type ByteFormat } from '../byte-format.ts'
import { accessLog } from './access-log.ts'
import { reach } from '../reach.ts'
import { BytePattern } from '../pattern/byte-pattern.ts'
import { latin1 } from './chars.ts'
import { cri } from './cri.ts'
import { readHeader, taken } from './header.ts'
import { json } from './json.ts'
import { logfmt } from './logfmt.ts'
import { mergeFields } from './merge.ts'
import { NextByte } from './next-byte.ts'
import { readOther, readOtherBody } from './others.ts'
import { mayBePostgres } from './postgres.ts'
import { written } from './time-parts.ts'

/** As much of a line as the learner of headers takes. */
const SAMPLE_LENGTH = 400
const BRACE = 123
const PLAIN = formatNames.indexOf('plain')
const JSON_LINE = formatNames.indexOf('json')
const ACCESS = formatNames.indexOf('access')
const CRI = formatNames.indexOf('cri')
const LOGFMT = formatNames.indexOf('logfmt')
const SYSLOG = formatNames.indexOf('syslog')
const TEXT = formatNames.indexOf('text')

/** What the layouts of the source have to be told of a line, once it is known that it was read. */
const pending = { headers: 0, strangerStart: 0, strangerEnd: -1 }
/** The header that was read last: where its line began, how far anybody looked for it, and whether it tells all. */
const header = { lineStart: 0, lookedTo: 0, isAll: false }
const body = { fields: emptyByteFields(), isInside: false }

/** A line that holds a line of its own: read like any other. */
const embedded: ByteFormat = {
  name: 'embedded',
  read(bytes, start, end, fields, context) {
    const found = readRecord(bytes, start, end, fields, context)
    return found === READ && fields.format === PLAIN ? OTHER : found
  },
}
const jsonLine = json(embedded)
const criLine = cri(embedded)
const quote = new NextByte(34)
const access = readableAccessLog.pattern && BytePattern.of(readableAccessLog.pattern)
const syslog = SYSLOG_PATTERNS.map((pattern) => BytePattern.of(pattern))
const bodyBegins = BytePattern.of(BEGINS)

/** Fills `fields`, which must be clear. READ, with the fields that `readLine` would give, or UNSURE. */
export function readBytes(
  bytes: Uint8Array,
  start: number,
  end: number,
  fields: ByteFields,
  context: ByteContext,
): number {
  const isQuoted = quote.from(bytes, start) < end
  if (bytes[start] !== BRACE && readKnown(bytes, start, end, isQuoted, fields, context)) return READ
  pending.headers = 0
  pending.strangerEnd = -1
  body.isInside = header.isAll = false
  reach.forget()
  const { layouts } = context.headers
  if (readRecord(bytes, start, end, fields, context) !== READ) return UNSURE
  if (header.isAll && pending.headers === 1 && header.lookedTo < end)
    context.plans.keep(bytes, start, end, isQuoted, layouts, header.lineStart, header.lookedTo, fields)
  if (pending.headers > 0) context.headers.countRead(pending.headers)
  if (pending.strangerEnd >= 0 && context.headers.countStranger()) sampleStranger(bytes, context)
  return READ
}

/** Whether the header of the line was met before, and nothing but words stands behind it. */
function readKnown(
  bytes: Uint8Array,
  start: number,
  end: number,
  isQuoted: boolean,
  fields: ByteFields,
  { headers, plans, receivedAt }: ByteContext,
): boolean {
  const plan = plans.find(bytes, start, end, isQuoted, headers.layouts, receivedAt)
  if (!plan) return false
  const { time } = written
  const messageStart = start + plan.messageStart
  if (mayDescribeItself(bytes, messageStart, end)) return false
  if (mayBePostgres(bytes, start + plan.innerStart, end, receivedAt)) return false
  fields.time = time
  fields.format = plan.format
  fields.level = plan.level
  fields.service = plan.service
  fields.host = plan.host
  fields.component = plan.component
  fields.messageStart = messageStart
  fields.messageEnd = end
  headers.countRead(1)
  return true
}

function sampleStranger(bytes: Uint8Array, { headers }: ByteContext): void {
  const { strangerStart, strangerEnd } = pending
  headers.sample(latin1(bytes, strangerStart, Math.min(strangerEnd, strangerStart + SAMPLE_LENGTH)))
}

/** A format that answers OTHER leaves the fields clear. */
function readRecord(bytes: Uint8Array, start: number, end: number, fields: ByteFields, context: ByteContext): number {
  let found = jsonLine.read(bytes, start, end, fields, context)
  if (found !== OTHER) return settled(found, JSON_LINE, fields)
  const isQuoted = quote.from(bytes, start) < end
  if (isQuoted) {
    found = accessLog.read(bytes, start, end, fields, context)
    if (found !== OTHER) return settled(found, ACCESS, fields)
  }
  if (isCri(bytes, start, end)) {
    if (isQuoted && access?.match(bytes, start, end) !== -1) return UNSURE
    found = criLine.read(bytes, start, end, fields, context)
    if (found !== OTHER) return settled(found, CRI, fields)
  }
  found = readOther(bytes, start, end, isQuoted, fields, context)
  if (found !== OTHER) return found
  found = logfmt.read(bytes, start, end, fields, context)
  if (found !== OTHER) return settled(found, LOGFMT, fields)
  return readText(bytes, start, end, fields, context)
}

function settled(found: number, format: number, fields: ByteFields): number {
  fields.format = format
  return found
}

/** Behind the other formats, which are tried first; their lines do not look like that. */
function isCri(bytes: Uint8Array, start: number, end: number): boolean {
  return start + 10 < end && bytes[start + 10] === 84 && bytes[start + 4] === 45
}

function readText(bytes: Uint8Array, start: number, end: number, fields: ByteFields, context: ByteContext): number {
  pending.headers++
  const found = readHeader(bytes, start, end, fields, context)
  if (found === UNSURE) return UNSURE
  if (found === OTHER) return readPlain(bytes, start, end, fields, context)
  if (taken.format === 'text' && !isDigit(bytes[start]) && mayBeSyslog(bytes, start, end)) return UNSURE
  fields.format = taken.format === 'syslog' ? SYSLOG : TEXT
  header.lineStart = start
  header.lookedTo = reach.end
  header.isAll = true
  return readBody(bytes, fields, context)
}

/** No layout begins like the line; unless it may be syslog told by the line alone. */
function readPlain(
  bytes: Uint8Array,
  start: number,
  end: number,
  fields: ByteFields,
  { headers }: ByteContext,
): number {
  if (headers.isGuessing || mayBeSyslog(bytes, start, end)) return UNSURE
  fields.format = PLAIN
  pending.strangerStart = start
  pending.strangerEnd = end
  return READ
}

/** Whether the line tells by itself that it is syslog, whatever the layouts say. */
function mayBeSyslog(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = 0; i < syslog.length; i++) if (syslog[i]?.match(bytes, start, end) !== -1) return true
  return false
}

/** What stands behind a header may describe itself. */
function readBody(bytes: Uint8Array, fields: ByteFields, context: ByteContext): number {
  const { messageStart: start, messageEnd: end } = fields
  if (!mayDescribeItself(bytes, start, end)) return READ
  if (body.isInside) return UNSURE
  body.isInside = true
  const inner = body.fields
  clearFields(inner, start, end)
  let found = jsonLine.read(bytes, start, end, inner, context)
  if (found === OTHER) found = accessLog.read(bytes, start, end, inner, context)
  if (found === OTHER) found = readOtherBody(bytes, start, end, true, inner, context)
  if (found === OTHER) found = logfmt.read(bytes, start, end, inner, context)
  body.isInside = false
  if (found !== OTHER) header.isAll = false
  if (found === READ) mergeFields(fields, inner)
  return found === UNSURE ? UNSURE : READ
}

function mayDescribeItself(bytes: Uint8Array, start: number, end: number): boolean {
  if (!bodyBegins || bodyBegins.match(bytes, start, end) !== -1) return true
  for (let at = quote.from(bytes, start); at < end; at = quote.from(bytes, at + 1))
    if (at > start + 1 && bytes[at - 1] === 32 && bytes[at - 2] === 93) return true
  return false
}
