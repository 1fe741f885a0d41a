/**
 * Rows that a wider one describes: equal to it but for places that were found to vary. One such place is the contexts'
 * business; a row that differs at several of them is found here. Rows are kept by frame, which is what is left of a row
 * without its words and values; of frames with very many rows the last are looked at.
 */
import type { Groups } from './groups.ts'
import { NO_ROW, RowChains } from './row-chains.ts'
import type { Row } from './rows.ts'
import { isVariableWord } from './suspicion.ts'
import { NO_CUTS, TokenSums } from './token-hash.ts'
import { WILDCARD } from './tokens.ts'

/** Words that must be equal: of shorter rows too little is left. */
const FEWEST_WORDS = 3
const FEWEST_PLACES = 2
const MAX_ROWS = 1000
const MAX_WIDE = 50

export interface Fits {
  noteRow(row: Row): void
  /** A row whose values are places that were found to vary. */
  noteWide(row: Row): void
}

/** `rows` are all rows by index. */
export function fits({ flow }: Groups, rows: readonly Row[]): Fits {
  const framed = new RowChains()
  /** By frame. */
  const wideRows = new Map<number, Row[]>()
  const sums = new TokenSums()

  const frameOf = (row: Row): number => {
    const tokens = row.tokens.map((token) => (isVariableWord(token) ? WILDCARD : token))
    return sums.take(row.component, tokens).key()
  }

  const flowIfFit = (row: Row, wide: Row): void => {
    if (row.group !== wide.group && isFit(row.tokens, wide.tokens)) flow(row, wide, NO_CUTS)
  }

  return {
    noteRow(row) {
      const frame = frameOf(row)
      framed.add(frame, row.index)
      for (const wide of wideRows.get(frame) ?? []) flowIfFit(row, wide)
    },
    noteWide(row) {
      if (row.words < FEWEST_WORDS || row.values < FEWEST_PLACES) return
      const frame = frameOf(row)
      const known = wideRows.get(frame) ?? []
      if (known.length >= MAX_WIDE || known.includes(row)) return
      wideRows.set(frame, [...known, row])
      let index = framed.newest(frame)
      for (let left = MAX_ROWS; index !== NO_ROW && left > 0; left--) {
        flowIfFit(rows[index], row)
        index = framed.older(index)
      }
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
