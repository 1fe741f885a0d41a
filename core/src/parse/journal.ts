/**
 * journald's export: a block of `FIELD=value` lines, one empty line behind it. A value with other than printable text
 * stands below the name, with its length before it: eight bytes, the lowest first.
 */
import { mayBeEmbedded, readEmbedded } from './embedded.ts'
import { set } from './fields.ts'
import type { Format } from './format.ts'
import { decoded } from './json-escapes.ts'
import { emptyTold, forget, has, note, textOf, writeAll } from './told.ts'

const FIRST = /^__CURSOR=/
const LENGTH_BYTES = 8
const told = emptyTold()

/** A message that is a whole log line itself is read with `inner`. */
export function journal(inner: Format): Format {
  return {
    name: 'journal',
    pattern: FIRST,
    read(line, fields, context) {
      if (!FIRST.test(line)) return false
      forget(told)
      for (let at = 0; at < line.length;) at = scanField(line, at)
      writeAll(told, line, fields, context)
      if (!has(told.message)) return true
      const { start, end } = told.message
      const plain = textOf(line, told.message)
      set(fields.message, start, end)
      if (plain.includes('\n')) fields.text = decoded(plain, context.text)
      if (mayBeEmbedded(plain)) readEmbedded({ plain, offsets: undefined }, fields, context, inner)
      return true
    },
  }
}

/** Offset behind the field and its line end. */
function scanField(line: string, at: number): number {
  const next = line.indexOf('\n', at)
  const end = next < 0 ? line.length : next
  const equals = line.indexOf('=', at)
  if (equals >= 0 && equals < end) {
    note(told, line.slice(at, equals), line, equals + 1, line.charCodeAt(end - 1) === 13 ? end - 1 : end)
    return end + 1
  }
  const start = end + 1 + LENGTH_BYTES
  const valueEnd = Math.min(line.length, start + lengthAt(line, end + 1))
  note(told, line.slice(at, end), line, start, valueEnd)
  return valueEnd + 1
}

function lengthAt(line: string, at: number): number {
  let length = 0
  for (let i = LENGTH_BYTES - 1; i >= 0; i--) length = length * 256 + (line.charCodeAt(at + i) || 0)
  return length
}
