import type { Dice } from './dice.ts'
import type { Rhythm } from './rhythm.ts'
import { actions } from './shop/actions/index.ts'
import type { Shop } from './shop/shop.ts'

/** Real traffic wanders more than chance explains: sigma of the logarithm, for all and for each action by itself. */
const COMMON_DRIFT = 0.12
const OWN_DRIFT = 0.07
/** Seconds after which a drift has lost 63 % of its memory. */
const DRIFT_MEMORY = 600

export interface Arrivals {
  /** Sets the rates for the second that begins. */
  look(shop: Shop, time: number): void
  /** Lets the action happen that arrives at `time`; returns when the next one does. */
  run(shop: Shop, time: number): number
}

/** Which action comes when: one Poisson process over all, each action with its share. */
export function createArrivals(dice: Dice, rhythm: Rhythm): Arrivals {
  const common = createDrift(dice, COMMON_DRIFT)
  const own = actions.map(() => createDrift(dice, OWN_DRIFT))
  /** Runs per second, summed up to and with the action. */
  const cumulated = new Float64Array(actions.length)
  let total = 0
  return {
    look(shop, time) {
      const visitors = rhythm(time) * common() * shop.conditions.surge
      total = 0
      actions.forEach((action, i) => {
        const factor = action.rhythm === undefined ? visitors : action.rhythm(time)
        total += (shop.rate * action.share * factor * own[i]()) / action.lines
        cumulated[i] = total
      })
    },
    run(shop, time) {
      const at = dice.next() * total
      let i = 0
      while (i < actions.length - 1 && cumulated[i] <= at) i++
      actions[i].run(shop, time)
      return time + dice.exponential(1000 / total)
    },
  }
}

/** A factor around 1 that wanders: the exponential of an Ornstein-Uhlenbeck process, one step per call. */
function createDrift(dice: Dice, sigma: number): () => number {
  const keep = Math.exp(-1 / DRIFT_MEMORY)
  const step = sigma * Math.sqrt(1 - keep * keep)
  let level = sigma * dice.normal()
  return () => {
    level = keep * level + step * dice.normal()
    return Math.exp(level - (sigma * sigma) / 2)
  }
}
