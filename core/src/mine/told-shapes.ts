/**
 * Shapes that were told of, and are in no window that was judged. They are mined with the first window they are in, in
 * order of their ids: what belongs together is found by what was said so far, not by who told it first and how far ahead
 * of the others.
 */
import type { Shape } from '../record.ts'
import type { Miner } from './templates.ts'

/** Beyond it those told first are mined at once. */
const MAX_TOLD = 100_000

export interface ToldShapes {
  tell(shape: Shape): void
  /** The shape is in the window that begins then. */
  see(id: string, window: number): void
  /** The window that begins then is judged next. */
  mine(window: number): void
}

interface Told {
  readonly shape: Shape
  first: number
}

export function toldShapes(miner: Miner): ToldShapes {
  const told = new Map<string, Told>()
  /** The first window of any. */
  let earliest = Number.POSITIVE_INFINITY

  function mine({ shape }: Told): void {
    told.delete(shape.id)
    miner.add(shape)
  }

  return {
    tell(shape) {
      if (!told.has(shape.id)) told.set(shape.id, { shape, first: Number.POSITIVE_INFINITY })
      if (told.size <= MAX_TOLD) return
      for (const first of told.values()) return mine(first)
    },
    see(id, window) {
      const seen = told.get(id)
      if (seen === undefined || seen.first <= window) return
      seen.first = window
      earliest = Math.min(earliest, window)
    },
    mine(window) {
      if (earliest > window) return
      const due = [...told.values()].filter(({ first }) => first <= window)
      for (const one of due.sort((a, b) => (a.shape.id < b.shape.id ? -1 : 1))) mine(one)
      earliest = Math.min(...[...told.values()].map(({ first }) => first))
    },
  }
}
