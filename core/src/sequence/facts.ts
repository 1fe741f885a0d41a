/**
 * What sessions have in common, counted: in how many each event came, how many had two events together, and in what
 * proportion. An event is a template. ANY stands for the session itself, once in each, so that "always there" and
 * "always three" are pairs like all others and rules can hold for one kind of session among several.
 *
 * Bounds: events and partners per event; of long sessions only the best known events are paired. A pair that is not
 * counted any more just can not become a rule.
 */
export type Counts = ReadonlyMap<string, number>

export const ANY = ''

export interface EventFacts {
  /** Sessions it came in. */
  sessions: number
  /** Most lines in one session. */
  most: number
  readonly partners: Map<string, Pair>
}

/** Sessions where both events came. `ratio` is lines of `a` to lines of `b`, in lowest terms, as it mostly is. */
export interface Pair {
  readonly a: string
  readonly b: string
  both: number
  held: number
  ratio: readonly [number, number]
}

const MAX_EVENTS = 2_000
const MAX_PARTNERS = 200
const MAX_PAIRED = 32

export class SessionFacts {
  readonly events = new Map<string, EventFacts>()
  sessions = 0
  /** Lines of the longest session. */
  longest = 0

  learn(counts: Counts): void {
    this.sessions++
    let lines = 0
    for (const [event, count] of counts) {
      lines += count
      const facts = this.#event(event)
      facts.sessions++
      facts.most = Math.max(facts.most, count)
    }
    this.longest = Math.max(this.longest, lines)
    this.#event(ANY).sessions++
    this.#learnPairs(counts)
  }

  /** For an event that changed its meaning: it is no news, but what was known of it holds no more. */
  restart(event: string): void {
    this.forget(event)
    this.#event(event)
  }

  /** For an event that is gone. */
  forget(event: string): void {
    for (const partner of this.events.get(event)?.partners.keys() ?? []) {
      this.events.get(partner)?.partners.delete(event)
    }
    this.events.delete(event)
  }

  #event(event: string): EventFacts {
    let facts = this.events.get(event)
    if (facts) return facts
    if (this.events.size >= MAX_EVENTS) this.#forgetRarest()
    this.events.set(event, (facts = { sessions: 0, most: 0, partners: new Map() }))
    return facts
  }

  #forgetRarest(): void {
    const [rarest] = [...this.events].reduce((least, next) => (next[1].sessions < least[1].sessions ? next : least))
    this.forget(rarest)
  }

  #learnPairs(counts: Counts): void {
    const known = [...counts.keys()].sort((a, b) => this.#sessionsOf(b) - this.#sessionsOf(a) || (a < b ? -1 : 1))
    const events = [ANY, ...known.slice(0, MAX_PAIRED).sort()]
    for (let i = 0; i < events.length; i++) {
      for (let j = i + 1; j < events.length; j++) this.#learnPair(events[i], events[j], counts)
    }
  }

  #learnPair(a: string, b: string, counts: Counts): void {
    const ratio = ratioOf(countOf(counts, a), countOf(counts, b))
    const pair = this.#pair(a, b, ratio)
    if (!pair) return
    pair.both++
    if (sameRatio(pair.ratio, ratio)) pair.held++
    else if (pair.held * 2 < pair.both) Object.assign(pair, { ratio, held: 1 })
  }

  #pair(a: string, b: string, ratio: readonly [number, number]): Pair | undefined {
    const [ofA, ofB] = [this.#event(a).partners, this.#event(b).partners]
    const known = ofA.get(b)
    if (known || ofB.size >= MAX_PARTNERS || (a !== ANY && ofA.size >= MAX_PARTNERS)) return known
    const pair = { a, b, both: 0, held: 0, ratio }
    ofA.set(b, pair)
    ofB.set(a, pair)
    return pair
  }

  #sessionsOf(event: string): number {
    return this.events.get(event)?.sessions ?? 0
  }
}

export function countOf(counts: Counts, event: string): number {
  return event === ANY ? 1 : (counts.get(event) ?? 0)
}

export function ratioOf(a: number, b: number): readonly [number, number] {
  const divisor = greatestDivisor(a, b)
  return [a / divisor, b / divisor]
}

export function sameRatio(one: readonly [number, number], other: readonly [number, number]): boolean {
  return one[0] === other[0] && one[1] === other[1]
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}
