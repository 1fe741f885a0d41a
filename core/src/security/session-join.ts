/**
 * Lines of one conversation complete, confirm and silence one another: a failure without address waits for the line
 * that names it, a later one borrows what is known, a hang-up after a told failure is the same offence. State per
 * session, bounded, in event time. A process that serves many addresses is no conversation, and nothing is lent there.
 */
import { memory, type Memory } from '../memory.ts'
import type { SecurityEvent } from './event.ts'

const IDLE_MS = 10 * 60_000
const MOST_SESSIONS = 50_000
/** So long a library's line waits whether the program itself tells of the same try. */
const HOLD_MS = 5_000
/** With this many addresses a process is a server of all, not a session of one. */
const SHARED_FROM = 3
const MOST_PROGRAMS = 1_000

export interface Joined<Ref> {
  readonly event: SecurityEvent
  /** Of the line that is told: not always the one just joined. */
  readonly ref: Ref
}

export interface SessionJoin<Ref = undefined> {
  /** Takes the next event in order of time; gives those decided now. */
  join(event: SecurityEvent, ref: Ref): Joined<Ref>[]
  /** Gives what waited at the end of input. */
  flush(): Joined<Ref>[]
  /**
   * For those who count and need no reference: nothing waits. What a library and its program tell of one try are both
   * given then; the address book knows echoes.
   */
  take(events: readonly SecurityEvent[]): SecurityEvent[]
  /** Of those who count: what they know of conversations. */
  readonly memory: Memory
}

interface Session<Ref> {
  last: number
  ip?: string
  host?: string
  addresses: string[]
  pending: SecurityEvent | undefined
  held: Joined<Ref>[]
  told: boolean
  succeeded: boolean
}

export function sessionJoin<Ref = undefined>(): SessionJoin<Ref> {
  // In order of last use: the first is the oldest.
  let sessions = new Map<string, Session<Ref>>()
  /** Sessions with held lines, in order of holding. */
  const holding = new Set<Session<Ref>>()
  /** Programs that tell of their failures themselves. */
  let speaking = new Set<string>()

  function sessionOf(key: string, time: number): Session<Ref> {
    const known = sessions.get(key)
    const isLive = known !== undefined && time - known.last < IDLE_MS
    const session = isLive
      ? known
      : { last: time, addresses: [], pending: undefined, held: [], told: false, succeeded: false }
    session.last = Math.max(session.last, time)
    sessions.delete(key)
    sessions.set(key, session)
    if (sessions.size > MOST_SESSIONS) sessions.delete(sessions.keys().next().value ?? '')
    return session
  }

  /** Held lines whose time is up: nobody else told of them. */
  function release(now: number): Joined<Ref>[] {
    const released: Joined<Ref>[] = []
    for (const session of holding) {
      if (now - session.held[0].event.time < HOLD_MS) break
      released.push(...session.held)
      session.held = []
      holding.delete(session)
    }
    return released
  }

  function drop(session: Session<Ref>): void {
    session.held = []
    holding.delete(session)
  }

  function byLibrary(session: Session<Ref>, told: Joined<Ref>, mayWait: boolean): Joined<Ref>[] {
    if (speaking.has(programOf(told.event))) return []
    if (!mayWait) return [told]
    session.held.push(told)
    holding.add(session)
    return []
  }

  function decide(session: Session<Ref>, event: SecurityEvent, ref: Ref, mayWait: boolean): Joined<Ref>[] {
    if (event.part === 'opening') Object.assign(session, { told: false, succeeded: false, pending: undefined })
    const known = learn(session, event)
    switch (event.part) {
      case 'library':
        return known === undefined ? [] : byLibrary(session, { event: known, ref }, mayWait)
      case 'repeat':
        return session.told ? [] : offence(session, event, known, ref)
      case 'early_closing':
        return session.told || session.succeeded || known === undefined ? [] : complete(session, known, ref)
      default:
        return event.kind === 'link' ? complete(session, known, ref) : deed(session, event, known, ref)
    }
  }

  function deed(
    session: Session<Ref>,
    event: SecurityEvent,
    known: SecurityEvent | undefined,
    ref: Ref,
  ): Joined<Ref>[] {
    if (event.kind !== 'auth_success') return offence(session, event, known, ref)
    session.succeeded = true
    session.pending = undefined
    drop(session)
    return known === undefined ? [] : [{ event: known, ref }]
  }

  function offence(
    session: Session<Ref>,
    event: SecurityEvent,
    known: SecurityEvent | undefined,
    ref: Ref,
  ): Joined<Ref>[] {
    if (known === undefined) {
      const { pending } = session
      session.pending =
        pending?.shape === event.shape ? { ...event, count: event.count + pending.count } : (pending ?? event)
      return []
    }
    if (event.kind === 'auth_failure') {
      if (speaking.size < MOST_PROGRAMS) speaking.add(programOf(event))
      drop(session)
    }
    session.told = true
    session.pending = undefined
    return [{ event: known, ref }]
  }

  /** A line that only names the other side: tells of the failure that waited for it. */
  function complete(session: Session<Ref>, known: SecurityEvent | undefined, ref: Ref): Joined<Ref>[] {
    const { pending } = session
    if (known === undefined) return []
    if (pending === undefined) return known.kind === 'link' ? [] : [{ event: known, ref }]
    session.pending = undefined
    session.told = true
    const { ip, host, time } = known
    return [{ event: { ...pending, time, ...(ip !== undefined && { ip }), ...(host !== undefined && { host }) }, ref }]
  }

  function step(event: SecurityEvent, ref: Ref, mayWait: boolean): Joined<Ref>[] {
    if (event.session === undefined) return alone(event, ref)
    return decide(sessionOf(event.session, event.time), event, ref, mayWait)
  }

  return {
    join: (event, ref) => [...release(event.time), ...step(event, ref, true)],
    flush: () => release(Number.POSITIVE_INFINITY),
    memory: memory('conversations', 1, {
      keep: () => ({ sessions, speaking }),
      recall: (kept) => ({ sessions, speaking } = kept),
    }),
    take: (events) => events.flatMap((event) => step(event, undefined as Ref, false)).map(({ event }) => event),
  }
}

/** Without a session a line must speak for itself. */
function alone<Ref>(event: SecurityEvent, ref: Ref): Joined<Ref>[] {
  if (event.kind === 'link' || (event.ip === undefined && event.host === undefined)) return []
  return [{ event, ref }]
}

/** The event with what its session knows of the address; undefined while nobody does. */
function learn<Ref>(session: Session<Ref>, event: SecurityEvent): SecurityEvent | undefined {
  if (event.ip === undefined && event.host === undefined) {
    if (session.addresses.length >= SHARED_FROM) return undefined
    if (session.ip !== undefined) return { ...event, ip: session.ip }
    return session.host === undefined ? undefined : { ...event, host: session.host }
  }
  if (event.ip !== undefined) session.ip = event.ip
  if (event.host !== undefined) session.host = event.host
  const address = event.ip ?? event.host ?? ''
  if (session.addresses.length < SHARED_FROM && !session.addresses.includes(address)) session.addresses.push(address)
  return event
}

/** The program behind a session key: without host and process number. */
function programOf({ session = '', service }: SecurityEvent): string {
  return `${service}/${session.slice(session.indexOf('/') + 1).replace(/\[?\d+\]?$/, '')}`
}
