/** Orders in which a window is judged: not that of arrival, for which observer told first must not matter. */
import type { SecurityEvent } from '../security/event.ts'
import type { SessionObservation } from '../wire/observations.ts'

/** By time; what one conversation says at the same moment stays in the order it was told in. */
export function byTalk(a: SecurityEvent, b: SecurityEvent): number {
  return (
    a.time - b.time ||
    compare(a.service, b.service) ||
    compare(a.session ?? '', b.session ?? '') ||
    compare(a.ip ?? a.host ?? '', b.ip ?? b.host ?? '')
  )
}

export function bySession(a: SessionObservation, b: SessionObservation): number {
  return a.first - b.first || compare(a.session, b.session) || compare(a.service, b.service)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
