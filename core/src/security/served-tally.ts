/**
 * Requests that were served well tell nothing one by one, and there are very many. They are counted per address and
 * window, with a sketch of how many different paths they were for (linear counting), and leave as one event each.
 * Works on bytes: no string per line.
 */
import { WINDOW_MS, windowOf } from '../aggregate/window.ts'
import type { Text } from '../ports/text.ts'
import type { Engine, RecordBatch } from '../record.ts'
import { parseAddress } from './addresses.ts'
import { PATH_BINS, type SecurityEvent } from './event.ts'
import { isStatic } from './paths.ts'
import type { ShapeMeaning } from './shape-meaning.ts'

/** Addresses counted at a time; more than that are not each worth counting. */
const MOST_CELLS = 20_000

interface Cell {
  readonly window: number
  readonly service: string
  readonly ip: string
  count: number
  readonly bins: Set<number>
}

export interface ServedTally {
  /** True when the record is a request served well and was counted: nothing else is to be read from it. */
  add(batch: RecordBatch, row: number, engine: Engine, known: ShapeMeaning, time: number): boolean
  take(): SecurityEvent[]
}

export function servedTally(text: Text): ServedTally {
  let cells = new Map<number, Cell>()

  return {
    add(batch, row, engine, known, time) {
      const status = batch.status[row]
      if (status < 200 || status >= 400 || known.signIn) return false
      if (!known.request || batch.ipEnd[row] === batch.ipStart[row]) return false
      if (!isPlain(batch, row)) return false
      const { bytes } = batch.chunk
      const service = batch.service[row]
      const window = windowOf(Number.isNaN(time) ? 0 : time)
      const address = hash(bytes, batch.ipStart[row], batch.ipEnd[row])
      const key = mix(mix(address, service), window / WINDOW_MS)
      let cell = cells.get(key)
      if (cell === undefined) {
        if (cells.size >= MOST_CELLS) return true
        const ip = parseAddress(text.latin1(bytes, batch.ipStart[row], batch.ipEnd[row]))
        if (ip === undefined) return true
        cells.set(key, (cell = { window, service: engine.names[service], ip, count: 0, bins: new Set() }))
      }
      cell.count++
      const end = endOfPath(bytes, batch.messageStart[row], batch.messageEnd[row])
      const dot = lastDot(bytes, Math.max(batch.messageStart[row], end - LONGEST_ENDING), end)
      if (dot === -1 || !isStatic(text.latin1(bytes, dot, end))) {
        cell.bins.add(hash(bytes, batch.messageStart[row], end) % PATH_BINS)
      }
      return true
    },
    take() {
      const events = [...cells.values()].map(eventOf)
      cells = new Map()
      return events.sort((a, b) => a.time - b.time || (a.service < b.service ? -1 : 1))
    },
  }
}

function eventOf({ window, service, ip, count, bins }: Cell): SecurityEvent {
  const paths = [...bins].sort((a, b) => a - b)
  return { time: window, kind: 'request', service, ip, count, paths, shape: '', sample: '' }
}

/** Bytes that attacks on a path need: quotes, angle brackets, escapes, braces, two dots. */
const ODD = new Uint8Array(256)
for (const char of '%\'"<>`${}|;()\\^') ODD[char.charCodeAt(0)] = 1
const DOT = 0x2e
const BLANK = 0x20

/** Nothing in the request that an attack would need. */
function isPlain(batch: RecordBatch, row: number): boolean {
  const { bytes } = batch.chunk
  const end = batch.messageEnd[row]
  let before = 0
  for (let i = batch.messageStart[row]; i < end; i++) {
    const byte = bytes[i]
    if (ODD[byte] === 1 || (byte === DOT && before === DOT)) return false
    before = byte
  }
  return true
}

/** Of `GET /path?query HTTP/1.1`: where the path ends. */
function endOfPath(bytes: Uint8Array, start: number, end: number): number {
  let i = start
  while (i < end && bytes[i] !== BLANK) i++
  i++
  while (i < end && bytes[i] !== BLANK && bytes[i] !== 0x3f) i++
  return Math.min(i, end)
}

/** `.webmanifest` */
const LONGEST_ENDING = 12

function lastDot(bytes: Uint8Array, start: number, end: number): number {
  for (let i = end - 1; i >= start; i--) if (bytes[i] === DOT) return i
  return -1
}

/** FNV-1a. */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let h = 0x811c9dc5
  for (let i = start; i < end; i++) h = Math.imul(h ^ bytes[i], 0x01000193)
  return h >>> 0
}

function mix(a: number, b: number): number {
  return (Math.imul(a ^ b, 0x9e3779b1) ^ (a >>> 15)) >>> 0
}
