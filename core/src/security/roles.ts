/**
 * Who is who among the addresses of a line. Every candidate is scored by the word or key before it and by its place;
 * the best wins, of equals the rightmost: a name may hold "from 1.2.3.4", but the program's own "from" comes last.
 * Text after a clause border is often user input and counts less.
 */
import { findAddresses, isOurs, type AddressSpan } from './addresses.ts'
import { plainWords } from './words.ts'

export interface Parties {
  readonly ip?: string
  readonly host?: string
  /** The address has a word of origin before it, or stands where origins stand. */
  readonly strong: boolean
  readonly target?: string
}

const STRONG = 4
const TARGET = -6

const SOURCE_WORDS = new Set(
  'from rhost client remote peer src source rip by host for caller ip addr address attacker origin raddr saddr remoteip clientip srcip ipaddr ipaddress visitor offender orig oip originating initiator requester calling calleraddr cliaddr remoteaddr von de da desde depuis van från fra от з z адрес адреса адреси adresse adresy adres adresa adress adresinden dirección indirizzo endereço osoite osoitteesta'.split(
    ' ',
  ),
)
const TARGET_WORDS = new Set(
  'to on at dst dest destination server local lip listen listening interface upstream backend via proxy against forwarded real bind gateway node target laddr daddr localip dstip serverip destip connecting resp responder'.split(
    ' ',
  ),
)
/** Of a key: for whom somebody else asks. */
const FORWARDED = new Set(['forwarded', 'xff', 'real'])
const MAY_BE_FORWARDED = /forwarded|xff|real/i
const IN_LIST = /^, ?$/
/** Say what a value is, not whose: the word before decides. */
const NEUTRAL = new Set('ip ipv4 ipv6 addr address host network port udp tcp tls ws wss sctp'.split(' '))

/** Everything between the word and the address that belongs to neither. */
const GLUE = charsOf(/[\s'"`<([{/:=\\]/)
const MOST_GLUE = 8
const KEY = charsOf(/[\p{L}\p{N}_.-]/u)
const LONGEST_KEY = 40
const CLAUSE = /[:;] |\. (?=\p{Lu})/gu
/** `mail.example.com [192.0.2.1]`, `unknown[192.0.2.1]`, `(laptop) [192.0.2.1]`: the name belongs to the address behind it. */
const NAME_OF_IT = /(?:(?:[\w-]{1,63}\.){1,8}[\w-]{1,63}|\bunknown|\([\w.-]{1,128}\)) ?[[(]$/i
/** Whom a program speaks to, by where it keeps him: `client @0x7f10 192.0.2.1`. */
const OBJECT = /@0x[\da-f]{1,16} $/
/** Where services listen and nobody speaks from. */
const SERVED_PORT = /^\]?:(?:25|80|110|143|389|443|465|587|636|993|995|1433|3306|3389|5432|6379|9200|27017)(?!\d)/
/** The address of a page is no source, unless a key says so: `clientIP=tcp://192.0.2.1:4711`. */
const SCHEME = /(?<==)[a-z][a-z\d+.-]{0,15}:\/\/$/i
/** `192.0.2.1:4711 -> `, `192.0.2.1(4711) -> `, `192.0.2.1/4711->`; with a port, another address beside it will do. */
const SENDS = /^(?:[:/(#]\d{1,5}\)?)? ?->|^[:/#.]\d{1,5} (?=\d{1,3}\.\d{1,3}\.)/
const HOST_AFTER_SOURCE =
  /\b(?:from|rhost|client|remote host)(?:[ =:]{1,2})["'<[(]?((?:[a-z0-9_-]{1,63}\.){1,8}[a-z][a-z0-9-]{1,62}|localhost)(?![\w@.-]*@)/gi

/** `begin` is where the message begins: whoever opens it is spoken of. */
export function findParties(text: string, begin = 0): Parties {
  const spans = findAddresses(text)
  let best: AddressSpan | undefined
  let bestScore = -Infinity
  let target: string | undefined
  for (const span of spans) {
    const score = scoreOf(text, span, begin)
    if (score <= TARGET / 2) target ??= span.ip
    if (score >= bestScore) [best, bestScore] = [span, score]
  }
  const other = best !== undefined && isOurs(best.ip) ? askedFor(text, spans) : undefined
  if (other !== undefined) return { ip: other, strong: true, ...optional(target) }
  if (best !== undefined && bestScore > 1) return { ip: best.ip, strong: bestScore >= STRONG - 1, ...optional(target) }
  const host = lastHost(text)
  if (host === 'localhost') return { ip: '127.0.0.1', strong: true, ...optional(target) }
  if (host !== undefined) return { host, strong: true, ...optional(target) }
  if (best === undefined || bestScore <= TARGET / 2) return { strong: false, ...optional(target) }
  return { ip: best.ip, strong: false, ...optional(target) }
}

/** Whom a proxy of our own names as the one it asks for, by the key before him. */
export function askedFor(text: string, spans = findAddresses(text)): string | undefined {
  if (!MAY_BE_FORWARDED.test(text)) return undefined
  let found: string | undefined
  let listEnd = -1
  for (const span of spans) {
    const isInList = listEnd !== -1 && IN_LIST.test(text.slice(listEnd, span.start))
    if (!isInList && !hasForwardedKey(text, span)) continue
    listEnd = span.end
    if (!isOurs(span.ip)) found = span.ip
  }
  return found
}

function hasForwardedKey(text: string, { start }: AddressSpan): boolean {
  return wordsBefore(text.slice(Math.max(0, start - 64), start)).some((name) => FORWARDED.has(name))
}

function optional(target: string | undefined): { target?: string } {
  return target === undefined ? {} : { target }
}

function lastHost(text: string): string | undefined {
  return [...text.matchAll(HOST_AFTER_SOURCE)].at(-1)?.[1].toLowerCase()
}

function scoreOf(text: string, { start, end }: AddressSpan, begin: number): number {
  const left = text.slice(Math.max(0, start - 64), start).replace(OBJECT, '')
  const right = text.slice(end, end + 20)
  let score = roleBefore(left)
  if (start >= begin && /^[[("'<]*$/.test(text.slice(begin, start))) score += 3
  if (/\bby .{0,40}user /i.test(left)) score += 3
  // What looks from the end of `left` backwards is slow to try everywhere else.
  if (left.endsWith('[') && !left.endsWith('([')) score += 2
  if ((left.endsWith('[') || left.endsWith('(')) && NAME_OF_IT.test(left)) score += ofItsName(left)
  if (/^ port \d/i.test(right)) score += 2
  if (SENDS.test(right)) score += STRONG
  else if (SERVED_PORT.test(right)) score = Math.min(score, TARGET)
  if (/-> ?$|\bI=\[$/.test(left)) score += TARGET
  if (left.endsWith('://') && roleBefore(left) !== STRONG) score += TARGET
  if (left.endsWith('@')) score -= 1
  if (left.endsWith('([')) score = Math.min(score, -2)
  return score - 0.4 * (text.slice(begin, start).match(CLAUSE)?.length ?? 0)
}

/** `amy at mail.example.com [192.0.2.1]` says where somebody is, not where to. */
const AT_HOME = /\bat $/i

/** What the word before the name says; a name alone is that of a peer. */
function ofItsName(left: string): number {
  const rest = left.replace(NAME_OF_IT, '')
  const role = AT_HOME.test(rest) ? 0 : roleBefore(rest)
  return role === 0 ? STRONG / 2 : role
}

/** +4 after a word of origin, -6 after a word of destination. */
function roleBefore(left: string): number {
  const isUrl = left.endsWith('://')
  if (isUrl && !SCHEME.test(left)) return 0
  const names = wordsBefore(isUrl ? left.replace(SCHEME, '') : left)
  if (names.some((name) => TARGET_WORDS.has(name))) return TARGET
  return names.some((name) => SOURCE_WORDS.has(name)) ? STRONG : 0
}

/** The word right before the address; words that only say "address" bring the ones before them along. */
function wordsBefore(left: string): string[] {
  let rest = withoutEnd(left, GLUE, MOST_GLUE)
  if (rest === left && left !== '') return []
  const names: string[] = []
  for (let i = 0; i < 4; i++) {
    const key = rest.slice(withoutEnd(rest, KEY, LONGEST_KEY).length)
    if (key === '') break
    const parts = plainWords(key.replace(/[-.]/g, ' ')).split(' ').filter(Boolean)
    names.push(...parts)
    rest = withoutEnd(rest.slice(0, rest.length - key.length), GLUE, MOST_GLUE)
    if (!parts.every((part) => NEUTRAL.has(part) || /^(?:in|out|inside|outside)$/.test(part))) break
  }
  return names
}

/** A kind of char, that of ASCII in a table. */
interface Chars {
  readonly pattern: RegExp
  readonly ascii: readonly boolean[]
}

function charsOf(pattern: RegExp): Chars {
  return { pattern, ascii: Array.from({ length: 128 }, (_, code) => pattern.test(String.fromCharCode(code))) }
}

/** Takes up to `most` chars of a kind off the end: a pattern that ends in `$` would be tried at every char before. */
function withoutEnd(text: string, { pattern, ascii }: Chars, most: number): string {
  let end = text.length
  for (let taken = 0; taken < most && end > 0; taken++) {
    const begin = end - (isSecondHalf(text, end - 1) ? 2 : 1)
    const code = text.charCodeAt(begin)
    if (!(code < ascii.length ? ascii[code] : pattern.test(text.slice(begin, end)))) break
    end = begin
  }
  return text.slice(0, end)
}

function isSecondHalf(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800
}
