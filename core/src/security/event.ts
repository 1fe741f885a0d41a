/** What a line tells about a deed. */
export const deeds = ['auth_failure', 'auth_success', 'probe', 'abuse', 'scan'] as const
export type Deed = (typeof deeds)[number]

/**
 * What one line says about somebody's deed. Made by observers, completed by `session-join`, judged by detectors keyed
 * by address. Beside deeds two kinds carry context only: `request` (an access-log line, or the tally of many that were
 * served well) and `link` (the line says whose session it is). The join keeps links to itself.
 */
export interface SecurityEvent {
  /** Event time, ms. */
  readonly time: number
  readonly kind: Deed | 'request' | 'link'
  readonly service: string
  /** Offender, canonical text; `host` where only a name is known. Both absent until a line of the session tells. */
  readonly ip?: string
  readonly host?: string
  readonly user?: string
  /** How often, for lines that say "repeated 5 times"; requests in a tally. */
  readonly count: number
  readonly shape: string
  readonly sample: string
  /** How much one of it proves, when that is not 1: 0.34 for a bare challenge, 0.5 for hanging up before signing in. */
  readonly weight?: number
  /** Process, connection or session id: lines that carry the same one tell of one conversation. */
  readonly session?: string
  /** The part a line plays in its session. */
  readonly part?: SessionPart
  /** What was aimed at, and its port. */
  readonly target?: string
  readonly port?: number
  /** Of requests. */
  readonly method?: string
  readonly path?: string
  readonly status?: number
  /** Of a tally of served requests: which of `PATH_BINS` bins their distinct paths fall into. */
  readonly paths?: readonly number[]
}

/**
 * opening and closing: a conversation begins, ends. early_closing: it ends before anybody signed in. repeat: tells
 * again of what was told ("too many failures"). library: told by a sign-in library on behalf of the program.
 */
export type SessionPart = 'opening' | 'closing' | 'early_closing' | 'repeat' | 'library'

/** Bins of the distinct-path sketch: one bit a path (linear counting), merged by union. */
export const PATH_BINS = 512
