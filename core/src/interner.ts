/** Texts to small numbers, bounded: what is hostile or broken must not fill the memory. */
import { detached } from './detached.ts'

export interface Interner {
  /** By number; 0 is the empty text. */
  readonly list: readonly string[]
  /** What comes when it is full is one, `(other)`. */
  of(text: string): number
}

export function interner(size: number): Interner {
  const list = ['']
  const indexes = new Map([['', 0]])

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
      return add(list.length <= size ? text : '(other)')
    },
  }
}
