/** Rows that are one statement on sight: the same words, whoever says them, or the same words around other values. */
import type { Groups } from './groups.ts'
import { skeletonOf, type Row } from './rows.ts'
import { add, keyOf, textHash, type Pair } from './token-hash.ts'
import { BLANK, tokenize } from './tokens.ts'

const NOBODY: Pair = [0, 0]

export function kinOf({ unite, flow }: Groups): (row: Row, start: Pair, hashes: readonly Pair[]) => void {
  const skeletons = new Map<number, Row>()
  /** By tokens alone: the first row of whatever component. */
  const twins = new Map<number, Row>()
  /** By tokens with `component: ` before them. */
  const spoken = new Map<number, Row>()

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
  const uniteSpoken = (row: Row, hashes: readonly Pair[]): void => {
    if (row.component === '') return
    const prefix = [...tokenize(`${row.component}:`).texts, BLANK].map(textHash)
    const named = add(NOBODY, prefix, 0, prefix.length, 0)
    const key = keyOf(add(named, hashes, 0, hashes.length, prefix.length))
    const twin = twins.get(key)
    if (twin) unite(twin, row)
    if (!spoken.has(key)) spoken.set(key, row)
  }

  const uniteSkeleton = (row: Row, start: Pair): void => {
    const hashes = skeletonOf(row.tokens).map(textHash)
    const key = keyOf(add(start, hashes, 0, hashes.length, 0))
    const twin = skeletons.get(key)
    if (twin) unite(twin, row)
    else skeletons.set(key, row)
  }

  return (row, start, hashes) => {
    const key = keyOf(add(NOBODY, hashes, 0, hashes.length, 0))
    const named = spoken.get(key)
    if (named) unite(named, row)
    uniteSpoken(row, hashes)
    uniteTwin(row, key)
    uniteSkeleton(row, start)
  }
}
