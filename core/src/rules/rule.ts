/** A rule of the user, as data. What settings and Sigma files say becomes this; `judge.ts` lives by it. */
import type { Severity } from '../wire/incident.ts'
import type { Condition } from './condition.ts'

export interface Match {
  readonly where: Condition
  /** Only error lines count. */
  readonly errors: boolean
}

/** What is counted apart; without it all is one. */
export type By = 'service' | 'ip' | 'user' | 'session'

/** Times in ms. */
export type Form =
  | { readonly kind: 'match' }
  | { readonly kind: 'threshold'; readonly count: number; readonly within: number }
  | { readonly kind: 'absence'; readonly within: number }
  | {
      readonly kind: 'ratio'
      readonly of: Match
      readonly above?: number
      readonly below?: number
      readonly within: number
      /** Fewer lines of `of` than this tell nothing. */
      readonly min: number
    }
  | { readonly kind: 'sequence'; readonly steps: readonly Match[]; readonly within: number }

export interface Rule {
  /** Unique. */
  readonly name: string
  readonly title: string
  readonly severity: Severity
  /** Matches everything in a sequence, which has its steps. */
  readonly match: Match
  readonly form: Form
  readonly by?: By
}

/** What a finding carries of its rule, enough to tell of it again after a restart. */
export interface RuleNote {
  readonly name: string
  readonly title: string
  readonly severity: Severity
  readonly form: Form['kind']
  /** Which of those that are counted apart. */
  readonly group: string
}

/** All matches of a rule. */
export function matchesOf({ match, form }: Rule): Match[] {
  if (form.kind === 'sequence') return [...form.steps]
  return form.kind === 'ratio' ? [match, form.of] : [match]
}
