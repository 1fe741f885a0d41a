/**
 * State of an incident: what the detector says, overlaid by what people did since it was last opened. Somebody's
 * `resolved`, `normal` and `reopened` stand until it opens again, or until `normal` is undone; an acknowledgement is over when the incident is.
 */
import type { IncidentState } from '@errorsense/core/wire/incident.ts'
import type { JournalEntry } from '@errorsense/core/wire/live.ts'

/** The detector keeps the state in the document itself; its entries only tell of it. */
export const DETECTOR = 'detector'

export type Action = JournalEntry['action']

export const decisions: ReadonlySet<Action> = new Set(['acknowledged', 'resolved', 'reopened', 'normal', 'undone'])

/** The last decision of people since the incident was last opened. Entries of one incident, in order of time. */
export function lastDecision(entries: readonly JournalEntry[]): Action | undefined {
  let decided: JournalEntry | undefined
  let opened = ''
  for (const entry of entries) {
    if (entry.by !== DETECTOR && decisions.has(entry.action)) decided = entry
    else if (entry.action === 'opened' || entry.action === 'reopened') opened = entry.at
  }
  return decided !== undefined && decided.at >= opened ? decided.action : undefined
}

export function stateOf(told: IncidentState, decided: Action | undefined): IncidentState {
  switch (decided) {
    case 'resolved':
    case 'normal':
      return decided
    case 'reopened':
      return 'open'
    case 'acknowledged':
      return told === 'open' ? 'acknowledged' : told
    default:
      return told
  }
}
