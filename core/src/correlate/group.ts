/**
 * Findings to incidents: one cause is one incident. Trouble of operations belongs together when it is the same service
 * or begins at nearly the same time elsewhere; deeds belong to who did them; broken sessions to their service.
 */
import type { Finding } from '../finding.ts'
import { MINUTE_MS } from '../aggregate/window.ts'
import type { Outcome } from '../wire/findings.ts'
import type { Incident } from '../wire/incident.ts'
import { causeTracker } from './causes.ts'
import { Draft } from './draft.ts'
import { kindOf } from './kinds/index.ts'
import type { Family } from './kinds/kind.ts'
import { belongs, broke, familyOf, foretold, isSameRelease, shadows, type Thread } from './kinship.ts'
import { restarts } from './restarts.ts'

/** Quiet for so long is over; people come back slower than machines. */
const QUIET_MS: Record<Family, number> = {
  operations: 5 * MINUTE_MS,
  deeds: 30 * MINUTE_MS,
  sessions: 30 * MINUTE_MS,
  rules: 5 * MINUTE_MS,
  own: 5 * MINUTE_MS,
}
export const LONGEST_QUIET_MS = Math.max(...Object.values(QUIET_MS))
/** The same trouble soon after its end is the same incident again. */
export const REOPEN_MS = 60 * MINUTE_MS
const MAX_OPEN = 1_000

/** A window beside its findings. */
export type Context = Pick<Outcome, 'start' | 'end' | 'rises' | 'restarted'>

export interface Correlator {
  /** Takes the findings of one window, closed or glanced at; gives the incidents that changed enough to tell. */
  take(findings: readonly Finding[], window: Context): Incident[]
  /** Takes back incidents that were open or just over when the state was lost. */
  restore(recent: readonly Incident[]): void
  /** Somebody called it normal: it is over, and what still comes opens it again. */
  end(id: string): void
  /** The input ended: every open incident in its last form. */
  finish(findings: readonly Finding[]): Incident[]
}

export function correlator(): Correlator {
  let threads: Thread[] = []
  const causes = causeTracker()
  const restarted = restarts()

  function explained(finding: Finding): Finding {
    if (!kindOf(finding.kind).comesWithRelease) return finding
    // A course goes through more services than it was seen in.
    const isRelease =
      kindOf(finding.kind).family === 'sessions'
        ? restarted.isAnyRecent(finding.start)
        : restarted.isRecent(finding.service, finding.start)
    return isRelease ? { ...finding, release: true } : finding
  }

  function place(finding: Finding): Draft {
    const family = familyOf(finding.kind)
    const breaker = threads.find((thread) => broke(finding, thread))
    if (breaker) {
      breaker.draft.attach(finding)
      return breaker.draft
    }
    const known =
      threads.find((thread) => thread.family === family && belongs(finding, thread)) ??
      threads.find((thread) => isSameRelease(finding, thread)) ??
      threads.find((thread) => shadows(family, finding, thread) || foretold(family, finding, thread))
    if (known && (family === 'deeds' || known.family === 'sessions')) known.family = family
    const draft = known?.draft ?? begin(family, finding)
    draft.add(finding)
    return draft
  }

  function begin(family: Family, finding: Finding): Draft {
    const draft = new Draft(finding)
    threads.push({ family, draft })
    if (threads.length > MAX_OPEN) threads.shift()
    return draft
  }

  function takeAll(findings: readonly Finding[]): Set<Draft> {
    const changed = new Set<Draft>()
    for (const finding of findings) {
      changed.add(place(explained(finding)))
    }
    for (const draft of changed) draft.explain(causes.before(draft.start, draft.services))
    return changed
  }

  return {
    take(findings, window) {
      causes.see(window.rises)
      restarted.see(window.restarted, window.start)
      takeAll(findings)
      for (const { family, draft } of threads) draft.settle(window.end, QUIET_MS[family])
      threads = threads.filter(({ draft }) => !draft.over || window.end - draft.end < REOPEN_MS)
      return threads.flatMap(({ draft }) => draft.news(window.end))
    },
    restore(recent) {
      const found = recent.map((incident) => ({ family: familyOf(incident.kind), draft: Draft.from(incident) }))
      // What we tell of ourselves does not come from lines, and nothing in them ends it.
      threads.push(...found.filter(({ family }) => family !== 'own'))
    },
    end(id) {
      for (const { draft } of threads) if (draft.id === id) draft.close()
    },
    finish(findings) {
      takeAll(findings)
      return threads.flatMap(({ draft }) => draft.news(Number.POSITIVE_INFINITY))
    },
  }
}
