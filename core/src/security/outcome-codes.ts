/** Outcomes that protocols tell in numbers alone, where no word says how it went. */
import type { Meaning } from './classify.ts'

/** Asked of the text of a shape, whose numbers are masked: may its lines hold a code? */
const MAY_BE_CODED = /\b(?:err|result_?code)=|\bmsg='|\b(?:PASS|AUTH)\b.{0,200}(?:<\*>|\b53[05]\b)/i

/**
 * RFC 4511: invalidCredentials. RFC 959: not logged in, in answer to a password. RFC 4954: credentials invalid. Last, how
 * the audit trail of a system says the same, in quotes that hide it from the shape.
 */
const REFUSED = [
  /\b(?:err|result_?code)=49\b/i,
  /\bPASS\b.{0,200}\b530\b/,
  /\bAUTH\b.{0,200}\b535\b/,
  /\bop=\S{0,40}(?:login|authentication)\b.{0,400}\bres=failed\b/,
]

export function mayBeCoded(shape: string): boolean {
  return MAY_BE_CODED.test(shape)
}

export function codedMeaning(message: string): Meaning | undefined {
  return REFUSED.some((code) => code.test(message)) ? { kind: 'auth_failure' } : undefined
}
