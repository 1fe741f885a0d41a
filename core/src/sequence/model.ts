/** What is usual in sessions, learnt while judging them. Most sessions are taken to be normal. */
import { acceptance, type Acceptance } from './acceptance.ts'
import { deviations, type Deviation, type Trust } from './deviation.ts'
import { SessionFacts, type Counts } from './facts.ts'

/** After a part that is known to be normal: rules are strict, and twenty sessions make one. */
const CERTAIN: Trust = { support: 20, broken: 0.001 }
/**
 * Without one: what happens in 1.5 % of sessions has been met after two hundred, with 95 % chance; and a few of those
 * two hundred may have been broken ones.
 */
const CAUTIOUS: Trust = { support: 200, broken: 0.005 }
/**
 * The share of events met in one session only is the chance that the next session brings one never met (Good and
 * Turing). Above this, new events are the way of this system and no news.
 */
const RESTLESS = 0.03
const MAX_MET = 10_000

export interface SequenceModel {
  /** Sessions known to be normal. */
  readonly teach: (counts: Counts) => void
  /** Sessions taken to be normal, for want of better. */
  readonly learn: (counts: Counts) => void
  /** Whether enough was taught to know what is normal. */
  readonly isTaught: () => boolean
  /**
   * What is wrong with a session, surest first; learns it when nothing is. Of one that may have been cut off in the
   * middle only what is too much can be told.
   */
  readonly judge: (counts: Counts, isWhole: boolean) => Deviation[]
  /** An event became another one, which may have been known before. */
  readonly rename: (event: string, into: string) => void
  readonly knows: (event: string) => boolean
  /** Events known. */
  readonly size: () => number
  readonly keep: () => KeptModel
  readonly recall: (kept: KeptModel) => void
}

export interface KeptModel {
  readonly facts: Pick<SessionFacts, 'events' | 'sessions' | 'longest'>
  readonly accepted: ReturnType<Acceptance['keep']>
  readonly met: Map<string, number>
  readonly onlyOnce: number
  readonly certain: number
  readonly judged: number
}

export function sequenceModel(): SequenceModel {
  const facts = new SessionFacts()
  const accepted = acceptance()
  /** Sessions by event, deviating ones included, up to two: all that is asked is whether it came once. */
  let met = new Map<string, number>()
  let onlyOnce = 0
  let certain = 0
  let judged = 0

  function meet(counts: Counts): void {
    judged++
    for (const event of counts.keys()) {
      const times = met.get(event) ?? 0
      if (times === 0 && met.size >= MAX_MET) continue
      if (times === 0) onlyOnce++
      if (times === 1) onlyOnce--
      if (times < 2) met.set(event, times + 1)
    }
  }

  function isNews({ kind, event }: Deviation): boolean {
    if (kind === 'new' && onlyOnce > RESTLESS * judged) return false
    return !accepted.accepts(`${kind} ${event}`, judged, !isTaught() && kind !== 'short')
  }

  function learn(counts: Counts): void {
    meet(counts)
    facts.learn(counts)
  }

  function isTaught(): boolean {
    return certain >= CERTAIN.support
  }

  return {
    teach(counts) {
      certain++
      learn(counts)
    },
    learn,
    isTaught,
    judge(counts, isWhole) {
      meet(counts)
      const all = deviations(counts, facts, isTaught() ? CERTAIN : CAUTIOUS)
      const found = (isWhole ? all : all.filter(({ kind }) => kind === 'new' || kind === 'many')).filter(isNews)
      if (isWhole && found.length === 0) facts.learn(counts)
      return found.sort((a, b) => b.support - a.support)
    },
    rename(event, into) {
      facts.forget(event)
      facts.restart(into)
    },
    knows: (event) => facts.events.has(event),
    size: () => facts.events.size,
    keep() {
      const { events, sessions, longest } = facts
      return { facts: { events, sessions, longest }, accepted: accepted.keep(), met, onlyOnce, certain, judged }
    },
    recall(kept) {
      ;({ met, onlyOnce, certain, judged } = kept)
      Object.assign(facts, kept.facts)
      accepted.recall(kept.accepted)
    },
  }
}
