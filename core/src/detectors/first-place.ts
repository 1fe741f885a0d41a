/**
 * An account signs in where it never was before. A place is a country where addresses can be told one, else a network:
 * /24, or /48 of IPv6. Only who is at home in one place can be abroad: an account is judged once it was known there for days,
 * and who travels is left in peace until that is forgotten. Where several accounts go is no place of a thief's.
 */
import { MINUTE_MS } from '../aggregate/window.ts'
import type { ClosedWindow, Detector, Finding } from '../finding.ts'
import { memory } from '../memory.ts'
import { placeOf } from '../security/addresses.ts'
import { attackerBook, type Act, type AttackerBook } from '../security/attackers.ts'
import { recent } from '../security/recent.ts'

const DAY_MS = 24 * 60 * MINUTE_MS
/** Since its last new place; both. */
const SETTLED_MS = 3 * DAY_MS
const SETTLED_SIGN_INS = 10
/** Who is at more places travels. */
const MOST_PLACES = 1
/** A place is forgotten when nobody came from it for so long. */
const FORGET_MS = 60 * DAY_MS
/** Accounts that make a place a common one. */
const COMMON = 3
/** Wrong passwords before it, within so long, make it more than a journey. */
const FAILURES = 3
const FAILURES_MS = 60 * MINUTE_MS
const MOST_ACCOUNTS = 50_000

export interface FirstPlaceOptions {
  readonly book?: AttackerBook
  /** The country of an address, where it is known. */
  readonly country?: ((ip: string) => string | undefined) | undefined
}

type Glimpse = Pick<ClosedWindow, 'security' | 'end'>

interface Account {
  /** By place, when it was last there; the newest place last. */
  readonly places: Map<string, number>
  /** Since the last new place. */
  settling: number
  signIns: number
}

interface Place {
  readonly accounts: Set<string>
}

interface Tries {
  count: number
  since: number
}

export function firstPlace({ book = attackerBook(), country }: FirstPlaceOptions = {}): Detector {
  const accounts = recent<Account, number>(MOST_ACCOUNTS, (at) => ({ places: new Map(), settling: at, signIns: 0 }))
  const common = recent<Place>(MOST_ACCOUNTS, () => ({ accounts: new Set() }))
  const failures = recent<Tries, number>(MOST_ACCOUNTS, (since) => ({ count: 0, since }))

  function take(act: Act, window: Glimpse): Finding[] {
    const { user, event, at } = act
    if (user === undefined || event.ip === undefined) return []
    const place = country?.(event.ip) ?? placeOf(event.ip)
    const name = `${event.service}\n${user}`
    if (act.deed === 'failure') tried(`${name}\n${place}`, at)
    if (act.deed !== 'success') return []
    const account = accounts.of(name, at)
    const isNews = isAbroad(account, place, at) && !isCommon(`${event.service}\n${place}`, name)
    const usual = [...account.places.keys()]
    visit(account, place, at)
    return isNews ? [finding(act, place, usual, triesOf(`${name}\n${place}`, at), window)] : []
  }

  function tried(key: string, at: number): void {
    const tries = failures.of(key, at)
    if (at - tries.since > FAILURES_MS) Object.assign(tries, { count: 0, since: at })
    tries.count++
  }

  function triesOf(key: string, at: number): number {
    const tries = failures.peek(key)
    return tries !== undefined && at - tries.since <= FAILURES_MS ? tries.count : 0
  }

  /** Notes the account too: the first few that come are told. */
  function isCommon(key: string, account: string): boolean {
    const { accounts } = common.of(key)
    const isKnown = accounts.size >= COMMON
    if (!isKnown) accounts.add(account)
    return isKnown
  }

  const keep = () => ({ accounts: accounts.keep(), common: common.keep(), failures: failures.keep() })

  function recall(kept: ReturnType<typeof keep>): void {
    accounts.recall(kept.accounts)
    common.recall(kept.common)
    failures.recall(kept.failures)
  }

  const look = (window: Glimpse) => book.acts(window).flatMap((act) => take(act, window))

  return {
    name: 'first-place',
    judge: look,
    glance: look,
    memories: [book.memory, memory('first-place', 1, { keep, recall })],
  }
}

function isAbroad({ places, settling, signIns }: Account, place: string, at: number): boolean {
  const isSettled = at - settling >= SETTLED_MS && signIns >= SETTLED_SIGN_INS
  return isSettled && places.size <= MOST_PLACES && !places.has(place)
}

function visit(account: Account, place: string, at: number): void {
  const { places } = account
  for (const [known, last] of places) if (at - last > FORGET_MS) places.delete(known)
  account.signIns++
  if (!places.has(place)) Object.assign(account, { settling: at, signIns: 0 })
  if (places.has(place) || places.size <= MOST_PLACES) places.set(place, at)
}

function finding(
  { at, user = '', event }: Act,
  place: string,
  usual: readonly string[],
  tries: number,
  window: Glimpse,
): Finding {
  const isForced = tries >= FAILURES
  const known = usual.join(', ')
  const after = isForced
    ? { en: ` after ${tries} wrong passwords`, es: ` tras ${tries} contraseñas erróneas` }
    : NOTHING
  return {
    detector: 'first-place',
    kind: 'suspicious_ip',
    at: window.end,
    start: at,
    service: event.service,
    // An address is an offender's only when more speaks against it than being new.
    entities: { user: [user], ip: isForced && event.ip !== undefined ? [event.ip] : [] },
    seen: 1,
    usual: 0,
    low: 0,
    high: 0,
    unit: 'sign-ins',
    score: isForced ? 0.9 : 0.5,
    samples: [event.sample],
    lines: 1,
    reason: {
      en: `${user} signed in from ${place}${after.en}, where it never was before; it is known from ${known}`,
      es: `${user} entró desde ${place}${after.es}, donde nunca había estado; se le conoce de ${known}`,
    },
  }
}

const NOTHING = { en: '', es: '' }
