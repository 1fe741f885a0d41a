/** What one line says about somebody's deed. Made by observers, judged by detectors keyed by address. */
export interface SecurityEvent {
  /** Event time, ms. */
  readonly time: number
  readonly kind: 'auth_failure' | 'auth_success' | 'probe' | 'abuse' | 'scan'
  readonly service: string
  /** Offender, canonical text; `host` where only a name is known. Both absent until a line of the session tells. */
  readonly ip?: string
  readonly host?: string
  readonly user?: string
  /** How often, for lines that say "repeated 5 times". */
  readonly count: number
  readonly shape: string
  readonly sample: string
}
