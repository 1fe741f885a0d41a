/** JSON lines over bytes, as parse/json.ts reads them. What is escaped within message or names is left to that. */
import { isBlank } from '../../ascii.ts'
import { BEGINS_LIKE_HEADER } from '../../parse/embedded.ts'
import { clearFields, emptyByteFields, type ByteFields } from '../byte-fields.ts'
import { OTHER, READ, UNSURE, type ByteContext, type ByteFormat } from '../byte-format.ts'
import { unescaped } from '../escapes.ts'
import { reach } from '../reach.ts'
import { BytePattern, TOO_LARGE } from '../pattern/byte-pattern.ts'
import { isTextAt, isVerbatim } from './chars.ts'
import { walkJson } from './json-walk.ts'
import { mergeFields } from './merge.ts'
import { NextByte } from './next-byte.ts'
import { roleIndex } from './role-index.ts'
import { ByteTold } from './told.ts'

const { component, host, level, message, service } = roleIndex
const beginsLikeHeader = BytePattern.of(BEGINS_LIKE_HEADER)
const BACKSLASH = 92
const backslash = new NextByte(BACKSLASH)
const told = new ByteTold()
const part = emptyByteFields()

/** A message that is a whole log line itself is read with `inner`. */
export function json(inner: ByteFormat): ByteFormat {
  const state = { isInside: false }

  /** What the inner line tells goes over what the outer one told. */
  function readInner(bytes: Uint8Array, fields: ByteFields, context: ByteContext): number {
    if (state.isInside) return UNSURE
    state.isInside = true
    const { messageStart, messageEnd } = fields
    clearFields(part, messageStart, messageEnd)
    const found = inner.read(bytes, messageStart, messageEnd, part, context)
    state.isInside = false
    if (found === UNSURE) return UNSURE
    if (found === READ) mergeFields(fields, part)
    return READ
  }

  function readMessage(bytes: Uint8Array, fields: ByteFields, context: ByteContext): number {
    const start = told.start[message]
    const end = trimmedEnd(bytes, start, told.end[message])
    if (told.isList(message)) return UNSURE
    fields.messageStart = start
    fields.messageEnd = end
    if (backslash.from(bytes, start) < end) {
      const escaped = readEscaped(bytes, fields)
      if (escaped !== OTHER) return escaped
    }
    const isHeader = beginsLikeHeader ? beginsLikeHeader.match(bytes, start, end) : TOO_LARGE
    if (isHeader === TOO_LARGE) return UNSURE
    return isHeader >= 0 || told.isPath(message, 'log') ? readInner(bytes, fields, context) : READ
  }

  return {
    name: 'json',
    read(bytes, start, end, fields, context) {
      const at = objectAt(bytes, start, end)
      if (at >= 0) reach.isOdd = true
      if (at < 0 || isNoObject(bytes, at + 1, end)) return OTHER
      told.forget()
      if (!walkJson(bytes, at, end, told) || told.write(bytes, fields, context) === UNSURE) return UNSURE
      if (!writeNames(bytes, fields, context)) return UNSURE
      return told.has(message) ? readMessage(bytes, fields, context) : told.writeRequest(bytes, fields)
    },
  }
}

/** OTHER where a backslash is only that. */
function readEscaped(bytes: Uint8Array, fields: ByteFields): number {
  if (!unescaped.read(bytes, fields.messageStart, fields.messageEnd) || told.isPath(message, 'log')) return UNSURE
  if (unescaped.escapes === 0) return OTHER
  const text = unescaped.bytes
  const isWhole = text[unescaped.length - 1] > 32 && beginsLikeHeader?.match(text, 0, unescaped.length) === -1
  fields.isEscaped = true
  return isWhole ? READ : UNSURE
}

/** -1 where no object begins; it may be the first of a list. */
function objectAt(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  if (isTextAt(bytes, start, end, '[{"')) at++
  else while (at < end && bytes[at] === 32) at++
  reach.see(at + '[{"'.length)
  return at < end && bytes[at] === 123 ? at : -1
}

/** Whether something else than a key stands behind the brace. */
function isNoObject(bytes: Uint8Array, from: number, end: number): boolean {
  let at = from
  while (at < end && bytes[at] <= 32) at++
  return at < end && bytes[at] !== 34 && bytes[at] !== 125
}

/** False where a name has to be decoded first. */
function writeNames(bytes: Uint8Array, fields: ByteFields, context: ByteContext): boolean {
  const { start, end } = told
  if (told.has(service)) {
    const serviceEnd = told.endOfService(bytes)
    if (!isVerbatim(bytes, start[service], serviceEnd)) return false
    fields.service = context.names.of(bytes, start[service], serviceEnd)
  }
  if (told.has(host)) {
    if (!isVerbatim(bytes, start[host], end[host])) return false
    fields.host = context.names.of(bytes, start[host], end[host])
  }
  return !told.has(component) || writeComponent(bytes, fields, context)
}

/** pino and bunyan call the program `name` and number their levels. */
function writeComponent(bytes: Uint8Array, fields: ByteFields, context: ByteContext): boolean {
  const start = told.start[component]
  const end = told.end[component]
  if (!isVerbatim(bytes, start, end)) return false
  const mayBeService = fields.service === 0 && told.has(level) && told.isPath(component, 'name')
  const isService = mayBeService && told.tellsLevelNumber(bytes)
  if (isService === undefined) return false
  if (isService) fields.service = context.names.of(bytes, start, end)
  else fields.component = context.components.of(bytes, start, end)
  return true
}

/** Without blanks and escaped line ends at its end. */
function trimmedEnd(bytes: Uint8Array, start: number, end: number): number {
  let i = end
  while (i > start) {
    if (isBlank(bytes[i - 1])) i--
    else if (isEscapedBlank(bytes, start, i)) i -= 2
    else break
  }
  return i
}

/** `\n`, `\r`, `\t` or `\f` before `end`; two backslashes are none. */
function isEscapedBlank(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 2 || bytes[end - 2] !== BACKSLASH) return false
  const c = bytes[end - 1]
  if (c !== 110 && c !== 114 && c !== 116 && c !== 102) return false
  return end - start === 2 || bytes[end - 3] !== BACKSLASH
}
