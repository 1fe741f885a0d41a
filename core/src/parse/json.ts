/** One JSON object per line, any nesting and key order; a Docker log line (`log`, `stream`) is opened up. */
import { clear, emptyFields, merge, set, shift, type Fields } from './fields.ts'
import type { Format, LineContext } from './format.ts'
import { scanJson, unescapeJson } from './json-scan.ts'
import { emptyTold, forget, has, note, textOf, write, type Value } from './told.ts'

const told = emptyTold()

/** A message that is a whole log line itself is read with `inner`. */
export function json(inner: Format): Format {
  return {
    name: 'json',
    read(line, fields, context) {
      const at = firstChar(line)
      if (line.charCodeAt(at) !== 123) return false
      forget(told)
      if (scanJson(line, at, (path, start, end) => note(told, path, start, end)) < 0) return false
      write(told, line, fields, context.receivedAt)
      fields.service = valueText(line, told.service, context)
      fields.host = valueText(line, told.host, context)
      fields.component = valueText(line, told.component, context)
      preferNameAsService(line, fields)
      if (has(told.message)) readText(line, fields, context, inner)
      return true
    },
  }
}

function firstChar(line: string): number {
  let i = 0
  while (line.charCodeAt(i) === 32) i++
  return i
}

function valueText(line: string, value: Value, context: LineContext): string {
  return has(value) ? proper(textOf(line, value), context) : ''
}

function proper(raw: string, { text }: LineContext): string {
  const plain = unescapeJson(raw)
  // An escape can only hide behind latin1 bytes if both are in the text, and then the bytes come first.
  return /[\x80-\xff]/.test(raw) ? unescapeJson(text.fromLatin1(raw)) : plain
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
  const message = proper(raw, context).trimEnd()
  const isVerbatim = raw.startsWith(message)
  set(fields.message, start, isVerbatim ? start + message.length : end)
  if (!isVerbatim) fields.text = message
  if (path === 'log' || BEGINS_LIKE_HEADER.test(message)) readInner(message, fields, context, inner)
}

const BEGINS_LIKE_HEADER = /^(?:[[(]?\d{2,4}[-/.:]\d|<\d{1,3}>|[A-Z][a-z]{2} [ \d]\d \d\d:|\{")/

/** Offsets inside a message with escapes are not offsets into the line; then only its text moves up. */
function readInner(message: string, fields: Fields, context: LineContext, inner: Format): void {
  const { start, end } = fields.message
  const isVerbatim = fields.text === undefined
  const part = emptyFields()
  clear(part, message.length)
  if (!inner.read(message, part, context)) return
  if (!isVerbatim) {
    part.text ??= message.slice(part.message.start, part.message.end)
    for (const span of [part.ip, part.user, part.session]) set(span, 0, 0)
  }
  shift(part, start)
  merge(fields, part)
  if (!isVerbatim) set(fields.message, start, end)
}
