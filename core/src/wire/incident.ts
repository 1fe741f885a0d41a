/** What people and programs get told. Shapes here are promises: fields are added, never renamed. */
import { kinds } from '../correlate/kinds/index.ts'
import type { RuleNote } from '../rules/rule.ts'

export type IncidentKind = keyof typeof kinds
export const incidentKinds = Object.keys(kinds) as IncidentKind[]

/** What a kind is called in a list, by language. */
export function kindName(kind: IncidentKind, locale: 'en' | 'es'): string {
  return kinds[kind][locale].name
}

export const severities = ['low', 'medium', 'high', 'critical'] as const
export type Severity = (typeof severities)[number]

export type IncidentState = 'open' | 'acknowledged' | 'resolved' | 'normal'

/** Offenders and victims apart: `ip`, `user`, `session` did it or are broken; `target` is what was aimed at. */
export interface Entities {
  readonly ip: readonly string[]
  readonly user: readonly string[]
  readonly session: readonly string[]
  readonly target: readonly string[]
}

export interface IncidentFinding {
  readonly detector: string
  readonly kind: IncidentKind
  readonly service: string
  /** Template the finding is about; absent when it is about a whole service or an address. */
  readonly template?: string
  readonly seen: number
  readonly usual: number
  /** What would still have been normal: the band the page draws. */
  readonly low: number
  readonly high: number
  readonly unit: string
  /** 0..1; how sure. */
  readonly score: number
  /** Found right after a restart, by which a new release explains it. */
  readonly release?: true
  /** Of a rule of the user's. */
  readonly rule?: RuleNote
  /** ISO 8601, event time. */
  readonly at: string
}

/** Something that rose shortly before, most likely first. */
export interface Cause {
  readonly service: string
  readonly templateId: string
  readonly template: string
  /** English and Spanish. */
  readonly why: string
  readonly es: string
  readonly at: string
}

export interface IncidentText {
  readonly title: string
  readonly why: string
}

export interface Incident {
  /** From cause and start: detecting again after a crash gives the same id. */
  readonly id: string
  readonly kind: IncidentKind
  readonly severity: Severity
  readonly state: IncidentState
  /** English; `es` holds the Spanish of both. */
  readonly title: string
  readonly why: string
  readonly es: IncidentText
  readonly service: readonly string[]
  /** ISO 8601, event time. `end` is the last time it was seen. */
  readonly start: string
  readonly end: string
  /** When it was first seen: the end of the window that gave it away. */
  readonly detected: string
  readonly score: number
  readonly entities: Entities
  readonly findings: readonly IncidentFinding[]
  readonly causes: readonly Cause[]
  readonly templates: readonly { readonly templateId: string; readonly template: string; readonly count: number }[]
  readonly samples: readonly string[]
  /** Lines that took part. */
  readonly lines: number
  /** Grows with every change; the highest one is the truth. */
  readonly version: number
  /** How often it came back after it was over. */
  readonly reopens: number
  /** Found by a detector that is on trial: nobody is told. */
  readonly simulated?: true
}
