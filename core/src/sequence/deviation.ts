/**
 * How one session differs from what sessions have in common.
 *
 * A rule is believed when enough sessions could have broken it and hardly any did; nothing has to be configured, and
 * noisy events drop out by themselves, for no rule about them holds. Idea of mining invariants between event counts:
 * Lou, Fu, Yang, Xu, Li (USENIX ATC 2010); here only pairs, found while reading.
 */
import {
  ANY,
  countOf,
  ratioOf,
  sameRatio,
  type Counts,
  type EventFacts,
  type Pair,
  type SessionFacts,
} from './facts.ts'

export interface Deviation {
  /**
   * `new`: an event no session had; `missing`: one that always comes; `short`: several of those that nearly always do;
   * `ratio`: a proportion that always holds; `many`: far more lines.
   */
  readonly kind: 'new' | 'missing' | 'short' | 'ratio' | 'many'
  /** The event it is about; ANY for the session as a whole. */
  readonly event: string
  /** The event it is measured against; ANY for the session itself. */
  readonly against: string
  readonly seen: number
  readonly usual: number
  /** Normal sessions that tell so. */
  readonly support: number
}

/** How much has to be known before a rule is believed, and how often it may have been broken. */
export interface Trust {
  readonly support: number
  readonly broken: number
}

/** Two rare variants need some time to meet once: until then it looks as if one ruled the other out. */
const PAIR_SUPPORT = 100
/** Chance that an event was there every time without being bound to the other. */
const BY_CHANCE = 1e-4

/** More lines than three times the most so far, and ten, is out of proportion whatever the distribution. */
const FAR_TIMES = 3
const FAR_MORE = 10

/**
 * Events that come this often are expected. One of them may be optional; if several are missing and no event of the
 * session ever goes without them, as a cancellation would, then the session was cut short. Holds even where a part of
 * the sessions learnt from was cut short as well.
 */
const EXPECTED_SHARE = 0.85
const CUT_SHORT = 3

export function deviations(counts: Counts, facts: SessionFacts, trust: Trust): Deviation[] {
  if (facts.sessions < trust.support) return []
  return [
    ...unknown(counts, facts),
    ...cutShort(counts, facts, trust),
    ...missing(counts, facts, trust),
    ...ratios(counts, facts, trust),
    ...many(counts, facts, trust),
  ]
}

function unknown(counts: Counts, facts: SessionFacts): Deviation[] {
  return [...counts]
    .filter(([event]) => !facts.events.has(event))
    .map(([event, seen]) => ({ kind: 'new', event, against: ANY, seen, usual: 0, support: facts.sessions }))
}

function missing(counts: Counts, facts: SessionFacts, trust: Trust): Deviation[] {
  const found = new Map<string, Deviation>()
  for (const reason of [ANY, ...counts.keys()]) {
    const known = facts.events.get(reason)
    if (!known || known.sessions < trust.support) continue
    for (const [event, pair] of known.partners) {
      if (event === ANY || counts.has(event) || !isImplied(pair, reason, known, facts, trust)) continue
      if (pair.both <= (found.get(event)?.support ?? 0)) continue
      const usual = Math.max(1, proportion(pair, event) * countOf(counts, reason))
      found.set(event, { kind: 'missing', event, against: reason, seen: 0, usual, support: pair.both })
    }
  }
  return [...found.values()]
}

function cutShort(counts: Counts, facts: SessionFacts, trust: Trust): Deviation[] {
  const reasons = [ANY, ...counts.keys()].flatMap((event) => facts.events.get(event) ?? [])
  const expected = [...(facts.events.get(ANY)?.partners ?? [])].filter(
    ([event, { both }]) =>
      both >= trust.support && !counts.has(event) && reasons.every((reason) => isExpected(event, reason)),
  )
  if (expected.length < CUT_SHORT) return []
  const [event, pair] = expected.reduce((x, y) => (y[1].both > x[1].both ? y : x))
  return [{ kind: 'short', event, against: ANY, seen: 0, usual: proportion(pair, event), support: pair.both }]
}

function isExpected(event: string, { sessions, partners }: EventFacts): boolean {
  return (partners.get(event)?.both ?? 0) >= EXPECTED_SHARE * sessions
}

/** One event too many breaks its proportion to all others: only the events that break most are named. */
function ratios(counts: Counts, facts: SessionFacts, trust: Trust): Deviation[] {
  const broken = brokenPairs(counts, facts, trust)
  const found: Deviation[] = []
  while (broken.size > 0) {
    const event = guiltiest(broken)
    const pair = [...broken]
      .filter(({ a, b }) => a === event || b === event)
      .reduce((x, y) => (y.both > x.both ? y : x))
    const against = pair.a === event ? pair.b : pair.a
    const usual = proportion(pair, event) * countOf(counts, against)
    found.push({ kind: 'ratio', event, against, seen: countOf(counts, event), usual, support: pair.held })
    for (const other of broken) if (other.a === event || other.b === event) broken.delete(other)
  }
  return found
}

function brokenPairs(counts: Counts, facts: SessionFacts, trust: Trust): Set<Pair> {
  const broken = new Set<Pair>()
  for (const event of counts.keys()) {
    for (const [other, pair] of facts.events.get(event)?.partners ?? []) {
      if (other !== ANY && !counts.has(other)) continue
      if (pair.both < supportOf(pair, trust) || isBroken(pair.both - pair.held, pair.both, trust)) continue
      if (!sameRatio(pair.ratio, ratioOf(countOf(counts, pair.a), countOf(counts, pair.b)))) broken.add(pair)
    }
  }
  return broken
}

function guiltiest(broken: ReadonlySet<Pair>): string {
  const tally = new Map<string, number>()
  for (const { a, b } of broken) for (const event of [a, b]) tally.set(event, (tally.get(event) ?? 0) + 1)
  tally.delete(ANY)
  const [event] = [...tally].reduce((x, y) => (y[1] > x[1] || (y[1] === x[1] && y[0] < x[0]) ? y : x))
  return event
}

function many(counts: Counts, facts: SessionFacts, trust: Trust): Deviation[] {
  const found: Deviation[] = []
  let lines = 0
  for (const [event, seen] of counts) {
    lines += seen
    const known = facts.events.get(event)
    if (known && known.sessions >= trust.support && isFar(seen, known.most)) {
      found.push({ kind: 'many', event, against: ANY, seen, usual: known.most, support: known.sessions })
    }
  }
  if (found.length > 0 || !isFar(lines, facts.longest)) return found
  return [{ kind: 'many', event: ANY, against: ANY, seen: lines, usual: facts.longest, support: facts.sessions }]
}

function isFar(seen: number, most: number): boolean {
  return seen > FAR_TIMES * most + FAR_MORE
}

function isBroken(broken: number, of: number, trust: Trust): boolean {
  return broken > Math.floor(trust.broken * of)
}

function supportOf({ a }: Pair, trust: Trust): number {
  return a === ANY ? trust.support : Math.max(trust.support, PAIR_SUPPORT)
}

/** Whether its partner always comes with `reason`, and not just because it mostly comes anyway. */
function isImplied(pair: Pair, reason: string, known: EventFacts, facts: SessionFacts, trust: Trust): boolean {
  if (known.sessions < supportOf(pair, trust) || isBroken(known.sessions - pair.both, known.sessions, trust))
    return false
  if (reason === ANY) return true
  const partner = facts.events.get(pair.a === reason ? pair.b : pair.a)
  return ((partner?.sessions ?? 0) / facts.sessions) ** known.sessions < BY_CHANCE
}

/** Lines of `event` for each line of its partner. */
function proportion({ a, ratio }: Pair, event: string): number {
  return a === event ? ratio[0] / ratio[1] : ratio[1] / ratio[0]
}
