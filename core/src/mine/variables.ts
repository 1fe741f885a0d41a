/**
 * Where a statement may hold a variable that no mask saw: a word, a quoted or bracketed text, the text behind the last
 * colon, or two of these at once. Pure: what is asked of a place depends on the row alone, never on what came before.
 */
import type { Evidence } from './evidence.ts'
import { gluedVariables, nameVariables, properVariables } from './names.ts'
import { isChange, isVariableWord, isVerb, suspicion } from './suspicion.ts'
import { textVariables } from './texts.ts'
import type { Cut } from './token-hash.ts'
import { WILDCARD } from './tokens.ts'
import { asking, wordsIn, type Variable } from './variable.ts'

/** Pairs are tried for statements of ordinary size only: their number grows with the square. */
const MAX_SINGLES = 14
const PAIR_OTHER_WORDS = 2

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

/** Of any number of words: what is glued to a word, and names in capitals; those that begin before a token. */
export function compoundsOf({ tokens, words }: Singles, evidence: Evidence, before = tokens.length): Variable[] {
  return [...gluedVariables(tokens, words, evidence, before), ...properVariables(tokens, words, evidence, before)]
}

/** One place is one witness, however it is looked at: the look that asks for least. `first` have a place each. */
function places(first: readonly Variable[], more: readonly Variable[]): readonly Variable[] {
  if (more.length === 0) return first
  const found = [...first]
  for (const variable of more) {
    const at = indexOfPlace(found, variable.cuts[0])
    if (at < 0) found.push(variable)
    else if (variable.needed < found[at].needed) found[at] = variable
  }
  return found
}

function indexOfPlace(variables: readonly Variable[], { from, to }: Cut): number {
  for (let i = 0; i < variables.length; i++) {
    const [cut] = variables[i].cuts
    if (cut.from === from && cut.to === to) return i
  }
  return -1
}

function wordVariables(tokens: readonly string[], words: number, evidence: Evidence): Variable[] {
  const found: Variable[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (isVariableWord(tokens[at]) && words > 1)
      found.push(wordVariable(at, suspicion(tokens, at, words - 1, evidence)))
  }
  return found
}

/** By what they ask for and where they stand: most of what rows are looked at for and contexts keep, so they are shared. */
const sharedWords = new Map<number, Variable[]>()

function wordVariable(at: number, needed: number): Variable {
  let places = sharedWords.get(needed)
  if (!places) sharedWords.set(needed, (places = []))
  return (places[at] ??= { cuts: [{ from: at, to: at + 1 }], ...asking(needed) })
}

/** Two places at once, told to `isAsked` by their indexes. */
export function pairsOf(
  { tokens, words, singles, mayPair }: Singles,
  evidence: Evidence,
  isAsked: (one: number, other: number) => boolean = () => true,
): Variable[] {
  const found: Variable[] = []
  if (!mayPair) return found
  const isStill = singles.map(({ cuts: [{ from }] }) => isVerb(tokens, from))
  for (let i = 0; i < singles.length; i++) {
    if (isStill[i]) continue
    for (let j = i + 1; j < singles.length; j++) {
      if (isStill[j] || !isAsked(i, j)) continue
      const pair = pairOf(tokens, singles[i], singles[j], words, evidence)
      if (pair) found.push(pair)
    }
  }
  return found
}

/** Those whose first place may begin there. */
export function pairsFrom(from: number, of: Singles, evidence: Evidence): Variable[] {
  const begins = of.singles.map(({ cuts }) => cuts[0].from === from)
  return pairsOf(of, evidence, (i, j) => begins[i] || begins[j])
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
  if (a.to > b.from) return undefined
  const others = words - wordsIn(tokens, a) - wordsIn(tokens, b)
  if (others < PAIR_OTHER_WORDS) return undefined
  if (isChange(tokens, a.to - 1, b.from))
    return { cuts: [a, b], needed: evidence.pairLeast, apart: [evidence.likelyValue, evidence.likelyValue] }
  const needed = Math.max(evidence.pairLeast, first.needed + second.needed + PAIR_OTHER_WORDS - others)
  return needed > evidence.pairMost ? undefined : { cuts: [a, b], needed, apart: [first.needed, second.needed] }
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
export function blank(tokens: readonly string[], cuts: readonly Cut[]): string[] {
  const out: string[] = []
  let next = 0
  for (let i = 0; i < tokens.length; i++) {
    while (next < cuts.length && cuts[next].to <= i) next++
    const isCut = next < cuts.length && i >= cuts[next].from
    if (!isCut || i === cuts[next].from) out.push(isCut ? WILDCARD : tokens[i])
  }
  return out
}
