/**
 * What is kept by a hash. Of nearly all keys only one row is ever seen, so a number is all that is kept of these, in typed
 * arrays; an object takes its place where there is more to tell.
 */
import { NumberTable } from '../number-table.ts'

export class KeptTable<T extends object> {
  /** Numbers, and places of objects, told apart by the lowest bit. */
  #numbers = new NumberTable()
  #objects: (T | undefined)[] = []

  get size(): number {
    return this.#numbers.size
  }

  get(key: number): number | T | undefined {
    const number = this.#numbers.get(key)
    if (number === undefined) return undefined
    return (number & 1) === 0 ? number >> 1 : this.#objects[number >> 1]
  }

  set(key: number, kept: number | T): void {
    const number = typeof kept === 'number' ? kept << 1 : ((this.#objects.push(kept) - 1) << 1) | 1
    const before = this.#numbers.set(key, number)
    if (before !== undefined && (before & 1) === 1) this.#objects[before >> 1] = undefined
  }

  delete(key: number): void {
    const number = this.#numbers.get(key)
    if (number === undefined) return
    if ((number & 1) === 1) this.#objects[number >> 1] = undefined
    this.#numbers.delete(key)
  }
}
