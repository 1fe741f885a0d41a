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
import { isOurs, parseAddress } from './addresses.ts'
import { lastColumn, lastForwarded } from './forwarded.ts'
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

  /** For a request from somebody who was not seen before; undefined when there are too many, or nobody. */
  function newCell(batch: RecordBatch, row: number, engine: Engine, list: number): Cell | undefined {
    const { chunk, service, ipStart, ipEnd, end } = batch
    const { bytes } = chunk
    if (cells.length >= MOST_CELLS || !mayBeAddress(bytes, ipStart[row], ipEnd[row])) return undefined
    const told = text.latin1(bytes, ipStart[row], ipEnd[row])
    const peer = isCanonicalV4(bytes, ipStart[row], ipEnd[row]) ? told : parseAddress(told)
    if (peer === undefined) return undefined
    const ip = list === -1 ? peer : (lastForwarded(text.latin1(bytes, list, end[row] - 1)) ?? peer)
    return { window, service: engine.names[service[row]], ip, count: 0 }
  }

  /** Where it begins: for whom a proxy of our own asked. */
  function listOf({ chunk: { bytes }, start, end, ipStart, ipEnd }: RecordBatch, row: number): number {
    const list = lastColumn(bytes, start[row], end[row])
    return list !== -1 && isOurs(text.latin1(bytes, ipStart[row], ipEnd[row])) ? list : -1
  }

  function cellOf(batch: RecordBatch, row: number, engine: Engine, view: DataView): number {
    const address = hashOfSpan(view, batch.ipStart[row], batch.ipEnd[row])
    const list = listOf(batch, row)
    const asker = list === -1 ? address : mix(address, hashOfSpan(view, list, batch.end[row]))
    const key = mix(mix(asker, batch.service[row]), window / WINDOW_MS)
    let cell = index.first(key)
    while (cell >= 0 && keys[cell] !== key) cell = index.next(cell)
    if (cell >= 0) return cell
    const made = newCell(batch, row, engine, list)
    if (made === undefined) return NOBODY
    keys[cells.length] = key
    cells.push(made)
    return index.add(key)
  }

  return {
    add(batch, row, engine, view, time) {
      if (batch.ipEnd[row] === batch.ipStart[row]) return false
      const bin = binOf(batch.chunk.bytes, batch.messageStart[row], batch.messageEnd[row])
      if (bin === ODD_REQUEST) return false
      if (!isWithin(window, time)) window = windowOf(Number.isNaN(time) ? 0 : time)
      const cell = cellOf(batch, row, engine, view)
      if (cell === NOBODY) return true
      cells[cell].count++
      if (bin !== STATIC_FILE) paths.add(cell, bin)
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
  const bins: number[] = []
  for (let i = 0; i < counted.length; i += 2) bins.push(counted[i])
  return bins.length > 1 ? bins.sort((a, b) => a - b) : bins
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

const ODD_REQUEST = -1
const STATIC_FILE = -2

/**
 * Of `GET /path?query HTTP/1.1`: the bin of what stands before the query, by FNV-1a, so that it is the same wherever it is
 * counted. Requests with anything in them that an attack would need have none, and files that pages bring along.
 */
function binOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  let odd = 0
  let before = 0
  let blanks = 0
  let dot = start - 1
  let i = start
  for (; i < end; i++) {
    const byte = bytes[i]
    if (byte === BLANK && ++blanks === 2) break
    if (byte === QUERY && blanks === 1) break
    if (byte === DOT) dot = i
    const kind = oddities[byte]
    odd |= (kind & ODD) | (kind & before)
    before = kind
    hash = Math.imul(hash ^ byte, 0x01000193)
  }
  if (odd !== 0 || isOdd(bytes, i, end)) return ODD_REQUEST
  return dot >= start && isStaticEnding(bytes, dot + 1, i) ? STATIC_FILE : (hash >>> 0) % PATH_BINS
}

function isOdd(bytes: Uint8Array, start: number, end: number): boolean {
  let odd = 0
  let before = 0
  for (let i = start; i < end; i++) {
    const kind = oddities[bytes[i]]
    odd |= (kind & ODD) | (kind & before)
    before = kind
  }
  return odd !== 0
}

/** Endings in lower case, by their length. */
const endings: Uint8Array[][] = []
for (const ending of staticEndings) {
  const chars = Uint8Array.from(ending, (char) => char.charCodeAt(0))
  ;(endings[chars.length] ??= []).push(chars)
}

function isStaticEnding(bytes: Uint8Array, start: number, end: number): boolean {
  const known = end - start < endings.length ? endings[end - start] : undefined
  if (known === undefined) return false
  for (const ending of known) if (isEnding(bytes, start, ending)) return true
  return false
}

function isEnding(bytes: Uint8Array, at: number, ending: Uint8Array): boolean {
  for (let i = 0; i < ending.length; i++) if (lowerCase(bytes[at + i]) !== ending[i]) return false
  return true
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

/** As nearly all are written: four numbers up to 255 without leading zeros. */
function isCanonicalV4(bytes: Uint8Array, start: number, end: number): boolean {
  let dots = 0
  let number = -1
  for (let i = start; i < end; i++) {
    const byte = bytes[i]
    if (byte === DOT) {
      if (number < 0 || ++dots > 3) return false
      number = -1
    } else {
      if (byte < 0x30 || byte > 0x39 || number === 0) return false
      number = Math.max(0, number) * 10 + byte - 0x30
      if (number > 255) return false
    }
  }
  return dots === 3 && number >= 0
}

function mix(a: number, b: number): number {
  return Math.imul(a ^ b, 0x9e3779b1) ^ (a >>> 15)
}
