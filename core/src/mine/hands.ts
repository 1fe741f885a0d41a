/**
 * Which rows are looked at for two places that vary together. A row has dozens of such pairs, and hardly one that another
 * row shares. So its places are dealt to three hands in turn: whichever two vary, one hand is left as it is. Pairs of the
 * places beside a hand are looked at once enough rows hold that hand with all else equal.
 */
import { roomFor } from '../hash-index.ts'
import { NumberTable } from '../number-table.ts'
import type { Evidence } from './evidence.ts'
import type { Cut, TokenSums } from './token-hash.ts'
import { disjoint, pairsOf, type Variable, type Variables } from './variables.ts'

const HANDS = 3
/** So many rows are looked at whatever is asked for: what waits is a chain that is walked. */
const MOST_WAITING = 8
const NO_ROW = -1
/** In place of a row: enough came. */
const ENOUGH = -2

/** What is left of a row that holds nothing but this hand. */
export interface Hand {
  readonly number: number
  readonly key: number
}

/** `sums` are those of the row. */
export function handsOf({ paired }: Variables, sums: TokenSums): Hand[] {
  if (paired.length === 0) return []
  const dealt = dealtTo(paired)
  return Array.from({ length: HANDS }, (_, number) => ({
    number,
    key: sums.key(dealt.filter((_, i) => i % HANDS !== number)),
  }))
}

/** Pairs of places that the hand does not hold, nor one before it that holds neither of them. */
export function pairsBeside(
  hand: number,
  tokens: readonly string[],
  variables: Variables,
  evidence: Evidence,
): Variable[] {
  const { paired } = variables
  const dealt = dealtTo(paired)
  const holders = paired.map(({ cuts: [cut] }) => dealt.findLastIndex(({ from }) => from <= cut.from) % HANDS)
  return pairsOf(tokens, variables, evidence, (i, j) => besideOf(holders[i], holders[j]) === hand)
}

/** Places that lie within others go where those go. */
function dealtTo(paired: readonly Variable[]): Cut[] {
  return disjoint(paired.map(({ cuts: [cut] }) => cut))
}

/** The first hand that is neither. */
function besideOf(one: number, other: number): number {
  if (one !== 0 && other !== 0) return 0
  return one === 1 || other === 1 ? 2 : 1
}

export interface HandTable {
  /** Rows, by index, whose pairs beside the hand are now to be looked at: none, all that hold it, or the one that came. */
  hold(row: number, hand: Hand): readonly number[]
}

export function handTable({ pairLeast }: Evidence): HandTable {
  const enough = Math.min(pairLeast, MOST_WAITING)
  /** The last row with a hand; the ones before it are linked from there. */
  const last = Array.from({ length: HANDS }, () => new NumberTable())
  let links = new Int32Array(0)
  return {
    hold(row, { number, key }) {
      const rows = [row]
      const before = last[number].get(key) ?? NO_ROW
      if (before === ENOUGH) return rows
      links = roomFor(links, row * HANDS + HANDS)
      links[row * HANDS + number] = before
      for (let one = before; one !== NO_ROW; one = links[one * HANDS + number]) rows.push(one)
      last[number].set(key, rows.length < enough ? row : ENOUGH)
      return rows.length < enough ? [] : rows
    },
  }
}
