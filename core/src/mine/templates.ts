/**
 * Groups shapes into templates: a place becomes a variable once enough different texts stood there with the rest
 * equal. Work is done for new shapes only.
 *
 * Layout: a row is a distinct token sequence with its `key=` values blanked. For every place that may be a variable there
 * is a context, the sequence without that place; it keeps the rows seen there. A context with evidence enough is opened:
 * its rows flow into a wider row, which is a row like any other. Words that stood in an open place are known values, and
 * less is asked of them elsewhere. Rows that are one statement share a group.
 *
 * Rows, known values and opened contexts only ever grow, by rules that look at the set of rows and not at their order; so
 * the groups and texts at the end do not depend on the order of shapes, as long as no bound is reached. Ids do: the first
 * shape of a group names it.
 */
import type { Template } from '../finding.ts'
import type { TemplateRow } from '../ports/store.ts'
import type { Shape } from '../record.ts'
import { isEnough, type Context, type Sighting } from './contexts.ts'
import { EVIDENCE, type Evidence } from './evidence.ts'
import {
  blankSlots,
  eitherOf,
  isWider,
  makeRow,
  makeTextRow,
  movedSlots,
  rowsToKeep,
  skeletonOf,
  templateOf,
  type Group,
  type Row,
} from './rows.ts'
import { namesSomething } from './suspicion.ts'
import { add as addHashes, keyOf, textHash, type Pair } from './token-hash.ts'
import { BLANK, tokenize, WILDCARD } from './tokens.ts'
import { blank, likelyPlaces, textsAt, variablesOf, type Cut, type Variable } from './variables.ts'

export interface MinerStats {
  readonly shapes: number
  readonly rows: number
  readonly contexts: number
  readonly openContexts: number
  readonly knownValues: number
  /** Contexts forgotten for want of room: a variable may be found later than it could. */
  readonly evictedContexts: number
  /** Shapes that came when the table was full: all of them are one template. */
  readonly refusedShapes: number
}

export interface Miner {
  /** The template of a shape, which may be new. */
  add(shape: Shape): Template
  /** Of a shape that was added; one that is not known is its own template without text. */
  of(shapeId: string): Template
  /** Shapes whose template changed since last asked. */
  changes(): TemplateRow[]
  /** Takes back what `changes` gave, newest row of a shape last. */
  restore(rows: readonly TemplateRow[]): void
  stats(): MinerStats
}

export interface MinerOptions {
  readonly evidence?: Evidence
  /** Beyond it new shapes all are one template: what produces so many is not made of statements. */
  readonly maxRows?: number
  readonly maxContexts?: number
}

const MAX_ROWS = 200_000
const MAX_CONTEXTS = 1_000_000
/** Rows with more open places than this are widened at all of them at once, not in every combination. */
const MAX_COMBINED = 4
/** Words that must be equal for a value-like word to join a value at once. */
const ABSORBING_WORDS = 3
/** Words of rows that may be alike: of shorter ones too little is left. */
const LIKE_WORDS = 4
/** Contexts that are looked at again when a word becomes a known value. */
const MAX_PLACES_OF_WORD = 1000

interface LikeRows {
  /** Not yet enough. */
  readonly waiting: Row[]
  /** What all of them have in common. */
  wide: Row | undefined
}

export function templates({
  evidence = EVIDENCE,
  maxRows = MAX_ROWS,
  maxContexts = MAX_CONTEXTS,
}: MinerOptions = {}): Miner {
  const shapes = new Map<string, Row>()
  const rows = new Map<number, Row>()
  const rowList: Row[] = []
  const skeletons = new Map<number, Row>()
  /** By tokens alone: the first row of whatever component. */
  const twins = new Map<number, Row>()
  /** By tokens with `component: ` before them. */
  const spoken = new Map<number, Row>()
  /** Index of the only row seen, its complement where a masked value was seen only. */
  const contexts = new Map<number, number | Context>()
  /** Open contexts, and the words seen there until they are enough to be known values. */
  const opened = new Map<number, Set<string> | undefined>()
  const values = new Set<string>()
  /** Contexts by the single words seen there. */
  const placesOf = new Map<string, number[]>()
  const newValues: string[] = []
  const rowsOf = new Map<string, Row[]>()
  /** Rows by what they are without known values. */
  const likeRows = new Map<number, LikeRows>()
  const changed = new Set<Group>()
  let evictedContexts = 0
  let refusedShapes = 0

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
    const row = makeRow(component, tokens, rows.size, likelyPlaces(tokens, evidence))
    rows.set(key, row)
    rowList.push(row)
    touch(row.group)
    uniteTwin(row, hashes)
    uniteSkeleton(row, start)
    showValues(row, start, hashes)
    lookAround(row, start, hashes)
    noteWords(row)
    return row
  }

  /** The same sentence is the same template, whichever part of the program says it, and whether it is named or not. */
  const uniteTwin = (row: Row, hashes: readonly Pair[]): void => {
    const key = keyOf(addHashes([0, 0], hashes, 0, hashes.length, 0))
    const named = spoken.get(key)
    if (named) unite(named, row)
    uniteNamed(row, hashes)
    const twin = twins.get(key)
    if (!twin) {
      twins.set(key, row)
      return
    }
    const origin = [...row.tokens.keys()]
    flow(row, twin, origin)
    flow(twin, row, origin)
  }

  /** A component that a header lacked stands in the message: `disk: full` of none is `full` of `disk`. */
  const uniteNamed = (row: Row, hashes: readonly Pair[]): void => {
    if (row.component === '') return
    const prefix = [...tokenize(`${row.component}:`).texts, BLANK].map(textHash)
    const named = addHashes([0, 0], prefix, 0, prefix.length, 0)
    const key = keyOf(addHashes(named, hashes, 0, hashes.length, prefix.length))
    const twin = twins.get(key)
    if (twin) unite(twin, row)
    if (!spoken.has(key)) spoken.set(key, row)
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
    for (const variable of variablesOf(row.tokens, evidence)) {
      const key = contextKey(start, hashes, variable.cuts)
      if (opened.has(key)) {
        open.push(variable)
        noteWord(key, row, variable)
      } else see(key, { row, variable })
    }
    const singles = open.filter(({ cuts, isName }) => cuts.length === 1 && !isName)
    const cuts = disjoint(singles.flatMap(({ cuts }) => cuts))
    if (cuts.length > MAX_COMBINED) widen(row, cuts)
    else for (const variable of open) widen(row, variable.cuts)
  }

  const see = (key: number, sighting: Sighting): void => {
    const word = singleWord(sighting)
    if (word !== undefined) remember(word, key)
    const seen = contexts.get(key)
    if (seen === undefined) {
      keep(key, sighting.row.index)
      return
    }
    const context = typeof seen === 'number' ? contextOf(key, seen) : seen
    context.sightings.push(sighting)
    if (context.value) absorb(sighting)
    settle(key, context)
  }

  const remember = (word: string, key: number): void => {
    const places = placesOf.get(word)
    if (!places) placesOf.set(word, [key])
    else if (places.length < MAX_PLACES_OF_WORD) places.push(key)
  }

  const keep = (key: number, context: number | Context): void => {
    contexts.set(key, context)
    if (contexts.size <= maxContexts) return
    contexts.delete(contexts.keys().next().value ?? key)
    evictedContexts++
  }

  /** The context behind a number, written out, and the youngest again. */
  const contextOf = (key: number, index: number): Context => {
    const row = rowList[index < 0 ? ~index : index]
    const context: Context = { sightings: [], value: index < 0 ? row : undefined }
    if (index >= 0) {
      const start = textHash(row.component)
      const hashes = row.tokens.map(textHash)
      const variable = variablesOf(row.tokens, evidence).find(({ cuts }) => contextKey(start, hashes, cuts) === key)
      if (variable) context.sightings.push({ row, variable })
    }
    contexts.delete(key)
    keep(key, context)
    return context
  }

  const settle = (key: number, context: Context): void => {
    if (opened.has(key) || !isEnough(context, values, evidence)) return
    contexts.delete(key)
    opened.set(key, new Set())
    for (const { row, variable } of context.sightings) {
      noteWord(key, row, variable)
      widen(row, variable.cuts)
    }
  }

  /** Words of an open place are known values, once there are a few. */
  const noteWord = (key: number, row: Row, variable: Variable): void => {
    const word = singleWord({ row, variable })
    if (word === undefined) return
    const words = opened.get(key)
    words?.add(word)
    const isVocabulary = !words || words.size >= evidence.vocabulary
    if (!isVocabulary) return
    for (const known of words ?? [word]) learnValue(known)
    opened.set(key, undefined)
  }

  const learnValue = (word: string): void => {
    if (values.has(word)) return
    values.add(word)
    newValues.push(word)
  }

  /** Looks again where words stood that turned out to be values. */
  const followValues = (): void => {
    for (let word = newValues.pop(); word !== undefined; word = newValues.pop()) {
      for (const key of placesOf.get(word) ?? []) {
        const seen = contexts.get(key)
        if (typeof seen === 'object') settle(key, seen)
      }
      for (const row of rowsOf.get(word) ?? []) uniteLike(row)
      placesOf.delete(word)
      rowsOf.delete(word)
    }
  }

  const noteWords = (row: Row): void => {
    for (const word of new Set(row.tokens)) {
      if (values.has(word) || !namesSomething(word)) continue
      const known = rowsOf.get(word)
      if (!known) rowsOf.set(word, [row])
      else if (known.length < MAX_PLACES_OF_WORD) known.push(row)
    }
    uniteLike(row)
  }

  /** Rows that differ in known values only are one, if several vary and there are several such rows. */
  const uniteLike = (row: Row): void => {
    const without = row.tokens.map((token, at) => (values.has(token) || row.likely.has(at) ? WILDCARD : token))
    const known = without.filter((token, i) => token !== row.tokens[i]).length
    if (known < 2 || row.words < LIKE_WORDS) return
    const start = textHash(row.component)
    const key = keyOf(addHashes(start, without.map(textHash), 0, without.length, 0))
    const like = likeRows.get(key) ?? { waiting: [], wide: undefined }
    likeRows.set(key, like)
    if (!like.waiting.includes(row)) like.waiting.push(row)
    if (like.wide === undefined && like.waiting.length < evidence.likeRows) return
    for (const one of like.waiting) flowLike(like, one)
    like.waiting.length = 0
  }

  /** Into the text that all such rows have in common. */
  const flowLike = (like: LikeRows, row: Row): void => {
    const origin = [...row.tokens.keys()]
    const before = like.wide
    const tokens = before ? commonTokens(before.tokens, row.tokens) : row.tokens
    if (!before || tokens.some((token, at) => token !== before.tokens[at])) {
      like.wide = makeTextRow(row.component, tokens)
      if (before) flow(before, like.wide, origin)
    }
    if (like.wide) flow(row, like.wide, origin)
  }

  /** Where a value already stands and the rest is equal, a word that looks like a value joins it at once. */
  const showValues = (row: Row, start: Pair, hashes: readonly Pair[]): void => {
    for (let at = 0; at < row.tokens.length; at++) {
      if (row.tokens[at] !== WILDCARD) continue
      const key = contextKey(start, hashes, [{ from: at, to: at + 1 }])
      if (opened.has(key)) continue
      const seen = contexts.get(key)
      if (seen === undefined) keep(key, ~row.index)
      else showValue(key, typeof seen === 'number' ? contextOf(key, seen) : seen, row)
    }
  }

  const showValue = (key: number, context: Context, row: Row): void => {
    if (context.value) return
    context.value = row
    for (const sighting of context.sightings) absorb(sighting)
    settle(key, context)
  }

  const absorb = ({ row, variable: { cuts, needed } }: Sighting): void => {
    const isLikely = cuts.length === 1 && needed <= evidence.likelyValue
    if (isLikely && row.words > ABSORBING_WORDS) widen(row, cuts)
  }

  const add = (shape: Shape): Template => {
    const known = shapes.get(shape.id)
    if (known) return templateOf(known.group)
    const isFull = rows.size >= maxRows
    if (isFull) refusedShapes++
    const { tokens, slots } = isFull
      ? { tokens: [WILDCARD], slots: new Map<number, string>() }
      : blankSlots(shape.tokens)
    const row = rowOf(isFull ? '' : shape.component, tokens)
    if (row.shapes.length === 0 && row.group.rows.length === 1) row.group.id = shape.id
    noteSlots(row, slots)
    followValues()
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
    stats: () => ({
      shapes: shapes.size,
      rows: rows.size,
      contexts: contexts.size,
      openContexts: opened.size,
      knownValues: values.size,
      evictedContexts,
      refusedShapes,
    }),
  }
}

function singleWord({ row, variable }: Sighting): string | undefined {
  const { cuts } = variable
  if (cuts.length !== 1 || cuts[0].to !== cuts[0].from + 1) return undefined
  const [text] = textsAt(row.tokens, variable)
  return namesSomething(text) ? text : undefined
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

function commonTokens(a: readonly string[], b: readonly string[]): string[] {
  return a.map((token, at) => (token === b[at] ? token : WILDCARD))
}

/** In order, without those that lie within others. */
function disjoint(cuts: readonly Cut[]): Cut[] {
  const out: Cut[] = []
  for (const cut of [...cuts].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (cut.from >= (out.at(-1)?.to ?? 0)) out.push(cut)
  }
  return out
}
