/**
 * What the words of a message mean, without looking at its values: a function of the shape, so it is computed once per
 * shape. Rules stand in order, first hit wins. What a stranger may have written (names, input) comes after the verb
 * that reports it, so where two roles compete, the earlier word wins.
 */
import type { Deed, SessionPart } from './event.ts'
import { allWords, plainWords, type Words } from './words.ts'

export interface Meaning {
  readonly kind: Deed | 'link'
  readonly part?: SessionPart
  readonly weight?: number
  /** Only true when the address stands in a strong source role. */
  readonly needsSource?: boolean
  /** Only true of a path that only searchers ask for. */
  readonly needsSearch?: boolean
}

const link: Meaning = { kind: 'link' }
const authFailure: Meaning = { kind: 'auth_failure' }
const authSuccess: Meaning = { kind: 'auth_success' }
const probe: Meaning = { kind: 'probe' }
const abuse: Meaning = { kind: 'abuse' }
const verdict: Meaning = { kind: 'abuse', needsSource: true }
const missing: Meaning = { kind: 'probe', needsSource: true, needsSearch: true }
const repeat: Meaning = { kind: 'auth_failure', part: 'repeat' }
const library: Meaning = { kind: 'auth_failure', part: 'library' }
const earlyClosing: Meaning = { kind: 'probe', part: 'early_closing', weight: 0.5 }
const closing: Meaning = { kind: 'link', part: 'closing' }
const opening: Meaning = { kind: 'link', part: 'opening' }

/** A password library's line names the library; `PAM:` alone is the program speaking of it. */
const LIBRARY = /\bpam_\w|\(pam_/

/** Values that a person or a stranger chose, where the grammar shows them. */
const CHOSEN =
  /\b(user(?:[ _-]?name)?|login|acct|account)=(?:"[^"]{0,200}"|'[^']{0,200}'|[^\s,;]{1,200})|\buser \S{1,64}(?= from\b)/gi
/** What a database was asked is no sentence about who asked. */
const STATEMENT =
  /(["'`])\s?(?:select\s[^"'`]{1,200}\sfrom|insert into|delete from|update \S{1,64} set)\s[^"'`]{0,400}/gi
/** Counts of what may never have been, and flags that may be set or not: `errors=0`, `success=<*>`. */
const COUNTS =
  /\b(?:errors?|rejects?|rejected|refused|denied|failed|failures|blocked|dropped)=(?:<\*>|\d+)|(?<![a-z])(?:success(?:ful)?|succeeded|granted|authenticated|authori[sz]ed|allowed|permitted)=["']?(?:<\*>|true|false|yes|no|\d+)/gi

/** Undefined: nothing about security. `text` is a message or the text of its shape. */
export function classify(text: string, words: Words = allWords): Meaning | undefined {
  const said = text
    .replace(COUNTS, '')
    .replace(STATEMENT, '$1')
    .replace(CHOSEN, (_, key: string | undefined) => `${key ?? 'user'} `)
  const plain = plainWords(said)
  const failed = plain.search(words.failure)
  const trouble = failed === -1 ? Infinity : failed
  const before = (role: RegExp): boolean => {
    const at = plain.search(role)
    return at !== -1 && at <= trouble
  }
  if (before(words.nameLookup) || before(words.noAttempt)) return undefined
  if (before(words.weakMethod) && !/(?:invalid|illegal|unknown) user/.test(plain)) return link
  const succeeded = words.success.test(plain) && before(words.success)
  if (succeeded && (words.signIn.test(plain) || words.account.test(plain) || /session opened/.test(plain)))
    return authSuccess
  if (!succeeded && words.attack.test(plain)) return abuse
  if (words.again.test(plain) && before(words.closing)) return repeat
  if (words.limit.test(plain) && (failed === -1 || !words.signIn.test(plain)))
    return words.ownAction.test(plain) ? undefined : abuse
  if (words.moreOfIt.test(plain)) return repeat
  const meaning = failed === -1 ? ofVerdict(plain, words) : ofFailure(plain, LIBRARY.test(text), words)
  return meaning ?? ofClosing(plain, words) ?? (words.party.test(plain) ? link : undefined)
}

/** An outcome that opens the message stands for a sentence. */
const LEADING_VERDICT = /^\W*(?:fail(?:ed|ure)?|denied|refused|rejected|blocked)(?=\W)/u

/** A failure word counts with a subject: what failed. */
function ofFailure(plain: string, fromLibrary: boolean, words: Words): Meaning | undefined {
  if (words.unreached.test(plain)) return undefined
  const own = words.ownAction.test(plain)
  if (words.signIn.test(plain) || (!own && words.account.test(plain))) return fromLibrary ? library : authFailure
  const isMissing = words.missing.test(plain) && !words.verdict.test(plain)
  if (!own && words.policy.test(plain)) return abuse
  if (isMissing) return missing
  if (own) return undefined
  if (words.protocol.test(plain)) return probe
  return words.verdict.test(plain) || LEADING_VERDICT.test(plain) ? verdict : undefined
}

/** Said without any word of failure: `block in on em0`. */
function ofVerdict(plain: string, words: Words): Meaning | undefined {
  return words.verdict.test(plain) && !words.ownAction.test(plain) && !words.unreached.test(plain) ? verdict : undefined
}

function ofClosing(plain: string, words: Words): Meaning | undefined {
  if (words.dropped.test(plain) && words.policy.test(plain) && !words.ownAction.test(plain)) return abuse
  if (words.closing.test(plain)) {
    if (words.handshake.test(plain) && words.brokenOff.test(plain)) return probe
    if (words.beforeSignIn.test(plain)) return words.reset.test(plain) ? probe : earlyClosing
    return closing
  }
  return words.opening.test(plain) ? opening : undefined
}
