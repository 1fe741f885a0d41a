/**
 * Groups shapes into templates: a place becomes a variable once enough different texts stood there with the rest
 * equal. Work is done for new shapes only.
 *
 * Layout: a row is a distinct token sequence with its `key=` values blanked. For every place that may be a variable there
 * is a context, the sequence without that place; it keeps the rows seen there. A context with evidence enough is opened:
 * its rows flow into a wider row, which is a row like any other. Rows that are one statement share a group.
 *
 * Rows and opened contexts only ever grow, by rules that look at the set of rows and not at their order; so the groups
 * and texts at the end do not depend on the order of shapes, as long as no bound is reached. Ids do: the first shape of
 * a group names it.
 */
import type { Template } from '../finding.ts'
import type { TemplateRow } from '../ports/store.ts'
import type { Shape } from '../record.ts'
import {
  blankSlots,
  eitherOf,
  isWider,
  makeRow,
  movedSlots,
  rowsToKeep,
  skeletonOf,
  templateOf,
  type Group,
  type Row,
} from './rows.ts'
import { LIKELY_VALUE } from './suspicion.ts'
import { add as addHashes, keyOf, textHash, type Pair } from './token-hash.ts'
import { WILDCARD } from './tokens.ts'
import { blank, isEnough, textsAt, variablesOf, type Cut, type Variable } from './variables.ts'

export interface Miner {
  /** The template of a shape, which may be new. */
  add(shape: Shape): Template
  /** Of a shape that was added; one that is not known is its own template without text. */
  of(shapeId: string): Template
  /** Shapes whose template changed since last asked. */
  changes(): TemplateRow[]
  /** Takes back what `changes` gave, newest row of a shape last. */
  restore(rows: readonly TemplateRow[]): void
}

/** Beyond it new shapes all are one template: what produces so many is not made of statements. */
const MAX_ROWS = 200_000
const MAX_CONTEXTS = 1_000_000
/** Rows with more open places than this are widened at all of them at once, not in every combination. */
const MAX_COMBINED = 4
/** Words that must be equal for a value-like word to join a value at once. */
const ABSORBING_WORDS = 3

interface Sighting {
  readonly row: Row
  readonly variable: Variable
}

export function templates(): Miner {
  const shapes = new Map<string, Row>()
  const rows = new Map<number, Row>()
  const skeletons = new Map<number, Row>()
  /** By tokens alone: the first row of whatever component. */
  const twins = new Map<number, Row>()
  const contexts = new Map<number, Sighting[]>()
  const opened = new Set<number>()
  /** Rows by the sequence around one of their values. */
  const around = new Map<number, Row>()
  const changed = new Set<Group>()

  const touch = (group: Group): void => {
    group.template = undefined
    changed.add(group)
  }

  const unite = (a: Row, b: Row): void => {
    if (a.group === b.group) return
    const [large, small] = a.group.rows.length >= b.group.rows.length ? [a.group, b.group] : [b.group, a.group]
    if (small.age < large.age) [large.id, large.age] = [small.id, small.age]
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
    for (const wider of row.wider) noteSlots(wider.row, movedSlots(row.slots, wider.origin))
  }

  const flow = (narrow: Row, wide: Row, origin: readonly number[]): void => {
    if (narrow === wide || narrow.wider.some(({ row }) => row === wide)) return
    narrow.wider.push({ row: wide, origin })
    noteSlots(wide, movedSlots(narrow.slots, origin))
    unite(narrow, wide)
  }

  const widen = (row: Row, cuts: readonly Cut[]): void => {
    const { tokens, origin } = blank(row.tokens, cuts)
    flow(row, rowOf(row.component, tokens), origin)
  }

  const rowOf = (component: string, tokens: readonly string[]): Row => {
    const start = textHash(component)
    const hashes = tokens.map(textHash)
    const key = keyOf(addHashes(start, hashes, 0, tokens.length, 0))
    const known = rows.get(key)
    if (known) return known
    const row = makeRow(component, tokens, rows.size)
    rows.set(key, row)
    touch(row.group)
    uniteTwin(row, hashes)
    uniteSkeleton(row, start)
    absorbWords(row, start, hashes)
    lookAround(row, start, hashes)
    return row
  }

  /** The same sentence is the same template, whichever part of the program says it. */
  const uniteTwin = (row: Row, hashes: readonly Pair[]): void => {
    const key = keyOf(addHashes([0, 0], hashes, 0, hashes.length, 0))
    const twin = twins.get(key)
    if (!twin) {
      twins.set(key, row)
      return
    }
    const origin = [...row.tokens.keys()]
    flow(row, twin, origin)
    flow(twin, row, origin)
  }

  const uniteSkeleton = (row: Row, start: Pair): void => {
    const hashes = skeletonOf(row.tokens).map(textHash)
    const key = keyOf(addHashes(start, hashes, 0, hashes.length, 0))
    const twin = skeletons.get(key)
    if (twin) unite(twin, row)
    else skeletons.set(key, row)
  }

  /** Enters the row into its contexts, and widens it where they are open. */
  const lookAround = (row: Row, start: Pair, hashes: readonly Pair[]): void => {
    const open: Variable[] = []
    for (const variable of variablesOf(row.tokens)) {
      const key = contextKey(start, hashes, variable.cuts)
      if (opened.has(key)) open.push(variable)
      else see(key, { row, variable })
    }
    const singles = open.filter(({ cuts }) => cuts.length === 1)
    const cuts = disjoint(singles.flatMap(({ cuts }) => cuts))
    if (cuts.length > MAX_COMBINED) widen(row, cuts)
    else for (const variable of open) widen(row, variable.cuts)
  }

  const see = (key: number, sighting: Sighting): void => {
    const seen = contexts.get(key)
    if (!seen) {
      contexts.set(key, [sighting])
      if (contexts.size > MAX_CONTEXTS) forgetOldest(contexts)
      return
    }
    seen.push(sighting)
    if (!isEnough(seen.map(({ row, variable }) => ({ ...variable, texts: textsAt(row.tokens, variable) })))) return
    contexts.delete(key)
    opened.add(key)
    for (const { row, variable } of seen) widen(row, variable.cuts)
  }

  /** Where a value already stands and the rest is equal, a word that looks like a value joins it at once. */
  const absorbWords = (row: Row, start: Pair, hashes: readonly Pair[]): void => {
    if (row.words < ABSORBING_WORDS) return
    for (let at = 0; at < row.tokens.length; at++) {
      if (row.tokens[at] !== WILDCARD) continue
      const key = contextKey(start, hashes, [{ from: at, to: at + 1 }])
      around.set(key, row)
      for (const { row: narrow, variable } of contexts.get(key) ?? []) join(narrow, variable, row)
    }
    if (row.words === ABSORBING_WORDS) return
    for (const variable of variablesOf(row.tokens)) {
      const wide = isValueLike(variable) ? around.get(contextKey(start, hashes, variable.cuts)) : undefined
      if (wide) join(row, variable, wide)
    }
  }

  const join = (narrow: Row, variable: Variable, wide: Row): void => {
    if (isValueLike(variable)) flow(narrow, wide, [...narrow.tokens.keys()])
  }

  const add = (shape: Shape): Template => {
    const known = shapes.get(shape.id)
    if (known) return templateOf(known.group)
    const isFull = rows.size >= MAX_ROWS
    const { tokens, slots } = isFull
      ? { tokens: [WILDCARD], slots: new Map<number, string>() }
      : blankSlots(shape.tokens)
    const row = rowOf(isFull ? '' : shape.component, tokens)
    if (row.shapes.length === 0 && row.group.rows.length === 1) row.group.id = shape.id
    noteSlots(row, slots)
    if (!isFull) {
      row.shapes.push(shape)
      shapes.set(shape.id, row)
      touch(row.group)
    }
    return templateOf(row.group)
  }

  return {
    add,
    of(shapeId) {
      const row = shapes.get(shapeId)
      return row ? templateOf(row.group) : { id: shapeId, component: '', text: '' }
    },
    changes() {
      const news = [...changed].flatMap(rowsToKeep)
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
      for (const [id, { group }] of named) [group.id, group.template] = [id, undefined]
      changed.clear()
    },
  }
}

function isValueLike({ cuts, needed }: Variable): boolean {
  return cuts.length === 1 && needed <= LIKELY_VALUE
}

/** The sequence with one marker in place of each cut. */
function contextKey(start: Pair, hashes: readonly Pair[], cuts: readonly Cut[]): number {
  let key = start
  let from = 0
  let shift = 0
  for (const cut of cuts) {
    key = addHashes(key, hashes, from, cut.from, shift)
    shift -= cut.to - cut.from - 1
    from = cut.to
  }
  return keyOf(addHashes(key, hashes, from, hashes.length, shift))
}

/** In order, without those that lie within others. */
function disjoint(cuts: readonly Cut[]): Cut[] {
  const out: Cut[] = []
  for (const cut of [...cuts].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (cut.from >= (out.at(-1)?.to ?? 0)) out.push(cut)
  }
  return out
}

function forgetOldest<K, V>(map: Map<K, V>): void {
  for (const key of map.keys()) {
    map.delete(key)
    return
  }
}
