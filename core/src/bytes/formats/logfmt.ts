/** `key=value key="quoted value"` over bytes, as parse/logfmt.ts reads it. */
import { isDigit } from '../../ascii.ts'
import type { ByteFields } from '../byte-fields.ts'
import { OTHER, READ, UNSURE, type ByteContext, type ByteFormat } from '../byte-format.ts'
import { reach } from '../reach.ts'
import { unescaped } from '../escapes.ts'
import { isVerbatim, isWord } from './chars.ts'
import { HASH_START, hashed, LOGFMT_ROOT } from './field-names.ts'
import { closingQuote } from './quoted.ts'
import { roleIndex } from './role-index.ts'
import { ByteTold } from './told.ts'
import { durationOfValue } from './values.ts'

const { component, host, level, message, service, time } = roleIndex
const EQUALS = 61
const QUOTE = 34
const BACKSLASH = 92
const told = new ByteTold()

const isKey = new Uint8Array(isWord)
for (const c of '.-@/') isKey[c.charCodeAt(0)] = 1

export const logfmt: ByteFormat = {
  name: 'logfmt',
  read(bytes, start, end, fields, context) {
    if (!beginsWithKey(bytes, start, end)) return OTHER
    told.forget()
    const pairs = walk(bytes, start, end)
    if (pairs < 0) return UNSURE
    const isRecord = pairs >= 2 && (told.has(level) || (told.has(message) && told.has(time)))
    if (!isRecord) return told.isUnsure || told.names.isFull ? UNSURE : OTHER
    if (told.write(bytes, fields, context) === UNSURE || !writeNames(bytes, fields, context)) return UNSURE
    return told.has(message) ? writeMessage(bytes, fields) : told.writeRequest(bytes, fields)
  },
}

function beginsWithKey(bytes: Uint8Array, start: number, end: number): boolean {
  let i = start
  while (i < end && isKey[bytes[i]] === 1) i++
  reach.see(i + 1)
  const isPair = i > start && i < end && bytes[i] === EQUALS
  if (isPair) reach.isOdd = true
  return isPair
}

/** Number of pairs; 0 when anything else stands in the line, -1 where that is not sure. */
function walk(bytes: Uint8Array, start: number, end: number): number {
  let pairs = 0
  let node = 0
  for (let at = start; at < end; pairs++) {
    node = keyAt(bytes, at, end, node)
    if (node <= 0) return node
    const equals = at + told.names.lengthOf(node)
    const isQuoted = equals + 1 < end && bytes[equals + 1] === QUOTE
    const valueStart = isQuoted ? equals + 2 : equals + 1
    const valueEnd = isQuoted ? closingQuote(bytes, valueStart, end) : endOfValue(bytes, valueStart, end)
    if (valueEnd < 0) return -1
    told.note(node, bytes, valueStart, valueEnd)
    at = isQuoted ? valueEnd + 1 : valueEnd
    while (at < end && bytes[at] === 32) at++
  }
  return pairs
}

/** Node of the key at `at`, behind `before`; 0 where none stands, -1 where it has no node. */
function keyAt(bytes: Uint8Array, at: number, end: number, before: number): number {
  const { names } = told
  const expected = names.expected(LOGFMT_ROOT, before, bytes, at, EQUALS)
  if (expected !== 0 && at + names.lengthOf(expected) < end) return expected
  let i = at
  let hash = HASH_START
  while (i < end && isKey[bytes[i]] === 1) hash = hashed(hash, bytes[i++])
  if (i === at || i >= end || bytes[i] !== EQUALS) return 0
  const node = names.of(LOGFMT_ROOT, hash, bytes, at, i)
  if (node >= 0) names.expect(LOGFMT_ROOT, before, node)
  return node
}

function endOfValue(bytes: Uint8Array, at: number, end: number): number {
  let i = at
  while (i < end && bytes[i] !== 32) i++
  return i
}

/** A router calls the time that the service took `service`. */
function writeNames(bytes: Uint8Array, fields: ByteFields, context: ByteContext): boolean {
  const { start, end } = told
  if (told.has(service)) {
    const duration = durationOfName(bytes, start[service], end[service])
    if (duration < 0 || !isVerbatim(bytes, start[service], end[service])) return false
    if (Number.isNaN(duration)) fields.service = context.names.of(bytes, start[service], end[service])
    else fields.latency = duration
  }
  if (told.has(host)) {
    if (!isVerbatim(bytes, start[host], end[host])) return false
    fields.host = context.names.of(bytes, start[host], end[host])
  }
  if (!told.has(component)) return true
  if (!isVerbatim(bytes, start[component], end[component])) return false
  fields.component = context.components.of(bytes, start[component], end[component])
  return true
}

/** A name that begins with a letter is soon known to be none. */
function durationOfName(bytes: Uint8Array, start: number, end: number): number {
  return isDigit(bytes[start]) || bytes[start] === 80 ? durationOfValue(bytes, start, end) : Number.NaN
}

function writeMessage(bytes: Uint8Array, fields: ByteFields): number {
  const start = told.start[message]
  const end = told.end[message]
  fields.messageStart = start
  fields.messageEnd = end
  for (let i = start; i < end; i++) if (bytes[i] === BACKSLASH) fields.isEscaped = true
  return fields.isEscaped && !unescaped.read(bytes, start, end) ? UNSURE : READ
}
