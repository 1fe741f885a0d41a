/**
 * The readable engine: strings and regular expressions. Runs everywhere, and is the oracle of the faster ones.
 * A chunk is decoded once, a byte per char, so that offsets into the string are offsets into the bytes.
 */
import { columns, reserve, type Columns } from './columns.ts'
import { interner } from './interner.ts'
import { componentName } from './mine/shape.ts'
import { tokenize } from './mine/tokens.ts'
import { continuation } from './parse/continuation.ts'
import { readDuration, readEvidence } from './parse/evidence.ts'
import { clear, emptyFields, type Fields } from './parse/fields.ts'
import type { LineContext } from './parse/format.ts'
import { headers, SAMPLE_LINES, type Headers } from './parse/header/headers.ts'
import { formatNames, readLine } from './parse/index.ts'
import { uncolour } from './parse/colour.ts'
import type { Text } from './ports/text.ts'
import type { Chunk, Engine } from './record.ts'
import { shapeTable, type ShapeTable } from './shape-table.ts'

const MAX_LINE_BYTES = 64 * 1024
const MAX_SOURCES = 1000
/** Names and shapes beyond these are folded into one: what is hostile or broken must not fill the memory. */
const MAX_NAMES = 50_000
const MAX_SHAPES = 100_000

export function plainEngine({ text, maxLineBytes = MAX_LINE_BYTES }: { text: Text; maxLineBytes?: number }): Engine {
  const names = interner(MAX_NAMES)
  const shapes = shapeTable(MAX_SHAPES)
  const sources = new Map<string, Headers>()
  const fields = emptyFields()
  const formatIndex = new Map(formatNames.map((name, i) => [name, i]))
  const { continues, reset } = continuation()
  let batch: Columns | undefined

  const headersOf = (source: string): Headers => {
    let found = sources.get(source)
    if (found) return found
    sources.set(source, (found = headers()))
    if (sources.size > MAX_SOURCES) sources.delete(sources.keys().next().value ?? '')
    return found
  }

  const addRow = (row: Columns, start: number, end: number, line: string, context: LineContext): void => {
    reserve(row)
    const i = row.count++
    const cut = line.length > maxLineBytes ? line.slice(0, maxLineBytes) : line
    if (cut !== line) row.truncated++
    const { plain, offsets } = uncolour(cut)
    clear(fields, plain.length)
    row.format[i] = formatIndex.get(readLine(plain, fields, context)) ?? 0
    row.shape[i] = readMessage(plain, fields, shapes, text)
    row.start[i] = start
    row.end[i] = end
    row.lines[i] = 1
    writeFields(row, i, start, fields, offsets)
    row.service[i] = names.of(fields.service || row.chunk.service || baseName(row.chunk.source))
    row.host[i] = names.of(fields.host)
  }

  const readLines = (row: Columns, lines: string, context: LineContext): void => {
    reset()
    for (let start = 0; start < lines.length;) {
      const next = lines.indexOf('\n', start)
      const end = next < 0 ? lines.length : next
      const lineEnd = end > start && lines.charCodeAt(end - 1) === 13 ? end - 1 : end
      const line = lines.slice(start, lineEnd)
      row.lineCount++
      if (row.count > 0 && continues(line, context.headers.startsIndented)) {
        row.end[row.count - 1] = lineEnd
        row.lines[row.count - 1]++
      } else {
        reset()
        addRow(row, start, lineEnd, line, context)
      }
      start = end + 1
    }
  }

  return {
    read(chunk: Chunk) {
      batch ??= columns(chunk)
      batch.chunk = chunk
      batch.count = batch.lineCount = batch.truncated = 0
      const lines = text.latin1(chunk.bytes, 0, chunk.bytes.length)
      const learnt = headersOf(chunk.source)
      const context = { text, headers: learnt, receivedAt: chunk.receivedAt }
      if (learnt.isLearning) sampleLines(lines, learnt, context)
      learnt.learn()
      readLines(batch, lines, context)
      return batch
    },
    formats: formatNames,
    names: names.list,
    shapes: shapes.list,
    layout: (source) => sources.get(source)?.toString() || undefined,
    restoreLayout: (source, layout) => headersOf(source).restore(layout),
  }
}

/** Shows the first lines to the learner, those that do not describe themselves. */
function sampleLines(lines: string, learnt: Headers, context: LineContext): void {
  const fields = emptyFields()
  const sampler = { ...context, headers: { startsIndented: false, read: (line: string) => learnt.sample(line) } }
  const startsIndented = isIndented(lines)
  let start = 0
  for (let i = 0; i < SAMPLE_LINES && start < lines.length; i++) {
    const next = lines.indexOf('\n', start)
    const end = next < 0 ? lines.length : next
    const { plain } = uncolour(lines.slice(start, Math.min(end, start + MAX_LINE_BYTES)).trimEnd())
    clear(fields, plain.length)
    if (plain !== '' && (startsIndented || !isIndented(plain))) readLine(plain, fields, sampler)
    start = end + 1
  }
}

function isIndented(line: string): boolean {
  return line[0] === ' ' || line[0] === '\t'
}

function writeFields(row: Columns, i: number, start: number, fields: Fields, offsets: Uint32Array | undefined): void {
  const at = (offset: number): number => start + (offsets ? offsets[offset] : offset)
  row.time[i] = fields.time
  row.level[i] = fields.level
  row.latency[i] = fields.latency
  row.status[i] = fields.status
  row.messageStart[i] = at(fields.message.start)
  row.messageEnd[i] = at(fields.message.end)
  row.ipStart[i] = at(fields.ip.start)
  row.ipEnd[i] = at(fields.ip.end)
  row.userStart[i] = at(fields.user.start)
  row.userEnd[i] = at(fields.user.end)
  row.sessionStart[i] = at(fields.session.start)
  row.sessionEnd[i] = at(fields.session.end)
}

function baseName(source: string): string {
  return source.replace(/^.*[/\\]/, '').replace(/\.(?:log|txt|out|err|gz|\d+)+$/, '')
}

/** Index of the shape; level, address, account, session and duration where no field told them. */
function readMessage(line: string, fields: Fields, shapes: ShapeTable, text: Text): number {
  if (fields.tokens) return shapes.ready('http', fields.tokens).index
  const { message, component } = fields
  const raw = fields.text ?? line.slice(message.start, message.end)
  const tokens = tokenize(raw)
  const isBytes = fields.text === undefined && /[\x80-\xff]/.test(raw)
  const known = shapes.of(componentName(component), isBytes ? tokens.texts.map(text.fromLatin1) : tokens.texts)
  if (fields.level === 0) fields.level = known.level
  if (fields.text === undefined) readEvidence(known.evidence, tokens, raw, message.start, fields)
  else readDuration(known.evidence, tokens, raw, fields)
  return known.index
}
