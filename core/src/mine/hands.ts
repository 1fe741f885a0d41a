/**
 * Which rows are looked at together. A row has dozens of contexts, and hardly one that another row shares: most would be
 * kept for nothing. So a row shows five hands first, each of them what is left of the row when all other places are blanked:
 * its first two places, its last two, and three to which places are dealt in turn. Rows that are equal but for one place are
 * equal in their first two or in their last two; but for two places, in one of the three. A row enters contexts beside a
 * hand once enough rows hold it.
 *
 * That is exact but for one case: a text is a place only where there are words beside it, and a name that is long enough to
 * make up for all of them may be found with a later row, or not.
 */
import type { Evidence } from './evidence.ts'
import { NO_ROW, RowChains } from './row-chains.ts'
import type { Cut, TokenSums } from './token-hash.ts'
import { WILDCARD } from './tokens.ts'
import { MAX_NAME_WORDS } from './names.ts'
import type { Variable } from './variable.ts'
import { aloneOf, compoundsOf, disjoint, pairsOf, type Singles } from './variables.ts'

/** In short rows a place may have neither behind nor before it what others could be known by. */
export const NO_HAND = -1
const FRONT = 0
const BACK = 1
const FIRST_DEALT = 2
const DEALT = 3
const HANDS = FIRST_DEALT + DEALT
/** Places that front and back hold. */
const HELD = 2
/** With more places no name reaches into what front and back hold. */
const LONGEST_IN_REACH = 2 * (HELD - 1) + MAX_NAME_WORDS
const ENOUGH_OF_ONE_PLACE = 2
/** So many rows are looked at whatever is asked for: what waits is a chain that is walked. */
const MOST_WAITING = 8

export interface Dealt extends Singles {
  /** What hands hold, in order: places that lie within others go where those go. */
  readonly places: readonly Cut[]
  /** All variables of one place, once they were asked for. */
  alone: readonly Variable[] | undefined
}

/** What is left of a row that holds nothing but this hand. */
export interface Hand {
  readonly number: number
  readonly key: number
}

export function deal(singles: Singles): Dealt {
  return { ...singles, places: disjoint(singles.singles.map(({ cuts: [cut] }) => cut)), alone: undefined }
}

/** `sums` are those of the row. */
export function handsOf(dealt: Dealt, sums: TokenSums): Hand[] {
  const { tokens, places, mayPair } = dealt
  const hands: Hand[] = []
  if (places.length >= HELD) {
    hands.push({ number: FRONT, key: sums.key([{ from: frontEnd(dealt), to: tokens.length }]) })
    hands.push({ number: BACK, key: sums.key([{ from: 0, to: backStart(dealt) }]) })
  }
  if (!mayPair) return hands
  for (let i = 0; i < DEALT; i++)
    hands.push({ number: FIRST_DEALT + i, key: sums.key(places.filter((_, at) => at % DEALT !== i)) })
  return hands
}

/** What may vary while the hand stays; each variable is beside one hand only. */
export function variablesBeside(hand: number, dealt: Dealt, evidence: Evidence): readonly Variable[] {
  const { places, singles } = dealt
  if (hand < FIRST_DEALT) {
    const isLong = hand === NO_HAND && places.length > LONGEST_IN_REACH
    const alone = isLong ? compoundsOf(dealt, evidence, frontEnd(dealt)) : aloneIn(dealt, evidence)
    return alone.filter(({ cuts: [cut] }) => handBeside(cut, dealt) === hand)
  }
  const holders = singles.map(({ cuts: [cut] }) => places.findLastIndex(({ from }) => from <= cut.from) % DEALT)
  return pairsOf(dealt, evidence, (i, j) => FIRST_DEALT + dealtBeside(holders[i], holders[j]) === hand)
}

export function aloneIn(dealt: Dealt, evidence: Evidence): readonly Variable[] {
  dealt.alone ??= aloneOf(dealt, evidence)
  return dealt.alone
}

/** Masked values, likewise. */
export function valuesBeside(hand: number, dealt: Dealt): Cut[] {
  const found: Cut[] = []
  for (let from = 0; from < dealt.tokens.length; from++) {
    if (dealt.tokens[from] !== WILDCARD) continue
    const cut = { from, to: from + 1 }
    if (handBeside(cut, dealt) === hand) found.push(cut)
  }
  return found
}

function handBeside({ from, to }: Cut, dealt: Dealt): number {
  if (from >= frontEnd(dealt)) return FRONT
  return to <= backStart(dealt) ? BACK : NO_HAND
}

function frontEnd({ places, tokens }: Dealt): number {
  return places.length < HELD ? tokens.length : places[HELD - 1].to
}

function backStart({ places }: Dealt): number {
  return places.length < HELD ? 0 : places[places.length - HELD].from
}

/** The first that is neither. */
function dealtBeside(one: number, other: number): number {
  if (one !== 0 && other !== 0) return 0
  return one === 1 || other === 1 ? 2 : 1
}

export interface HandTable {
  /** Rows, by index, that are to enter what is beside the hand: none, all that hold it, or the one that came. */
  hold(row: number, hand: Hand): readonly number[]
}

export function handTable({ pairLeast }: Evidence): HandTable {
  const enoughOfTwo = Math.min(pairLeast, MOST_WAITING)
  const chains = Array.from({ length: HANDS }, () => new RowChains())
  return {
    hold(row, { number, key }) {
      const waiting = chains[number]
      const rows = [row]
      if (waiting.isClosed(key)) return rows
      for (let one = waiting.newest(key); one !== NO_ROW; one = waiting.older(one)) rows.push(one)
      if (rows.length >= (number < FIRST_DEALT ? ENOUGH_OF_ONE_PLACE : enoughOfTwo)) {
        waiting.close(key)
        return rows
      }
      waiting.add(key, row)
      return []
    },
  }
}
