/**
 * Formats that have no scanner over bytes. Their patterns are one automaton, so a single look at the beginning of a line
 * proves that it is of none of them.
 */
import { selfDescribing } from '../../parse/index.ts'
import { BytePattern } from '../pattern/byte-pattern.ts'
import { isDigit } from './chars.ts'
import { NextByte } from './next-byte.ts'
import { byteTimeForm, UNSURE_TIME } from './time.ts'

/** These are told by other means than a pattern for bytes. */
const WITHOUT_PATTERN: ReadonlySet<string> = new Set(['json', 'logfmt', 'postgres'])

const others = selfDescribing.filter(({ name }) => !WITHOUT_PATTERN.has(name))
const sources = others.map(({ pattern }) => pattern?.source.replace(/^\^/, '') ?? '')
const any = sources.includes('') ? undefined : BytePattern.loose(new RegExp(`^(?:${sources.map(unnamed).join('|')})`))

/** Names of groups must not come twice in one expression. */
function unnamed(source: string): string {
  return source.replace(/\(\?<\w+>/g, '(?:')
}

const iso = byteTimeForm('iso')
const LONGEST_PREFIX = 200
const colon = new NextByte(58)

/** Whether a line may be of a format that is read by the readable reader alone, or of one of those with a pattern. */
export function mayBeOther(bytes: Uint8Array, start: number, end: number, receivedAt: number): boolean {
  return !any || any.match(bytes, start, end) !== -1 || mayBePostgres(bytes, start, end, receivedAt)
}

/** A time, and not far behind it a colon with two blanks. */
function mayBePostgres(bytes: Uint8Array, start: number, end: number, receivedAt: number): boolean {
  if (!isDigit(bytes[start])) return false
  const stop = Math.min(end, start + LONGEST_PREFIX + LONGEST_TIME)
  let at = start
  do at = colon.from(bytes, at + 1)
  while (at < stop && !(bytes[at + 1] === 32 && bytes[at + 2] === 32))
  return at + 2 < stop && iso !== undefined && isTimeAt(iso.read(bytes, start, end, receivedAt))
}

const LONGEST_TIME = 60

function isTimeAt(found: number): boolean {
  return found >= 0 || found === UNSURE_TIME
}
