/**
 * How many different words must have stood at a position, the rest equal, before the position is taken for a variable.
 * Depends on the word and its neighbours only, never on what was seen before: so the order of arrival changes nothing.
 */
import { isWord } from './shape.ts'
import { BLANK, WILDCARD } from './tokens.ts'

const ANY_WORD = 6
const ANY_WORD_LEAST = 4
const STATEMENT_WORD = 8
const DOTTED_KEY = 4
export const LIKELY_VALUE = 2

/** Words that are followed by a name more often than not. */
const NAMING = new Set(['user', 'host', 'uid', 'account', 'from', 'by', 'for', 'node'])
const UNITS = new Set(
  'B b byte bytes KB kB kb MB mb GB gb TB KiB MiB GiB TiB K M G ns us µs ms msec sec secs second seconds s min mins minute minutes h hour hours day days'.split(
    ' ',
  ),
)

/** Underscores, dots, digits and capitals inside a word are what names are made of, not sentences. */
const NAME_LIKE = /[\d_.@$-]|[a-z][A-Z]/
const PARTICIPLE = /[a-z](?:ed|ing)$/

export function suspicion(tokens: readonly string[], at: number, otherWords: number): number {
  const token = tokens[at]
  if (otherWords === 0) return Number.POSITIVE_INFINITY
  if (isUnit(tokens, at)) return LIKELY_VALUE
  if (tokens[at + 1] === '=') return token.includes('.') ? DOTTED_KEY : STATEMENT_WORD
  if (at === 0 || tokens[at + 1] === ':' || otherWords <= 1) return STATEMENT_WORD
  if (NAME_LIKE.test(token)) return LIKELY_VALUE
  if (tokens[at - 1] === BLANK && NAMING.has(tokens[at - 2]?.toLowerCase())) return LIKELY_VALUE
  if (PARTICIPLE.test(token)) return STATEMENT_WORD
  return Math.max(ANY_WORD_LEAST, Math.min(ANY_WORD, 7 - Math.floor(otherWords / 2)))
}

/** Number and unit are one value as soon as the unit varies. */
export function isUnit(tokens: readonly string[], at: number): boolean {
  return at >= 2 && tokens[at - 1] === BLANK && tokens[at - 2] === WILDCARD && UNITS.has(tokens[at])
}

/** How a request ended is what its line says, however many ways there are. */
const STATUS_CLASS = /^[1-5]xx$/

export function isVariableWord(token: string): boolean {
  return token !== WILDCARD && isWord(token) && !STATUS_CLASS.test(token)
}
