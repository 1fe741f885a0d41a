/**
 * What the system knows of one kind of incident: where it belongs, how grave it is, which of several kinds gives an
 * incident its name, and its words in every language. A file here and a line in index.ts is all a new kind needs.
 */
import type { Finding } from '../../finding.ts'
import type { Cause } from '../../wire/incident.ts'

export type Locale = 'en' | 'es'
/** The same sentence in every language. */
export type Words = Readonly<Record<Locale, string>>

/** Trouble of services, what somebody does to them, courses that broke, what users asked to be told; and our own. */
export type Family = 'operations' | 'deeds' | 'sessions' | 'rules' | 'own'

export const LOW = 0
export const MEDIUM = 1
export const HIGH = 2
export const CRITICAL = 3
export type Grade = 0 | 1 | 2 | 3

export interface Story {
  /** The finding that names the incident. */
  readonly main: Finding
  readonly services: readonly string[]
  readonly ips: readonly string[]
  readonly users: readonly string[]
  readonly sessions: number
  readonly start: number
  readonly mainTemplate: string
  readonly causes: readonly Cause[]
}

export interface Telling {
  /** In a list of kinds. */
  readonly name: string
  title(story: Story): string
  /** What is seen against what is usual, without a full stop. Left out: the numbers of the main finding. */
  seen?(story: Story): string
}

export interface Kind extends Readonly<Record<Locale, Telling>> {
  readonly family: Family
  grade(finding: Finding): Grade
  /**
   * Of several kinds in one incident the lowest `late` names it, then what began first, then the lowest `order`: silence
   * explains what depends on it, and a new line is a consequence of nearly everything.
   */
  readonly late?: number
  readonly order?: number
  /** Whether another finding of the incident is what this one saw: then it is not the one that names it. */
  isExplainedBy?(finding: Finding, other: Finding): boolean
  /** What a new release brings along: then it is a note. */
  readonly comesWithRelease?: true
  /** What an attacker's own lines look like from far: part of the deed, no incident beside it. */
  readonly shadow?: true
}
