/**
 * Whether broken sessions are worth a word. Where nothing is known to be normal, one odd session among thousands is the
 * way of the world: they are held until they are a share of all that ended within a while, and then told together.
 */
import { MINUTE_MS } from '../aggregate/window.ts'

const WHILE_MS = 15 * MINUTE_MS
const SHARE = 0.01
const MAX_KEYS = 1_000
const MAX_HELD = 200

export interface Worth<Broken> {
  /** A session ended, whatever it was like. */
  readonly see: (at: number) => void
  /** Takes a broken one and what is wrong with it; gives those of the same kind to tell now. */
  readonly hold: (key: string, at: number, broken: Broken) => Broken[]
  readonly keep: () => KeptWorth<Broken>
  readonly recall: (kept: KeptWorth<Broken>) => void
}

export interface KeptWorth<Broken> {
  /** Sessions, and when they ended; and how many in all. */
  readonly ended: { readonly at: number; count: number }[]
  readonly total: number
  readonly held: Map<string, { readonly at: number; readonly broken: Broken }[]>
}

export function worth<Broken>(): Worth<Broken> {
  let ended: KeptWorth<Broken>['ended'] = []
  let held: KeptWorth<Broken>['held'] = new Map()
  let total = 0

  return {
    see(at) {
      const latest = ended.at(-1)
      if (latest?.at === at) latest.count++
      else ended.push({ at, count: 1 })
      total++
      while (ended[0].at <= at - WHILE_MS) total -= ended.shift()?.count ?? 0
    },
    hold(key, at, broken) {
      const alike = [...(held.get(key) ?? []).filter((one) => one.at > at - WHILE_MS), { at, broken }].slice(-MAX_HELD)
      held.delete(key)
      if (alike.length >= SHARE * total) return alike.map((one) => one.broken)
      held.set(key, alike)
      if (held.size > MAX_KEYS) held.delete(held.keys().next().value ?? '')
      return []
    },
    keep: () => ({ ended, total, held }),
    recall: (kept) => ({ ended, total, held } = kept),
  }
}
