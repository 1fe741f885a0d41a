/**
 * How much evidence a word asks for before its position is taken for a variable. Depends on the word and its neighbours
 * only, never on what was seen before: so the order of arrival changes nothing.
 */
import { isDigit } from '../ascii.ts'
import type { Evidence } from './evidence.ts'
import { isFunctionWord, isWord } from './shape.ts'
import { BLANK, WILDCARD } from './tokens.ts'

/** Words that are followed by a name more often than not. */
const NAMING = new Set(['user', 'host', 'uid', 'account', 'from', 'by', 'for', 'node'])
/** Nouns that are followed by the name or state of the thing. */
const THINGS = new Set(
  'client group queue service thread table topic domain interface state status mode reason pool module plugin zone cluster partition device driver role type phase level'.split(
    ' ',
  ),
)
/** Underscores, dots, digits and capitals inside a word are what names are made of, not sentences. */
const NAME_LIKE = /[\d_.@$\\/-]|[a-z][A-Z]/
/** `eth0`: what differs in its number only is counted. */
const NUMBERED = /^[A-Za-z][A-Za-z_-]*\d+$/
const CONSTANT = /^[A-Z]+(?:_[A-Z]+)+$/
/** `LEADING`: a state by its name, that a statement may be about. */
const STATE = /^[A-Z]{3,}$/
const PARTICIPLE = /[a-z](?:ed|ing)$/

/** So many other words are not alike by chance. */
const LONG_SENTENCE = 4
const SUBJECT_OTHER_WORDS = 3
const BRACKETED_OTHER_WORDS = 5

export function suspicion(tokens: readonly string[], at: number, otherWords: number, evidence: Evidence): number {
  const token = tokens[at]
  if (otherWords === 0 || (at === 0 && otherWords === 1)) return Number.POSITIVE_INFINITY
  const { statementWord, likelyValue } = evidence
  const next = tokens[at + 1]
  // What is called is what the statement tells of.
  if (next === '(' && tokens[at + 2] === ')') return statementWord
  if (isDigit(token.charCodeAt(token.length - 1)) && otherWords > 1 && NUMBERED.test(token)) return likelyValue
  if (at === 0 && next === ':' && tokens[at + 2] === BLANK && otherWords >= SUBJECT_OTHER_WORDS) return evidence.subject
  if (next === '=') return token.includes('.') ? evidence.dottedKey : statementWord
  if (at === 0 && NAME_LIKE.test(token) && otherWords >= LONG_SENTENCE) return evidence.constantName
  if (at === 0 || otherWords <= 1 || isVerb(tokens, at)) return statementWord
  if (NAME_LIKE.test(token)) return CONSTANT.test(token) ? evidence.constantName : likelyValue
  const before = tokens[at - 1] === BLANK ? tokens[at - 2]?.toLowerCase() : ''
  if (NAMING.has(before)) return evidence.behindNaming
  if (otherWords >= BRACKETED_OTHER_WORDS && isBracketed(tokens, at)) return evidence.bracketedWord
  if (next === ':') return statementWord
  if (PARTICIPLE.test(token)) return isState(tokens, at, before) ? evidence.stateParticiple : statementWord
  const { anyWord, anyWordLeast, stateWord } = evidence
  const plain = otherWords < LONG_SENTENCE ? anyWord : anyWordLeast
  if (STATE.test(token)) return Math.max(plain, stateWord)
  return THINGS.has(before) && !isFunctionWord(token) ? Math.min(plain, evidence.behindThing) : plain
}

/** One word in brackets names what was told of before them. */
function isBracketed(tokens: readonly string[], at: number): boolean {
  const before = tokens[at - 1]
  return (before === '(' && tokens[at + 1] === ')') || (before === '[' && tokens[at + 1] === ']')
}

const BEFORE_VERB = new Set(
  "cannot can't couldn't could can will won't would must should shall may might didn't doesn't don't not".split(' '),
)
const BEFORE_TO = new Set(
  'failed failure fails failing unable able trying tried attempting attempt about going refusing need'.split(' '),
)

/** What was to be done: `failed to open`, `cannot open`. */
export function isVerb(tokens: readonly string[], at: number): boolean {
  if (tokens[at - 1] !== BLANK) return false
  const before = tokens[at - 2]?.toLowerCase()
  return before === 'to'
    ? tokens[at - 3] === BLANK && BEFORE_TO.has(tokens[at - 4]?.toLowerCase())
    : BEFORE_VERB.has(before)
}

/** `is locked`, `is now idle`, `set to balanced`: at the end of a sentence a participle behind these is a state. */
const TELLING = new Set(['is', 'now', 'to'])

function isState(tokens: readonly string[], at: number, before: string): boolean {
  return TELLING.has(before) && tokens[at + 1] !== BLANK
}

/** What stands before the `>` of an arrow. */
const SHAFTS = new Set(['-', '--', '='])
const ARROW_TOKENS = 5
const TO_TOKENS = 4

/** Two words are what something was and what it is now, by what is between them: `A -> B`, `from A to B`. */
export function isChange(tokens: readonly string[], from: number, to: number): boolean {
  if (to >= tokens.length || tokens[from + 1] !== BLANK || tokens[to - 1] !== BLANK) return false
  if (to - from === TO_TOKENS) return tokens[from + 2] === 'to' && tokens[from - 2] === 'from'
  return to - from === ARROW_TOKENS && tokens[from + 3] === '>' && SHAFTS.has(tokens[from + 2])
}

/** Position of what the word at `from` changed into. */
export function changedAt(tokens: readonly string[], from: number): number | undefined {
  if (isChange(tokens, from, from + TO_TOKENS)) return from + TO_TOKENS
  return isChange(tokens, from, from + ARROW_TOKENS) ? from + ARROW_TOKENS : undefined
}

/** How a request ended is what its line says, however many ways there are. */
const STATUS_CLASS = /^[1-5]xx$/

export function isVariableWord(token: string): boolean {
  return token !== WILDCARD && isWord(token) && (token.length !== 3 || !STATUS_CLASS.test(token))
}

/** Whether a word that was a value once is likely to be one elsewhere. */
export function namesSomething(word: string): boolean {
  return isVariableWord(word) && word.length > 1 && !PARTICIPLE.test(word) && !isFunctionWord(word)
}

export function isParticiple(word: string): boolean {
  return PARTICIPLE.test(word)
}
