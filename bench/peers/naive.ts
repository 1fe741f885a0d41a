/**
 * The same work as anybody would write it in an afternoon: lines as strings, a regular expression per format, JSON.parse,
 * replaced values as the template's key, counters in Maps. What ErrorSense is measured against; nothing is learnt,
 * bounded or unusual here.
 */
import { recordOf, type NaiveRecord } from './naive-formats.ts'
import { serve } from './serve.ts'

const WINDOW_MS = 5000
const MASKS: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<uuid>'],
  [/\bhttps?:\/\/\S+/g, '<url>'],
  [/\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g, '<mail>'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, '<ip>'],
  [/(?<=^|[\s=("'[])\/[\w./-]+/g, '<path>'],
  [/\b0x[0-9a-f]+\b/gi, '<hex>'],
  [/\b(?=[a-f]*\d)[0-9a-f]{16,}\b/gi, '<hash>'],
  [/\b\d+(?:\.\d+)?(?:ns|us|ms|s|m|h|[KMG]?B)?\b/g, '<num>'],
]
const BEGINS_RECORD = /^(?!\s|at |Caused by:|Traceback|\.\.\. \d+ more|[\w$.]+(?:Exception|Error)\b)/
const FAILED_SIGN_IN = /\b(?:failed|invalid|rejected|denied)\b.*?\b(?:password|user|login|authentication)\b/i
const GOOD_SIGN_IN = /\baccepted (?:password|publickey)\b/i
const WHO = /\bfor (?:invalid user )?(\S+) from (\S+)/
const PROBE = /\.\.\/|\/etc\/passwd|<script|union\s+select|\/wp-admin|\/\.env\b/i
const LATENCY_STEPS_PER_DOUBLING = 8

interface Count {
  lines: number
  errors: number
  readonly latency: Map<number, number>
  readonly sample: string
}

let counts = new Map<string, Count>()
let sessions = new Map<string, Map<string, number>>()
let events: { kind: string; ip: string; user: string; at: number; sample: string }[] = []
const templates = new Map<string, number>()

await serve({
  read({ bytes, source, service, receivedAt }) {
    const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8').split('\n')
    if (lines.at(-1) === '') lines.pop()
    let record = ''
    for (const line of lines) {
      if (record !== '' && !BEGINS_RECORD.test(line)) record += `\n${line}`
      else {
        if (record !== '') count(recordOf(record, service || source, receivedAt))
        record = line
      }
    }
    if (record !== '') count(recordOf(record, service || source, receivedAt))
    take()
    return lines.length
  },
  counts: () => ({ templates: templates.size }),
})

function count(record: NaiveRecord): void {
  const template = templateOf(record.message)
  const window = Math.floor(record.time / WINDOW_MS) * WINDOW_MS
  const key = `${window}|${record.service}|${template}`
  let cell = counts.get(key)
  if (!cell) counts.set(key, (cell = { lines: 0, errors: 0, latency: new Map(), sample: record.line.slice(0, 2000) }))
  cell.lines++
  if (record.level === 'error' || record.level === 'fatal' || record.status >= 500) cell.errors++
  if (record.latency !== undefined) {
    const bin = Math.round(Math.log2(1 + record.latency) * LATENCY_STEPS_PER_DOUBLING)
    cell.latency.set(bin, (cell.latency.get(bin) ?? 0) + 1)
  }
  if (record.session) countSession(record.session, template)
  readSecurity(record)
}

function templateOf(message: string): string {
  let template = message
  for (const [mask, name] of MASKS) template = template.replace(mask, name)
  templates.set(template, (templates.get(template) ?? 0) + 1)
  return template
}

function countSession(session: string, template: string): void {
  let seen = sessions.get(session)
  if (!seen) sessions.set(session, (seen = new Map()))
  seen.set(template, (seen.get(template) ?? 0) + 1)
}

function readSecurity({ message, time, line, ip, user }: NaiveRecord): void {
  const kind = FAILED_SIGN_IN.test(message)
    ? 'auth_failure'
    : GOOD_SIGN_IN.test(message)
      ? 'auth_success'
      : PROBE.test(message)
        ? 'probe'
        : undefined
  if (!kind) return
  const who = WHO.exec(message)
  events.push({ kind, ip: who?.[2] ?? ip, user: who?.[1] ?? user, at: time, sample: line.slice(0, 500) })
}

/** What would be sent on after each chunk. */
function take(): object {
  const message = {
    counts: [...counts].map(([key, { latency, ...count }]) => ({ key, ...count, latency: [...latency].flat() })),
    sessions: [...sessions].map(([session, seen]) => ({ session, templates: [...seen] })),
    events,
  }
  counts = new Map()
  sessions = new Map()
  events = []
  return message
}
