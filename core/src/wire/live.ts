import type { Incident } from './incident.ts'
import type { Normal } from './normal.ts'

/** One message of the WebSocket live feed, JSON text. */
export type LiveEvent =
  | { readonly type: 'hello'; readonly version: string; readonly now: string }
  | { readonly type: 'rates'; readonly at: string; readonly services: readonly ServiceRate[] }
  | { readonly type: 'incident'; readonly incident: Incident }
  | { readonly type: 'journal'; readonly entry: JournalEntry }

/** Lines and errors of one service in the window that just ended, per second. */
export interface ServiceRate {
  readonly service: string
  readonly lines: number
  readonly errors: number
}

/** What somebody or something did to an incident; append-only, current state is a fold over it. */
export interface JournalEntry {
  /** Unique; writing the same one again changes nothing. */
  readonly id: string
  readonly at: string
  readonly incident: string
  readonly action:
    | 'opened'
    | 'updated'
    | 'acknowledged'
    | 'resolved'
    | 'reopened'
    | 'normal'
    | 'undone'
    | 'held'
    | 'delivered'
    | 'undeliverable'
  /** Who: `detector`, a notifier's name, a person. */
  readonly by: string
  readonly note: string
  /** Of `normal`: what is held back from then on. */
  readonly normal?: Normal
}
