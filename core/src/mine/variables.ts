/**
 * Where a statement may hold a variable that no mask saw: a word, a quoted or bracketed text, the text behind the last
 * colon, or two of these at once. Pure: what is asked of a place depends on the row alone, never on what came before.
 */
import { isUnit, isVariableWord, LIKELY_VALUE, suspicion } from './suspicion.ts'
import { BLANK, WILDCARD } from './tokens.ts'

/** Tokens [from, to). */
export interface Cut {
  readonly from: number
  readonly to: number
}

export interface Variable {
  readonly cuts: readonly Cut[]
  /** Rows that must differ here, the rest equal, to take it for a variable. */
  readonly needed: number
  /** What each place would ask for alone. */
  readonly apart: readonly number[]
}

const QUOTED_TEXT = 3
/** A quoted text with values in it may be a statement of its own, as request lines are. */
const QUOTED_STATEMENT = 8
const BRACKETED_LIST = 3
const BRACKETED_TEXT = 6
const TAIL = 6
const TAIL_LIST = 4
/** Pairs are tried for statements of ordinary size only: their number grows with the square. */
const MAX_SINGLES = 14
const PAIR_OTHER_WORDS = 2

/** Single places first, pairs of them behind. */
export function variablesOf(tokens: readonly string[]): Variable[] {
  const words = tokens.filter(isVariableWord).length
  const singles = [...wordVariables(tokens, words), ...textVariables(tokens, words)]
  return singles.length > MAX_SINGLES ? singles : [...singles, ...pairs(tokens, singles, words)]
}

function wordVariables(tokens: readonly string[], words: number): Variable[] {
  const found: Variable[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (isVariableWord(tokens[at]) && words > 1)
      found.push({ cuts: [{ from: at, to: at + 1 }], ...asking(suspicion(tokens, at, words - 1)) })
  }
  return found
}

function asking(needed: number): { needed: number; apart: number[] } {
  return { needed, apart: [needed] }
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", '(': ')', '[': ']', '{': '}' }

function textVariables(tokens: readonly string[], words: number): Variable[] {
  const found: Variable[] = []
  let lastColon = -1
  for (let at = 0; at < tokens.length; at++) {
    const closing = CLOSING[tokens[at]]
    const end = closing ? tokens.indexOf(closing, at + 1) : -1
    if (end > at) {
      addText(found, tokens, { from: at + 1, to: end }, words)
      at = end
    } else if (tokens[at] === ':' && tokens[at + 1] === BLANK) lastColon = at
  }
  if (lastColon > 0) addTail(found, tokens, { from: lastColon + 2, to: tokens.length }, words)
  return found
}

function addText(found: Variable[], tokens: readonly string[], cut: Cut, words: number): void {
  const within = wordsIn(tokens, cut)
  const isQuoted = tokens[cut.to] === tokens[cut.from - 1]
  if (within === 0 || (cut.to - cut.from === 1 && !isQuoted) || words - within < (isQuoted ? 1 : 2)) return
  const needed = isQuoted ? neededOfQuoted(tokens, cut) : isList(tokens, cut) ? BRACKETED_LIST : BRACKETED_TEXT
  found.push({ cuts: [cut], ...asking(needed) })
}

function neededOfQuoted(tokens: readonly string[], { from, to }: Cut): number {
  return tokens.slice(from, to).includes(WILDCARD) ? QUOTED_STATEMENT : QUOTED_TEXT
}

function addTail(found: Variable[], tokens: readonly string[], cut: Cut, words: number): void {
  const within = wordsIn(tokens, cut)
  const isNamedList = isList(tokens, cut)
  if (within === 0 || words - within < (isNamedList ? 1 : 2)) return
  found.push({ cuts: [cut], ...asking(isNamedList ? TAIL_LIST : TAIL) })
}

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

const PAIR_LEAST = 4

/** Two places that vary together ask for as much as both of them apart, less where much else is equal. */
function pairs(tokens: readonly string[], singles: readonly Variable[], words: number): Variable[] {
  const found: Variable[] = []
  for (const [
    i,
    {
      cuts: [a],
      needed,
    },
  ] of singles.entries()) {
    for (const {
      cuts: [b],
      needed: other,
    } of singles.slice(i + 1)) {
      const [first, second] = a.from <= b.from ? [a, b] : [b, a]
      const isApart = first.to <= second.from
      const others = words - wordsIn(tokens, a) - wordsIn(tokens, b)
      if (!isApart || others < PAIR_OTHER_WORDS) continue
      found.push({
        cuts: [first, second],
        needed: Math.max(PAIR_LEAST, needed + other + PAIR_OTHER_WORDS - others),
        apart: a.from <= b.from ? [needed, other] : [other, needed],
      })
    }
  }
  return found
}

/** What stands at the places, to tell rows apart. */
export function textsAt(tokens: readonly string[], { cuts }: Variable): string[] {
  return cuts.map(({ from, to }) => (to === from + 1 ? tokens[from] : tokens.slice(from, to).join('')))
}

export interface Blanked {
  readonly tokens: string[]
  /** Where each token stood before. */
  readonly origin: number[]
}

/** Wildcards in place of the cuts, which are in order. Who writes one size with a fitting unit does so with all. */
export function blank(tokens: readonly string[], cuts: readonly Cut[]): Blanked {
  const withoutUnits = cuts.some(({ from }) => isUnit(tokens, from))
  const out: string[] = []
  const origin: number[] = []
  let next = 0
  for (let i = 0; i < tokens.length; i++) {
    while (next < cuts.length && cuts[next].to <= i) next++
    const isCut = next < cuts.length && i >= cuts[next].from
    if (withoutUnits && isUnit(tokens, i)) {
      out.pop()
      origin.pop()
    } else if (!isCut || i === cuts[next].from) {
      out.push(isCut ? WILDCARD : tokens[i])
      origin.push(i)
    }
  }
  return { tokens: out, origin }
}

export interface Witness {
  readonly texts: readonly string[]
  readonly needed: number
  readonly apart: readonly number[]
}

/**
 * Enough when some number of witnesses ask for no more than that number, and of two places each varies on its own.
 * Adding a witness never takes anything back, so the order of witnesses does not matter.
 */
export function isEnough(witnesses: readonly Witness[]): boolean {
  const sorted = [...witnesses].sort((a, b) => a.needed - b.needed)
  return sorted.some(({ needed }, i) => needed <= i + 1 && varyEach(sorted.slice(0, i + 1)))
}

const DISTINCT_EACH = 4

function varyEach(witnesses: readonly Witness[]): boolean {
  if (witnesses[0].texts.length === 1) return true
  return [0, 1].every((place) => {
    const likely = witnesses.filter(({ apart }) => apart[place] <= LIKELY_VALUE)
    return distinct(likely, place) >= LIKELY_VALUE || distinct(witnesses, place) >= DISTINCT_EACH
  })
}

function distinct(witnesses: readonly Witness[], place: number): number {
  return new Set(witnesses.map(({ texts }) => texts[place])).size
}
