/** Names in a header over bytes, as `noteComponent` and `nameOf` in parse/header/layout.ts find them. */
import { isDigit } from '../../ascii.ts'
import { levelOfWord } from '../../parse/level.ts'
import type { ByteFields } from '../byte-fields.ts'
import type { ByteContext } from '../byte-format.ts'
import { ByteMap } from '../byte-map.ts'
import { latin1 } from './chars.ts'

const BLANK = 32
const OPEN_ROUND = 40
const CLOSE_ROUND = 41
const DOT = 46
const COLON = 58
const OPEN = 91
const CLOSE = 93

const MAX_NAME = 300

/** Closing punctuation and blanks. */
const isTail = new Uint8Array(128)
for (const c of '\t\n\v\f\r :])>-') isTail[c.charCodeAt(0)] = 1

/**
 * Offset behind the name at `start`, without process id, line number and closing punctuation. -1 where the name is not one
 * piece, or not ASCII.
 */
export function nameEnd(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > MAX_NAME) return -1
  let i = start
  while (i < end && bytes[i] < 128 && !isNumbered(bytes, i, end)) i++
  for (let rest = i; rest < end;) {
    const behind = isNumbered(bytes, rest, end) ? endOfNumbered(bytes, rest, end) : rest + 1
    if (bytes[rest] >= 128 || (behind === rest + 1 && isTail[bytes[rest]] === 0)) return -1
    rest = behind
  }
  return withoutTail(bytes, start, i)
}

/** `[42]`, `(42)` or ` ( 42)`: what is left out of a name. */
function isNumbered(bytes: Uint8Array, at: number, end: number): boolean {
  const c = bytes[at]
  return (c === OPEN || c === OPEN_ROUND || c === BLANK) && endOfNumbered(bytes, at, end) > 0
}

/** -1 when none begins at `at`. */
function endOfNumbered(bytes: Uint8Array, at: number, end: number): number {
  let i = at
  if (bytes[i] === OPEN) {
    while (i < end && bytes[i] !== CLOSE) i++
    return i < end ? i + 1 : -1
  }
  while (i < end && bytes[i] === BLANK) i++
  if (i >= end || bytes[i] !== OPEN_ROUND) return -1
  i++
  while (i < end && bytes[i] === BLANK) i++
  const digits = i
  while (i < end && isDigit(bytes[i])) i++
  return i > digits && i < end && bytes[i] === CLOSE_ROUND ? i + 1 : -1
}

/** Punctuation goes first, then numbers of lines before it. */
function withoutTail(bytes: Uint8Array, start: number, end: number): number {
  let i = end
  while (i > start && isTail[bytes[i - 1]] === 1) i--
  for (;;) {
    let digits = i
    while (digits > start && isDigit(bytes[digits - 1])) digits--
    if (digits === i || digits === start || bytes[digits - 1] !== COLON) return i
    i = digits - 1
  }
}

const MAX_LEVELS = 1000
const channelLevels = new ByteMap(MAX_LEVELS, latin1, levelOfWord)

/** `sshd(pam_unix)[42]:` is said by `sshd(pam_unix)`, of program `sshd`; `mail.ERROR:` tells a level too. */
export function writeComponent(
  bytes: Uint8Array,
  start: number,
  end: number,
  fields: ByteFields,
  context: ByteContext,
): boolean {
  const found = nameEnd(bytes, start, end)
  if (found < 0) return false
  const dot = channelEnd(bytes, start, found)
  const level = dot < 0 ? 0 : channelLevels.of(bytes, dot + 1, found)
  if (level > 0) fields.level = level
  const componentEnd = level > 0 ? dot : found
  fields.component = componentEnd > start ? context.components.of(bytes, start, componentEnd) : 0
  if (fields.host === 0) return true
  const serviceEnd = endOfProgram(bytes, start, end)
  fields.service = serviceEnd > start ? context.names.of(bytes, start, serviceEnd) : 0
  return true
}

/** Offset of the dot before three to nine capitals at the end; -1 when there are none. */
function channelEnd(bytes: Uint8Array, start: number, end: number): number {
  let i = end
  while (i > start && bytes[i - 1] >= 65 && bytes[i - 1] <= 90) i--
  const letters = end - i
  return letters >= 3 && letters <= 9 && i - 1 > start && bytes[i - 1] === DOT ? i - 1 : -1
}

/** One word or two, before any bracket. */
function endOfProgram(bytes: Uint8Array, start: number, end: number): number {
  let last = end
  if (last > start && bytes[last - 1] === COLON) last--
  while (last > start && last < end && bytes[last - 1] === BLANK) last--
  const first = endOfWord(bytes, start, last)
  if (first === start || first >= last || bytes[first] !== BLANK) return first
  const second = endOfWord(bytes, first + 1, last)
  return second > first + 1 ? second : first
}

function endOfWord(bytes: Uint8Array, start: number, end: number): number {
  let i = start
  while (i < end && bytes[i] > BLANK && bytes[i] !== OPEN && bytes[i] !== OPEN_ROUND) i++
  return i
}
