/**
 * Raw rows of many batches to one block of the table `logs`. Names keep the numbers the engine gave them; lines are
 * copied once, from the chunk to where they leave from: theirs is the first column, and what stands before it is written
 * last.
 */
import { roomFor } from '@errorsense/core/hash-index.ts'
import { type Engine, levels, type RecordBatch } from '@errorsense/core/record.ts'
import { ByteWriter } from './byte-writer.ts'
import { beginColumn, Dictionary, writeInt64s, writeNullableFloats } from './native.ts'
import { clampTime, dayOf } from './time.ts'

/** A longer record is cut: it is evidence to look at, not an archive. */
const RAW_LENGTH = 65_536
const SESSION_LENGTH = 256
const WARN = levels.indexOf('warn')
const SERVER_ERROR = 500

/** The columns of a block, in any order: the engine takes them by name. */
export const LOG_COLUMNS = [
  'raw',
  'session',
  'time',
  'service',
  'host',
  'level',
  'shape',
  'status',
  'latency',
  'received',
]

/**
 * Which rows keep their text: all, those that somebody will want to read (warnings and worse, server errors, the first
 * of each shape in a block), or none.
 */
export const rawTexts = ['all', 'evidence', 'none'] as const
export type RawText = (typeof rawTexts)[number]

const HEADROOM = 64
const BYTES = 1 << 20
const ROWS = 1 << 13

export function logPacker(kept: RawText) {
  const services = new Dictionary()
  const hosts = new Dictionary()
  const gravities = new Dictionary()
  const shapes = new Dictionary()
  const columns = {
    service: new Uint32Array(ROWS),
    host: new Uint32Array(ROWS),
    level: new Uint32Array(ROWS),
    shape: new Uint32Array(ROWS),
    time: new Float64Array(ROWS),
    latency: new Float64Array(ROWS),
    status: new Uint32Array(ROWS),
    received: new Uint32Array(ROWS),
  }
  let raw = new ByteWriter(BYTES, HEADROOM)
  let session = new ByteWriter(BYTES)
  let rows = 0
  let shapesSeen = 0

  function reserve(count: number): void {
    columns.service = roomFor(columns.service, count)
    columns.host = roomFor(columns.host, count)
    columns.level = roomFor(columns.level, count)
    columns.shape = roomFor(columns.shape, count)
    columns.time = roomFor(columns.time, count)
    columns.latency = roomFor(columns.latency, count)
    columns.status = roomFor(columns.status, count)
    columns.received = roomFor(columns.received, count)
  }

  function addNames({ count, service, host, level, shape }: RecordBatch, engine: Engine): void {
    const nameOf = (number: number) => engine.names[number]
    const idOf = (number: number) => engine.shapes[number].id
    const gravityOf = (number: number) => levels[number]
    for (let i = 0, row = rows; i < count; i++, row++) {
      columns.service[row] = services.keyOf(service[i], nameOf)
      columns.host[row] = hosts.keyOf(host[i], nameOf)
      columns.level[row] = gravities.keyOf(level[i], gravityOf)
      columns.shape[row] = shapes.keyOf(shape[i], idOf)
    }
  }

  function addNumbers({ chunk, count, time, latency, status }: RecordBatch): void {
    const { receivedAt } = chunk
    for (let i = 0, row = rows; i < count; i++, row++) {
      columns.time[row] = clampTime(Number.isNaN(time[i]) ? receivedAt : time[i])
      columns.latency[row] = latency[i]
      columns.status[row] = status[i]
    }
    columns.received.fill(dayOf(receivedAt), rows, rows + count)
  }

  function addTexts({ chunk, count, start, end, level, status, sessionStart, sessionEnd }: RecordBatch): void {
    const bytes = Buffer.from(chunk.bytes.buffer, chunk.bytes.byteOffset, chunk.bytes.length)
    for (let i = 0, row = rows; i < count; i++, row++) {
      session.span(bytes, sessionStart[i], Math.min(sessionEnd[i], sessionStart[i] + SESSION_LENGTH))
      const isWanted =
        kept === 'all' || (kept === 'evidence' && (isFirst(row) || level[i] >= WARN || status[i] >= SERVER_ERROR))
      raw.span(bytes, start[i], isWanted ? cut(bytes, start[i], end[i]) : start[i])
    }
  }

  /** Keys are given in order of first use. */
  function isFirst(row: number): boolean {
    if (columns.shape[row] <= shapesSeen) return false
    shapesSeen = columns.shape[row]
    return true
  }

  /** All columns behind the lines. */
  function writeRest(to: ByteWriter): void {
    beginColumn(to, 'session', 'String')
    to.append(session.bytes.subarray(0, session.length))
    beginColumn(to, 'time', "DateTime64(3, 'UTC')")
    writeInt64s(to, columns.time.subarray(0, rows))
    services.write(to, 'service', columns.service.subarray(0, rows))
    hosts.write(to, 'host', columns.host.subarray(0, rows))
    gravities.write(to, 'level', columns.level.subarray(0, rows))
    shapes.write(to, 'shape', columns.shape.subarray(0, rows))
    beginColumn(to, 'status', 'UInt16')
    to.append(Uint16Array.from(columns.status.subarray(0, rows)))
    beginColumn(to, 'latency', 'Nullable(Float32)')
    writeNullableFloats(to, Float32Array.from(columns.latency.subarray(0, rows)))
    beginColumn(to, 'received', 'Date')
    to.append(Uint16Array.from(columns.received.subarray(0, rows)))
  }

  /** Into the room before the lines; tells where it begins. */
  function writeHead(to: ByteWriter): number {
    const head = new ByteWriter(HEADROOM)
    head.varint(LOG_COLUMNS.length)
    head.varint(rows)
    beginColumn(head, 'raw', 'String')
    const start = HEADROOM - head.length
    head.bytes.copy(to.bytes, start, 0, head.length)
    return start
  }

  return {
    /** Of what was added since the last `take`. */
    rows: () => rows,
    add(batch: RecordBatch, engine: Engine): void {
      reserve(rows + batch.count)
      addNames(batch, engine)
      addNumbers(batch)
      addTexts(batch)
      rows += batch.count
    },
    take(): Uint8Array {
      const block = raw
      writeRest(block)
      const taken = block.bytes.subarray(writeHead(block), block.length)
      raw = new ByteWriter(block.bytes.length, HEADROOM)
      session.length = 0
      rows = shapesSeen = 0
      return taken
    },
  }
}

/** Never through the middle of a character. */
export function cut(bytes: Uint8Array, start: number, end: number): number {
  if (end - start <= RAW_LENGTH) return end
  let at = start + RAW_LENGTH
  for (let back = 0; back < 3 && (bytes[at] & 0xc0) === 0x80; back++) at--
  return at
}
