/**
 * What was seen at the places of rows. A context is a row without one place, or two; it keeps the rows seen there until
 * they are evidence enough that the place varies, and is open from then on.
 *
 * A context that saw one row only, as nearly all have, is a number: the row's index, or its complement where a masked
 * value was seen. There are two generations: when the young are half of what is allowed, the old are forgotten, and
 * counted. (Deleting the oldest one by one from one table would walk over the gaps of all that went before.)
 */
import { KeptTable } from './kept-table.ts'
import type { Evidence } from './evidence.ts'
import type { Row } from './rows.ts'
import { isFunctionWord } from './shape.ts'
import { BLANK } from './tokens.ts'
import { isName, textsAt, type Variable } from './variables.ts'

export interface Sighting {
  readonly row: Row
  readonly variable: Variable
}

export interface Context {
  readonly sightings: Sighting[]
  /** A masked value was seen at the place. */
  hasValue: boolean
  /** Of two places: different words seen at each, as many as are asked for. Made when first asked. */
  words: readonly [Set<string>, Set<string>] | undefined
  /** Sightings whose words are among them. */
  counted: number
}

export function makeContext(sightings: Sighting[], hasValue: boolean): Context {
  return { sightings, hasValue, words: undefined, counted: 0 }
}

export type Kept = number | Context

export interface ContextTable {
  get(key: number): Kept | undefined
  set(key: number, kept: Kept): void
  delete(key: number): void
  readonly size: number
  /** Forgotten for want of room. */
  readonly evicted: number
}

export function contextTable(maxContexts: number): ContextTable {
  let young = new KeptTable<Context>()
  let old = new KeptTable<Context>()
  let evicted = 0
  return {
    get: (key) => young.get(key) ?? old.get(key),
    set(key, kept) {
      old.delete(key)
      young.set(key, kept)
      if (young.size * 2 <= maxContexts) return
      evicted += old.size
      old = young
      young = new KeptTable<Context>()
    },
    delete(key) {
      young.delete(key)
      old.delete(key)
    },
    get size() {
      return young.size + old.size
    },
    get evicted() {
      return evicted
    },
  }
}

/** `name:anna`, `name:ben` begin alike: what varies is behind the colon. */
function beginDifferently({ sightings, hasValue }: Context): boolean {
  if (hasValue) return true
  const begins = new Set<string>()
  for (const { row, variable } of sightings) {
    if (variable.isCompound !== true) return true
    begins.add(row.tokens[variable.cuts[0].from])
    if (begins.size > 1) return true
  }
  return sightings.length === 0
}

interface Witness {
  readonly texts: readonly string[]
  readonly needed: number
  readonly apart: readonly number[]
  readonly isSentence: boolean
}

/** Names of several words witness beside single ones only: alone they may have a word in common that is no part of them. */
const SINGLE_BESIDE_NAMES = 2

/**
 * Enough when some number of witnesses ask for no more than that number, and of two places each varies on its own.
 * Adding a witness or a known value never takes anything back, so their order does not matter.
 */
export function isEnough(context: Context, values: ReadonlySet<string>, evidence: Evidence): boolean {
  if (!mayVaryEach(context, evidence) || !beginDifferently(context)) return false
  const { sightings } = context
  const others = sightings.filter(({ variable }) => !isName(variable))
  const isBeside = others.length >= SINGLE_BESIDE_NAMES || others.length === sightings.length
  const masked = context.hasValue ? evidence.maskedValue : 0
  if (isBeside) return isWitnessed(witnessesOf(sightings, values, evidence), masked, evidence)
  if (isWitnessed(witnessesOf(others, values, evidence), masked, evidence)) return true
  // A statement may begin with who does what.
  const isAtStart = sightings[0].variable.cuts[0].from === 0
  return !isAtStart && areNames(witnessesOf(sightings, values, evidence), masked, evidence)
}

function witnessesOf(
  sightings: readonly Sighting[],
  values: ReadonlySet<string>,
  evidence: Evidence,
): readonly Witness[] {
  return sightings.map((sighting) => witnessOf(sighting, values, evidence)).sort((a, b) => a.needed - b.needed)
}

/** Sentences are witnesses where they differ throughout, others by themselves: so no order of them matters. */
function isWitnessed(witnesses: readonly Witness[], masked: number, evidence: Evidence): boolean {
  const others = witnesses.filter(({ isSentence }) => !isSentence)
  const decisive = decisiveOf(others, masked)
  if (decisive.length > 0 && varyEach(decisive, evidence)) return true
  return others.length < witnesses.length && differThroughout(decisiveOf(witnesses, masked), evidence.sentenceEnds)
}

/** Nothing but names of several words, no word in common; `Paris to Lima` is two names. */
function areNames(witnesses: readonly Witness[], masked: number, { nameEnds }: Evidence): boolean {
  const names = witnesses.filter(({ texts: [text] }) => !text.split(BLANK).some(isFunctionWord))
  return differThroughout(decisiveOf(names, masked), nameEnds)
}

/** More witnesses vary no less: the largest number of them decides. */
function decisiveOf(witnesses: readonly Witness[], masked: number): readonly Witness[] {
  return witnesses.slice(0, witnesses.findLastIndex(({ needed }, i) => needed <= i + 1 + masked) + 1)
}

/** Sentences that begin or end alike are statements with a variable of their own. */
function differThroughout(witnesses: readonly Witness[], enough: number): boolean {
  const words = witnesses.map(({ texts: [text] }) => text.split(BLANK))
  const firsts = new Set(words.map(([first]) => first))
  const lasts = new Set(words.map((all) => all.at(-1)))
  return firsts.size >= enough && lasts.size >= enough
}

/** Soon told: a place of two that never varies would be looked into with every row that varies at the other. */
function mayVaryEach(context: Context, { pairEach, likelyValue }: Evidence): boolean {
  const { sightings } = context
  if (sightings.length === 0 || sightings[0].variable.apart.length < 2) return true
  const enough = Math.min(pairEach, likelyValue)
  const words = (context.words ??= [new Set(), new Set()])
  for (; context.counted < sightings.length; context.counted++) {
    const { row, variable } = sightings[context.counted]
    const texts = textsAt(row.tokens, variable)
    for (const [place, seen] of words.entries()) if (seen.size < enough) seen.add(texts[place])
  }
  return words.every(({ size }) => size >= enough)
}

function witnessOf({ row, variable }: Sighting, values: ReadonlySet<string>, evidence: Evidence): Witness {
  const texts = textsAt(row.tokens, variable)
  const isKnown = texts.length === 1 && values.has(texts[0])
  const needed = isKnown ? Math.min(variable.needed, evidence.knownValue) : variable.needed
  return { texts, needed, apart: variable.apart, isSentence: variable.isSentence === true && !isKnown }
}

function varyEach(witnesses: readonly Witness[], { pairEach, likelyValue }: Evidence): boolean {
  if (witnesses[0].texts.length === 1) return true
  return [0, 1].every((place) => {
    const likely = witnesses.filter(({ apart }) => apart[place] <= likelyValue)
    return distinct(likely, place) >= likelyValue || distinct(witnesses, place) >= pairEach
  })
}

function distinct(witnesses: readonly Witness[], place: number): number {
  return new Set(witnesses.map(({ texts }) => texts[place])).size
}
