/** What the miner keeps: rows, and the groups of rows that are one statement. */
import type { Template } from '../finding.ts'
import type { TemplateRow } from '../ports/store.ts'
import type { Shape } from '../record.ts'
import { hash64 } from './hash.ts'
import { isVariableWord } from './suspicion.ts'
import { BLANK, WILDCARD } from './tokens.ts'

/** A distinct token sequence of a component, its `key=` values blanked. */
export interface Row {
  readonly index: number
  readonly component: string
  readonly tokens: readonly string[]
  /** Text of each `key=` value by its position: the value until a second one shows. */
  readonly slots: Map<number, string>
  /** Rows this one flowed into: they hear of its slots. */
  readonly wider: Wider[]
  readonly words: number
  /** Words that look like values. */
  readonly likely: ReadonlySet<number>
  readonly values: number
  readonly shapes: Shape[]
  group: Group
}

/** A row and where its tokens stand in the narrower one. */
interface Wider {
  readonly row: Row
  readonly origin: readonly number[]
}

export interface Group {
  id: string
  /** Order of making: the older of two gives its id. */
  age: number
  readonly rows: Row[]
  widest: Row
  template: Template | undefined
}

export function makeRow(
  component: string,
  tokens: readonly string[],
  index: number,
  likely: ReadonlySet<number> = new Set(),
): Row {
  const id = hash64(`${component}\u0001${tokens.join('\u0002')}`)
  const group: Partial<Group> = { id, age: index, rows: [], template: undefined }
  const row: Row = {
    index,
    component,
    tokens,
    slots: new Map(),
    wider: [],
    words: tokens.filter(isVariableWord).length,
    values: tokens.filter((token) => token === WILDCARD).length,
    likely,
    shapes: [],
    group: group as Group,
  }
  row.group.rows.push(row)
  row.group.widest = row
  return row
}

/** A row that no line has: it lends its text to a group, never its id. */
export function makeTextRow(component: string, tokens: readonly string[]): Row {
  return makeRow(component, tokens, Number.POSITIVE_INFINITY)
}

/** Fewest words, then most values, then shortest, then by code point: any rule would do that asks not who came first. */
export function isWider(a: Row, b: Row): boolean {
  if (a.words !== b.words) return a.words < b.words
  if (a.values !== b.values) return a.values > b.values
  if (a.tokens.length !== b.tokens.length) return a.tokens.length < b.tokens.length
  return a.tokens.join('') < b.tokens.join('')
}

export function templateOf(group: Group): Template {
  const { id, widest } = group
  group.template ??= {
    id,
    component: widest.component,
    text: widest.tokens.map((token, at) => widest.slots.get(at) ?? token).join(''),
  }
  return group.template
}

export function rowsToKeep(group: Group): TemplateRow[] {
  const { id: templateId, text: template } = templateOf(group)
  return group.rows.flatMap((row) =>
    row.shapes.map(({ id: shape, component, tokens }) => ({ shape, component, tokens, templateId, template })),
  )
}

const PUNCTUATION = /^[^\w\u0080-\uffff]+$/

interface Slots {
  readonly tokens: string[]
  /** Text of each value by its position. */
  readonly slots: Map<number, string>
}

/** Takes the values of `key=value` and of `key: value, key: value` out of a sequence. */
export function blankSlots(tokens: readonly string[]): Slots {
  const { tokens: out, slots } = blankFields(tokens)
  for (let i = 2; i < out.length; i++) {
    const isSlot = out[i - 1] === '=' && isVariableWord(out[i - 2]) && out[i] !== BLANK
    if (!isSlot || slots.has(i) || (out[i] !== WILDCARD && PUNCTUATION.test(out[i]))) continue
    slots.set(i, out[i])
    out[i] = WILDCARD
  }
  return { tokens: out, slots }
}

/** One `key: text` may be a sentence; several in a row are fields. */
const FEWEST_FIELDS = 2
const MAX_FIELD_TOKENS = 5

function blankFields(tokens: readonly string[]): Slots {
  const found = fieldEnds(tokens)
  const ends = found.size < FEWEST_FIELDS ? bracketedEnds(tokens) : found
  const slots = new Map<number, string>()
  const out: string[] = []
  for (let i = 0; i < tokens.length; i++) {
    const end = ends.get(i)
    if (end === undefined) out.push(tokens[i])
    else {
      slots.set(out.length, tokens.slice(i, end).join(''))
      out.push(WILDCARD)
      i = end - 1
    }
  }
  return { tokens: out, slots }
}

const ENDS_FIELD = new Set([',', ';', ')'])

/** Where values of fields begin and end. */
function fieldEnds(tokens: readonly string[]): Map<number, number> {
  const ends = new Map<number, number>()
  for (let at = 1; at + 2 < tokens.length; at++) {
    if (tokens[at] !== ':' || tokens[at + 1] !== BLANK || PUNCTUATION.test(tokens[at - 1])) continue
    const end = fieldEnd(tokens, at + 2)
    if (end > at + 2) ends.set(at + 2, end)
  }
  return ends
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

/** Behind a value of a few words up to a comma or the end; where it began if it is none. */
function fieldEnd(tokens: readonly string[], from: number): number {
  let end = from
  while (end < tokens.length && !ENDS_FIELD.has(tokens[end])) {
    const isPart = tokens[end] === BLANK || tokens[end] === WILDCARD || isVariableWord(tokens[end])
    if (!isPart || ++end - from > MAX_FIELD_TOKENS) return from
  }
  return end
}

/** Quotes stay where every value has them. */
export function eitherOf(a: string, b: string): string {
  if (a === b) return a
  const quote = a[0]
  const isQuoted =
    (quote === '"' || quote === "'") && [a, b].every((text) => text.startsWith(quote) && text.endsWith(quote))
  return isQuoted ? quote + WILDCARD + quote : WILDCARD
}

export function movedSlots(slots: ReadonlyMap<number, string>, origin: readonly number[]): Map<number, string> {
  const places = new Map([...slots].map(([at, value]) => [origin.indexOf(at), value]))
  places.delete(-1)
  return places
}

/** Words and delimiters without values; what only separates values goes with them. */
export function skeletonOf(tokens: readonly string[]): string[] {
  const out: string[] = []
  for (const token of tokens) {
    if (token === WILDCARD || token === BLANK) continue
    if (token === ',' && out.at(-1) === ',') continue
    out.push(token)
  }
  return out
}
