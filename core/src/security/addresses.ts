/** Internet addresses in text: found, told from times, versions, MACs and fingerprints, and written one way. */
import { isWordChar } from '../ascii.ts'
import { detached } from '../detached.ts'

export interface AddressSpan {
  /** Canonical: IPv4 without leading zeros, IPv6 as RFC 5952, IPv4-mapped IPv6 as IPv4. */
  readonly ip: string
  readonly start: number
  readonly end: number
}

const V4 = String.raw`\d{1,3}(?:\.\d{1,3}){3}`
/** A port may follow by a dot: `192.0.2.1.40112`. */
const V4_END = String.raw`(?:(?!\w|\.\w)|(?=\.\d{4,5}(?![\w.])))`
const V6 = String.raw`(?:[0-9a-f]{0,4}:){2,7}(?:${V4}${V4_END}|[0-9a-f]{0,4}(?!\w|:[\w:]|\.\d))`
const CANDIDATE = new RegExp(String.raw`(?<![\w:.])${V6}|(?<![\w.]|\d-)${V4}${V4_END}`, 'iy')
/** As much of a candidate as stands before its first dot or colon. */
const LONGEST_GROUP = 4
const SEPARATOR = /[.:]/g

/** More than this in one line is a list, and nobody's address. */
const MOST_SPANS = 32

/** Any address and every address: nobody's. */
const NOBODY = new Set(['0.0.0.0', '255.255.255.255', '::'])

export function findAddresses(text: string): AddressSpan[] {
  const found: AddressSpan[] = []
  let from = 0
  SEPARATOR.lastIndex = 0
  while (found.length < MOST_SPANS && SEPARATOR.test(text)) {
    const start = beginOfWord(text, SEPARATOR.lastIndex - 1)
    if (start < from) continue
    const candidate = candidateAt(text, start)
    if (candidate === undefined) continue
    SEPARATOR.lastIndex = from = start + candidate.length
    const ip = parseAddress(candidate)
    if (ip !== undefined && !NOBODY.has(ip)) found.push({ ip, start, end: from })
  }
  return found
}

/** A pattern that begins with lookbehinds is slow to search with: it is tried only where its first group may begin. */
function candidateAt(text: string, start: number): string | undefined {
  CANDIDATE.lastIndex = start
  return CANDIDATE.exec(text)?.[0]
}

/** Where the word that ends at `end` begins, the last chars of it where it is too long for a group. */
function beginOfWord(text: string, end: number): number {
  let begin = end
  while (begin > 0 && end - begin <= LONGEST_GROUP && isWordChar(text.charCodeAt(begin - 1))) begin--
  return begin
}

/** Canonical text of an address, undefined when it is none. */
export function parseAddress(text: string): string | undefined {
  if (!text.includes(':')) return CANONICAL_V4.test(text) ? text : parseV4(text)?.join('.')
  if (text.length > LONGEST_V6) return undefined
  if (knownV6.has(text)) return knownV6.get(text)
  if (knownV6.size >= MOST_KNOWN) knownV6.clear()
  const canonical = canonicalV6(text)
  knownV6.set(detached(text), canonical)
  return canonical
}

/** They come again, and are slow to take apart. */
const knownV6 = new Map<string, string | undefined>()
const MOST_KNOWN = 4096
/** With an address of the older kind in it, and a colon behind. */
const LONGEST_V6 = 46

function canonicalV6(text: string): string | undefined {
  const groups = parseV6(text.endsWith(':') && !text.endsWith('::') ? text.slice(0, -1) : text)
  if (groups === undefined) return undefined
  if (groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0)) return tail(groups)
  return formatV6(groups)
}

function tail(groups: readonly number[]): string {
  return [groups[6] >> 8, groups[6] & 255, groups[7] >> 8, groups[7] & 255].join('.')
}

const BYTE = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const CANONICAL_V4 = new RegExp(`^${BYTE}(?:\\.${BYTE}){3}$`)
const FOUR_NUMBERS = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/

function parseV4(text: string): number[] | undefined {
  const bytes = FOUR_NUMBERS.exec(text)?.slice(1).map(Number)
  return bytes?.every((byte) => byte < 256) ? bytes : undefined
}

/** `0:0:0:0:0:0:0:0`; without `::` nothing shorter is one, a time for instance. */
const SHORTEST_WHOLE_V6 = 15

/** Eight 16-bit groups. */
export function parseV6(text: string): number[] | undefined {
  if (text.length < SHORTEST_WHOLE_V6 && !text.includes('::')) return undefined
  const halves = text.split('::')
  if (halves.length > 2 || text === '::' || text.length > 45) return undefined
  const head = groupsOf(halves[0])
  const rest = halves.length === 2 ? groupsOf(halves[1]) : []
  if (head === undefined || rest === undefined) return undefined
  const missing = 8 - head.length - rest.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  return [...head, ...Array.from<number>({ length: missing }).fill(0), ...rest]
}

function groupsOf(text: string): number[] | undefined {
  if (text === '') return []
  const groups: number[] = []
  for (const part of text.split(':')) {
    const bytes = part.includes('.') ? parseV4(part) : undefined
    if (bytes !== undefined) groups.push(bytes[0] * 256 + bytes[1], bytes[2] * 256 + bytes[3])
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16))
    else return undefined
  }
  return groups
}

/** The longest run of zero groups (the first of equals) becomes `::`. */
function formatV6(groups: readonly number[]): string {
  let best = { start: 0, length: 1 }
  for (let start = 0; start < 8; start++) {
    let length = 0
    while (start + length < 8 && groups[start + length] === 0) length++
    if (length > best.length) best = { start, length }
  }
  const hex = groups.map((group) => group.toString(16))
  if (best.length < 2) return hex.join(':')
  return `${hex.slice(0, best.start).join(':')}::${hex.slice(best.start + best.length).join(':')}`
}

/** Loopback and networks of one's own (RFC 1122, 1918, 3927, 4193, 4291): nobody asks from there but through us. */
const OURS = /^(?:127|10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.|^::1$|^f[cd][\da-f]{2}:|^fe[89ab][\da-f]:/

export function isOurs(ip: string): boolean {
  return OURS.test(ip)
}

/** The unit one party controls: an IPv4 address, an IPv6 /64. */
export function networkOf(ip: string): string {
  if (!ip.includes(':')) return ip
  const groups = parseV6(ip)
  return groups === undefined ? ip : `${formatV6([...groups.slice(0, 4), 0, 0, 0, 0])}/64`
}

/** What people mean by a place: the IPv4 /24, the IPv6 /48. */
export function placeOf(ip: string): string {
  if (!ip.includes(':')) return `${ip.slice(0, ip.lastIndexOf('.'))}.0/24`
  const groups = parseV6(ip)
  return groups === undefined ? ip : `${formatV6([...groups.slice(0, 3), 0, 0, 0, 0, 0])}/48`
}
