/**
 * Requests that were served well tell nothing one by one, and there are very many. They are counted per address and
 * window, with a sketch of how many different paths they were for (linear counting), and leave as one event each.
 * Works on bytes: no string per line.
 */
import { PairCounts } from '../aggregate/pair-counts.ts'
import { isWithin, WINDOW_MS, windowOf } from '../aggregate/window.ts'
import { hashOfSpan } from '../byte-span.ts'
import { HashIndex } from '../hash-index.ts'
import type { Text } from '../ports/text.ts'
import type { Engine, RecordBatch } from '../record.ts'
import { parseAddress } from './addresses.ts'
import { PATH_BINS, type SecurityEvent } from './event.ts'
import { staticEndings } from './paths.ts'

/** Addresses counted at a time; more than that are not each worth counting. */
const MOST_CELLS = 20_000
const NOBODY = -1

interface Cell {
  readonly window: number
  readonly service: string
  readonly ip: string
  count: number
}

export interface ServedTally {
  /**
   * Takes a request served well; true when it was counted: nothing else is to be read from it. `view` is of the bytes of
   * the chunk.
   */
  add(batch: RecordBatch, row: number, engine: Engine, view: DataView, time: number): boolean
  take(): SecurityEvent[]
}

export function servedTally(text: Text): ServedTally {
  const index = new HashIndex()
  const keys = new Int32Array(MOST_CELLS)
  const paths = new PairCounts()
  let cells: Cell[] = []
  // Of the last request: most belong to the same.
  let window = Number.NaN

  /** Counts for a request from somebody who was not seen before; undefined when there are too many, or nobody. */
  function newCell({ chunk, service, ipStart, ipEnd }: RecordBatch, row: number, engine: Engine): Cell | undefined {
    const { bytes } = chunk
    if (cells.length >= MOST_CELLS || !mayBeAddress(bytes, ipStart[row], ipEnd[row])) return undefined
    const ip = parseAddress(text.latin1(bytes, ipStart[row], ipEnd[row]))
    if (ip === undefined) return undefined
    return { window, service: engine.names[service[row]], ip, count: 0 }
  }

  function cellOf(batch: RecordBatch, row: number, engine: Engine, view: DataView): number {
    const address = hashOfSpan(view, batch.ipStart[row], batch.ipEnd[row])
    const key = mix(mix(address, batch.service[row]), window / WINDOW_MS)
    let cell = index.first(key)
    while (cell >= 0 && keys[cell] !== key) cell = index.next(cell)
    if (cell >= 0) return cell
    const made = newCell(batch, row, engine)
    if (made === undefined) return NOBODY
    keys[cells.length] = key
    cells.push(made)
    return index.add(key)
  }

  return {
    add(batch, row, engine, view, time) {
      const { bytes } = batch.chunk
      const start = batch.messageStart[row]
      const end = batch.messageEnd[row]
      if (batch.ipEnd[row] === batch.ipStart[row] || !isPlain(bytes, start, end)) return false
      if (!isWithin(window, time)) window = windowOf(Number.isNaN(time) ? 0 : time)
      const cell = cellOf(batch, row, engine, view)
      if (cell === NOBODY) return true
      cells[cell].count++
      const endOfPath = pathEnd(bytes, start, end)
      if (!isStaticFile(bytes, start, endOfPath)) paths.add(cell, hash(bytes, start, endOfPath) % PATH_BINS)
      return true
    },
    take() {
      const events = cells.map((cell, i) => eventOf(cell, binsOf(paths.of(i))))
      index.clear()
      paths.clear()
      cells = []
      return events.sort((a, b) => a.time - b.time || (a.service < b.service ? -1 : 1))
    },
  }
}

/** Of bins and counts by turns. */
function binsOf(counted: readonly number[]): number[] {
  return counted.filter((_, i) => i % 2 === 0).sort((a, b) => a - b)
}

function eventOf({ window, service, ip, count }: Cell, paths: readonly number[]): SecurityEvent {
  return { time: window, kind: 'request', service, ip, count, paths, shape: '', sample: '' }
}

/** Bytes that attacks on a path need: quotes, angle brackets, escapes, braces, two dots. */
const ODD = 1
const DOTTED = 2
const oddities = new Uint8Array(256)
for (const char of '%\'"<>`${}|;()\\^') oddities[char.charCodeAt(0)] = ODD
const DOT = 0x2e
const BLANK = 0x20
const QUERY = 0x3f
oddities[DOT] = DOTTED

/** Nothing in the request that an attack would need. */
function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  let odd = 0
  let before = 0
  for (let i = start; i < end; i++) {
    const at = oddities[bytes[i]]
    odd |= (at & ODD) | (at & before)
    before = at
  }
  return odd === 0
}

/** Of `GET /path?query HTTP/1.1`: where the path ends. */
function pathEnd(bytes: Uint8Array, start: number, end: number): number {
  let i = start
  while (i < end && bytes[i] !== BLANK) i++
  i++
  while (i < end && bytes[i] !== BLANK && bytes[i] !== QUERY) i++
  return Math.min(i, end)
}

/** Endings in lower case, by their length. */
const endings: Uint8Array[][] = []
for (const ending of staticEndings) {
  const chars = Uint8Array.from(ending, (char) => char.charCodeAt(0))
  ;(endings[chars.length] ??= []).push(chars)
}

function isStaticFile(bytes: Uint8Array, start: number, end: number): boolean {
  const first = Math.max(start + 1, end - endings.length + 1)
  for (let i = end - 1; i >= first - 1; i--) {
    if (bytes[i] === DOT) return endings[end - i - 1]?.some((ending) => isEnding(bytes, i + 1, ending)) ?? false
  }
  return false
}

function isEnding(bytes: Uint8Array, at: number, ending: Uint8Array): boolean {
  return ending.every((char, i) => char === lowerCase(bytes[at + i]))
}

function lowerCase(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte
}

/** Digits, the hex ones too, dots and colons; names of hosts mostly are more. */
const addressBytes = new Uint8Array(256)
for (const char of '0123456789abcdefABCDEF.:') addressBytes[char.charCodeAt(0)] = 1

function mayBeAddress(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (addressBytes[bytes[i]] === 0) return false
  return true
}

/** FNV-1a: the bins of paths are the same wherever they are counted. */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let h = 0x811c9dc5
  for (let i = start; i < end; i++) h = Math.imul(h ^ bytes[i], 0x01000193)
  return h >>> 0
}

function mix(a: number, b: number): number {
  return Math.imul(a ^ b, 0x9e3779b1) ^ (a >>> 15)
}
