/**
 * Formats that are told by a pattern of their own. Their patterns are one automaton, so a single look at the beginning of a
 * line proves that it is of none of them; else they are asked one by one, in the order of the readable ones.
 */
import type { Format } from '../../parse/format.ts'
import { bodies, formatNames, selfDescribing } from '../../parse/index.ts'
import type { ByteFields } from '../byte-fields.ts'
import { OTHER, READ, UNSURE, type ByteContext, type ByteFormat } from '../byte-format.ts'
import { ByteGroups } from '../pattern/byte-groups.ts'
import { BytePattern } from '../pattern/byte-pattern.ts'
import { END, type ByteSet } from '../pattern/byte-set.ts'
import { parsePattern, requires } from '../pattern/syntax.ts'
import { reach } from '../reach.ts'
import { mayBePostgres, postgres } from './postgres.ts'
import { byteWritten } from './written.ts'

const QUOTE = 34
/** These are told by other means than a pattern for bytes. */
const WITHOUT_PATTERN: ReadonlySet<string> = new Set(['json', 'logfmt', 'postgres'])

const patterned = selfDescribing.filter(({ name }) => !WITHOUT_PATTERN.has(name))
const patterns = patterned.flatMap(({ pattern }) => pattern ?? [])
const isComplete = patterns.length === patterned.length
const withQuote = union(patterns)
const withoutQuote = union(patterns.filter((pattern) => !hasQuote(pattern)))

/** Whether no line fits that has no quote. */
function hasQuote(pattern: RegExp): boolean {
  const tree = parsePattern(pattern, true)
  return tree !== undefined && requires(tree, QUOTE)
}

function union(all: readonly RegExp[]): BytePattern | undefined {
  const sources = all.map(({ source }) => unnamed(source.replace(/^\^/, '')))
  return isComplete ? BytePattern.loose(new RegExp(`^(?:${sources.join('|')})`, 's')) : undefined
}

/** Names of groups must not come twice in one expression. */
function unnamed(source: string): string {
  return source.replace(/\(\?<\w+>/g, '(?:')
}

/** Asked whether a line is of a format, and what it tells then. */
interface Candidate {
  readonly format: number
  readonly reader: Pick<ByteFormat, 'read'>
  /** What its lines may begin with. */
  readonly first: ByteSet
}

const anywhere: ByteSet = new Uint8Array(END + 1).fill(1)

function candidateOf({ name, pattern, writing }: Format): Candidate {
  const first = (pattern && ByteGroups.of(pattern)?.first) ?? anywhere
  const reader = (writing && byteWritten(writing)) ?? unread(pattern && BytePattern.of(pattern))
  return { format: formatNames.indexOf(name), reader, first }
}

/** Of a format that the readable reader alone reads. */
function unread(pattern: BytePattern | undefined): Candidate['reader'] {
  return { read: (bytes, start, end) => (pattern?.match(bytes, start, end) === -1 ? OTHER : UNSURE) }
}

/** By the byte a line begins with. */
type Candidates = readonly (readonly Candidate[])[]

function byFirst(candidates: readonly Candidate[]): Candidates {
  return Array.from({ length: END + 1 }, (_, byte) => candidates.filter(({ first }) => first[byte] === 1))
}

const candidates = patterned.map(candidateOf)
const bodyFormats = new Set(bodies.map(({ name }) => formatNames.indexOf(name)))

/** Whether the line before was of one of them: the next one will be, so all need not be asked at once first. */
let wasOther = false

/** OTHER where the line is of none of them; the fields are clear then. */
type ReadOther = (
  bytes: Uint8Array,
  start: number,
  end: number,
  isQuoted: boolean,
  fields: ByteFields,
  context: ByteContext,
) => number

export const readOther = readerOf(byFirst(candidates))
/** The same for what stands behind a header. */
export const readOtherBody = readerOf(byFirst(candidates.filter(({ format }) => bodyFormats.has(format))))

function readerOf(among: Candidates): ReadOther {
  return (bytes, start, end, isQuoted, fields, context) => {
    const any = isQuoted ? withQuote : withoutQuote
    if (!any) return UNSURE
    if (wasOther || any.match(bytes, start, end) !== -1) {
      // How far they look is not known.
      reach.isOdd = true
      for (const { format, reader } of among[start < end ? bytes[start] : END]) {
        const found = reader.read(bytes, start, end, fields, context)
        if (found === OTHER) continue
        wasOther = true
        fields.format = format
        return found === READ && !mayBePostgres(bytes, start, end, context.receivedAt) ? READ : UNSURE
      }
    }
    wasOther = false
    return mayBePostgres(bytes, start, end, context.receivedAt)
      ? postgres.read(bytes, start, end, fields, context)
      : OTHER
  }
}
