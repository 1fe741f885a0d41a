/** When rows that differ at a place are evidence that it varies. */
import { knowableAt, type Context, type Sighting } from './contexts.ts'
import type { Evidence } from './evidence.ts'
import { isFunctionWord } from './shape.ts'
import { BLANK } from './tokens.ts'
import { isName, textsAt } from './variable.ts'

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
  const { sightings, names, sentences } = context
  if (sightings.length === 0 || !mayVary(context, evidence)) return false
  const others = sightings.length - names
  const isBeside = others >= SINGLE_BESIDE_NAMES || names === 0
  const masked = context.hasValue ? evidence.maskedValue : 0
  const pool = isBeside ? sightings : sightings.filter(({ variable }) => !isName(variable))
  const witnesses = witnessesOf(pool.filter(mayDecide), values, evidence)
  const decisive = decisiveOf(
    witnesses.filter(({ isSentence }) => !isSentence),
    masked,
    evidence,
  )
  if (decisive.length > 0 && varyEach(decisive, evidence)) return true
  if (sentences > 0 && haveEnds(context, evidence.sentenceEnds, evidence)) {
    // Sentences are witnesses where they differ throughout, others by themselves: so no order of them matters.
    const mayDiffer = witnesses.some(({ isSentence }) => isSentence)
    if (mayDiffer && differThroughout(decisiveOf(witnesses, masked, evidence), evidence.sentenceEnds)) return true
  }
  // A statement may begin with who does what.
  const isAtStart = sightings[0].variable.cuts[0].from === 0
  if (isBeside || isAtStart || !haveEnds(context, evidence.nameEnds, evidence)) return false
  return areNames(witnessesOf(sightings, values, evidence), masked, evidence)
}

/** No text that belongs to the statement unless it is known for a value. */
function mayDecide({ variable }: Sighting): boolean {
  const { cuts, needed, isCompound } = variable
  return needed !== Number.POSITIVE_INFINITY || isCompound === true || cuts[0].to === cuts[0].from + 1
}

/** Soon told, for contexts that see many rows and are never open. */
function mayVary(context: Context, evidence: Evidence): boolean {
  if (context.sightings[0].variable.apart.length === 2)
    return haveEnds(context, Math.min(evidence.pairEach, evidence.likelyValue), evidence)
  return context.hasValue || context.beginDifferently
}

/** So many different words at each end, or each of two places. */
function haveEnds(context: Context, enough: number, evidence: Evidence): boolean {
  const { sightings } = context
  const most = Math.max(evidence.pairEach, evidence.likelyValue, evidence.nameEnds, evidence.sentenceEnds)
  const ends = (context.ends ??= [new Set(), new Set()])
  for (; context.counted < sightings.length; context.counted++) {
    const { row, variable } = sightings[context.counted]
    const texts = textsAt(row.tokens, variable)
    const words = texts.length === 1 ? texts[0].split(BLANK) : texts
    if (ends[0].size < most) ends[0].add(words[0])
    if (ends[1].size < most) ends[1].add(words[words.length - 1])
  }
  return ends[0].size >= enough && ends[1].size >= enough
}

function witnessesOf(
  sightings: readonly Sighting[],
  values: ReadonlySet<string>,
  evidence: Evidence,
): readonly Witness[] {
  return sightings.map((sighting) => witnessOf(sighting, values, evidence)).sort((a, b) => a.needed - b.needed)
}

/** Nothing but names of several words, no word in common; `Paris to Lima` is two names. */
function areNames(witnesses: readonly Witness[], masked: number, evidence: Evidence): boolean {
  const names = witnesses.filter(({ texts: [text] }) => !text.split(BLANK).some(isFunctionWord))
  return differThroughout(decisiveOf(names, masked, evidence), evidence.nameEnds)
}

/** A masked value says less of longer texts. */
const MASKED_BESIDE_SENTENCE = 1

/**
 * More witnesses vary no less: the largest number of them decides. Where one of them is surely a value, so are words
 * beside it; a longer text may be a sentence of its own.
 */
function decisiveOf(witnesses: readonly Witness[], masked: number, evidence: Evidence): readonly Witness[] {
  const hasValue =
    witnesses.length > 1 && witnesses[0].texts.length === 1 && witnesses[0].needed <= evidence.likelyValue
  const isDecisive = ({ needed, texts: [text] }: Witness, i: number): boolean => {
    const isOneWord = !text.includes(BLANK)
    const beside = hasValue && i > 0 && isOneWord ? evidence.besideValue : 0
    return needed <= i + 1 + (isOneWord ? masked : Math.min(masked, MASKED_BESIDE_SENTENCE)) + beside
  }
  return witnesses.slice(0, witnesses.findLastIndex(isDecisive) + 1)
}

/** Sentences that begin or end alike are statements with a variable of their own. */
function differThroughout(witnesses: readonly Witness[], enough: number): boolean {
  const words = witnesses.map(({ texts: [text] }) => text.split(BLANK))
  const firsts = new Set(words.map(([first]) => first))
  const lasts = new Set(words.map((all) => all.at(-1)))
  return firsts.size >= enough && lasts.size >= enough
}

function witnessOf(sighting: Sighting, values: ReadonlySet<string>, evidence: Evidence): Witness {
  const { row, variable } = sighting
  const texts = textsAt(row.tokens, variable)
  const known = knowableAt(sighting)
  const isKnown = known !== undefined && values.has(known)
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
