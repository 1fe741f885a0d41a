/**
 * Requests that say nothing about security by their method, path and status, found out from bytes. Where anything is
 * unusual the request is to be read in full, which decides.
 */
import { isDigit } from '../ascii.ts'
import type { Text } from '../ports/text.ts'
import { isTelling } from './judge-request.ts'
import { isSignIn } from './paths.ts'
import { wordFilter } from './word-filter.ts'

/** Where in the bytes method and path stand. */
export interface RequestSpans {
  methodStart: number
  methodEnd: number
  pathStart: number
  pathEnd: number
}

const BLANK = 0x20
const SLASH = 0x2f
const DOT = 0x2e
const AND = 0x26

/** True only where `judgeRequest` finds nothing, whoever asked. */
export function isOrdinary(
  text: Text,
  bytes: Uint8Array,
  view: DataView,
  spans: RequestSpans,
  status: number,
): boolean {
  const { methodStart, methodEnd, pathStart, pathEnd } = spans
  if (isTelling(status)) return false
  const verb = methods.find((method) => method.length === methodEnd - methodStart && isAt(bytes, methodStart, method))
  if (verb === undefined || !isOrdinaryPath(bytes, view, pathStart, pathEnd)) return false
  return verb !== POST || !isSignIn(text.latin1(bytes, pathStart, pathEnd))
}

/** Takes `GET /path HTTP/1.1` apart; false for anything else. */
export function splitRequest(bytes: Uint8Array, start: number, end: number, into: RequestSpans): boolean {
  const blank = bytes.indexOf(BLANK, start)
  if (blank < 0 || blank >= end) return false
  const next = bytes.indexOf(BLANK, blank + 1)
  into.methodStart = start
  into.methodEnd = blank
  into.pathStart = blank + 1
  into.pathEnd = next < 0 ? end : Math.min(next, end)
  return into.pathEnd === end || isProtocol(bytes, into.pathEnd + 1, end)
}

/** 0 where there is no status. */
export function statusAt(bytes: Uint8Array, start: number): number {
  const [hundreds, tens, ones] = [bytes[start], bytes[start + 1], bytes[start + 2]]
  if (!isDigit(hundreds) || !isDigit(tens) || !isDigit(ones)) return 0
  const status = (hundreds - 48) * 100 + (tens - 48) * 10 + (ones - 48)
  return status >= 100 && status < 600 ? status : 0
}

function bytesOf(chars: string): Uint8Array {
  return Uint8Array.from(chars, (char) => char.charCodeAt(0))
}

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'].map(bytesOf)
const POST = methods[1]

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
