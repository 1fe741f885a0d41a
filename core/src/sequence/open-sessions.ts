/**
 * Sessions that are still going on, merged from the observations of any number of observers. One is over when it was
 * idle for long enough. The table is bounded: when it is full, the one that was quiet longest is given up unjudged,
 * for half a session looks like a broken one.
 */
import type { SessionObservation } from '../wire/observations.ts'
import { idleTime, type KeptIdleTime } from './idle-time.ts'

export interface Session {
  readonly id: string
  /** Where its first records came from. */
  readonly service: string
  readonly services: Set<string>
  first: number
  last: number
  /** Longest pause between two of its records, ms. */
  pause: number
  /** Lines by shape id. */
  readonly shapes: Map<string, number>
  /** Came back after it had been closed: this is only its rest. */
  readonly isRest: boolean
}

export interface OpenSessions {
  readonly add: (observation: SessionObservation) => void
  /** Takes out those that are over at this event time, in order of their last record. */
  readonly takeIdle: (now: number) => Session[]
  /** The input ended: takes out all. Those that were not quiet for long may be cut off in the middle. */
  readonly takeAll: (now: number) => { session: Session; whole: boolean }[]
  /** Given up for want of room. */
  readonly dropped: () => number
  readonly keep: () => KeptSessions
  readonly recall: (kept: KeptSessions) => void
}

export interface KeptSessions {
  readonly open: Map<string, Session>
  readonly closed: Map<string, number>
  readonly nextScan: number
  readonly idle: KeptIdleTime
}

/** Times a session is looked at while it is idle: all are, for their ends are in no order. */
const SCANS = 16
const MAX_SERVICES = 16

export function openSessions(limit: number): OpenSessions {
  /** Both in order of the last change: the first ones are the quietest, more or less. */
  let open = new Map<string, Session>()
  let closed = new Map<string, number>()
  const idle = idleTime()
  let nextScan = Number.NEGATIVE_INFINITY
  let dropped = 0

  function begin({ session: id, service, first, last }: SessionObservation): Session {
    const before = closed.get(id)
    if (before !== undefined) idle.learn(first - before)
    if (open.size >= limit) giveUpOldest()
    return {
      id,
      service,
      services: new Set([service]),
      first,
      last,
      pause: 0,
      shapes: new Map(),
      isRest: before !== undefined,
    }
  }

  function giveUpOldest(): void {
    for (const session of open.values()) {
      dropped++
      return close(session)
    }
  }

  function close(session: Session): void {
    open.delete(session.id)
    idle.learn(session.pause)
    closed.delete(session.id)
    closed.set(session.id, session.last)
    if (closed.size > limit) closed.delete(closed.keys().next().value ?? '')
  }

  return {
    add(observation) {
      const { session: id, first, last, gap = 0, shapes } = observation
      const session = open.get(id) ?? begin(observation)
      if (session.services.size < MAX_SERVICES) session.services.add(observation.service)
      session.pause = Math.max(session.pause, gap, first - session.last, session.first - last)
      session.first = Math.min(session.first, first)
      session.last = Math.max(session.last, last)
      for (const [shape, count] of shapes) session.shapes.set(shape, (session.shapes.get(shape) ?? 0) + count)
      open.delete(id)
      open.set(id, session)
    },
    takeIdle(now) {
      if (now < nextScan) return []
      const limit = idle.limit()
      nextScan = now + limit / SCANS
      const over = [...open.values()].filter(({ last }) => now - last >= limit)
      for (const session of over) close(session)
      return inOrder(over)
    },
    takeAll(now) {
      const likely = idle.likely()
      const rest = inOrder([...open.values()])
      open.clear()
      return rest.map((session) => ({ session, whole: now - session.last >= likely }))
    },
    dropped: () => dropped,
    keep: () => ({ open, closed, nextScan, idle: idle.keep() }),
    recall(kept) {
      ;({ open, closed, nextScan } = kept)
      idle.recall(kept.idle)
    },
  }
}

/** Not in order of arrival: which observer came first must not matter. */
function inOrder(sessions: Session[]): Session[] {
  return sessions.sort((a, b) => a.last - b.last || (a.id < b.id ? -1 : 1))
}
