/** Reads one line with strings and regular expressions: what is right is decided here. */
import type { Columns } from './columns.ts'
import type { LineReader, Tables } from './line-engine.ts'
import { componentName } from './mine/shape.ts'
import { tokenize } from './mine/tokens.ts'
import { uncolour } from './parse/colour.ts'
import { readDuration, readEvidence } from './parse/evidence.ts'
import { clear, emptyFields, isTold, type Fields, type Span } from './parse/fields.ts'
import { formatNames, readLine } from './parse/index.ts'
import type { KnownShape } from './shape-table.ts'

/** Token sequences known at a time. */
const REMEMBERED = 50_000

type Make = (component: string, tokens: readonly string[]) => KnownShape

export interface ReadableReader extends LineReader {
  /** As the row was read last: what is known of its shape. */
  readonly known: KnownShape | undefined
}

export function readableReader({ text, names, shapes }: Tables): ReadableReader {
  const fields = emptyFields()
  const formatIndex = new Map(formatNames.map((name, i) => [name, i]))
  let known: KnownShape | undefined
  /** Messages of one shape mostly differ in masked values only: what is known of masked tokens is not found out again. */
  const byTokens = new Map<string, KnownShape>()

  const lookUp = (component: string, tokens: readonly string[], make: Make): KnownShape => {
    const key = `${component}\u0001${tokens.join('\u0002')}`
    const found = byTokens.get(key)
    if (found) return found
    if (byTokens.size >= REMEMBERED) byTokens.clear()
    const made = make(component, tokens)
    byTokens.set(key, made)
    return made
  }

  /** Fills level, address, account, session and duration where no field told them. */
  const readMessage = (line: string): KnownShape => {
    if (fields.tokens) return lookUp('http', fields.tokens, shapes.ready)
    const { message, component } = fields
    const raw = fields.text ?? line.slice(message.start, message.end)
    const tokens = tokenize(raw)
    const isBytes = fields.text === undefined && /[\x80-\xff]/.test(raw)
    const texts = isBytes ? tokens.texts.map(text.fromLatin1) : tokens.texts
    const found = lookUp(componentName(component), texts, shapes.of)
    if (fields.level === 0) fields.level = found.level
    if (fields.text === undefined) readEvidence(found.evidence, tokens, raw, message.start, fields)
    else readDuration(found.evidence, tokens, raw, fields)
    return found
  }

  return {
    get known() {
      return known
    },
    read(row, i, start, end, context) {
      // A byte per char, so that offsets into the string are offsets into the bytes.
      const { plain, offsets } = uncolour(text.latin1(row.chunk.bytes, start, end))
      clear(fields, plain.length)
      row.format[i] = formatIndex.get(readLine(plain, fields, context)) ?? 0
      known = readMessage(plain)
      row.shape[i] = known.index
      writeFields(row, i, start, fields, offsets)
      row.service[i] = fields.service === '' ? context.service : names.of(fields.service)
      row.host[i] = names.of(fields.host)
    },
  }
}

function writeFields(row: Columns, i: number, start: number, fields: Fields, offsets: Uint32Array | undefined): void {
  const at = (offset: number): number => start + (offsets ? offsets[offset] : offset)
  const write = (from: Uint32Array, to: Uint32Array, span: Span): void => {
    from[i] = isTold(span) ? at(span.start) : start
    to[i] = isTold(span) ? at(span.end) : start
  }
  row.time[i] = fields.time
  row.level[i] = fields.level
  row.latency[i] = fields.latency
  row.status[i] = fields.status
  row.messageStart[i] = at(fields.message.start)
  row.messageEnd[i] = at(fields.message.end)
  write(row.ipStart, row.ipEnd, fields.ip)
  write(row.userStart, row.userEnd, fields.user)
  write(row.sessionStart, row.sessionEnd, fields.session)
}
