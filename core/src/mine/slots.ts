/**
 * Values that are told by name: `key=value`, `key: value, key: value`, `(key: value)`; errors, lists, and values that show their form.
 * They are taken out of the sequence before anything is compared; each shows its text until a second one comes.
 */
import { errorEnd } from './errors.ts'
import { listEnd } from './lists.ts'
import { isVariableWord } from './suspicion.ts'
import type { Cut } from './token-hash.ts'
import { BLANK, isValue, WILDCARD } from './tokens.ts'

const PUNCTUATION = /^[^\w\u0080-\uffff]+$/

const UNITS = new Set(
  'B b byte bytes KB kB kb MB mb GB gb TB KiB MiB GiB TiB K M G B/s KB/s kB/s MB/s GB/s KiB/s MiB/s ns us µs ms msec sec secs second seconds s min mins minute minutes h hour hours day days'.split(
    ' ',
  ),
)

interface Slots {
  readonly tokens: readonly string[]
  /** Text of each value by its position. */
  readonly slots: ReadonlyMap<number, string>
}

const NO_SLOTS: ReadonlyMap<number, string> = new Map()

export function blankSlots(tokens: readonly string[]): Slots {
  const { tokens: out, slots } = blankFields(tokens)
  const sentence = sentenceBehind(out)
  for (let i = 2; i < out.length; i++) {
    const isSlot = out[i - 1] === '=' && isVariableWord(out[i - 2]) && out[i] !== BLANK
    if (!isSlot || i === sentence || slots.has(i) || (!out[i].includes(WILDCARD) && PUNCTUATION.test(out[i]))) continue
    slots.set(i, out[i])
    out[i] = WILDCARD
  }
  return slots.size > 0 ? { tokens: out, slots } : { tokens, slots: NO_SLOTS }
}

/** Where the last value is several words to the end: `error=connection refused`. -1 where it is not. */
function sentenceBehind(tokens: readonly string[]): number {
  const from = tokens.lastIndexOf('=') + 1
  const text = tokens.slice(from, endOfSentence(tokens))
  const isSentence = from > 1 && text.length > 1 && isVariableWord(text[0]) && text.every(isPartOfText)
  return isSentence ? from : -1
}

/** Without the full stop. */
export function endOfSentence(tokens: readonly string[]): number {
  return tokens.at(-1) === '.' ? tokens.length - 1 : tokens.length
}

function isPartOfText(token: string): boolean {
  return token === BLANK || isValue(token) || isVariableWord(token)
}

/** One `key: text` may be a sentence; several in a row are fields. */
const FEWEST_FIELDS = 2
const MAX_FIELD_TOKENS = 5

function blankFields(tokens: readonly string[]): { tokens: string[]; slots: Map<number, string> } {
  const fields = fieldEnds(tokens)
  const ends = new Map([
    ...endsOnSight(tokens),
    ...bracketedEnds(tokens),
    ...(fields.size < FEWEST_FIELDS ? [] : fields),
  ])
  const slots = new Map<number, string>()
  const out: string[] = []
  for (let i = 0; i < tokens.length; i++) {
    const end = ends.get(i)
    if (end !== undefined || isValue(tokens[i])) {
      const behind = end ?? valueEnd(tokens, i)
      const text = tokens.slice(i, behind).join('')
      if (text !== WILDCARD) slots.set(out.length, text)
      out.push(WILDCARD)
      i = behind - 1
    } else out.push(tokens[i])
  }
  return { tokens: out, slots }
}

/** Behind the value at `at` and its unit: who writes sizes with units that fit writes another one in the next line. */
function valueEnd(tokens: readonly string[], at: number): number {
  return tokens[at + 1] === BLANK && UNITS.has(tokens[at + 2]) ? at + 3 : at + 1
}

const ENDS_FIELD = new Set([',', ';', ')'])

/** Where values of fields begin and end. */
function fieldEnds(tokens: readonly string[]): Map<number, number> {
  const ends = new Map<number, number>()
  for (let at = 1; at + 1 < tokens.length; at++) {
    if (tokens[at] !== ':' || PUNCTUATION.test(tokens[at - 1])) continue
    const from = tokens[at + 1] === BLANK ? at + 2 : at + 1
    const end = from > at + 1 ? fieldEnd(tokens, from) : gluedFieldEnd(tokens, at)
    if (end > from) ends.set(from, end)
  }
  return ends
}

/** `key:value`, one word. */
function gluedFieldEnd(tokens: readonly string[], colon: number): number {
  const isKey = isVariableWord(tokens[colon - 1]) && (colon === 1 || !isVariableWord(tokens[colon - 2]))
  const end = colon + 2
  const isValue = tokens[colon + 1] !== BLANK && isPartOfText(tokens[colon + 1])
  const isAlone = end >= tokens.length || tokens[end] === BLANK || ENDS_FIELD.has(tokens[end])
  return isKey && isValue && isAlone ? end : colon + 1
}

/** `(reason: some text)` is a field though it is alone. */
function bracketedEnds(tokens: readonly string[]): Map<number, number> {
  const ends = new Map<number, number>()
  for (let at = 2; at + 2 < tokens.length; at++) {
    if (tokens[at] !== ':' || tokens[at + 1] !== BLANK || tokens[at - 2] !== '(') continue
    const end = fieldEnd(tokens, at + 2)
    if (end > at + 2 && tokens[end] === ')') ends.set(at + 2, end)
  }
  return ends
}

/** Errors of systems and lists, where the statement says more than that. */
function endsOnSight(tokens: readonly string[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  let hasOther = false
  for (let at = 0; at < tokens.length; at++) {
    const end = Math.max(errorEnd(tokens, at), listEnd(tokens, at))
    if (end > at) {
      ends.set(at, end)
      at = end - 1
    } else hasOther ||= isVariableWord(tokens[at])
  }
  return hasOther ? ends : NO_ENDS
}

const NO_ENDS: ReadonlyMap<number, number> = new Map()

/** Behind a value of a few words up to a comma or the end; where it began if it is none. */
function fieldEnd(tokens: readonly string[], from: number): number {
  let end = from
  while (end < tokens.length && !ENDS_FIELD.has(tokens[end])) {
    if (!isPartOfText(tokens[end]) || ++end - from > MAX_FIELD_TOKENS) return from
  }
  return end
}

/** What both say; `known` itself where that is all of it. */
export function agreed(
  known: ReadonlyMap<number, string>,
  told: ReadonlyMap<number, string>,
): ReadonlyMap<number, string> {
  const both = new Map<number, string>()
  let isAll = true
  let isFitted = false
  for (const [at, text] of known) {
    const either = eitherOf(text, told.get(at) ?? WILDCARD)
    if (either !== WILDCARD) both.set(at, either)
    if (either === text) continue
    isAll = false
    isFitted ||= SIZE.test(text)
  }
  if (isFitted) for (const [at, text] of both) if (SIZE.test(text)) both.delete(at)
  return isAll ? known : both
}

/** Who writes one size with a unit that fits does so with all. */
const SIZE = /^<\*> [KMGT]?i?B$/

/** Quotes stay where every value has them. */
function eitherOf(a: string, b: string): string {
  if (a === b) return a
  const quote = a[0]
  return isQuoted(a, quote) && isQuoted(b, quote) ? quote + WILDCARD + quote : WILDCARD
}

/** As a whole: `'a', 'b'` is not. */
function isQuoted(text: string, quote: string): boolean {
  return (quote === '"' || quote === "'") && text[0] === quote && text.indexOf(quote, 1) === text.length - 1
}

/** Where they stand once the cuts, which are in order, are a token each. */
export function movedSlots(slots: ReadonlyMap<number, string>, cuts: readonly Cut[]): ReadonlyMap<number, string> {
  if (slots.size === 0 || cuts.length === 0) return slots
  const moved = new Map<number, string>()
  for (const [at, value] of slots) {
    if (cuts.some(({ from, to }) => from <= at && at < to)) continue
    const gone = cuts.reduce((sum, { from, to }) => (to <= at ? sum + to - from - 1 : sum), 0)
    moved.set(at - gone, value)
  }
  return moved
}
