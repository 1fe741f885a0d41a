/**
 * Where a row may hold a text that varies as a whole: what stands in quotes or brackets, behind the last colon, or tells
 * why something failed.
 */
import type { Evidence } from './evidence.ts'
import { isList, isQuotedList } from './lists.ts'
import { endOfSentence } from './slots.ts'
import type { Cut } from './token-hash.ts'
import { BLANK, WILDCARD } from './tokens.ts'
import { asking, wordsIn, type Variable } from './variable.ts'

const CLOSING = new Map([
  ['"', '"'],
  ["'", "'"],
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
])

export function textVariables(tokens: readonly string[], words: number, evidence: Evidence): Variable[] {
  const found: Variable[] = []
  let tail = -1
  for (let at = 0; at < tokens.length; at++) {
    const closing = CLOSING.get(tokens[at])
    const end = closing ? tokens.indexOf(closing, at + 1) : -1
    if (end > at) {
      addText(found, tokens, { from: at + 1, to: end }, words, evidence)
      at = end
    } else if (endsClause(tokens, at)) tail = at + 2
    else if (tokens[at] === '=' && tokens[at + 1] !== BLANK) tail = at + 1
  }
  const to = endOfSentence(tokens)
  if (tail > 1 && tail < to) addTail(found, tokens, { from: tail, to }, words, evidence)
  for (const from of reasonsAt(tokens)) addReason(found, tokens, { from, to }, words, evidence)
  return found
}

const FAILURE =
  /^(?:fail(?:s|ed|ing|ures?)?|err(?:ors?)?|exceptions?|cannot|can't|couldn't|could|unable|reason|cause|due)$/i
const LONG_FAILURE = 6
/** Shorter heads may be those of different statements: `Error: `. */
const REASON_OTHER_WORDS = 3

/** Behind colons once a failure was told of, up to that of `failed: ` or `error: `; or behind `due to `. */
function reasonsAt(tokens: readonly string[]): Set<number> {
  const found = new Set<number>()
  let isFailure = false
  for (let at = 0; at + 2 < tokens.length; at++) {
    // Blanks and delimiters are half of them.
    isFailure ||= tokens[at].length > 1 && FAILURE.test(tokens[at])
    const isEnd = isFailure && endsClause(tokens, at)
    if (isEnd) found.add(at + 2)
    if (isEnd && FAILURE.test(tokens[at - 1])) break
    if (tokens[at] === 'to' && tokens[at - 2] === 'due') return found.add(at + 2)
  }
  return found
}

function addReason(found: Variable[], tokens: readonly string[], cut: Cut, words: number, evidence: Evidence): void {
  const within = wordsIn(tokens, cut)
  if (within > 0 && words - within >= REASON_OTHER_WORDS)
    found.push({
      cuts: [cut],
      isCompound: true,
      ...asking(words - within >= LONG_FAILURE ? evidence.reasonOfMuch : evidence.reason),
    })
}

/** `: ` or ` - `: what follows says more of what stands before. */
function endsClause(tokens: readonly string[], at: number): boolean {
  if (tokens[at + 1] !== BLANK) return false
  return tokens[at] === ':' || (tokens[at] === '-' && tokens[at - 1] === BLANK)
}

function addText(found: Variable[], tokens: readonly string[], cut: Cut, words: number, evidence: Evidence): void {
  const within = wordsIn(tokens, cut)
  const isQuotedText = tokens[cut.to] === tokens[cut.from - 1]
  if (within === 0 || (cut.to - cut.from === 1 && !isQuotedText) || words - within < (isQuotedText ? 1 : 2)) return
  const { bracketedList, bracketedText, quotedList, tail } = evidence
  if (isQuotedText) found.push({ cuts: [cut], ...asking(neededOfQuoted(tokens, cut, words - within, evidence)) })
  else if (isQuotedList(tokens, cut)) found.push({ cuts: [cut], ...asking(quotedList) })
  else if (isList(tokens, cut)) found.push({ cuts: [cut], ...asking(bracketedList) })
  else if (within > 1 && isPlainText(tokens, cut)) found.push({ cuts: [cut], isSentence: true, ...asking(tail) })
  else found.push({ cuts: [cut], ...asking(bracketedText) })
}

/** A quoted text with values in it may be a statement of its own, as request lines are. */
function neededOfQuoted(tokens: readonly string[], { from, to }: Cut, others: number, evidence: Evidence): number {
  if (tokens.slice(from, to).includes(WILDCARD)) return Number.POSITIVE_INFINITY
  const isTold = tokens[from - 2] === BLANK && tokens[from - 3] === ':'
  return to === from + 1 && others >= QUOTED_OTHER_WORDS && !isTold ? evidence.quotedWord : evidence.quotedText
}

const QUOTED_OTHER_WORDS = 3

function addTail(found: Variable[], tokens: readonly string[], cut: Cut, words: number, evidence: Evidence): void {
  const within = wordsIn(tokens, cut)
  const isNamedList = isList(tokens, cut)
  if (!isNamedList && !isPlainText(tokens, cut)) return
  const isOneWord = cut.to === cut.from + 1
  if (within === 0 || words - within < (isNamedList && !isOneWord ? 1 : 2) || isOnePiece(tokens, cut.from)) return
  found.push({ cuts: [cut], isSentence: !isNamedList, ...asking(isNamedList ? evidence.tailList : evidence.tail) })
}

/** `core:disk: ` is the name of a part of the program. */
function isOnePiece(tokens: readonly string[], behind: number): boolean {
  return behind > 3 && tokens.lastIndexOf(BLANK, behind - 2) < 0
}

const MAX_TAIL_TOKENS = 15

/** Words and values only: what has brackets, quotes or fields is made of more than one variable. */
function isPlainText(tokens: readonly string[], { from, to }: Cut): boolean {
  if (to - from > MAX_TAIL_TOKENS) return false
  for (let i = from; i < to; i++) if (STRUCTURE.has(tokens[i])) return false
  return true
}

const STRUCTURE = new Set(['(', ')', '[', ']', '{', '}', '"', '=', '|', '<', '>', ':'])
