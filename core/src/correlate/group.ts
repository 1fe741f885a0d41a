/**
 * Findings to incidents: one cause is one incident. Trouble of operations belongs together when it is the same service
 * or begins at nearly the same time elsewhere; deeds belong to who did them; broken sessions to their service.
 */
import type { ClosedWindow, Finding } from '../finding.ts'
import { MINUTE_MS } from '../aggregate/window.ts'
import type { Incident, IncidentKind } from '../wire/incident.ts'
import { causeTracker } from './causes.ts'
import { Draft } from './draft.ts'

/** Trouble in another service joins an incident that began this long before at most. */
const JOIN_MS = 2 * MINUTE_MS
/** Quiet for so long is over; people come back slower than machines. */
const QUIET_MS: Record<Family, number> = { operations: 5 * MINUTE_MS, deeds: 30 * MINUTE_MS, sessions: 30 * MINUTE_MS }
/** The same trouble soon after its end is the same incident again. */
export const REOPEN_MS = 60 * MINUTE_MS
const MAX_OPEN = 1_000

type Family = 'operations' | 'deeds' | 'sessions'

export interface Correlator {
  /** Takes the findings of one window; gives the incidents that changed enough to tell. */
  take(findings: readonly Finding[], window: ClosedWindow): Incident[]
  /** Takes back incidents that were open or just over when the state was lost. */
  restore(recent: readonly Incident[]): void
  /** The input ended: every open incident in its last form. */
  finish(findings: readonly Finding[]): Incident[]
}

interface Thread {
  family: Family
  readonly draft: Draft
}

/** What an attacker's own lines look like from far: traffic and words that are new. */
const SHADOWS: ReadonlySet<IncidentKind> = new Set(['rate_change', 'new_template'])

export function correlator(): Correlator {
  let threads: Thread[] = []
  const causes = causeTracker()

  function place(finding: Finding): Draft {
    const family = familyOf(finding.kind)
    const known =
      threads.find((thread) => thread.family === family && belongs(finding, thread)) ??
      threads.find((thread) => shadows(family, finding, thread))
    if (known) {
      if (family === 'deeds') known.family = 'deeds'
      return known.draft
    }
    const draft = new Draft(finding)
    threads.push({ family, draft })
    if (threads.length > MAX_OPEN) threads.shift()
    return draft
  }

  function takeAll(findings: readonly Finding[]): Set<Draft> {
    const changed = new Set<Draft>()
    for (const finding of findings) {
      const draft = place(finding)
      draft.add(finding)
      changed.add(draft)
    }
    for (const draft of changed) draft.explain(causes.before(draft.start, draft.services))
    return changed
  }

  return {
    take(findings, window) {
      causes.see(window)
      takeAll(findings)
      for (const { family, draft } of threads) draft.settle(window.end, QUIET_MS[family])
      threads = threads.filter(({ draft }) => !draft.over || window.end - draft.end < REOPEN_MS)
      return threads.flatMap(({ draft }) => draft.news(window.end))
    },
    restore(recent) {
      threads.push(...recent.map((incident) => ({ family: familyOf(incident.kind), draft: Draft.from(incident) })))
    },
    finish(findings) {
      takeAll(findings)
      return threads.flatMap(({ draft }) => draft.news(Number.POSITIVE_INFINITY))
    },
  }
}

function familyOf(kind: IncidentKind): Family {
  switch (kind) {
    case 'sequence':
      return 'sessions'
    case 'brute_force':
    case 'password_spraying':
    case 'user_enumeration':
    case 'suspicious_ip':
    case 'scan':
    case 'probe':
    case 'abuse':
      return 'deeds'
    default:
      return 'operations'
  }
}

/** Noise that a deed makes is no incident of its own, whichever of the two was seen first. */
function shadows(family: Family, finding: Finding, { family: other, draft }: Thread): boolean {
  if (draft.over || !draft.services.has(finding.service) || Math.abs(finding.at - draft.end) > JOIN_MS) return false
  if (family === 'operations') return other === 'deeds' && SHADOWS.has(finding.kind)
  return family === 'deeds' && other === 'operations' && draft.kinds().every((kind) => SHADOWS.has(kind))
}

function belongs(finding: Finding, { family, draft }: Thread): boolean {
  if (family === 'deeds') {
    const offenders = finding.entities.ip ?? []
    return offenders.length > 0
      ? offenders.some((ip) => draft.ips.has(ip))
      : draft.ips.size === 0 && draft.services.has(finding.service)
  }
  if (draft.services.has(finding.service)) return true
  return family === 'operations' && !draft.over && Math.abs(finding.start - draft.start) <= JOIN_MS
}
