/**
 * PostgreSQL over bytes, as parse/postgres.ts reads it. A server writes few different prefixes, but for the time before
 * them, so each is read once and then known by its bytes.
 */
import { isDigit } from '../../ascii.ts'
import { formatNames } from '../../parse/index.ts'
import { LONGEST_PREFIX, postgres as readable, readPrefix, type PostgresPrefix } from '../../parse/postgres.ts'
import { OTHER, READ, UNSURE, type ByteFormat } from '../byte-format.ts'
import { ByteMap } from '../byte-map.ts'
import { BytePattern } from '../pattern/byte-pattern.ts'
import { latin1 } from './chars.ts'
import { written } from './time-parts.ts'
import { byteTimeForm, UNSURE_TIME } from './time.ts'

const MAX_PREFIXES = 10_000
const LONGEST_TIME = 60
const SHORTEST_TIME = 14
const BLANK = 32
const COLON = 58
/** Two blanks, and what is none. */
const BEHIND_COLON = 3

const FORMAT = formatNames.indexOf('postgres')
const iso = byteTimeForm('iso')
const line = readable.pattern && BytePattern.of(readable.pattern)

/** By number; undefined for what is none. */
let prefixes: (PostgresPrefix | undefined)[] = []
const numbers = new ByteMap(MAX_PREFIXES, latin1, numberOf)

/** Of a prefix and the byte behind it. The map forgets all when it is full, and each of its entries is one here. */
function numberOf(text: string): number {
  if (prefixes.length >= MAX_PREFIXES) prefixes = []
  const prefix = readPrefix(text)
  return prefixes.push(prefix?.end === text.length - 1 ? prefix : undefined) - 1
}

export const postgres: ByteFormat = {
  name: 'postgres',
  read(bytes, start, end, fields, { receivedAt }) {
    const found = line ? line.match(bytes, start, end) : UNSURE
    if (found === -1) return OTHER
    const timeEnd = iso?.read(bytes, start, end, receivedAt) ?? UNSURE_TIME
    if (found < 0 || timeEnd < 0) return UNSURE
    const { time } = written
    const stop = Math.min(end, timeEnd + LONGEST_PREFIX) - BEHIND_COLON
    for (let at = timeEnd; at < stop; at++) {
      if (bytes[at] !== COLON || bytes[at + 1] !== BLANK || bytes[at + 2] !== BLANK) continue
      // Asked first: that may be when all are forgotten.
      const number = numbers.of(bytes, timeEnd, at + 1 + BEHIND_COLON)
      const prefix = prefixes[number]
      if (!prefix) continue
      fields.format = FORMAT
      fields.time = time
      fields.level = prefix.level
      fields.messageStart = timeEnd + prefix.end
      fields.messageEnd = end
      fields.userStart = timeEnd + prefix.user[0]
      fields.userEnd = timeEnd + prefix.user[1]
      fields.ipStart = timeEnd + prefix.ip[0]
      fields.ipEnd = timeEnd + prefix.ip[1]
      return READ
    }
    return UNSURE
  },
}

/** A time, and not far behind it a colon with two blanks. */
export function mayBePostgres(bytes: Uint8Array, start: number, end: number, receivedAt: number): boolean {
  if (!isDigit(bytes[start])) return false
  const stop = Math.min(end, start + LONGEST_PREFIX + LONGEST_TIME)
  for (let i = start + SHORTEST_TIME; i < stop; i += 2) {
    if (bytes[i] !== BLANK) continue
    const isFirst = bytes[i - 1] === COLON && bytes[i + 1] === BLANK
    const isSecond = bytes[i - 1] === BLANK && bytes[i - 2] === COLON
    if (isFirst || isSecond) return isTimeAt(iso?.read(bytes, start, end, receivedAt) ?? UNSURE_TIME)
  }
  return false
}

function isTimeAt(found: number): boolean {
  return found >= 0 || found === UNSURE_TIME
}
