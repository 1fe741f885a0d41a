/** Reads one line with strings and regular expressions: what is right is decided here. */
import type { Columns } from './columns.ts'
import type { LineReader, Tables } from './line-engine.ts'
import { componentName } from './mine/shape.ts'
import { tokenize } from './mine/tokens.ts'
import { uncolour } from './parse/colour.ts'
import { readDuration, readEvidence } from './parse/evidence.ts'
import { clear, emptyFields, isTold, type Fields, type Span } from './parse/fields.ts'
import { formatNames, readLine } from './parse/index.ts'
import type { Text } from './ports/text.ts'
import type { KnownShape, ShapeTable } from './shape-table.ts'

export interface ReadableReader extends LineReader {
  /** As the row was read last: what is known of its shape. */
  readonly known: KnownShape | undefined
}

export function readableReader({ text, names, shapes }: Tables): ReadableReader {
  const fields = emptyFields()
  const formatIndex = new Map(formatNames.map((name, i) => [name, i]))
  let known: KnownShape | undefined

  return {
    get known() {
      return known
    },
    read(row, i, start, end, context) {
      // A byte per char, so that offsets into the string are offsets into the bytes.
      const { plain, offsets } = uncolour(text.latin1(row.chunk.bytes, start, end))
      clear(fields, plain.length)
      row.format[i] = formatIndex.get(readLine(plain, fields, context)) ?? 0
      known = readMessage(plain, fields, shapes, text)
      row.shape[i] = known.index
      writeFields(row, i, start, fields, offsets)
      row.service[i] = fields.service === '' ? context.service : names.of(fields.service)
      row.host[i] = names.of(fields.host)
    },
  }
}

/** Fills level, address, account, session and duration where no field told them. */
function readMessage(line: string, fields: Fields, shapes: ShapeTable, text: Text): KnownShape {
  if (fields.tokens) return shapes.ready('http', fields.tokens)
  const { message, component } = fields
  const raw = fields.text ?? line.slice(message.start, message.end)
  const tokens = tokenize(raw)
  const isBytes = fields.text === undefined && /[\x80-\xff]/.test(raw)
  const known = shapes.of(componentName(component), isBytes ? tokens.texts.map(text.fromLatin1) : tokens.texts)
  if (fields.level === 0) fields.level = known.level
  if (fields.text === undefined) readEvidence(known.evidence, tokens, raw, message.start, fields)
  else readDuration(known.evidence, tokens, raw, fields)
  return known
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
