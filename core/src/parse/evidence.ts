/**
 * What the words of a message tell about client, account, session and duration, where no field did. Where such a value
 * would stand follows from the words around it, so it is decided once per sequence of tokens; of a line only those
 * tokens are looked at.
 */
import { isFunctionWord } from '../mine/shape.ts'
import { BLANK, isValue, isValueLike, type Tokens } from '../mine/tokens.ts'
import { parseDuration } from './duration.ts'
import { isTold, set, type Fields, type Span } from './fields.ts'

/** Tokens that may hold the value, by index; the first that does counts. */
export interface Evidence {
  readonly ip: readonly number[]
  readonly user: readonly number[]
  readonly session: readonly number[]
  /** Behind a name that leaves no doubt, so that no digit is asked for. */
  readonly sureSession: readonly number[]
  readonly latency: readonly Timed[]
}

export interface Timed {
  readonly token: number
  /** Word behind it, or part of the name before it; empty where it must be grown together with the number. */
  readonly unit: string
  /** A word like `took` stands before it; else only units shorter than a second are believed. */
  readonly isWorded: boolean
  /** Behind `time:`, where a bare number with a fraction is in seconds. */
  readonly isTime: boolean
}

const LINK = '["\']?(?:\\s*[:=]\\s*|\\s+)'
const IP = new RegExp(
  `(?:\\b(?:from|client(?:[ _]?(?:ip|addr(?:ess)?))?|rhost|ip|(?:remote|source|src|peer)(?:[ _]?(?:ip|addr(?:ess)?|host))?|addr(?:ess)?|by|host)${LINK}|^\\[?)["'/(\\[]*(?:[\\w.-]+[/(@\\[])?$`,
  'i',
)
/** Words of a path or a query are the stranger's own: `/login HTTP` names nobody. */
const USER = /(?<![\w/?&.-])(?:user(?:name)?|account|acct|login|logname)(?:[=:]|:\s+|\s+)["'(<]*$/i
const SESSION = /\b(?:trace|session|request|req|correlation|transaction)(?:[ _-]?id)?(?:\s*[=:#]\s*|[ -])["'([]*$/i
const SURE_SESSION = /\bsid[=:]\s*$/i
const WORDED = new RegExp(
  `\\b(?:took|duration|elapsed|latency|completed|finished|processed|time|cost|within|after|in)(?:[ _](?:time|in|(ms)))?${LINK}["'(]*$`,
  'i',
)
const TIME = /\b(?:request_|response_|elapsed_)?time[:=]\s*$/i
const TELLS_LATENCY =
  /\b(?:took|duration|elapsed|latency|time|completed|finished|processed|within|after|ms|seconds?|secs?|cost|in)\b/i
const UNIT = /^(?:ns|us|(?:Â?µ|μ|Î¼)s|ms|msecs?|milliseconds|secs?|seconds|s|mins?|minutes|m|h)$/i

/** Few messages have any of these words: the others are not searched place by place. */
const TELLS_IP = /\b(?:from|client|rhost|ip|remote|source|src|peer|addr|by|host)/i
const TELLS_USER = /user|acc(?:oun)?t|login|logname|\bfor /i
const TELLS_SESSION = /trace|session|req|correlation|transaction|\bsid[=:]/i

/** An address that a message begins with, perhaps in a bracket, needs no word before it. */
const BARE_TOKENS = 2
/** As far as the words before a value are looked at. */
const MOST_BEFORE = 10

/** Most messages tell nothing: they share this. */
export const NO_EVIDENCE: Evidence = { ip: [], user: [], session: [], sureSession: [], latency: [] }

/** From tokens as `tokenize` cut them; `text` is all of them. */
export function evidenceOf(tokens: readonly string[], text = tokens.join('')): Evidence {
  const tellsIp = TELLS_IP.test(text)
  const tellsUser = TELLS_USER.test(text)
  const tellsSession = TELLS_SESSION.test(text)
  const tellsLatency = TELLS_LATENCY.test(text)
  const looked =
    tellsIp || tellsUser || tellsSession || tellsLatency ? tokens.length : Math.min(BARE_TOKENS, tokens.length)
  const starts = startsOf(tokens)
  const found = { ip: [] as number[], user: [] as number[], session: [] as number[], sureSession: [] as number[] }
  const latency: Timed[] = []
  for (let i = 0; i < looked; i++) {
    if (!isValueLike(tokens[i])) continue
    const before = text.slice(starts[Math.max(0, i - MOST_BEFORE)], starts[i])
    if (isValue(tokens[i])) {
      if ((tellsIp || i < BARE_TOKENS) && IP.test(before)) found.ip.push(i)
      if (tellsLatency) latency.push(timed(tokens, i, before))
    }
    if (tellsUser && isAccount(tokens, i, before)) found.user.push(i)
    if (tellsSession && SESSION.test(before)) found.session.push(i)
    if (tellsSession && SURE_SESSION.test(before)) found.sureSession.push(i)
  }
  const { ip, user, session, sureSession } = found
  const isSilent = ip.length + user.length + session.length + sureSession.length + latency.length === 0
  return isSilent ? NO_EVIDENCE : { ...found, latency }
}

/** Where each token begins in their text. */
function startsOf(tokens: readonly string[]): number[] {
  const starts: number[] = []
  let at = 0
  for (const token of tokens) {
    starts.push(at)
    at += token.length
  }
  return starts
}

/** A key of a value behind it is no name; `user unknown` names nobody. */
function isAccount(tokens: readonly string[], i: number, before: string): boolean {
  const isFor = before.endsWith('for ') && tokens[i + 1] === BLANK && tokens[i + 2] === 'from'
  return (isFor || USER.test(before)) && tokens[i + 1] !== '=' && !isFunctionWord(tokens[i])
}

function timed(tokens: readonly string[], i: number, before: string): Timed {
  const behind = tokens[i + 1] === BLANK ? tokens[i + 2] : tokens[i + 1]
  const worded = WORDED.exec(before)
  const unit = behind !== undefined && UNIT.test(behind) ? behind : (worded?.[1] ?? '')
  return { token: i, unit: unit.toLowerCase(), isWorded: worded !== null, isTime: TIME.test(before) }
}

/** Fills what `fields` lack from a message of such tokens that begins at `at` in the line. */
export function readEvidence(evidence: Evidence, tokens: Tokens, message: string, at: number, fields: Fields): void {
  const textOf = (token: number): string => message.slice(tokens.starts[token], tokens.ends[token])
  const fill = (span: Span, candidates: readonly number[], valueIn: (text: string) => Part | undefined): void => {
    if (isTold(span)) return
    for (const token of candidates) {
      const part = valueIn(textOf(token))
      const start = at + tokens.starts[token]
      if (part) return set(span, start + part.from, start + part.to)
    }
  }
  fill(fields.ip, evidence.ip, addressIn)
  fill(fields.user, evidence.user, nameIn)
  fill(fields.session, evidence.session, sessionIn)
  fill(fields.session, evidence.sureSession, sureSessionIn)
  readDuration(evidence, tokens, message, fields)
}

/** The part of it that needs no offset: for messages whose text is not written in the line as it is. */
export function readDuration({ latency }: Evidence, tokens: Tokens, message: string, fields: Fields): void {
  for (const timed of latency) {
    if (!Number.isNaN(fields.latency)) return
    fields.latency = latencyIn(message.slice(tokens.starts[timed.token], tokens.ends[timed.token]), timed)
  }
}

/** Offsets within the token. */
export interface Part {
  readonly from: number
  readonly to: number
}

const ADDRESS =
  /^(?:[\w.-]*[/@])?(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3}|(?=[\da-f:]*::|(?:[\da-f]{1,4}:){7})[\da-f:]+)(?![\w.]*\w)/i

/** A host name or account may stand before it. */
export function addressIn(text: string): Part | undefined {
  const match = ADDRESS.exec(text)
  return match ? { from: match[0].length - match[1].length, to: match[0].length } : undefined
}

/** A name does not end with the sentence. */
export const NAME = /^[\w.@$\\+\u0080-\uffff-]*[\w$\u0080-\uffff]/

export function nameIn(text: string): Part | undefined {
  const to = NAME.exec(text)?.[0].length ?? 0
  return to > 0 ? { from: 0, to } : undefined
}

/** Long enough not to be a word; a digit in it is asked for besides, unless what stands before it leaves no doubt. */
export const SESSION_ID = /^[\w-]{6,}/

export function sessionIn(text: string): Part | undefined {
  const id = SESSION_ID.exec(text)?.[0] ?? ''
  return /\d/.test(id) ? { from: 0, to: id.length } : undefined
}

export function sureSessionIn(text: string): Part | undefined {
  const to = SESSION_ID.exec(text)?.[0].length ?? 0
  return to > 0 ? { from: 0, to } : undefined
}

const QUANTITY = /^(\d+(?:\.\d+)?)([A-Za-z\u0080-\uffff]*)$/

export function latencyIn(text: string, { unit, isWorded, isTime }: Timed): number {
  const match = QUANTITY.exec(text)
  if (!match) return Number.NaN
  const told = match[2].toLowerCase().replace(/^[âÎî](?=.)/u, '') || unit
  if (told === '') return isTime && text.includes('.') ? Number(text) * 1e3 : Number.NaN
  if (!isWorded && !SHORT.test(told)) return Number.NaN
  return parseDuration(match[1] + told)
}

const SHORT = /^(?:ms|us|[µμ]s|milliseconds)$/
