/** The formats, in the order they are tried. What describes itself comes first; then the learnt header of the source. */
import { accessLog } from './access-log.ts'
import { apacheError } from './apache-error.ts'
import { audit } from './audit.ts'
import { cef } from './cef.ts'
import { container } from './container.ts'
import { continued } from './continued.ts'
import { cri } from './cri.ts'
import { clear, emptyFields, merge, shift, type Fields } from './fields.ts'
import type { Format, LineContext } from './format.ts'
import { gin, morgan, rails, uvicorn } from './frameworks.ts'
import { iis } from './iis.ts'
import { journal } from './journal.ts'
import { json } from './json.ts'
import { logfmt } from './logfmt.ts'
import { php } from './php.ts'
import { postgres } from './postgres.ts'
import { cloudFront, envoy, haproxy, loadBalancer, objectStorage, squid } from './proxies.ts'
import { redis } from './redis.ts'
import { slowQuery } from './slow-query.ts'
import { beginsLikeSyslog, mayBeSyslog, readSyslog } from './syslog.ts'
import { traceback } from './traceback.ts'
import { dotnetConsole, javaUtilLogging } from './two-lines.ts'

/** A line that holds a line of its own: read like any other. */
const embedded: Format = {
  name: 'embedded',
  read: (line, fields, context) => readLine(line, fields, context) !== 'plain',
}

export const selfDescribing: readonly Format[] = [
  json(embedded),
  accessLog,
  cri(embedded),
  container(embedded),
  journal(embedded),
  slowQuery,
  traceback,
  javaUtilLogging,
  dotnetConsole,
  continued,
  loadBalancer,
  envoy,
  haproxy,
  squid,
  objectStorage,
  cloudFront,
  iis,
  gin,
  morgan,
  uvicorn,
  rails,
  apacheError,
  php,
  postgres,
  redis,
  audit,
  cef,
  logfmt,
]

/** What may follow a header. */
export const bodies: readonly Format[] = selfDescribing.filter(({ name }) => name !== 'cri' && name !== 'container')

/** `syslog` and `text` have a header of learnt layout; `plain` has none. */
export const formatNames: readonly string[] = ['plain', ...selfDescribing.map(({ name }) => name), 'syslog', 'text']

/** Fills `fields`, which must be clear, and says which format the line is of. */
export function readLine(line: string, fields: Fields, context: LineContext): string {
  for (const format of selfDescribing) {
    if (format.read(line, fields, context)) return format.name
    clear(fields, line.length)
  }
  const format = readHeader(line, fields, context)
  if (format === 'plain') clear(fields, line.length)
  else readBody(line, fields, context)
  return format
}

/**
 * The learnt header where it fits; else the one the line itself shows; else what of the learnt one is there. Lines that
 * show a header of syslog in its own way of telling the time are not taken for text.
 */
function readHeader(line: string, fields: Fields, context: LineContext): string {
  const layout = context.headers.read(line, fields, context.receivedAt)
  const format = layout?.format ?? 'plain'
  if (!mayBeSyslog(line)) return format
  const isFit = layout?.read(line, fields, context.receivedAt) === 0
  if (isFit && (format === 'syslog' || !beginsLikeSyslog(line))) return format
  if (readSyslog(line, fields, context)) return 'syslog'
  layout?.read(line, fields, context.receivedAt)
  return format
}

function readBody(line: string, fields: Fields, context: LineContext): void {
  const { start } = fields.message
  const body = line.slice(start)
  if (!mayDescribeItself(body)) return
  const inner = emptyFields()
  for (const format of bodies) {
    clear(inner, body.length)
    if (!format.read(body, inner, context)) continue
    shift(inner, start)
    merge(fields, inner)
    return
  }
}

/** A pair, an object, an address with a port, or an event: nothing else is asked what it may be. */
export const BEGINS = /^(?:\{|[\w.@-]+=\S|[\da-fA-F.:]+:\d+ |CEF:\d|\[GIN\]|Started [A-Z]+ "|[A-Z]{3,7} \/\S* \d{3} )/

function mayDescribeItself(body: string): boolean {
  return BEGINS.test(body) || body.includes('] "')
}
