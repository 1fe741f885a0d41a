/**
 * What the words of a message tell about client, account, session and duration, where no field did. Whether a message
 * can tell them is a matter of its shape, so the searching is done for few lines only.
 */
import { parseDuration } from './duration.ts'
import { isFunctionWord } from '../mine/shape.ts'
import { isTold, set, type Fields, type Span } from './fields.ts'

export interface Hints {
  readonly ip: boolean
  readonly user: boolean
  readonly session: boolean
  readonly latency: boolean
}

const IP_HINT = /\b(?:from|client|rhost|ip|addr|address|src|source|host|peer|by|remote)\b|^\[?<\*>/i
const USER_HINT = /\b(?:user(?:name)?|account|login|logname|for|acct|uid)\b/i
const SESSION_HINT = /\b(?:trace|session|request|req|correlation|transaction|span)|\bsid\b/i
const LATENCY_HINT = /\b(?:took|duration|elapsed|latency|time|completed|finished|ms|seconds?|secs?|cost|in)\b/i

/** From the text of a shape. */
export function hintsOf(shape: string): Hints {
  return {
    ip: shape.includes('<*>') && IP_HINT.test(shape),
    user: USER_HINT.test(shape),
    session: SESSION_HINT.test(shape),
    latency: shape.includes('<*>') && LATENCY_HINT.test(shape),
  }
}

const ADDRESS = '(?:::ffff:)?(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7})(?![\\w.]*[\\w])'
const IP = new RegExp(
  `(?:\\b(?:from|client(?:[ _]?(?:ip|addr(?:ess)?))?|rhost|ip|(?:remote|source|src|peer)(?:[ _]?(?:ip|addr(?:ess)?|host))?|addr(?:ess)?|by|host)["']?(?:\\s*[:=]\\s*|\\s+)|^\\[?)["'/(\\[]*(?:[\\w.-]+[/(@\\[])?${ADDRESS}`,
  'i',
)
/** A name does not end with the sentence, and is no key of a value behind it. */
const NAME = '([\\w.@$\\\\+-]*[\\w$])'
const NO_KEY = '(?![\\w.@$\\\\+-]*=)'
/** Words of a path or a query are the stranger's own: `/login HTTP` names nobody. */
const USER = new RegExp(
  `(?<![\\w/?&.-])(?:(?:invalid |illegal |unknown )?user(?:name)?|account|acct|login|logname)(?:[=:]|:\\s+|\\s+)["'(<]*${NAME}${NO_KEY}|\\bfor ${NAME}(?= from\\b)`,
  'gi',
)
const SESSION =
  /\b(?:trace|session|request|req|correlation|transaction)(?:[ _-]?id)?(?:\s*[=:#]\s*|[ -])["'([]*((?=[\w-]*\d)[\w-]{6,})|\bsid[=:]\s*([\w-]{6,})/i
const LATENCY =
  /\b(?:took|duration|elapsed|latency|completed|finished|processed|time|cost|within|after|in)(?:[ _](?:time|ms|in))?["']?(?:\s*[:=]\s*|\s+)["'(]*(\d+(?:\.\d+)?)\s?(ns|us|\u00c2?µs|msecs?|ms|milliseconds|secs?|seconds|s|mins?|minutes|m|h)\b|\b(\d+(?:\.\d+)?)\s?(ms|\u00c2?µs|us|milliseconds)\b|\b(?:request_|response_|elapsed_)?time[:=]\s*(\d+\.\d+)\b/i

/** Fills what `fields` lack from a message that begins at `at` in the line. */
export function readEvidence(message: string, at: number, hints: Hints, fields: Fields): void {
  if (hints.ip && !isTold(fields.ip)) find(IP, message, at, fields.ip)
  if (hints.user && !isTold(fields.user)) findUser(message, at, fields.user)
  if (hints.session && !isTold(fields.session)) find(SESSION, message, at, fields.session)
  if (hints.latency && Number.isNaN(fields.latency)) fields.latency = latencyIn(message)
}

/** Every pattern ends with the group it is after. */
function find(pattern: RegExp, message: string, at: number, into: Span): void {
  const match = pattern.exec(message)
  if (!match) return
  const end = at + match.index + match[0].length
  set(into, end - (match[1] ?? match[2]).length, end)
}

/** `user unknown` names nobody. */
function findUser(message: string, at: number, into: Span): void {
  for (const match of message.matchAll(USER)) {
    const name = match[1] ?? match[2]
    if (isFunctionWord(name)) continue
    const end = at + match.index + match[0].length
    return set(into, end - name.length, end)
  }
}

/** A bare number behind `time:` is in seconds when it has a fraction. */
function latencyIn(message: string): number {
  const match = LATENCY.exec(message)
  if (!match) return Number.NaN
  if (match[5]) return Number(match[5]) * 1e3
  const unit = (match[2] ?? match[4]).toLowerCase().replace('\u00e2', '')
  return parseDuration(`${match[1] ?? match[3]}${unit}`)
}
