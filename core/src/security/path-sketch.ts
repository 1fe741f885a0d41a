/**
 * How many different pages one address read within ten seconds, and how many it usually reads. Linear counting
 * (Whang, Vander-Zanden, Taylor; 1990) over `PATH_BINS` bins: n = -m ln(share of empty bins).
 */
import { WINDOW_MS } from '../aggregate/window.ts'
import type { Act } from './attackers.ts'
import { PATH_BINS } from './event.ts'
import { hash64 } from '../mine/hash.ts'
import { isStatic, withoutQuery } from './paths.ts'

/** Plain data: it is remembered over restarts. */
export interface PathSketch {
  /** By bin, when it was last hit. */
  bins: Map<number, number>
  usual: number
  spanStart: number
}

const SPAN_MS = 2 * WINDOW_MS
/** Weight of a new span in what is usual. */
const PACE = 0.1

export function emptySketch(): PathSketch {
  return { bins: new Map(), usual: 0, spanStart: Number.NEGATIVE_INFINITY }
}

export function readPages(sketch: PathSketch, { at, event }: Act): { seen: number; usual: number } {
  turn(sketch, at)
  for (const bin of binsOf(event)) sketch.bins.set(bin, at)
  return { seen: estimate(sketch.bins.size), usual: sketch.usual }
}

/** A span that ended teaches what is usual. */
function turn(sketch: PathSketch, now: number): void {
  if (now - sketch.spanStart < SPAN_MS) return
  if (sketch.bins.size > 0) sketch.usual += PACE * (estimate(sketch.bins.size) - sketch.usual)
  sketch.bins = new Map([...sketch.bins].filter(([, at]) => now - at < SPAN_MS))
  sketch.spanStart = now
}

function binsOf({ paths, path }: Act['event']): readonly number[] {
  if (paths !== undefined) return paths
  if (path === undefined || isStatic(path)) return []
  return [Number.parseInt(hash64(withoutQuery(path)).slice(0, 8), 16) % PATH_BINS]
}

function estimate(filled: number): number {
  return -PATH_BINS * Math.log(Math.max(1, PATH_BINS - filled) / PATH_BINS)
}
