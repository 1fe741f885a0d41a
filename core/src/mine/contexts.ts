/**
 * What was seen at the places of rows. A context is a row without one place, or two; it keeps the rows seen there until
 * they are evidence enough that the place varies, and is open from then on.
 *
 * A context that saw one row only, as nearly all have, is a number: the row's index. The oldest of those are forgotten
 * when there are too many, and counted.
 */
import type { Evidence } from './evidence.ts'
import type { Row } from './rows.ts'
import { isName, textsAt, type Variable } from './variables.ts'

export interface Sighting {
  readonly row: Row
  readonly variable: Variable
}

export interface Context {
  readonly sightings: Sighting[]
  /** A row with a masked value at the place. */
  value: Row | undefined
}

interface Witness {
  readonly texts: readonly string[]
  readonly needed: number
  readonly apart: readonly number[]
}

/**
 * Enough when some number of witnesses ask for no more than that number, and of two places each varies on its own.
 * Adding a witness or a known value never takes anything back, so their order does not matter.
 */
export function isEnough({ sightings, value }: Context, values: ReadonlySet<string>, evidence: Evidence): boolean {
  const single = sightings.filter(({ variable }) => !isName(variable)).length
  const admitted = single >= SINGLE_BESIDE_NAMES ? sightings : sightings.filter(({ variable }) => !isName(variable))
  const witnesses = admitted.map((sighting) => witnessOf(sighting, values, evidence))
  witnesses.sort((a, b) => a.needed - b.needed)
  const masked = value ? evidence.maskedValue : 0
  return witnesses.some(({ needed }, i) => needed <= i + 1 + masked && varyEach(witnesses.slice(0, i + 1), evidence))
}

/** Names of several words witness beside single ones only: alone they may have a word in common that is no part of them. */
const SINGLE_BESIDE_NAMES = 2

function witnessOf({ row, variable }: Sighting, values: ReadonlySet<string>, evidence: Evidence): Witness {
  const texts = textsAt(row.tokens, variable)
  const isKnown = texts.length === 1 && values.has(texts[0])
  const needed = isKnown ? Math.min(variable.needed, evidence.knownValue) : variable.needed
  return { texts, needed, apart: variable.apart }
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
