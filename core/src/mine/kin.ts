/** Rows that are one statement on sight: the same words, whoever says them, or the same words around other values. */
import type { Groups } from './groups.ts'
import { skeletonOf, type Row } from './rows.ts'
import { TokenSums } from './token-hash.ts'
import { BLANK, tokenize } from './tokens.ts'

/** `sums` are those of the row. */
export function kinOf({ unite, flow }: Groups): (row: Row, sums: TokenSums) => void {
  const skeletons = new Map<number, Row>()
  /** By tokens alone: the first row of whatever component. */
  const twins = new Map<number, Row>()
  /** By tokens with `component: ` before them. */
  const spoken = new Map<number, Row>()
  const others = new TokenSums()

  /** The same sentence is the same template, whichever part of the program says it. */
  const uniteTwin = (row: Row, key: number): void => {
    const twin = twins.get(key)
    if (!twin) {
      twins.set(key, row)
      return
    }
    const origin = [...row.tokens.keys()]
    flow(row, twin, origin)
    flow(twin, row, origin)
  }

  /** A component that a header lacked stands in the message: `disk: full` of none is `full` of `disk`. */
  const uniteSpoken = (row: Row, sums: TokenSums): void => {
    if (row.component === '') return
    const prefix = [...tokenize(`${row.component}:`).texts, BLANK]
    const key = sums.keyBehind(others.take('', prefix))
    const twin = twins.get(key)
    if (twin) unite(twin, row)
    if (!spoken.has(key)) spoken.set(key, row)
  }

  const uniteSkeleton = (row: Row): void => {
    const key = others.take(row.component, skeletonOf(row.tokens)).key()
    const twin = skeletons.get(key)
    if (twin) unite(twin, row)
    else skeletons.set(key, row)
  }

  return (row, sums) => {
    const key = sums.keyOfTokens()
    const named = spoken.get(key)
    if (named) unite(named, row)
    uniteSpoken(row, sums)
    uniteTwin(row, key)
    uniteSkeleton(row)
  }
}
