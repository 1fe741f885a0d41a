/** `key=value key="quoted value"` over the whole line, with at least one field that only a log record has. */
import { parseDuration } from './duration.ts'
import { set, type Fields } from './fields.ts'
import type { Format, LineContext } from './format.ts'
import { decoded, unescapeJson } from './json-escapes.ts'
import { closingQuote } from './json-scan.ts'
import { emptyTold, forget, has, note, readRequest, textOf, write, type Value } from './told.ts'

const told = emptyTold()
const EQUALS = 61
const QUOTE = 34

export const logfmt: Format = {
  name: 'logfmt',
  read(line, fields, context) {
    forget(told)
    if (scan(line) < 2 || !isRecord()) return false
    write(told, line, fields, context.receivedAt)
    fields.service = valueText(line, told.service)
    if (!Number.isNaN(parseDuration(fields.service)))
      [fields.latency, fields.service] = [parseDuration(fields.service), '']
    fields.host = valueText(line, told.host)
    fields.component = valueText(line, told.component)
    if (has(told.message)) readText(line, fields, context)
    else readRequest(told, line, fields)
    return true
  },
}

function isRecord(): boolean {
  return has(told.level) || (has(told.message) && has(told.time))
}

/** Number of pairs; 0 when anything else stands in the line. */
function scan(line: string): number {
  let pairs = 0
  let at = 0
  while (at < line.length) {
    const keyEnd = endOfKey(line, at)
    if (keyEnd === at || line.charCodeAt(keyEnd) !== EQUALS) return 0
    const isQuoted = line.charCodeAt(keyEnd + 1) === QUOTE
    const start = keyEnd + (isQuoted ? 2 : 1)
    const end = isQuoted ? closingQuote(line, start) : endOfValue(line, start)
    note(told, line.slice(at, keyEnd), line, start, end)
    pairs++
    at = isQuoted ? end + 1 : end
    while (line.charCodeAt(at) === 32) at++
  }
  return pairs
}

function endOfKey(line: string, at: number): number {
  let i = at
  for (; i < line.length; i++) {
    const c = line.charCodeAt(i)
    const isName =
      (c >= 97 && c <= 122) ||
      (c >= 65 && c <= 90) ||
      (c >= 48 && c <= 57) ||
      c === 95 ||
      c === 46 ||
      c === 45 ||
      c === 64 ||
      c === 47
    if (!isName) break
  }
  return i
}

function endOfValue(line: string, at: number): number {
  const end = line.indexOf(' ', at)
  return end < 0 ? line.length : end
}

function valueText(line: string, value: Value): string {
  return has(value) ? textOf(line, value) : ''
}

function readText(line: string, fields: Fields, { text }: LineContext): void {
  const { start, end } = told.message
  const raw = line.slice(start, end)
  set(fields.message, start, end)
  if (raw.includes('\\')) fields.text = decoded(unescapeJson(raw, text).plain, text)
}
