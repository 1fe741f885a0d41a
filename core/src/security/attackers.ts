/**
 * The address book of security: events become acts of parties, in order of time, before any detector judges them.
 * A party is what one attacker controls: an IPv4 address, an IPv6 /64, a host name. Here and nowhere else is decided
 * who is allowed everything, what is the same try told twice, and which account is at home at which address.
 */
import type { ClosedWindow } from '../finding.ts'
import { memory, type Memory } from '../memory.ts'
import { networkOf } from './addresses.ts'
import { addressList } from './allow.ts'
import type { SecurityEvent } from './event.ts'
import { isSignIn } from './paths.ts'
import { recent } from './recent.ts'
import { signInAnswers } from './sign-in-answers.ts'

export interface Party {
  readonly key: string
  /** Every address seen of it, most of them. */
  readonly addresses: Set<string>
  /** Accounts that signed in from here, and when last. */
  readonly successes: Map<string, number>
}

export interface Act {
  readonly at: number
  readonly deed: 'failure' | 'success' | 'probe' | 'abuse' | 'scan' | 'request'
  readonly party: Party
  readonly user: string | undefined
  /** How much it proves; repeat counts are in. */
  readonly weight: number
  /** The account signed in from here before: rather a stale password than an attack. */
  readonly known: boolean
  readonly event: SecurityEvent
}

export interface AttackerBook {
  /** The acts of a window; worked out once, whoever asks. */
  acts(window: Pick<ClosedWindow, 'security'>): readonly Act[]
  readonly memory: Memory
}

export interface AttackerOptions {
  /** Addresses, networks and names that are never offenders. */
  readonly allow?: readonly string[]
}

const MOST_PARTIES = 50_000
const MOST_ADDRESSES = 64
const MOST_ACCOUNTS = 256
const MOST_TRIES = 8
const ECHO_MS = 1_000
/** Within one session a program may take its time to tell the same again. */
const SESSION_ECHO_MS = 5_000
const KNOWN_WEIGHT = 0.5
/** A page that asks for a name has not been attacked yet. */
const CHALLENGE_WEIGHT = 0.34

interface Try {
  at: number
  user: string | undefined
  readonly session: string | undefined
  readonly shapes: Set<string>
}

interface Entry {
  readonly party: Party
  tries: Try[]
}

export function attackerBook({ allow = [] }: AttackerOptions = {}): AttackerBook {
  const isAllowed = addressList(allow)
  const answers = signInAnswers()
  const entries = recent<Entry, string>(MOST_PARTIES, (key) => ({
    party: { key, addresses: new Set(), successes: new Map() },
    tries: [],
  }))
  let last: { security: readonly SecurityEvent[]; acts: readonly Act[] } | undefined

  function actOf(event: SecurityEvent): Act | undefined {
    const address = event.ip ?? event.host
    if (address === undefined || event.kind === 'link' || isAllowed(address)) return undefined
    if (event.host !== undefined && isAllowed(event.host)) return undefined
    const key = networkOf(address)
    const entry = entries.of(key, key)
    const { party } = entry
    if (party.addresses.size < MOST_ADDRESSES) party.addresses.add(address)
    const act = (deed: Act['deed'], weight: number, known = false): Act => {
      return { at: event.time, deed, party, user: event.user, weight: weight * event.count, known, event }
    }
    switch (event.kind) {
      case 'auth_success':
        signedIn(party, event)
        return act('success', 1)
      case 'auth_failure':
        return failure(entry, event, act)
      case 'request':
        return asked(entry, event, act)
      default:
        return act(event.kind, event.weight ?? 1)
    }
  }

  type MakeAct = (deed: Act['deed'], weight: number, known?: boolean) => Act

  function failure(entry: Entry, event: SecurityEvent, act: MakeAct): Act | undefined {
    answers.see(event)
    if (isEcho(entry, event)) return undefined
    const isKnown = event.user !== undefined && entry.party.successes.has(event.user)
    return act('failure', (event.weight ?? 1) * (isKnown ? KNOWN_WEIGHT : 1), isKnown)
  }

  /** A sign-in form answers a wrong password with the form again; an unnamed 401 is a question. */
  function asked(entry: Entry, event: SecurityEvent, act: MakeAct): Act | undefined {
    if (event.status === 401 || event.status === 407)
      return isEcho(entry, event) ? undefined : act('failure', CHALLENGE_WEIGHT)
    if (event.method !== 'POST' || event.status !== 200 || !isSignIn(event.path ?? '')) return act('request', 1)
    const weight = answers.weightOfPage(event)
    if (weight === 0) return act('success', 1)
    return isEcho(entry, event) ? undefined : act('failure', weight)
  }

  function signedIn(party: Party, event: SecurityEvent): void {
    answers.see(event)
    if (event.user === undefined) return
    party.successes.delete(event.user)
    party.successes.set(event.user, event.time)
    if (party.successes.size > MOST_ACCOUNTS) party.successes.delete(party.successes.keys().next().value ?? '')
  }

  const keep = () => ({ entries: entries.keep(), answers: answers.keep() })

  function recall(kept: ReturnType<typeof keep>): void {
    entries.recall(kept.entries)
    answers.recall(kept.answers)
  }

  return {
    acts({ security }) {
      if (last?.security !== security)
        last = {
          security,
          acts: namedFirst(security)
            .map(actOf)
            .filter((act) => act !== undefined),
        }
      return last.acts
    },
    memory: memory('attackers', 1, { keep, recall }),
  }
}

/**
 * Servers in front cut their times to seconds and know no accounts: within a second, whoever names the account speaks
 * first, so that the try is told with its name and the other line is its echo.
 */
function namedFirst(security: readonly SecurityEvent[]): SecurityEvent[] {
  const second = ({ time }: SecurityEvent) => Math.floor(time / 1_000)
  const anonymous = ({ kind, user }: SecurityEvent) => Number(kind === 'auth_failure' && user === undefined)
  return [...security].sort((a, b) => second(a) - second(b) || anonymous(a) - anonymous(b) || a.time - b.time)
}

/** Told in other words a moment ago: by the library, by the server in front, by a second line of the program. */
function isEcho(entry: Entry, { time, user, session, shape }: SecurityEvent): boolean {
  const isNear = (known: Try): boolean =>
    time - known.at <= (session !== undefined && session === known.session ? SESSION_ECHO_MS : ECHO_MS)
  const same = entry.tries.find(
    (known) =>
      isNear(known) &&
      !known.shapes.has(shape) &&
      (known.user === user || known.user === undefined || user === undefined),
  )
  if (same !== undefined) {
    same.shapes.add(shape)
    same.user ??= user
    return true
  }
  entry.tries.push({ at: time, user, session, shapes: new Set([shape]) })
  if (entry.tries.length > MOST_TRIES) entry.tries.shift()
  return false
}
