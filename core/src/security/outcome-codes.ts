/** Outcomes told by numbers or flags alone, where no word says how it went. */
import type { Meaning } from './classify.ts'

/** Asked of the text of a shape, whose numbers are masked: may its lines hold a code? */
const MAY_BE_CODED =
  /\b(?:err|result_?code)=|\bmsg='|\b(?:PASS|AUTH)\b.{0,200}(?:<\*>|\b53[05]\b)|(?:allowed|permitted|granted|success(?:ful)?|succeeded|authenticated|authori[sz]ed)=/i

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

/** Who asked and was told by a flag whether he may. */
const FLAG =
  /(?:^|[\s,;([|._-])(allowed|permitted|granted|success(?:ful)?|succeeded|authenticated|authori[sz]ed)=["']?(true|yes|1|false|no|0)\b/i
const OF_ACCESS = /^(?:allowed|permitted|granted)$/i
const OF_SIGN_IN = /\b(?:auth|log[io]n|sign[ _-]?in|passw)/i
const YES = /^(?:true|yes|1)$/i

export function codedMeaning(message: string): Meaning | undefined {
  return REFUSED.some((code) => code.test(message)) ? { kind: 'auth_failure' } : flagged(message)
}

/** What succeeded or not is of interest where it was a sign-in; what is allowed or not, wherever somebody asked. */
function flagged(message: string): Meaning | undefined {
  const [, key = '', flag = ''] = FLAG.exec(message) ?? []
  if (key === '') return undefined
  const isDone = YES.test(flag)
  if (OF_ACCESS.test(key)) return isDone ? undefined : { kind: 'abuse', needsSource: true }
  if (!OF_SIGN_IN.test(message)) return undefined
  return { kind: isDone ? 'auth_success' : 'auth_failure' }
}
