/**
 * Where a statement may hold a variable that no mask saw: a word, a quoted or bracketed text, the text behind the last
 * colon, or two of these at once. Pure: what is asked of a place depends on the row alone, never on what came before.
 */
import type { Evidence } from './evidence.ts'
import { endOfSentence } from './slots.ts'
import { isChange, isParticiple, isVariableWord, isVerb, suspicion } from './suspicion.ts'
import type { Cut } from './token-hash.ts'
import { BLANK, WILDCARD } from './tokens.ts'

export interface Variable {
  readonly cuts: readonly Cut[]
  /** Rows that must differ here, the rest equal, to take it for a variable. */
  readonly needed: number
  /** What each place would ask for alone. */
  readonly apart: readonly number[]
  /** Several words where others may write one. */
  readonly isName?: boolean
  /** Written without a blank where others write one word. */
  readonly isCompound?: boolean
  /** A text that says something by itself. */
  readonly isSentence?: boolean
}

/** Pairs are tried for statements of ordinary size only: their number grows with the square. */
const MAX_SINGLES = 14
const PAIR_OTHER_WORDS = 2
/** Longer texts are sentences, not names. */
export const MAX_NAME_WORDS = 3
const NAME_OTHER_WORDS = 2

/** Words, and texts that stand where a word could. */
export interface Singles {
  readonly tokens: readonly string[]
  readonly words: number
  readonly singles: readonly Variable[]
  /** Not where they are many. */
  readonly mayPair: boolean
}

export function singlesOf(tokens: readonly string[], evidence: Evidence): Singles {
  let words = 0
  for (const token of tokens) if (isVariableWord(token)) words++
  const singles = places(wordVariables(tokens, words, evidence), textVariables(tokens, words, evidence))
  return { tokens, words, singles, mayPair: singles.length <= MAX_SINGLES && words >= PAIR_OTHER_WORDS + 2 }
}

/** These and all other variables of one place. */
export function aloneOf(of: Singles, evidence: Evidence): readonly Variable[] {
  const { tokens, words, singles } = of
  const names = singles.length > MAX_SINGLES ? [] : nameVariables(tokens, words, evidence)
  return places(singles, [...names, ...compoundsOf(of, evidence)])
}

/** Of any number of words: what is glued to a word, lists, and names in capitals; those that begin before a token. */
export function compoundsOf({ tokens, words }: Singles, evidence: Evidence, before = tokens.length): Variable[] {
  return [
    ...gluedVariables(tokens, words, evidence, before),
    ...listVariables(tokens, words, evidence, before),
    ...properVariables(tokens, words, evidence, before),
  ]
}

/** One place is one witness, however it is looked at: the look that asks for least. `first` have a place each. */
function places(first: readonly Variable[], more: readonly Variable[]): readonly Variable[] {
  if (more.length === 0) return first
  const found = new Map<number, Variable>()
  for (const variable of [...first, ...more]) {
    const [{ from, to }] = variable.cuts
    const key = from * MAX_PLACE + to
    const known = found.get(key)
    if (!known || variable.needed < known.needed) found.set(key, variable)
  }
  return [...found.values()]
}

/** More than a message has tokens. */
const MAX_PLACE = 1024

function wordVariables(tokens: readonly string[], words: number, evidence: Evidence): Variable[] {
  const found: Variable[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (isVariableWord(tokens[at]) && words > 1)
      found.push({ cuts: [{ from: at, to: at + 1 }], ...asking(suspicion(tokens, at, words - 1, evidence)) })
  }
  return found
}

function asking(needed: number): { needed: number; apart: number[] } {
  return { needed, apart: [needed] }
}

/** Two or three words apart by blanks where others may write one: `New York`, `disk 3`. */
function nameVariables(tokens: readonly string[], words: number, evidence: Evidence): Variable[] {
  const found: Variable[] = []
  for (let from = 0; from < tokens.length; from++) {
    if (!isNamePart(tokens[from]) || isVerb(tokens, from)) continue
    for (let size = 2; size <= MAX_NAME_WORDS; size++) {
      const to = from + 2 * size - 1
      if (tokens[to - 2] !== BLANK || !isNamePart(tokens[to - 1] ?? BLANK)) break
      const within = wordsIn(tokens, { from, to })
      if (within > 0 && words - within >= NAME_OTHER_WORDS)
        found.push({ cuts: [{ from, to }], isName: true, ...asking(wordsAsk(tokens, from, words - within, evidence)) })
    }
  }
  return found
}

/**
 * What is written without a blank where others write one word: `node[1-4]`, `nginx:stable`, `Window(Tumbling)`. Fields and
 * what a colon ends are no names.
 */
function gluedVariables(tokens: readonly string[], words: number, evidence: Evidence, before: number): Variable[] {
  const found: Variable[] = []
  for (let from = 1; from < before; from++) {
    if (tokens[from - 1] !== BLANK || !isNamePart(tokens[from])) continue
    const to = gluedEnd(tokens, from)
    const within = wordsIn(tokens, { from, to })
    if (to > from + 1 && within > 0 && words - within >= NAME_OTHER_WORDS)
      found.push({ cuts: [{ from, to }], isCompound: true, ...asking(evidence.likelyValue) })
  }
  return found
}

const ENDS_GLUED = new Set([BLANK, ',', ';', '.', '"', "'"])
const NOT_GLUED = new Set(['=', '"', "'", '<', '>', '{', '}'])
const PARTNERS = new Map([
  [')', '('],
  [']', '['],
])

/** Behind what is glued to the word at `from`; `from` where that is no name. */
function gluedEnd(tokens: readonly string[], from: number): number {
  const open: string[] = []
  let to = from
  for (; to < tokens.length && (open.length > 0 || !ENDS_GLUED.has(tokens[to])); to++) {
    const token = tokens[to]
    if (NOT_GLUED.has(token) || token === BLANK || to - from > MAX_GLUED) return from
    if (token === '(' || token === '[') open.push(token)
    else if (PARTNERS.has(token) && open.pop() !== PARTNERS.get(token)) break
  }
  return open.length > 0 || tokens[to - 1] === ':' ? from : to
}

const MAX_GLUED = 12

/** `anna,ben,carl`: who writes a list without blanks writes one of another length in the next line. */
function listVariables(tokens: readonly string[], words: number, evidence: Evidence, before: number): Variable[] {
  const found: Variable[] = []
  for (let from = 0; from < before; from++) {
    if (!isNamePart(tokens[from])) continue
    let to = from + 1
    while (tokens[to] === ',' && isNamePart(tokens[to + 1] ?? BLANK)) to += 2
    const within = wordsIn(tokens, { from, to })
    if (to > from + 1 && within > 0 && words - within >= NAME_OTHER_WORDS)
      found.push({ cuts: [{ from, to }], ...asking(evidence.likelyValue) })
    from = to
  }
  return found
}

/** `Print Spooler`: words in capitals where a sentence has none, as long as they go on. */
function properVariables(tokens: readonly string[], words: number, evidence: Evidence, before: number): Variable[] {
  const found: Variable[] = []
  for (let from = 0; from < before; from++) {
    if (!PROPER.test(tokens[from])) continue
    const to = properEnd(tokens, from)
    if (isProper(tokens, { from, to }, words))
      found.push({ cuts: [{ from, to }], isCompound: true, ...asking(evidence.properName) })
    // The first word of a sentence is in capitals anyway.
    if (from > 0) from = to
  }
  return found
}

function properEnd(tokens: readonly string[], from: number): number {
  let to = from + 1
  while (tokens[to] === BLANK && (tokens[to + 1] === WILDCARD || PROPER.test(tokens[to + 1] ?? BLANK))) to += 2
  return to
}

function isProper(tokens: readonly string[], cut: Cut, words: number): boolean {
  const name = tokens.slice(cut.from, cut.to)
  if (name.length === 1 || words - wordsIn(tokens, cut) < NAME_OTHER_WORDS) return false
  return name.some((word) => CAPITALIZED.test(word)) && !name.some(isParticiple)
}

const CAPITALIZED = /^[A-Z][\w.+-]*[a-z]/
const PROPER = /^[A-Z\d][\w.+-]+$/

function isNamePart(token: string): boolean {
  return token === WILDCARD || isVariableWord(token)
}

function wordsAsk(tokens: readonly string[], at: number, others: number, evidence: Evidence): number {
  const alone = isVariableWord(tokens[at]) ? suspicion(tokens, at, others, evidence) : evidence.anyWord
  return alone + evidence.severalWords
}

const CLOSING = new Map([
  ['"', '"'],
  ["'", "'"],
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
])

function textVariables(tokens: readonly string[], words: number, evidence: Evidence): Variable[] {
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
    found.push({ cuts: [cut], isCompound: true, ...asking(evidence.reason) })
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
  const { bracketedList, bracketedText, tail } = evidence
  if (isQuotedText) found.push({ cuts: [cut], ...asking(neededOfQuoted(tokens, cut, words - within, evidence)) })
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

function wordsIn(tokens: readonly string[], { from, to }: Cut): number {
  let words = 0
  for (let i = from; i < to; i++) if (isVariableWord(tokens[i])) words++
  return words
}

/** `a, b, c` and also one item of it: nothing but items and commas. */
function isList(tokens: readonly string[], { from, to }: Cut): boolean {
  for (let i = from + 1; i < to; i++) {
    const isSeparator = tokens[i] === ',' || (tokens[i] === BLANK && tokens[i - 1] === ',')
    const isItem = tokens[i - 1] === ',' || (tokens[i - 1] === BLANK && tokens[i - 2] === ',')
    if (!isSeparator && !isItem) return false
  }
  return to > from
}

/** Two places at once, told to `isAsked` by their indexes. */
export function pairsOf(
  { tokens, words, singles, mayPair }: Singles,
  evidence: Evidence,
  isAsked: (one: number, other: number) => boolean = () => true,
): Variable[] {
  const found: Variable[] = []
  if (!mayPair) return found
  for (let i = 0; i < singles.length; i++) {
    for (let j = i + 1; j < singles.length; j++) {
      const pair = isAsked(i, j) ? pairOf(tokens, singles[i], singles[j], words, evidence) : undefined
      if (pair) found.push(pair)
    }
  }
  return found
}

/** Two places that vary together ask for as much as both of them apart, less where much else is equal. */
function pairOf(
  tokens: readonly string[],
  one: Variable,
  other: Variable,
  words: number,
  evidence: Evidence,
): Variable | undefined {
  const [first, second] = one.cuts[0].from <= other.cuts[0].from ? [one, other] : [other, one]
  const [a, b] = [first.cuts[0], second.cuts[0]]
  const others = words - wordsIn(tokens, a) - wordsIn(tokens, b)
  if (a.to > b.from || others < PAIR_OTHER_WORDS) return undefined
  if (isChange(tokens, a.to - 1, b.from))
    return { cuts: [a, b], needed: evidence.pairLeast, apart: [evidence.likelyValue, evidence.likelyValue] }
  const needed = Math.max(evidence.pairLeast, first.needed + second.needed + PAIR_OTHER_WORDS - others)
  return needed > evidence.pairMost ? undefined : { cuts: [a, b], needed, apart: [first.needed, second.needed] }
}

export function isName({ isName }: Variable): boolean {
  return isName === true
}

/** What stands at the places, to tell rows apart. */
export function textsAt(tokens: readonly string[], { cuts }: Variable): string[] {
  return cuts.map(({ from, to }) => (to === from + 1 ? tokens[from] : tokens.slice(from, to).join('')))
}

export interface Blanked {
  readonly tokens: string[]
  /** Where each token stood before; -1 for what is new. */
  readonly origin: number[]
}

/** In order, without those that lie within others. */
export function disjoint(cuts: readonly Cut[]): Cut[] {
  const out: Cut[] = []
  for (const cut of [...cuts].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (cut.from >= (out.at(-1)?.to ?? 0)) out.push(cut)
  }
  return out
}

/** Wildcards in place of the cuts, which are in order. */
export function blank(tokens: readonly string[], cuts: readonly Cut[]): Blanked {
  const out: string[] = []
  const origin: number[] = []
  let next = 0
  for (let i = 0; i < tokens.length; i++) {
    while (next < cuts.length && cuts[next].to <= i) next++
    const isCut = next < cuts.length && i >= cuts[next].from
    if (!isCut || i === cuts[next].from) {
      out.push(isCut ? WILDCARD : tokens[i])
      origin.push(isCut ? -1 : i)
    }
  }
  return { tokens: out, origin }
}
