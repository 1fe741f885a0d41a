/**
 * What every engine does alike: cuts a chunk into lines, joins the lines that belong to one record, learns the headers
 * of its sources, and bounds what is kept. How one line is read is the reader's.
 */
import { beginsRecord } from './bytes/begins-record.ts'
import { columns, reserve, type Columns } from './columns.ts'
import { interner, type Interner } from './interner.ts'
import { blockEnd, countLines, hasByteOrderMark, lineEnd, nextLine } from './parse/blocks.ts'
import { uncolour } from './parse/colour.ts'
import { continuation } from './parse/continuation.ts'
import { clear, emptyFields } from './parse/fields.ts'
import type { LineContext } from './parse/format.ts'
import { headers, SAMPLE_LINES, type Headers } from './parse/header/headers.ts'
import { withoutRequest } from './parse/access-log.ts'
import { formatNames, readLine } from './parse/index.ts'
import { readableReader } from './readable-reader.ts'
import type { Text } from './ports/text.ts'
import { levels, type Chunk, type Engine } from './record.ts'
import { shapeTable, type ShapeTable } from './shape-table.ts'

const MAX_LINE_BYTES = 64 * 1024
const MAX_SOURCES = 1000
/** Names and shapes beyond these are folded into one: what is hostile or broken must not fill the memory. */
const MAX_NAMES = 50_000
const MAX_SHAPES = 200_000

export interface EngineOptions {
  readonly text: Text
  /** Longer lines are cut there, and counted. */
  readonly maxLineBytes?: number
}

/** What a reader may use and add to. */
export interface Tables {
  readonly text: Text
  readonly names: Interner
  readonly shapes: ShapeTable
}

export interface ChunkContext extends LineContext {
  readonly headers: Headers
  /** Number of the service of lines that tell none. */
  readonly service: number
}

export interface LineReader {
  /** Fills row `i` from the line [start, end) of the chunk, no longer than the cap; all columns but start, end, lines. */
  read(row: Columns, i: number, start: number, end: number, context: ChunkContext): void
}

/** What has no header: a trace behind it stands for itself. */
const headless: ReadonlySet<number> = new Set(['plain', 'traceback'].map((name) => formatNames.indexOf(name)))
const SPACE = 32
const TAB = 9
const INFO = levels.indexOf('info')

/** Whether the record gives no reason to expect a trace. */
function isQuiet({ level, format }: Columns, i: number): boolean {
  return headless.has(format[i]) || (level[i] > 0 && level[i] <= INFO)
}

export function lineEngine(
  { text, maxLineBytes = MAX_LINE_BYTES }: EngineOptions,
  makeReader: (tables: Tables) => LineReader,
): Engine {
  const names = interner(MAX_NAMES)
  const shapes = shapeTable(MAX_SHAPES)
  const reader = makeReader({ text, names, shapes })
  /** Records of several lines are rare: one way to read them is enough. */
  const blockReader = readableReader({ text, names, shapes })
  const sources = new Map<string, Headers>()
  const records = continuation()
  let batch: Columns | undefined

  const headersOf = (source: string): Headers => {
    let found = sources.get(source)
    if (found) return found
    sources.set(source, (found = headers()))
    if (sources.size > MAX_SOURCES) sources.delete(sources.keys().next().value ?? '')
    return found
  }

  const addRow = (row: Columns, start: number, end: number, lines: number): number => {
    reserve(row)
    const i = row.count++
    if (end - start > maxLineBytes) row.truncated++
    row.start[i] = start
    row.end[i] = end
    row.lines[i] = lines
    return Math.min(end, start + maxLineBytes)
  }

  const addLine = (row: Columns, start: number, end: number, context: ChunkContext): void => {
    const readTo = addRow(row, start, end, 1)
    reader.read(row, row.count - 1, start, readTo, context)
  }

  const addBlock = (row: Columns, start: number, end: number, context: ChunkContext): void => {
    const lines = countLines(row.chunk.bytes, start, end)
    const readTo = addRow(row, start, end, lines)
    row.lineCount += lines - 1
    blockReader.read(row, row.count - 1, start, readTo, context)
  }

  const continues = (row: Columns, start: number, end: number, { headers: learnt }: ChunkContext): boolean =>
    (records.isOpen || !beginsRecord(row.chunk.bytes, start, end)) &&
    records.continues(text.latin1(row.chunk.bytes, start, end), learnt.startsIndented, isQuiet(row, row.count - 1))

  const readLines = (row: Columns, { bytes }: Chunk, context: ChunkContext): void => {
    records.reset()
    for (let start = hasByteOrderMark(bytes) ? 3 : 0; start < bytes.length;) {
      let end = lineEnd(bytes, start)
      row.lineCount++
      if (row.count > 0 && continues(row, start, end, context)) {
        row.end[row.count - 1] = end
        row.lines[row.count - 1]++
      } else {
        records.reset()
        const block = blockEnd(bytes, start, end, maxLineBytes)
        if (block < 0) addLine(row, start, end, context)
        else addBlock(row, start, (end = block), context)
      }
      start = nextLine(bytes, end)
    }
  }

  return {
    read(chunk) {
      batch ??= columns(chunk)
      batch.chunk = chunk
      batch.count = batch.lineCount = batch.truncated = 0
      const learnt = headersOf(chunk.source)
      const service = names.of(chunk.service || baseName(chunk.source))
      const context = { text, headers: learnt, receivedAt: chunk.receivedAt, service }
      if (learnt.isLearning) sampleLines(chunk, text, learnt, context)
      learnt.learn()
      readLines(batch, chunk, context)
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
function sampleLines({ bytes }: Chunk, text: Text, learnt: Headers, context: LineContext): void {
  const fields = emptyFields()
  let sampled = 0
  const takeSample = (line: string): undefined => {
    sampled++
    return learnt.sample(withoutRequest(line))
  }
  const sampler = { ...context, headers: { startsIndented: false, read: takeSample } }
  const startsIndented = bytes[0] === SPACE || bytes[0] === TAB
  const records = continuation()
  let start = hasByteOrderMark(bytes) ? 3 : 0
  let shown = 0
  for (; shown < SAMPLE_LINES && start < bytes.length; shown++) {
    const end = lineEnd(bytes, start)
    const { plain } = uncolour(text.latin1(bytes, start, Math.min(end, start + MAX_LINE_BYTES)).trimEnd())
    const block = blockEnd(bytes, start, end, MAX_LINE_BYTES)
    clear(fields, plain.length)
    if (block < 0 && !records.continues(plain, startsIndented)) {
      records.reset()
      readLine(plain, fields, sampler)
    }
    start = nextLine(bytes, Math.max(end, block))
  }
  learnt.pass(shown - sampled)
}

function baseName(source: string): string {
  return source.replace(/^.*[/\\]/, '').replace(/\.(?:log|txt|out|err|gz|\d+)+$/, '')
}
