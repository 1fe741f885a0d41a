/**
 * Rows that a wider one describes: equal to it but for places that were found to vary. One such place is the contexts'
 * business; a row that differs at several of them is found here. Rows are kept by frame, which is what is left of a row
 * without its words and values; of frames with very many rows the first are looked at.
 */
import type { Groups } from './groups.ts'
import type { Row } from './rows.ts'
import { isVariableWord } from './suspicion.ts'
import { TokenSums } from './token-hash.ts'
import { WILDCARD } from './tokens.ts'

/** Words that must be equal: of shorter rows too little is left. */
const FEWEST_WORDS = 3
const FEWEST_PLACES = 2
const MAX_ROWS = 1000
const MAX_WIDE = 50

interface Frame {
  readonly rows: Row[]
  readonly wide: Row[]
}

export interface Fits {
  noteRow(row: Row): void
  /** A row whose values are places that were found to vary. */
  noteWide(row: Row): void
}

export function fits({ flow }: Groups): Fits {
  const frames = new Map<number, Frame>()
  const sums = new TokenSums()

  const frameOf = (row: Row): Frame => {
    const tokens = row.tokens.map((token) => (isVariableWord(token) ? WILDCARD : token))
    const key = sums.take(row.component, tokens).key()
    const known = frames.get(key)
    if (known) return known
    const frame = { rows: [], wide: [] }
    frames.set(key, frame)
    return frame
  }

  const flowIfFit = (row: Row, wide: Row): void => {
    if (row.group !== wide.group && isFit(row.tokens, wide.tokens)) flow(row, wide, [...row.tokens.keys()])
  }

  return {
    noteRow(row) {
      const { rows, wide } = frameOf(row)
      if (rows.length < MAX_ROWS) rows.push(row)
      for (const one of wide) flowIfFit(row, one)
    },
    noteWide(row) {
      if (row.words < FEWEST_WORDS || row.values < FEWEST_PLACES) return
      const { rows, wide } = frameOf(row)
      if (wide.length >= MAX_WIDE || wide.includes(row)) return
      wide.push(row)
      for (const one of rows) flowIfFit(one, row)
    },
  }
}

function isFit(narrow: readonly string[], wide: readonly string[]): boolean {
  let places = 0
  for (let at = 0; at < wide.length; at++) {
    if (wide[at] === narrow[at]) continue
    if (wide[at] !== WILDCARD) return false
    places++
  }
  return places >= FEWEST_PLACES
}
