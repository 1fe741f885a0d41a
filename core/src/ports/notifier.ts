import type { Incident } from '../wire/incident.ts'
import type { Signal } from './signal.ts'

/** What happened to the incident that is worth a message. */
export const notificationReasons = ['opened', 'escalated', 'reopened', 'resolved'] as const
export type NotificationReason = (typeof notificationReasons)[number]

export interface Notification {
  /** The same for every attempt at the same news: the receiver may drop what it has seen. */
  readonly key: string
  readonly reason: NotificationReason
  readonly incident: Incident
  /** Other incidents that were not told since the channel's last message because there were too many. */
  readonly heldBack: number
}

/** One channel to people. */
export interface Notifier {
  readonly name: string
  /**
   * Resolves once the receiver has taken it; rejects with `DeliveryError`, whose `retryable` says if waiting can help.
   * May be called again for the same notification.
   */
  notify(notification: Notification, signal: Signal): Promise<void>
}
