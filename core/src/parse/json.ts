/** One JSON object per line, or the first of a list, any nesting and key order; a message that is a whole log line itself is opened up. */
import { clear, emptyFields, isTold, merge, set, type Fields } from './fields.ts'
import type { Format, LineContext } from './format.ts'
import { decoded, unescapeJson, type Unescaped } from './json-escapes.ts'
import { scanJson } from './json-scan.ts'
import { emptyTold, forget, has, note, readRequest, textOf, write, type Value } from './told.ts'

const told = emptyTold()

/** A message that is a whole log line itself is read with `inner`. */
export function json(inner: Format): Format {
  return {
    name: 'json',
    read(line, fields, context) {
      const at = line.startsWith('[{"') ? 1 : firstChar(line)
      if (line.charCodeAt(at) !== 123) return false
      forget(told)
      if (scanJson(line, at, (path, start, end) => note(told, path, line, start, end)) < 0) return false
      write(told, line, fields, context.receivedAt)
      fields.service = valueText(line, told.service, context)
      fields.host = valueText(line, told.host, context)
      fields.component = valueText(line, told.component, context)
      preferNameAsService(line, fields)
      if (has(told.message)) readText(line, fields, context, inner)
      else readRequest(told, line, fields)
      return true
    },
  }
}

function firstChar(line: string): number {
  let i = 0
  while (line.charCodeAt(i) === 32) i++
  return i
}

function valueText(line: string, value: Value, { text }: LineContext): string {
  if (!has(value)) return ''
  const name = decoded(unescapeJson(textOf(line, value), text).plain, text)
  return value.path === '_SYSTEMD_UNIT' ? name.replace(/\.service$/, '') : name
}

/** pino and bunyan call the program `name` and number their levels. */
function preferNameAsService(line: string, fields: Fields): void {
  if (fields.service !== '' || told.component.path !== 'name' || !has(told.component)) return
  if (!has(told.level) || Number.isNaN(Number(textOf(line, told.level)))) return
  fields.service = fields.component
  fields.component = ''
}

function readText(line: string, fields: Fields, context: LineContext, inner: Format): void {
  const { start, end, path } = told.message
  const raw = line.slice(start, end)
  set(fields.message, start, end)
  if (path.endsWith('[]')) fields.text = textOfBytes(raw, context)
  else readString(raw, path, fields, context, inner)
}

function readString(raw: string, path: string, fields: Fields, context: LineContext, inner: Format): void {
  const { start } = fields.message
  const { plain, offsets } = unescapeJson(raw, context.text)
  const message = plain.trimEnd()
  const isVerbatim = raw.startsWith(message)
  fields.message.end = start + (offsets ? offsets[message.length] : message.length)
  if (!isVerbatim) fields.text = decoded(message, context.text)
  if (path !== 'log' && !BEGINS_LIKE_HEADER.test(message)) return
  readInner({ plain: message, offsets: isVerbatim ? undefined : offsets }, fields, context, inner)
}

const BEGINS_LIKE_HEADER = /^(?:[[(]?\d{2,4}[-/.:]\d|<\d{1,3}>|[VDIWEF]\d{4} \d|[A-Z][a-z]{2} [ \d]\d \d\d:|\{")/

/** Spans inside the message become spans of the line, by way of the escapes. */
function readInner({ plain, offsets }: Unescaped, fields: Fields, context: LineContext, inner: Format): void {
  const base = fields.message.start
  const part = emptyFields()
  clear(part, plain.length)
  if (!inner.read(plain, part, context)) return
  if (offsets) part.text ??= decoded(plain.slice(part.message.start, part.message.end), context.text)
  const at = (offset: number): number => base + (offsets ? offsets[offset] : offset)
  set(part.message, at(part.message.start), at(part.message.end))
  for (const span of [part.ip, part.user, part.session]) if (isTold(span)) set(span, at(span.start), at(span.end))
  merge(fields, part)
}

/** journald writes what is not all printable as a list of bytes. */
function textOfBytes(list: string, { text }: LineContext): string {
  const bytes = Uint8Array.from(list.split(','), Number)
  return text.utf8(bytes, 0, bytes.length).trimEnd()
}
