/** Rows that are one statement on sight: the same words, whoever says them, or the same words around other values. */
import { NumberTable } from '../number-table.ts'
import type { Groups } from './groups.ts'
import { skeletonOf, type Row } from './rows.ts'
import { NO_CUTS, TokenSums } from './token-hash.ts'
import { BLANK, tokenize } from './tokens.ts'

/** Components whose tokens are kept at a time. */
const MAX_PREFIXES = 1 << 12

/** `rows` are all rows by index; `sums` are those of the row that is new. */
export function kinOf({ unite, flow }: Groups, rows: readonly Row[]): (row: Row, sums: TokenSums) => void {
  const skeletons = new NumberTable()
  /** By tokens alone: the first row of whatever component. */
  const twins = new NumberTable()
  /** By tokens with `component: ` before them. */
  const spoken = new NumberTable()
  const others = new TokenSums()
  /** `component: ` as tokens. */
  const prefixes = new Map<string, readonly string[]>()

  const prefixOf = (component: string): readonly string[] => {
    const known = prefixes.get(component)
    if (known) return known
    if (prefixes.size >= MAX_PREFIXES) prefixes.clear()
    const prefix = [...tokenize(`${component}:`).texts, BLANK]
    prefixes.set(component, prefix)
    return prefix
  }

  const firstOf = (table: NumberTable, key: number): Row | undefined => {
    const index = table.get(key)
    return index === undefined ? undefined : rows[index]
  }

  /** The same sentence is the same template, whichever part of the program says it. */
  const uniteTwin = (row: Row, key: number): void => {
    const twin = firstOf(twins, key)
    if (!twin) {
      twins.set(key, row.index)
      return
    }
    flow(row, twin, NO_CUTS)
    flow(twin, row, NO_CUTS)
  }

  /** A component that a header lacked stands in the message: `disk: full` of none is `full` of `disk`. */
  const uniteSpoken = (row: Row, sums: TokenSums): void => {
    if (row.component === '') return
    const key = sums.keyBehind(others.take('', prefixOf(row.component)))
    const twin = firstOf(twins, key)
    if (twin) unite(twin, row)
    if (spoken.get(key) === undefined) spoken.set(key, row.index)
  }

  const uniteSkeleton = (row: Row): void => {
    const key = others.take(row.component, skeletonOf(row.tokens)).key()
    const twin = firstOf(skeletons, key)
    if (twin) unite(twin, row)
    else skeletons.set(key, row.index)
  }

  return (row, sums) => {
    const key = sums.keyOfTokens()
    const named = firstOf(spoken, key)
    if (named) unite(named, row)
    uniteSpoken(row, sums)
    uniteTwin(row, key)
    uniteSkeleton(row)
  }
}
