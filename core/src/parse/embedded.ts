/** A line inside a field of another line. */
import { clear, emptyFields, isTold, merge, set, type Fields } from './fields.ts'
import type { Format, LineContext } from './format.ts'
import { decoded } from './json-escapes.ts'
import type { Placed } from './placed.ts'

export const BEGINS_LIKE_HEADER = /^(?:[[(]?\d{2,4}[-/.:]\d|<\d{1,3}>|[VDIWEF]\d{4} \d|[A-Z][a-z]{2} [ \d]\d \d\d:|\{")/

/** Whether it is worth to try. */
export function mayBeEmbedded(text: string): boolean {
  return BEGINS_LIKE_HEADER.test(text)
}

/**
 * Reads the text at `fields.message` with `inner` and takes over what that tells. Spans inside the text become spans of
 * the line, by way of what was taken out of it.
 */
export function readEmbedded({ plain, offsets }: Placed, fields: Fields, context: LineContext, inner: Format): boolean {
  const base = fields.message.start
  const part = emptyFields()
  clear(part, plain.length)
  if (!inner.read(plain, part, context)) return false
  if (offsets) part.text ??= decoded(plain.slice(part.message.start, part.message.end), context.text)
  const at = (offset: number): number => base + (offsets ? offsets[offset] : offset)
  set(part.message, at(part.message.start), at(part.message.end))
  for (const span of [part.ip, part.user, part.session]) if (isTold(span)) set(span, at(span.start), at(span.end))
  merge(fields, part)
  return true
}
