/** Texts to small numbers, bounded: what is hostile or broken must not fill the memory. */
import { detached } from './detached.ts'

export interface Interner {
  /** By number; 0 is the empty text. */
  readonly list: readonly string[]
  of(text: string): number
  /** How many came when it was full: all of them are one, `(other)`. */
  folded(): number
}

export function interner(size: number): Interner {
  const list = ['']
  const indexes = new Map([['', 0]])
  let folded = 0

  function add(text: string): number {
    const known = indexes.get(text)
    if (known !== undefined) return known
    const own = detached(text)
    indexes.set(own, list.length)
    return list.push(own) - 1
  }

  return {
    list,
    of(text) {
      const known = indexes.get(text)
      if (known !== undefined) return known
      if (list.length <= size) return add(text)
      folded++
      return add('(other)')
    },
    folded: () => folded,
  }
}
