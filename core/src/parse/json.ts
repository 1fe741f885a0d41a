/** One JSON object per line, or the first of a list, any nesting and key order; a message that is a whole log line itself is opened up. */
import { isBlank } from '../ascii.ts'
import { mayBeEmbedded, readEmbedded } from './embedded.ts'
import { set, type Fields } from './fields.ts'
import type { Format, LineContext } from './format.ts'
import { decoded, unescapeJson } from './json-escapes.ts'
import { scanJson } from './json-scan.ts'
import { emptyTold, forget, has, note, readRequest, serviceName, textOf, write, type Value } from './told.ts'

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
  return serviceName(decoded(unescapeJson(textOf(line, value), text).plain, text), value)
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
  const message = plain.slice(0, endOfText(plain))
  const isVerbatim = raw.startsWith(message)
  fields.message.end = start + (offsets ? offsets[message.length] : message.length)
  if (!isVerbatim) fields.text = decoded(message, context.text)
  if (path !== 'log' && !mayBeEmbedded(message)) return
  readEmbedded({ plain: message, offsets: isVerbatim ? undefined : offsets }, fields, context, inner)
}

/** Blanks at the end are cut off; byte A0 is the end of a letter there, and no blank. */
function endOfText(bytes: string): number {
  let end = bytes.length
  while (end > 0 && isBlank(bytes.charCodeAt(end - 1))) end--
  return end
}

export /** journald writes what is not all printable as a list of bytes. */
function textOfBytes(list: string, { text }: LineContext): string {
  const bytes = Uint8Array.from(list.split(','), Number)
  return text.utf8(bytes, 0, bytes.length).trimEnd()
}
