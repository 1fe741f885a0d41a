/** What the miner keeps: rows, and the groups of rows that are one statement. */
import type { Template } from '../finding.ts'
import type { TemplateRow } from '../ports/store.ts'
import type { Shape } from '../record.ts'
import { isVariableWord } from './suspicion.ts'
import type { Cut } from './token-hash.ts'
import { BLANK, WILDCARD } from './tokens.ts'

/** A row, and what of the narrower one is a token in it. */
interface Wider {
  readonly row: Row
  readonly cuts: readonly Cut[]
}

export interface Group {
  id: string
  /** Order of making: the older of two gives its id. */
  age: number
  readonly rows: Row[]
  widest: Row
  template: Template | undefined
  /** The one that rows were told of last. */
  told: Template | undefined
}

const NOTHING_WIDER: readonly Wider[] = []

/** A distinct token sequence of a component, its `key=` values blanked. A class, for there are as many as shapes. */
export class Row {
  readonly index: number
  readonly component: string
  readonly tokens: readonly string[]
  readonly words: number
  readonly values: number
  /** How values are written, by position, where all that were seen are written so. Undefined until one was seen. */
  slots: ReadonlyMap<number, string> | undefined = undefined
  /** Rows this one flowed into: they hear of its slots. */
  wider: readonly Wider[] = NOTHING_WIDER
  shapes: Shape[] = []
  /** The template that its first shapes were told to have, and how many these are. */
  told: Template | undefined = undefined
  toldShapes = 0
  group: Group

  /** `id`: of the template that the row is, as long as nothing else is of it. */
  constructor(component: string, tokens: readonly string[], index: number, id: string) {
    this.index = index
    this.component = component
    this.tokens = tokens
    this.words = count(tokens, isVariableWord)
    this.values = count(tokens, isMasked)
    this.group = { id, age: index, rows: [this], widest: this, template: undefined, told: undefined }
  }
}

function count(tokens: readonly string[], is: (token: string) => boolean): number {
  let found = 0
  for (const token of tokens) if (is(token)) found++
  return found
}

function isMasked(token: string): boolean {
  return token === WILDCARD
}

/** A row that no line has: it lends its text to a group, never its id. */
export function makeTextRow(component: string, tokens: readonly string[]): Row {
  return new Row(component, tokens, Number.POSITIVE_INFINITY, '')
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
    text: widest.tokens.map((token, at) => widest.slots?.get(at) ?? token).join(''),
  }
  return group.template
}

/** Shapes of the group whose template is another one than was told, or was not told yet. */
export function newsOf(group: Group): TemplateRow[] {
  const template = templateOf(group)
  if (group.told?.id !== template.id || group.told.text !== template.text) group.told = template
  return group.rows.flatMap((row) => newsOfRow(row, group.told ?? template))
}

function newsOfRow(row: Row, template: Template): TemplateRow[] {
  const from = row.told === template ? row.toldShapes : 0
  row.told = template
  row.toldShapes = row.shapes.length
  if (from === row.shapes.length) return []
  const { id: templateId, text } = template
  return row.shapes
    .slice(from)
    .map(({ id: shape, component, tokens }) => ({ shape, component, tokens, templateId, template: text }))
}

/** Words and delimiters without values; what only separates values goes with them. */
export function skeletonOf(tokens: readonly string[]): string[] {
  const out: string[] = []
  let before = ''
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === BLANK) continue
    const separatesValues = token === ',' && before === WILDCARD && next(tokens, at) === WILDCARD
    before = separatesValues ? WILDCARD : token
    if (token !== WILDCARD && !separatesValues) out.push(token)
  }
  return out
}

function next(tokens: readonly string[], at: number): string {
  return tokens[at + 1] === BLANK ? tokens[at + 2] : tokens[at + 1]
}
