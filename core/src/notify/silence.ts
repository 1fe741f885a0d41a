import type { Incident, IncidentState } from '../wire/incident.ts'
import type { Because, News } from './news.ts'

/** Somebody has taken it, or has said that it is normal: quiet, unless it gets worse, and until it ends. */
export function silence({ state, reason }: News): Because | undefined {
  if (reason === 'escalated' || reason === 'resolved') return undefined
  return state === 'acknowledged' || state === 'normal' ? state : undefined
}

/**
 * What people made of the incident, given the form that is kept, which may be newer than the one at hand. That the
 * detector saw the end meanwhile is told by a record of its own.
 */
export function decidedState(incident: Incident, kept: Incident | undefined): IncidentState {
  if (kept === undefined) return incident.state
  if (kept.state === 'acknowledged' || kept.state === 'normal') return kept.state
  return kept.version === incident.version ? kept.state : incident.state
}
