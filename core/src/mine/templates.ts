/**
 * Groups shapes into templates: a position becomes a variable once enough different words stood there with the rest
 * equal. Work is done for new shapes only.
 *
 * Layout: a row is a distinct token sequence with its `key=` values blanked. For every position there is a context, the
 * sequence with that position blanked; it keeps the words seen there. A context with evidence enough is opened: its rows
 * get a wider row in common, which is a row like any other. Rows that are one statement share a group.
 *
 * Rows and opened contexts only ever grow, by rules that look at the set of words and not at their order; so the final
 * groups and texts do not depend on the order of shapes. Ids do: the first shape of a group names it.
 */
import type { Template } from '../finding.ts'
import type { TemplateRow } from '../ports/store.ts'
import type { Shape } from '../record.ts'
import { hash64, mix32 } from './hash.ts'
import { isUnit, isVariableWord, LIKELY_VALUE, suspicion } from './suspicion.ts'
import { BLANK, WILDCARD } from './tokens.ts'

export interface Miner {
  /** The template of a shape, which may be new. */
  add(shape: Shape): Template
  /** Of a shape that was added; one that is not known (any more) is its own template without text. */
  of(shapeId: string): Template
  /** Shapes whose template changed since last asked. */
  changes(): TemplateRow[]
  /** Takes back what `changes` gave, newest row of a shape last. */
  restore(rows: readonly TemplateRow[]): void
}

interface Row {
  readonly component: string
  readonly tokens: readonly string[]
  /** Text of each `key=` value by its position: the value until a second one shows. */
  readonly slots: Map<number, string>
  /** Wider rows this one flowed into: they hear of its slots. */
  readonly wider: Wider[]
  readonly words: number
  readonly values: number
  readonly shapes: Shape[]
  group: Group
}

/** A row and where its tokens stand in the narrower one. */
interface Wider {
  readonly row: Row
  readonly origin: readonly number[]
}

interface Group {
  id: string
  /** Order of making: the older of two gives its id. */
  readonly age: number
  readonly rows: Row[]
  widest: Row
  template: Template | undefined
}

interface Context {
  /** Word to the row that brought it and how many words it asks for. */
  readonly words: Map<string, { row: Row; needed: number }>
}

const MAX_SHAPES = 200_000
const MAX_CONTEXTS = 500_000
/** Rows with more open positions than this are widened at all of them at once, not in every combination. */
const MAX_COMBINED = 4
const ABSORBING_WORDS = 3

export function templates(): Miner {
  const shapes = new Map<string, Row>()
  const rows = new Map<number, Row>()
  const skeletons = new Map<number, Row>()
  const contexts = new Map<number, Context>()
  const opened = new Set<number>()
  const changed = new Set<Group>()
  let groups = 0

  const touch = (group: Group): void => {
    group.template = undefined
    changed.add(group)
  }

  const unite = (a: Row, b: Row): void => {
    if (a.group === b.group) return
    const [large, small] = a.group.rows.length >= b.group.rows.length ? [a.group, b.group] : [b.group, a.group]
    if (small.age < large.age) large.id = small.id
    if (isWider(small.widest, large.widest)) large.widest = small.widest
    for (const row of small.rows) {
      row.group = large
      large.rows.push(row)
    }
    changed.delete(small)
    touch(large)
  }

  const noteSlots = (row: Row, slots: ReadonlyMap<number, string>): void => {
    let isNews = false
    for (const [at, value] of slots) {
      const known = row.slots.get(at)
      const either = known === undefined ? value : eitherOf(known, value)
      if (either === known) continue
      row.slots.set(at, either)
      isNews = true
    }
    if (!isNews) return
    touch(row.group)
    for (const wider of row.wider) noteSlots(wider.row, moved(row.slots, wider.origin))
  }

  const flow = (narrow: Row, wide: Row, origin: readonly number[]): void => {
    if (narrow === wide || narrow.wider.some(({ row }) => row === wide)) return
    narrow.wider.push({ row: wide, origin })
    noteSlots(wide, moved(narrow.slots, origin))
    unite(narrow, wide)
  }

  const rowOf = (component: string, tokens: readonly string[]): Row => {
    const hashes = tokens.map(positionHash)
    const total = sum(hashes, hashText(component))
    const known = rows.get(keyOf(total))
    if (known) return known
    const row = makeRow(component, tokens, groups++)
    rows.set(keyOf(total), row)
    touch(row.group)
    uniteSkeleton(row)
    enterContexts(row, hashes, total)
    return row
  }

  const uniteSkeleton = (row: Row): void => {
    const key = keyOf(sum(skeletonOf(row.tokens).map(positionHash), hashText(row.component)))
    const twin = skeletons.get(key)
    if (twin) unite(twin, row)
    else skeletons.set(key, row)
  }

  const enterContexts = (row: Row, hashes: readonly Pair[], total: Pair): void => {
    const open: number[] = []
    for (let at = 0; at < row.tokens.length; at++) {
      const word = row.tokens[at]
      if (row.slots.has(at) || (word !== WILDCARD && !isVariableWord(word))) continue
      const key = keyOf(minus(total, hashes[at]))
      if (opened.has(key)) open.push(at)
      else if (witness(key, row, at)) openContext(key, at)
    }
    widen(row, open)
  }

  const widen = (row: Row, open: readonly number[]): void => {
    const words = open.filter((at) => row.tokens[at] !== WILDCARD)
    if (words.length > MAX_COMBINED) widenAt(row, words)
    else for (const at of words) widenAt(row, [at])
  }

  const widenAt = (row: Row, words: readonly number[]): void => {
    const { tokens, origin } = blanked(row.tokens, words)
    flow(row, rowOf(row.component, tokens), origin)
  }

  /** True when the evidence now suffices. */
  const witness = (key: number, row: Row, at: number): boolean => {
    let context = contexts.get(key)
    if (!context) {
      contexts.set(key, (context = { words: new Map() }))
      if (contexts.size > MAX_CONTEXTS) forgetOldest(contexts)
    }
    const word = row.tokens[at]
    const others = row.words - (word === WILDCARD ? 0 : 1)
    const needed = word === WILDCARD ? Number.POSITIVE_INFINITY : suspicion(row.tokens, at, others)
    if (!context.words.has(word)) context.words.set(word, { row, needed })
    if (others >= ABSORBING_WORDS) absorb(context)
    return isEnough(context)
  }

  /** Where a value already stands, words that look like values join it at once. */
  const absorb = ({ words }: Context): void => {
    const wide = words.get(WILDCARD)
    if (!wide) return
    for (const { row, needed } of words.values()) {
      if (needed <= LIKELY_VALUE)
        flow(
          row,
          wide.row,
          row.tokens.map((_, at) => at),
        )
    }
  }

  const openContext = (key: number, at: number): void => {
    const context = contexts.get(key)
    contexts.delete(key)
    opened.add(key)
    for (const { row } of context?.words.values() ?? []) widen(row, [at])
  }

  const textOf = (group: Group): Template => {
    const { widest } = group
    const tokens = widest.tokens.map((token, at) => widest.slots.get(at) ?? token)
    return (group.template ??= { id: group.id, component: widest.component, text: tokens.join('') })
  }

  const add = (shape: Shape): Template => {
    const known = shapes.get(shape.id)
    if (known) return textOf(known.group)
    const { tokens, slots } = blankSlots(shape.tokens)
    const row = rowOf(shape.component, tokens)
    if (row.shapes.length === 0 && row.group.rows.length === 1) row.group.id = shape.id
    noteSlots(row, slots)
    row.shapes.push(shape)
    shapes.set(shape.id, row)
    if (shapes.size > MAX_SHAPES) forgetOldest(shapes)
    touch(row.group)
    return textOf(row.group)
  }

  return {
    add,
    of(shapeId) {
      const row = shapes.get(shapeId)
      return row ? textOf(row.group) : { id: shapeId, component: '', text: '' }
    },
    changes() {
      const news = [...changed].flatMap((group) => rowsOf(group, textOf(group)))
      changed.clear()
      return news
    },
    restore(stored) {
      const named = new Map<string, Row>()
      for (const { shape: id, component, tokens, templateId } of stored) {
        add({ id, component, tokens })
        const row = shapes.get(id)
        const twin = named.get(templateId)
        if (row && twin) unite(twin, row)
        else if (row) named.set(templateId, row)
      }
      for (const [id, row] of named) row.group.id = id
      for (const [, row] of named) row.group.template = undefined
      changed.clear()
    },
  }
}

function makeRow(component: string, tokens: readonly string[], age: number): Row {
  const id = hash64(`${component}\u0001${tokens.join('\u0002')}`)
  const words = tokens.filter(isVariableWord).length
  const values = tokens.filter((token) => token === WILDCARD).length
  const row: Omit<Row, 'group'> = { component, tokens, slots: new Map(), wider: [], words, values, shapes: [] }
  const whole = row as Row
  whole.group = { id, age, rows: [whole], widest: whole, template: undefined }
  return whole
}

function rowsOf(group: Group, template: Template): TemplateRow[] {
  return group.rows.flatMap((row) =>
    row.shapes.map(({ id, component, tokens }) => ({
      shape: id,
      component,
      tokens,
      templateId: template.id,
      template: template.text,
    })),
  )
}

/** Fewest words, then most values, then shortest, then by code point: any rule would do that does not ask who came first. */
function isWider(a: Row, b: Row): boolean {
  if (a.words !== b.words) return a.words < b.words
  if (a.values !== b.values) return a.values > b.values
  if (a.tokens.length !== b.tokens.length) return a.tokens.length < b.tokens.length
  return a.tokens.join('') < b.tokens.join('')
}

function blankSlots(tokens: readonly string[]): { tokens: string[]; slots: Map<number, string> } {
  const slots = new Map<number, string>()
  const out = [...tokens]
  for (let i = 2; i < tokens.length; i++) {
    if (tokens[i - 1] !== '=' || tokens[i] === BLANK || !isVariableWord(tokens[i - 2]) || isPunctuation(tokens[i]))
      continue
    slots.set(i, tokens[i])
    out[i] = WILDCARD
  }
  return { tokens: out, slots }
}

/** Quotes stay where every value has them. */
function eitherOf(a: string, b: string): string {
  if (a === b) return a
  const quote = a[0]
  const isQuoted =
    (quote === '"' || quote === "'") && [a, b].every((text) => text.startsWith(quote) && text.endsWith(quote))
  return isQuoted ? quote + WILDCARD + quote : WILDCARD
}

function isPunctuation(token: string): boolean {
  return token !== WILDCARD && /^[^\w\u0080-\uffff]+$/.test(token)
}

/** Who writes one size with a fitting unit does so with all in the sentence. */
function blanked(tokens: readonly string[], at: readonly number[]): { tokens: string[]; origin: number[] } {
  const withoutUnits = at.some((i) => isUnit(tokens, i))
  const out: string[] = []
  const origin: number[] = []
  for (let i = 0; i < tokens.length; i++) {
    const isSwallowed = withoutUnits && isUnit(tokens, i)
    if (isSwallowed) {
      out.pop()
      origin.pop()
    } else {
      out.push(at.includes(i) ? WILDCARD : tokens[i])
      origin.push(i)
    }
  }
  return { tokens: out, origin }
}

function moved(slots: ReadonlyMap<number, string>, origin: readonly number[]): Map<number, string> {
  const places = new Map([...slots].map(([at, value]) => [origin.indexOf(at), value]))
  places.delete(-1)
  return places
}

/** Evidence suffices when some number of words ask for no more than that number. */
function isEnough({ words }: Context): boolean {
  if (words.size < LIKELY_VALUE) return false
  const needs = [...words.values()].map(({ needed }) => needed).sort((a, b) => a - b)
  return needs.some((needed, i) => needed <= i + 1)
}

/** Words and delimiters without values; what only separates values goes with them. */
function skeletonOf(tokens: readonly string[]): string[] {
  const out: string[] = []
  for (const token of tokens) {
    if (token === WILDCARD || token === BLANK) continue
    if (token === ',' && out.at(-1) === ',') continue
    out.push(token)
  }
  return out
}

function forgetOldest<K, V>(map: Map<K, V>): void {
  for (const key of map.keys()) {
    map.delete(key)
    return
  }
}

/** Order-aware sums of token hashes: blanking one position is one subtraction. */
type Pair = readonly [number, number]

function positionHash(token: string, at: number): Pair {
  const [a, b] = hashText(token)
  return [mix32(a + Math.imul(at, 0x9e3779b1)), mix32(b ^ Math.imul(at + 1, 0x85ebca77))]
}

function hashText(text: string): Pair {
  let a = 0x811c9dc5
  let b = 0x12345678
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193)
    b = Math.imul(b + text.charCodeAt(i), 0x5bd1e995) ^ (b >>> 13)
  }
  return [a, b]
}

function sum(hashes: readonly Pair[], start: Pair): Pair {
  let [a, b] = start
  for (const [x, y] of hashes) {
    a = (a + x) | 0
    b = (b + y) | 0
  }
  return [a, b]
}

function minus([a, b]: Pair, [x, y]: Pair): Pair {
  return [(a - x) | 0, (b - y) | 0]
}

function keyOf([a, b]: Pair): number {
  return (a >>> 0) * 0x200000 + (b >>> 11)
}
