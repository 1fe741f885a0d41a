import type { NotificationReason } from '../ports/notifier.ts'
import type { Incident, IncidentState, Severity } from '../wire/incident.ts'

/** What a channel to people wants to hear. */
export interface Route {
  readonly minSeverity: Severity
  /** Left out: all of them. One common service is enough. */
  readonly services?: readonly string[]
  /** Messages within THROTTLE_MS; see throttle.ts. */
  readonly limit: number
}

/** The last thing a channel was told about an incident. */
export interface Told {
  readonly reason: NotificationReason
  readonly severity: Severity
  readonly version: number
}

/** One form of an incident before one channel: all that is asked before somebody is told. Times are wall clock, ms. */
export interface Candidate {
  readonly route: Route
  /** As the detector told it. */
  readonly incident: Incident
  /** What people made of it. */
  readonly state: IncidentState
  readonly told: Told | undefined
  /** When the detector told it, and when it was first read here. */
  readonly publishedAt: number
  readonly readAt: number
  /** When the channel was sent something lately. */
  readonly sentAt: readonly number[]
}

/** A candidate that the channel has not heard of, and why it is worth a message. */
export interface News extends Candidate {
  readonly reason: NotificationReason
}

/** Why nobody is told; the names are counted and logged. */
export type Because =
  | 'told-already'
  | 'never-told'
  | 'stale'
  | 'below-severity'
  | 'other-service'
  | 'acknowledged'
  | 'normal'
  | 'throttled'
  | 'simulated'

/** Says why it holds the news back, or lets it pass. */
export type Stage = (news: News) => Because | undefined

export type Decision =
  | { readonly send: true; readonly reason: NotificationReason }
  | { readonly send: false; readonly because: Because }
