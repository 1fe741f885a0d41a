/**
 * Requests that JSON tells of and that were served well say nothing about security, and there are very many. This finds
 * out from the bytes of a record, by its status, method and path; where anything is unusual the record is to be read in
 * full, which decides.
 */
import { isDigit } from '../ascii.ts'
import type { Text } from '../ports/text.ts'
import { jsonKeys, ROOT } from './json-keys.ts'
import { JsonWalk, type JsonField } from './json-walk.ts'
import { keyTraits } from './key-traits.ts'
import { isSignIn } from './paths.ts'
import { wordFilter } from './word-filter.ts'

export interface ServedJson {
  /** True only where reading the record in full, up to `end`, would tell nothing. */
  isServed(bytes: Uint8Array, view: DataView, start: number, end: number): boolean
}

/** What keys tell. */
const STATUS = 1
const METHOD = 2
const PATH = 4
const LINE = 8
/** Part of the record of a packet filter. */
const PACKET = 16

/** One of these stands in every such record, as a key or before an equals sign. */
const PACKET_TARGET = /dst|dest|daddr/i

function roleOf(name: string): number {
  const { status, method, path, line } = keyTraits(name)
  return (
    (status ? STATUS : 0) |
    (method ? METHOD : 0) |
    (path ? PATH : 0) |
    (line ? LINE : 0) |
    (PACKET_TARGET.test(name) ? PACKET : 0)
  )
}

export function servedJson(text: Text): ServedJson {
  const [status, method, path, line] = [STATUS, METHOD, PATH, LINE].map((role) => ({
    role,
    key: ROOT,
    start: 0,
    end: 0,
  }))
  const told = [status, method, path, line]
  const keys = jsonKeys(text, roleOf)
  const walk = new JsonWalk(keys, note)

  /** The first field of each role counts. A key that comes twice, or is written in escapes, is not for us to judge. */
  function note({ key, start, end, isLiteral }: JsonField): boolean {
    const role = keys.roles[key]
    if (!isLiteral || (role & PACKET) !== 0) return false
    for (const field of told) {
      if ((role & field.role) === 0) continue
      if (field.key === key) return false
      if (field.key === ROOT) Object.assign(field, { key, start, end })
    }
    return true
  }

  /** `GET /path HTTP/1.1` in one field goes before two. */
  function splitLine(bytes: Uint8Array): boolean {
    const blank = bytes.indexOf(BLANK, line.start)
    if (blank < 0 || blank >= line.end) return false
    const next = bytes.indexOf(BLANK, blank + 1)
    path.end = next < 0 ? line.end : Math.min(next, line.end)
    path.start = blank + 1
    method.start = line.start
    method.end = blank
    return path.end === line.end || isProtocol(bytes, path.end + 1, line.end)
  }

  function isOrdinary(bytes: Uint8Array, view: DataView): boolean {
    const verb = methodAt(bytes, method.start, method.end)
    if (verb === undefined || !isOrdinaryPath(bytes, view, path.start, path.end)) return false
    return verb !== POST || !isSignIn(text.latin1(bytes, path.start, path.end))
  }

  return {
    isServed(bytes, view, start, end) {
      for (const field of told) field.key = ROOT
      if (!walk.over(bytes, view, start, end)) return false
      if (status.key === ROOT || !isGoodStatus(bytes, status.start, status.end)) return false
      if (line.key === ROOT ? method.key === ROOT || path.key === ROOT : !splitLine(bytes)) return false
      if (!isOrdinary(bytes, view)) return false
      return !walk.holdsEquals || !PACKET_TARGET.test(text.latin1(bytes, start, end))
    },
  }
}

const BLANK = 0x20
const SLASH = 0x2f
const DOT = 0x2e
const AND = 0x26

function bytesOf(chars: string): Uint8Array {
  return Uint8Array.from(chars, (char) => char.charCodeAt(0))
}

/** 200 to 399. */
function isGoodStatus(bytes: Uint8Array, start: number, end: number): boolean {
  return (
    end - start === 3 &&
    (bytes[start] === 0x32 || bytes[start] === 0x33) &&
    isDigit(bytes[start + 1]) &&
    isDigit(bytes[start + 2])
  )
}

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'].map(bytesOf)
const POST = methods[1]

function methodAt(bytes: Uint8Array, start: number, end: number): Uint8Array | undefined {
  return methods.find((method) => method.length === end - start && isAt(bytes, start, method))
}

const HTTP = bytesOf('HTTP/')
const schemes = ['http://', 'https://'].map(bytesOf)

/** `HTTP/1.1`, `HTTP/2` */
function isProtocol(bytes: Uint8Array, start: number, end: number): boolean {
  const version = start + HTTP.length
  if (!isAt(bytes, start, HTTP) || !isDigit(bytes[version])) return false
  return end === version + 1 || (end === version + 3 && bytes[version + 1] === DOT && isDigit(bytes[version + 2]))
}

function endOfHost(bytes: Uint8Array, start: number, end: number): number {
  const slash = bytes.indexOf(SLASH, start + 'https://'.length)
  return slash < 0 ? end : Math.min(slash, end)
}

function isAt(bytes: Uint8Array, start: number, chars: Uint8Array): boolean {
  for (let i = 0; i < chars.length; i++) if (bytes[start + i] !== chars[i]) return false
  return true
}

const LONGEST_PATH = 1_000
const ordinary = new Uint8Array(256)
for (const byte of bytesOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_.?=&~-')) ordinary[byte] = 1

/** Parts of the attacks that can be written in ordinary bytes. */
const mayHoldAttack = wordFilter({
  fours: '/etc|oc/s|.ini|n_sc|xp_c|oner|onlo|oncl|/bin|.exe|rshe|cmd=|xec=|and='.split('|'),
})

/** Nothing in it that an attack needs. A proxy writes the whole address. */
export function isOrdinaryPath(bytes: Uint8Array, view: DataView, start: number, end: number): boolean {
  const from = schemes.some((scheme) => isAt(bytes, start, scheme)) ? endOfHost(bytes, start, end) : start
  if (from < end && bytes[from] !== SLASH) return false
  if (end - from > LONGEST_PATH || mayHoldAttack(view, from, end)) return false
  let before = 0
  for (let i = from; i < end; i++) {
    const byte = bytes[i]
    if (ordinary[byte] === 0 || (byte === before && (byte === DOT || byte === AND))) return false
    before = byte
  }
  return true
}
