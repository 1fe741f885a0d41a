/** Rows in aligned columns, as tools print them that others read: no lines around, on a terminal no wider than it. */
import { shortened } from './terminal.ts'

const GAP = '  '
/** Where no terminal sets the width: more of one cell tells nobody anything. */
const LONGEST_CELL = 500

/** The last column takes what is left of `width`, and is cut there. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], width?: number): string[] {
  const widths = head.map((name, column) => rows.reduce((most, row) => Math.max(most, row[column].length), name.length))
  const before = widths.slice(0, -1).reduce((sum, cell) => sum + cell + GAP.length, 0)
  const left = width === undefined ? LONGEST_CELL : Math.max(20, width - before)
  return [head, ...rows].map((row) =>
    row
      .map((cell, column) => (column < row.length - 1 ? cell.padEnd(widths[column]) : shortened(cell, left)))
      .join(GAP),
  )
}
