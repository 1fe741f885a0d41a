/** Which paths are missing for whom: what several addresses miss is a broken link, not a search. */
import { memory, type Memory } from '../memory.ts'
import type { Act } from './attackers.ts'
import { hasPayload, isSensitive, isStatic, withoutQuery } from './paths.ts'
import { recent } from './recent.ts'

const MOST_PATHS = 50_000
const MOST_QUERIES = 50_000
/** Missed by more parties than this, it is missing for everybody. */
const SHARED_ABOVE = 3

export interface Missed {
  readonly path: string
  /** 3 payload, 2 sensitive (1 when searched for by many), 1 page, 0.3 static file, 0 broken for all. */
  readonly weight: number
  /** The same path with a query that is new for whoever asks. */
  readonly again: number
  /** Nothing in it is hostile by itself. */
  readonly isNeutral: boolean
  /** Hostile whatever the answer is. */
  readonly isPayload: boolean
}

export interface MissingPaths {
  see(act: Act): Missed
  isShared(path: string): boolean
  /** True once per party, path and query. */
  isNewQuery(act: Act): boolean
  readonly memory: Memory
}

export function missingPaths(): MissingPaths {
  const missers = recent<Set<string>>(MOST_PATHS, () => new Set())
  const queries = recent<{ seen: boolean }>(MOST_QUERIES, () => ({ seen: false }))
  const isShared = (path: string): boolean => (missers.peek(path)?.size ?? 0) > SHARED_ABOVE

  const keep = () => ({ missers: missers.keep(), queries: queries.keep() })

  function recall(kept: ReturnType<typeof keep>): void {
    missers.recall(kept.missers)
    queries.recall(kept.queries)
  }

  return {
    isShared,
    see({ event, party }) {
      const whole = event.path ?? ''
      const path = withoutQuery(whole)
      if (isAttack(event)) return { path, weight: 3, again: 3, isNeutral: false, isPayload: true }
      const parties = missers.of(path)
      if (parties.size <= SHARED_ABOVE) parties.add(party.key)
      // What nobody links to is not broken: that many search for it proves less of each, not nothing.
      if (isSensitive(whole)) return ordinary(path, isShared(path) ? 1 : 2, false)
      if (isShared(path)) return ordinary(path, 0, true)
      return ordinary(path, isStatic(whole) ? 0.3 : 1, true)
    },
    isNewQuery({ event, party }) {
      const query = queries.of(`${party.key}\n${event.path}`)
      const isNew = !query.seen
      query.seen = true
      return isNew
    },
    memory: memory('missing-paths', 1, { keep, recall }),
  }
}

/** Another query of a path that is missed already tells a little. */
const AGAIN = 0.7

function ordinary(path: string, weight: number, isNeutral: boolean): Missed {
  return { path, weight, again: Math.min(weight, AGAIN), isNeutral, isPayload: false }
}

/** By its own text, or told a probe for another reason than what it asks for. */
function isAttack({ kind, path = '', status = 0 }: Act['event']): boolean {
  return hasPayload(path, status < 400) || (kind === 'probe' && !isSensitive(path))
}
