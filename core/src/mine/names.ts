/** Where a row may hold a name of several words, or one that is written of several pieces. */
import type { Evidence } from './evidence.ts'
import { isParticiple, isVariableWord, isVerb, suspicion } from './suspicion.ts'
import type { Cut } from './token-hash.ts'
import { BLANK, WILDCARD } from './tokens.ts'
import { asking, wordsIn, type Variable } from './variable.ts'

/** Longer texts are sentences, not names. */
export const MAX_NAME_WORDS = 3
const OTHER_WORDS = 2

/** Two or three words apart by blanks where others may write one: `New York`, `disk 3`. */
export function nameVariables(tokens: readonly string[], words: number, evidence: Evidence): Variable[] {
  const found: Variable[] = []
  for (let from = 0; from < tokens.length; from++) {
    if (!isNamePart(tokens[from]) || isVerb(tokens, from)) continue
    for (let size = 2; size <= MAX_NAME_WORDS; size++) {
      const to = from + 2 * size - 1
      if (tokens[to - 2] !== BLANK || !isNamePart(tokens[to - 1])) break
      const others = wordsBeside(tokens, { from, to }, words)
      if (others > 0)
        found.push({ cuts: [{ from, to }], isName: true, ...asking(wordsAsk(tokens, from, others, evidence)) })
    }
  }
  return found
}

/**
 * What is written without a blank where others write one word: `node[1-4]`, `nginx:stable`, `Window(Tumbling)`. Fields and
 * what a colon ends are no names.
 */
export function gluedVariables(
  tokens: readonly string[],
  words: number,
  evidence: Evidence,
  before: number,
): Variable[] {
  const found: Variable[] = []
  for (let from = 1; from < before; from++) {
    if (tokens[from - 1] !== BLANK || !isNamePart(tokens[from])) continue
    const to = gluedEnd(tokens, from)
    if (to > from + 1 && wordsBeside(tokens, { from, to }, words) > 0)
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
    // What is called is what the statement tells of.
    if (token === '(' && tokens[to + 1] === ')') return from
    if (token === '(' || token === '[') open.push(token)
    else if (PARTNERS.has(token) && open.pop() !== PARTNERS.get(token)) break
  }
  return open.length > 0 || tokens[to - 1] === ':' ? from : to
}

const MAX_GLUED = 12

/** `Print Spooler`: words in capitals where a sentence has none, as long as they go on. */
export function properVariables(
  tokens: readonly string[],
  words: number,
  evidence: Evidence,
  before: number,
): Variable[] {
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
  if (name.length === 1 || wordsBeside(tokens, cut, words) === 0) return false
  return name.some((word) => CAPITALIZED.test(word)) && !name.some(isParticiple)
}

const CAPITALIZED = /^[A-Z][\w.+-]*[a-z]/
const PROPER = /^[A-Z\d][\w.+-]+$/

/** Words outside the cut, which tell what stands in it; 0 where they are too few, or none is within. */
function wordsBeside(tokens: readonly string[], cut: Cut, words: number): number {
  const within = wordsIn(tokens, cut)
  return within > 0 && words - within >= OTHER_WORDS ? words - within : 0
}

/** A word that may vary, or what is known to. */
export function isNamePart(token = BLANK): boolean {
  return token === WILDCARD || isVariableWord(token)
}

function wordsAsk(tokens: readonly string[], at: number, others: number, evidence: Evidence): number {
  const alone = isVariableWord(tokens[at]) ? suspicion(tokens, at, others, evidence) : evidence.anyWord
  return alone + evidence.severalWords
}
