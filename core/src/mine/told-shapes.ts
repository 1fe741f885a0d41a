/**
 * Shapes that were told of and not counted yet in a window that was judged. They are mined with the first such window, in
 * order of their ids: what belongs together is found by what was said so far, not by who told it first and how far ahead
 * of the others.
 */
import type { Shape } from '../record.ts'
import type { Miner } from './templates.ts'

/** Beyond it those told first are mined at once. */
const MAX_TOLD = 100_000

export interface ToldShapes {
  tell(shape: Shape): void
  /** A window with these shapes is judged next. */
  mine(ids: Iterable<string>): void
}

export function toldShapes(miner: Miner): ToldShapes {
  const told = new Map<string, Shape>()

  function mine(shape: Shape): void {
    told.delete(shape.id)
    miner.add(shape)
  }

  return {
    tell(shape) {
      told.set(shape.id, shape)
      if (told.size <= MAX_TOLD) return
      for (const first of told.values()) return mine(first)
    },
    mine(ids) {
      const fresh = [...ids].map((id) => told.get(id)).filter((shape) => shape !== undefined)
      for (const shape of fresh.sort((a, b) => (a.id < b.id ? -1 : 1))) mine(shape)
    },
  }
}
