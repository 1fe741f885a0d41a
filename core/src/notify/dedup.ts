/**
 * Told once. What a channel knows of an incident is a fold over the journal entries it left there, so a restart or
 * another process neither repeats nor forgets; the key goes to the receiver, which may drop what it has seen.
 */
import { notificationReasons, type NotificationReason } from '../ports/notifier.ts'
import { severities, type Incident, type Severity } from '../wire/incident.ts'
import type { JournalEntry } from '../wire/live.ts'
import type { Candidate, Decision, Told } from './news.ts'

/**
 * Which news this is for the channel. An older form of the incident comes again after a crash: its version tells it
 * from one that opened anew.
 */
export function dedup({ incident, state, told }: Candidate): Decision {
  const over = incident.state === 'resolved' || state === 'resolved'
  if (told === undefined) return over ? { send: false, because: 'never-told' } : { send: true, reason: 'opened' }
  const reason = incident.version > told.version ? change(incident, over, told) : undefined
  return reason === undefined ? { send: false, because: 'told-already' } : { send: true, reason }
}

function change({ severity }: Incident, over: boolean, told: Told): NotificationReason | undefined {
  const toldOver = told.reason === 'resolved'
  if (over) return toldOver ? undefined : 'resolved'
  if (toldOver) return 'reopened'
  return severities.indexOf(severity) > severities.indexOf(told.severity) ? 'escalated' : undefined
}

/** The version keeps the second end of an incident that opened again apart from the first. */
export function notificationKey({ id, severity, version }: Incident, reason: NotificationReason): string {
  return `${id}:${version}:${reason}:${severity}`
}

/** Of the entry that says what became of a notification in a channel; the same every time it is written. */
export function journalId(channel: string, key: string, outcome: 'delivered' | 'undeliverable'): string {
  return `${outcome}:${channel}:${key}`
}

/** The last thing the channel was told, read from the incident's journal; what could not be delivered was not told. */
export function toldTo(channel: string, entries: readonly JournalEntry[]): Told | undefined {
  let last: Told | undefined
  for (const entry of entries) {
    const told = entry.action === 'delivered' && entry.by === channel ? readId(entry) : undefined
    if (told !== undefined && (last === undefined || told.version > last.version)) last = told
  }
  return last
}

function readId({ id, by, incident }: JournalEntry): Told | undefined {
  const [version, reason, severity] = id.slice(journalId(by, `${incident}:`, 'delivered').length).split(':')
  return isReason(reason) && isSeverity(severity) ? { version: Number(version), reason, severity } : undefined
}

function isReason(text: string | undefined): text is NotificationReason {
  return notificationReasons.some((reason) => reason === text)
}

function isSeverity(text: string | undefined): text is Severity {
  return severities.some((severity) => severity === text)
}
