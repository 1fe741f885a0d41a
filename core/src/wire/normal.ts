/** What somebody called normal, as it stands in the journal and is told to the page. */
import type { IncidentKind, IncidentText } from './incident.ts'

export const normalScopes = ['template', 'service', 'entity', 'rhythm'] as const
export type NormalScope = (typeof normalScopes)[number]

export const entityKinds = ['ip', 'user', 'session'] as const
export type EntityKind = (typeof entityKinds)[number]

interface Like {
  readonly kinds: readonly IncidentKind[]
  readonly services: readonly string[]
  /**
   * What found it, and the most it saw, per minute where that is a count. What nothing of these finds is not held back,
   * nor what goes far beyond.
   */
  readonly found: readonly { readonly by: string; readonly most: number }[]
  /** Title of the incident it was said of. */
  readonly title: string
  readonly es: Pick<IncidentText, 'title'>
}

/** What later findings must be like to be held back. */
export type Normal =
  | (Like & { readonly scope: 'service' })
  | (Like & { readonly scope: 'template'; readonly templates: readonly string[] })
  | (Like & { readonly scope: 'entity'; readonly entity: EntityKind; readonly names: readonly string[] })
  /** Minutes of the day, UTC, [from, to); over midnight where `from` is the larger. */
  | (Like & { readonly scope: 'rhythm'; readonly from: number; readonly to: number })

/** One thing that was called normal, with what became of it: a fold over the journal. */
export interface Feedback {
  readonly id: string
  readonly incident: string
  /** ISO 8601, wall clock. */
  readonly at: string
  readonly by: string
  readonly note: string
  readonly normal: Normal
  /** Absent while it is in force. */
  readonly undone?: { readonly at: string; readonly by: string }
  /** How often something was held back, and when last (ISO 8601, event time). */
  readonly held: { readonly times: number; readonly last?: string }
}
