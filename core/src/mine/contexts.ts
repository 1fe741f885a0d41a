/**
 * What was seen at the places of rows. A context is a row without one place, or two; it keeps the rows seen there until
 * they are evidence enough that the place varies, and is open from then on.
 *
 * A context that saw one row only, as nearly all have, is a number: the row's index, or its complement where a masked
 * value was seen. There are two generations: when the young are half of what is allowed, the old are forgotten, and
 * counted. (Deleting the oldest one by one from one table would walk over the gaps of all that went before.)
 */
import { KeptTable } from './kept-table.ts'
import type { Row } from './rows.ts'
import { namesSomething } from './suspicion.ts'
import { isName, textsAt, type Variable } from './variable.ts'

export interface Sighting {
  readonly row: Row
  readonly variable: Variable
}

export interface Context {
  readonly sightings: Sighting[]
  /** How many of them are names of several words, and sentences. */
  names: number
  sentences: number
  /** Not all are compounds that begin alike: of `name:anna`, `name:ben` what varies is behind the colon. */
  beginDifferently: boolean
  /** A masked value was seen at the place. */
  hasValue: boolean
  /** Different words that sightings begin and end with, or stand at each of two places: as many as anything asks for. */
  ends: readonly [Set<string>, Set<string>] | undefined
  /** Sightings whose words are among them. */
  counted: number
}

export function makeContext(sightings: readonly Sighting[], hasValue: boolean): Context {
  const context: Context = {
    sightings: [],
    names: 0,
    sentences: 0,
    beginDifferently: false,
    hasValue,
    ends: undefined,
    counted: 0,
  }
  for (const sighting of sightings) addTo(context, sighting)
  return context
}

export function addTo(context: Context, sighting: Sighting): void {
  const { sightings } = context
  sightings.push(sighting)
  if (isName(sighting.variable)) context.names++
  if (sighting.variable.isSentence === true) context.sentences++
  context.beginDifferently ||= sighting.variable.isCompound !== true || beginOf(sighting) !== beginOf(sightings[0])
}

function beginOf({ row, variable }: Sighting): string {
  return row.tokens[variable.cuts[0].from]
}

/** What stands at the place, if it may be a value elsewhere. */
export function nameAt({ row, variable }: Sighting): string | undefined {
  const { cuts, isCompound = false } = variable
  if (cuts.length !== 1 || (!isCompound && cuts[0].to !== cuts[0].from + 1)) return undefined
  const [text] = textsAt(row.tokens, variable)
  return isCompound || namesSomething(text) ? text : undefined
}

/** What stands at the place, if it may turn out to be known from elsewhere: such names, and texts that are no names. */
export function knowableAt(sighting: Sighting): string | undefined {
  const { row, variable } = sighting
  const [{ from, to }] = variable.cuts
  if (variable.cuts.length !== 1 || isName(variable)) return undefined
  return to === from + 1 ? nameAt(sighting) : textsAt(row.tokens, variable)[0]
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
