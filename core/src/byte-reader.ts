/**
 * Reads one line over bytes, without a string or an object in the usual case: scanners find the fields, the message is cut
 * to a hash of its tokens, and a cache knows the shape. Whatever is unusual, or new, goes to the readable reader, so what
 * is right is decided in one place.
 */
import { countedEvidence, readByteEvidence } from './bytes/byte-evidence.ts'
import { clearFields, emptyByteFields, type ByteFields } from './bytes/byte-fields.ts'
import { READ, type ByteContext } from './bytes/byte-format.ts'
import { ByteMap } from './bytes/byte-map.ts'
import { readBytes } from './bytes/formats/index.ts'
import { unescaped } from './bytes/escapes.ts'
import { MessageCutter } from './bytes/message/message-cutter.ts'
import { ShapeCache } from './bytes/shape-cache.ts'
import type { Columns } from './columns.ts'
import { interner } from './interner.ts'
import type { ChunkContext, LineReader, Tables } from './line-engine.ts'
import { componentName } from './mine/shape.ts'
import { tokenize } from './mine/tokens.ts'
import type { Evidence } from './parse/evidence.ts'
import { readableReader } from './readable-reader.ts'
import type { KnownShape } from './shape-table.ts'

const MAX_COMPONENTS = 50_000
const MAX_SPANS = 100_000
/** Token sequences in each generation of the cache. */
const MAX_SEQUENCES = 1 << 18

/** What a message of a token sequence can tell. */
interface Known {
  readonly shape: number
  readonly level: number
  readonly evidence: Evidence | undefined
}

const ESCAPE = 27
const BEYOND_ASCII = /[\x80-\xff]/

export function byteReader(tables: Tables): LineReader {
  const { text, names, shapes } = tables
  const plain = readableReader(tables)
  const fields = emptyByteFields()
  const cutter = new MessageCutter(text)
  const cache = new ShapeCache(MAX_SEQUENCES)
  const components = interner(MAX_COMPONENTS)
  const latin1 = text.latin1.bind(text)
  const known: Known[] = []
  const same = new Map<string, number>()
  const context: { -readonly [K in keyof ByteContext]: ByteContext[K] } = {
    names: new ByteMap(MAX_SPANS, latin1, (name) => names.of(name)),
    components: new ByteMap(MAX_SPANS, latin1, (name) => components.of(componentName(name))),
    headers: undefined as never,
    receivedAt: 0,
  }
  let chunk: ChunkContext | undefined
  let hasEscapes = false

  const enter = (bytes: Uint8Array, next: ChunkContext): void => {
    chunk = next
    context.headers = next.headers
    context.receivedAt = next.receivedAt
    hasEscapes = bytes.includes(ESCAPE)
  }

  const numberOf = (shape: KnownShape, evidence: Evidence | undefined): number => {
    const key = `${shape.index} ${shape.level} ${evidence ? JSON.stringify(evidence) : ''}`
    const found = same.get(key)
    if (found !== undefined) return found
    same.set(key, known.length)
    return known.push({ shape: shape.index, level: shape.level, evidence }) - 1
  }

  /** A token sequence seen for the first time. */
  const learn = (bytes: Uint8Array, start: number, end: number): number => {
    const message = text.latin1(bytes, start, end)
    const tokens = tokenize(message)
    const texts = BEYOND_ASCII.test(message) ? tokens.texts.map(text.fromLatin1) : tokens.texts
    const shape = shapes.of(components.list[fields.component], texts)
    const number = numberOf(shape, countedEvidence(shape.evidence, tokens))
    cache.keep(cutter.a, cutter.b, number)
    return number
  }

  const readMessage = (bytes: Uint8Array): number => {
    return fields.isEscaped
      ? readText(unescaped.bytes, 0, unescaped.length)
      : readText(bytes, fields.messageStart, fields.messageEnd)
  }

  const readText = (bytes: Uint8Array, start: number, end: number): number => {
    cutter.cut(bytes, start, end, fields.component)
    let number = cache.find(cutter.a, cutter.b)
    if (number < 0) number = learn(bytes, start, end)
    const { shape, level, evidence } = known[number]
    if (fields.level === 0) fields.level = level
    if (evidence !== undefined) readByteEvidence(evidence, cutter, bytes, fields, text)
    return shape
  }

  /** Number of the request's shape, -1 when it is new. */
  const readRequest = (): number => {
    const number = cache.find(fields.requestA, fields.requestB)
    return number < 0 ? -1 : known[number].shape
  }

  return {
    read(row, i, start, end, next) {
      const { bytes } = row.chunk
      if (next !== chunk) enter(bytes, next)
      clearFields(fields, start, end)
      const isRead =
        (!hasEscapes || !bytes.subarray(start, end).includes(ESCAPE)) &&
        readBytes(bytes, start, end, fields, context) === READ
      if (!isRead) return plain.read(row, i, start, end, next)
      const isRequest = (fields.requestA | fields.requestB) !== 0
      const shape = isRequest ? readRequest() : readMessage(bytes)
      if (shape < 0) {
        plain.read(row, i, start, end, next)
        if (plain.known) cache.keep(fields.requestA, fields.requestB, numberOf(plain.known, undefined))
        return undefined
      }
      row.shape[i] = shape
      writeFields(row, i, start, fields, next.service)
      return undefined
    },
  }
}

/** A span nobody told stands at the beginning of its record. */
function writeFields(row: Columns, i: number, start: number, fields: ByteFields, service: number): void {
  const { ipStart, ipEnd, userStart, userEnd, sessionStart, sessionEnd } = fields
  row.format[i] = fields.format
  row.time[i] = fields.time
  row.level[i] = fields.level
  row.latency[i] = fields.latency
  row.status[i] = fields.status
  row.service[i] = fields.service === 0 ? service : fields.service
  row.host[i] = fields.host
  row.messageStart[i] = fields.messageStart
  row.messageEnd[i] = fields.messageEnd
  row.ipStart[i] = ipEnd > ipStart ? ipStart : start
  row.ipEnd[i] = ipEnd > ipStart ? ipEnd : start
  row.userStart[i] = userEnd > userStart ? userStart : start
  row.userEnd[i] = userEnd > userStart ? userEnd : start
  row.sessionStart[i] = sessionEnd > sessionStart ? sessionStart : start
  row.sessionEnd[i] = sessionEnd > sessionStart ? sessionEnd : start
}
