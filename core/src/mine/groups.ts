/** Which rows are one statement, and what their `key=` values were: union by size, and flow from narrow to wide rows. */
import type { TemplateRow } from '../ports/store.ts'
import { isWider, newsOf, type Group, type Row } from './rows.ts'
import type { Cut } from './token-hash.ts'
import { agreed, movedSlots } from './slots.ts'

export interface Groups {
  /** Two rows are one statement. */
  unite(a: Row, b: Row): void
  /** The statement of `narrow` is `wide`, which hears of its slots from now on: `narrow` with a token for each cut. */
  flow(narrow: Row, wide: Row, cuts: readonly Cut[]): void
  /** How the values of one more line of the row are written. */
  noteSlots(row: Row, told: ReadonlyMap<number, string>): void
  touch(group: Group): void
  /** Shapes whose template changed since last asked. */
  changes(): TemplateRow[]
}

export function rowGroups(): Groups {
  const changed = new Set<Group>()

  const touch = (group: Group): void => {
    group.template = undefined
    changed.add(group)
  }

  const unite = (a: Row, b: Row): void => {
    if (a.group === b.group) return
    const [large, small] = a.group.rows.length >= b.group.rows.length ? [a.group, b.group] : [b.group, a.group]
    if (small.age < large.age) [large.id, large.age] = [small.id, small.age]
    if (isWider(small.widest, large.widest)) large.widest = small.widest
    for (const row of small.rows) {
      row.group = large
      large.rows.push(row)
    }
    changed.delete(small)
    touch(large)
  }

  const noteSlots = (row: Row, told: ReadonlyMap<number, string>): void => {
    const slots = row.slots ? agreed(row.slots, told) : told
    if (slots === row.slots) return
    row.slots = slots
    touch(row.group)
    for (const wider of row.wider) noteSlots(wider.row, movedSlots(slots, wider.cuts))
  }

  return {
    unite,
    noteSlots,
    touch,
    flow(narrow, wide, cuts) {
      if (narrow === wide || narrow.wider.some(({ row }) => row === wide)) return
      narrow.wider = [...narrow.wider, { row: wide, cuts }]
      if (narrow.slots) noteSlots(wide, movedSlots(narrow.slots, cuts))
      unite(narrow, wide)
    },
    changes() {
      const news = [...changed].flatMap(newsOf)
      changed.clear()
      return news
    },
  }
}
