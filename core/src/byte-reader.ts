/**
 * Reads one line over bytes, without a string or an object in the usual case: scanners find the fields, the message is cut
 * to a hash of its tokens, and a cache knows the shape. Whatever is unusual, or new, goes to the readable reader, so what
 * is right is decided in one place.
 */
import { clearFields, emptyByteFields, type ByteFields } from './bytes/byte-fields.ts'
import { READ, type ByteContext } from './bytes/byte-format.ts'
import { ByteMap } from './bytes/byte-map.ts'
import { HeaderPlans } from './bytes/formats/header-plans.ts'
import { readBytes } from './bytes/formats/index.ts'
import { MessageReader } from './bytes/message-reader.ts'
import type { Columns } from './columns.ts'
import type { ChunkContext, LineReader, Tables } from './line-engine.ts'
import { readableReader } from './readable-reader.ts'

const MAX_SPANS = 100_000
const ESCAPE = 27

export function byteReader(tables: Tables): LineReader {
  const { text, names, shapes } = tables
  const plain = readableReader(tables)
  const fields = emptyByteFields()
  const messages = new MessageReader(text, shapes)
  const latin1 = text.latin1.bind(text)
  const context: { -readonly [K in keyof ByteContext]: ByteContext[K] } = {
    names: new ByteMap(MAX_SPANS, latin1, (name) => names.of(name)),
    components: new ByteMap(MAX_SPANS, latin1, (name) => messages.componentOf(name)),
    headers: undefined as never,
    plans: new HeaderPlans(),
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
      const shape = isRequest ? messages.readRequest(fields) : messages.read(bytes, fields)
      if (shape < 0) {
        plain.read(row, i, start, end, next)
        if (plain.known) messages.keepRequest(fields, plain.known)
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
