/**
 * Stage 3 on one page: join shards > judge rules > hold back what is normal > correlate. Sees every span of event time
 * once, when all shards have told it, and in an order that does not depend on which of them found what.
 */
import { joinedOutcomes } from './correlate/joined-outcomes.ts'
import { apart } from './correlate/simulated.ts'
import { joinedDetectors, type DetectorOptions } from './detectors/index.ts'
import type { Finding } from './finding.ts'
import { normalBook } from './normal/book.ts'
import type { FindingsMessage, Outcome, Reach } from './wire/findings.ts'
import type { Incident } from './wire/incident.ts'
import type { JournalEntry } from './wire/live.ts'

export interface Correlation {
  /** Takes what a shard tells; gives the incidents that changed with it. */
  accept(message: FindingsMessage): Incident[]
  /** The input ended, with findings that were held back until then: every open incident in its last form. */
  finish(held: readonly Finding[]): Incident[]
  /** Takes back incidents that were open or just over, so that their next finding continues them. */
  restore(recent: readonly Incident[]): void
  /** Takes what the journal says is normal; entries may come again. */
  heed(entries: readonly JournalEntry[]): void
  /** What was held back as normal since the last call. */
  held(): JournalEntry[]
  /** What ends up to here was taken by an earlier life. */
  startAt(position: Reach): void
  /** The ends of the last that were taken; -Infinity before. */
  position(): Reach
}

export function correlation({ learnUntil = Number.NEGATIVE_INFINITY, ...options }: DetectorOptions = {}): Correlation {
  const detectors = joinedDetectors(options)
  const joined = joinedOutcomes()
  const incidents = apart()
  const normals = normalBook()

  function take(span: Outcome): Incident[] {
    const found = span.closed ? detectors.flatMap((detector) => detector.judge(span)) : []
    if (span.closed) for (const id of normals.begun(span)) incidents.end(id)
    return incidents.take(normals.pass([...span.findings, ...found.filter(({ at }) => at > learnUntil)]), span)
  }

  return {
    accept: (message) => joined.add(message).flatMap(take),
    finish: (held) => incidents.finish(normals.pass(held)),
    restore: (recent) => incidents.restore(recent),
    heed: (entries) => normals.heed(entries),
    held: () => normals.held(),
    startAt: (position) => joined.startAt(position),
    position: () => joined.position(),
  }
}
