/** Names of months and zones over bytes. */
import { isDigit } from '../../ascii.ts'
import { zones } from '../../parse/time.ts'
import { isWord, twoDigits } from './chars.ts'
import { written } from './time-parts.ts'

const MONTHS = Int32Array.from(
  ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  (name) => (name.charCodeAt(0) << 16) | (name.charCodeAt(1) << 8) | name.charCodeAt(2),
)

/** 1 to 12 for the three letters at `at`, -1 for others. There are three bytes at least. */
export function monthAt(bytes: Uint8Array, at: number): number {
  const letters = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2]
  for (let i = 0; i < 12; i++) if (MONTHS[i] === letters) return i + 1
  return -1
}

/** Offset behind a zone, maybe with a blank before it, or `at` where none stands. Sets `written.zoneMs`. */
export function zoneEnd(bytes: Uint8Array, at: number, end: number): number {
  written.zoneMs = 0
  const start = at < end && bytes[at] === 32 ? at + 1 : at
  if (start >= end) return at
  const c = bytes[start]
  const found = c === 43 || c === 45 ? offsetEnd(bytes, start, end) : zoneNameEnd(bytes, start, end)
  if (found >= 0 && !(found < end && (isWord[bytes[found]] === 1 || bytes[found] === 58))) return found
  written.zoneMs = 0
  return at
}

/** `+0100`, `-05:30`, `+01` */
function offsetEnd(bytes: Uint8Array, at: number, end: number): number {
  const hours = at + 3 <= end ? twoDigits(bytes, at + 1) : -1
  if (hours < 0) return -1
  const minutesAt = at + 3 < end && bytes[at + 3] === 58 ? at + 4 : at + 3
  const minutes = minutesAt + 2 <= end ? twoDigits(bytes, minutesAt) : -1
  const ms = (hours * 60 + Math.max(0, minutes)) * 60_000
  written.zoneMs = bytes[at] === 45 ? -ms : ms
  return minutes < 0 ? at + 3 : minutesAt + 2
}

/** Names of three and four letters. */
const NAMES = Int32Array.from(Object.keys(zones), (name) => packed(name))
const OFFSETS = Float64Array.from(Object.values(zones), (minutes) => minutes * 60_000)

function packed(name: string): number {
  let letters = 0
  for (let i = 0; i < name.length; i++) letters = (letters << 8) | name.charCodeAt(i)
  return letters
}

/** `Z`, `UTC`, `CEST` */
function zoneNameEnd(bytes: Uint8Array, at: number, end: number): number {
  let letters = 0
  let i = at
  while (i < end && i - at < 5 && bytes[i] >= 65 && bytes[i] <= 90) letters = (letters << 8) | bytes[i++]
  if (i === at) return bytes[at] === 122 ? at + 1 : -1
  if (i - at === 1) return bytes[at] === 90 ? i : -1
  if (i - at > 4) return -1
  const known = NAMES.indexOf(letters)
  if (known < 0) return -1
  written.zoneMs = OFFSETS[known]
  return i
}

/** Offset behind a run of digits of at most so many. */
export function digitsEnd(bytes: Uint8Array, at: number, end: number, most: number): number {
  let i = at
  while (i < end && i - at < most && isDigit(bytes[i])) i++
  return i
}
