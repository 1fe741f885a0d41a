/** Rows by key, each linked to the one before it: four bytes a row beside the table. A row is in one chain only. */
import { roomFor } from '../hash-index.ts'
import { NumberTable } from '../number-table.ts'

export const NO_ROW = -1
/** In place of the newest row. */
const CLOSED = -2

export class RowChains {
  #newest = new NumberTable()
  #older = new Int32Array(0)

  newest(key: number): number {
    return this.#newest.get(key) ?? NO_ROW
  }

  older(row: number): number {
    return this.#older[row]
  }

  add(key: number, row: number): void {
    this.#older = roomFor(this.#older, row)
    this.#older[row] = this.newest(key)
    this.#newest.set(key, row)
  }

  /** Nobody will ask for these rows again. */
  close(key: number): void {
    this.#newest.set(key, CLOSED)
  }

  isClosed(key: number): boolean {
    return this.#newest.get(key) === CLOSED
  }
}
