/** URLs and absolute paths over bytes. Numbers as in `words.ts`. */
import { CLOSING, DIGIT, kindOf } from '../byte-kinds.ts'
import { addressWithPort, ipv4End } from './numbers.ts'
import { endsAt } from './word-ends.ts'

const COLON = 58

/** 1 where a URL stops, 2 for other control characters, which are blanks to the cutter but not to the mask. */
const stopsUrl = new Uint8Array(256)
stopsUrl.fill(2, 0, 32)
for (const stop of ' \t\r\n\v\f"\'<>()[]{}|,;') stopsUrl[stop.charCodeAt(0)] = 1

export function url(bytes: Uint8Array, start: number, colon: number, end: number): number {
  const scheme = colon - start
  if (scheme < 2 || scheme > 16) return 0
  for (let i = start; i < colon; i++) if (bytes[i] >= 128) return 0
  const first = colon + 3
  let i = first
  while (i < end && stopsUrl[bytes[i]] === 0) i++
  if (i < end && stopsUrl[bytes[i]] === 2) return 0
  while (i > first && (kindOf[bytes[i - 1]] === CLOSING || bytes[i - 1] === COLON)) i--
  return i > first ? -i : 0
}

/** 1: part of a path; 2: part of it that cannot end a segment. */
const pathKind = new Uint8Array(128)
for (const c of '_@%+~$*=#-') pathKind[c.charCodeAt(0)] = 1
for (const c of '.:') pathKind[c.charCodeAt(0)] = 2
pathKind.fill(1, 48, 58).fill(1, 65, 91).fill(1, 97, 123)

/** An absolute path, or an address behind a slash. */
export function slashWord(bytes: Uint8Array, start: number, end: number): number {
  if (start + 1 < end && kindOf[bytes[start + 1]] === DIGIT) {
    const address = ipv4End(bytes, start + 1, end)
    if (address > 0) return slashAddress(bytes, address, end)
  }
  let i = start
  let solid = 0
  while (i < end && bytes[i] === 47) {
    const segment = ++i
    while (i < end && bytes[i] < 128 && pathKind[bytes[i]] > 0) i++
    if (i === segment) break
    solid = i
    while (solid > segment && pathKind[bytes[solid - 1]] === 2) solid--
    if (solid === segment || (solid < i && i < end && bytes[i] === 47)) return 0
  }
  if (solid === 0 || (i < end && bytes[i] >= 128)) return 0
  if (i > solid && bytes[i - 1] === 47) solid = i
  if (i < end && bytes[i] === 63) return 0
  return endsAt(bytes, solid, end) ? -solid : 0
}

function slashAddress(bytes: Uint8Array, address: number, end: number): number {
  if (address < end && bytes[address] === COLON) return addressWithPort(bytes, address, end)
  return endsAt(bytes, address, end) ? -address : 0
}
