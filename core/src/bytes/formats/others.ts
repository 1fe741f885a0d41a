/**
 * Formats that have no scanner over bytes. Their patterns are one automaton, so a single look at the beginning of a line
 * proves that it is of none of them.
 */
import { isDigit } from '../../ascii.ts'
import { selfDescribing } from '../../parse/index.ts'
import { BytePattern } from '../pattern/byte-pattern.ts'
import { parsePattern, requires } from '../pattern/syntax.ts'
import { byteTimeForm, UNSURE_TIME } from './time.ts'

const QUOTE = 34
/** These are told by other means than a pattern for bytes. */
const WITHOUT_PATTERN: ReadonlySet<string> = new Set(['json', 'logfmt', 'postgres'])

const others = selfDescribing.filter(({ name }) => !WITHOUT_PATTERN.has(name))
const patterns = others.flatMap(({ pattern }) => pattern ?? [])
const isComplete = patterns.length === others.length
const withQuote = union(patterns)
const withoutQuote = union(patterns.filter((pattern) => !hasQuote(pattern)))

/** Whether no line fits that has no quote. */
function hasQuote(pattern: RegExp): boolean {
  const tree = parsePattern(pattern, true)
  return tree !== undefined && requires(tree, QUOTE)
}

function union(all: readonly RegExp[]): BytePattern | undefined {
  const sources = all.map(({ source }) => unnamed(source.replace(/^\^/, '')))
  return isComplete ? BytePattern.loose(new RegExp(`^(?:${sources.join('|')})`)) : undefined
}

/** Names of groups must not come twice in one expression. */
function unnamed(source: string): string {
  return source.replace(/\(\?<\w+>/g, '(?:')
}

const iso = byteTimeForm('iso')
const LONGEST_PREFIX = 200
const LONGEST_TIME = 60
const SHORTEST_TIME = 14
const BLANK = 32
const COLON = 58

/** Whether a line may be of a format that is read by the readable reader alone, or of one of those with a pattern. */
export function mayBeOther(
  bytes: Uint8Array,
  start: number,
  end: number,
  isQuoted: boolean,
  receivedAt: number,
): boolean {
  const any = isQuoted ? withQuote : withoutQuote
  return !any || any.match(bytes, start, end) !== -1 || mayBePostgres(bytes, start, end, receivedAt)
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
