/**
 * How many different pages one address read within ten seconds, and how many it usually reads. Linear counting
 * (Whang, Vander-Zanden, Taylor; 1990) over `PATH_BINS` bins: n = -m ln(share of empty bins).
 */
import { WINDOW_MS } from '../aggregate/window.ts'
import type { Act } from './attackers.ts'
import { PATH_BINS } from './event.ts'
import { hash64 } from '../mine/hash.ts'
import { isStatic, withoutQuery } from './paths.ts'

export interface PathSketch {
  add(act: Act): { seen: number; usual: number }
}

const SPAN_MS = 2 * WINDOW_MS
/** Weight of a new span in what is usual. */
const PACE = 0.1

export function pathSketch(): PathSketch {
  /** By bin, when it was last hit. */
  let bins = new Map<number, number>()
  let usual = 0
  let spanStart = Number.NEGATIVE_INFINITY

  /** A span that ended teaches what is usual. */
  function turn(now: number): void {
    if (now - spanStart < SPAN_MS) return
    if (bins.size > 0) usual += PACE * (estimate(bins.size) - usual)
    bins = new Map([...bins].filter(([, at]) => now - at < SPAN_MS))
    spanStart = now
  }

  return {
    add({ at, event }) {
      turn(at)
      for (const bin of binsOf(event)) bins.set(bin, at)
      return { seen: estimate(bins.size), usual }
    },
  }
}

function binsOf({ paths, path }: Act['event']): readonly number[] {
  if (paths !== undefined) return paths
  if (path === undefined || isStatic(path)) return []
  return [Number.parseInt(hash64(withoutQuery(path)).slice(0, 8), 16) % PATH_BINS]
}

function estimate(filled: number): number {
  return -PATH_BINS * Math.log(Math.max(1, PATH_BINS - filled) / PATH_BINS)
}
