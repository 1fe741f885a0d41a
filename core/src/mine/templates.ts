/**
 * Groups shapes into templates: a place becomes a variable once enough different texts stood there with the rest
 * equal. Work is done for new shapes only.
 *
 * Layout: a row is a distinct token sequence with its `key=` values blanked. For every place that may be a variable there
 * is a context, the sequence without that place; it keeps the rows seen there, of those that may share it (`hands.ts`). A
 * context with evidence enough is opened: its rows flow into a wider row, which is a row like any other. Words that stood in
 * an open place are known values, and less is asked of them elsewhere. Rows that are one statement share a group.
 *
 * Rows, known values and opened contexts only ever grow, by rules that look at the set of rows and not at their order; so
 * the groups and texts at the end do not depend on the order of shapes, as long as no bound is reached. Ids do: the first
 * shape of a group names it.
 */
import type { Template } from '../finding.ts'
import { NumberTable } from '../number-table.ts'
import type { TemplateRow } from '../ports/store.ts'
import type { Shape } from '../record.ts'
import { addTo, contextTable, knowableAt, makeContext, nameAt, type Context, type Sighting } from './contexts.ts'
import { isEnough } from './enough.ts'
import { EVIDENCE, type Evidence } from './evidence.ts'
import { fits } from './fits.ts'
import { rowGroups } from './groups.ts'
import { aloneIn, deal, handsOf, handTable, NO_HAND, valuesBeside, variablesBeside, type Dealt } from './hands.ts'
import { kinOf } from './kin.ts'
import { KeptTable } from './kept-table.ts'
import { likeRows } from './like-rows.ts'
import { Row, templateOf } from './rows.ts'
import { shape } from './shape.ts'
import { blankSlots } from './slots.ts'
import { TokenSums, type Cut } from './token-hash.ts'
import { WILDCARD } from './tokens.ts'
import { vocabulary } from './vocabulary.ts'
import type { Variable } from './variable.ts'
import { blank, disjoint, pairsFrom, singlesOf } from './variables.ts'

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
const MAX_CONTEXTS = 4_000_000
/** Rows with more open places than this are widened at all of them at once, not in every combination. */
const MAX_COMBINED = 4
/** Id of the template of all shapes that came when the table was full. */
const REFUSED = shape('', [WILDCARD]).id
/** Words beside a word that looks like a value, for it to join a masked value at once. */
const ABSORBING_WORDS = 3
/** Of an open context: whatever stands there is known for a value. */
const KNOWN = 0

export function templates({
  evidence = EVIDENCE,
  maxRows = MAX_ROWS,
  maxContexts = MAX_CONTEXTS,
}: MinerOptions = {}): Miner {
  const shapes = new Map<string, Row>()
  const rowList: Row[] = []
  /** Index of each row by the hash of its tokens. */
  const rows = new NumberTable()
  const contexts = contextTable(maxContexts)
  /** Open contexts, and the words seen there until they are enough to be known values. */
  const opened = new KeptTable<Set<string>>()
  const words = vocabulary()
  const hands = handTable(evidence)
  const sums = new TokenSums()
  const askedSums = new TokenSums()
  const groups = rowGroups()
  const uniteKin = kinOf(groups, rowList)
  const fit = fits(groups, rowList)
  const uniteLike = likeRows(groups, rowList, words.values, evidence, fit.noteWide)
  let refusedShapes = 0

  const widen = (row: Row, cuts: readonly Cut[]): void => {
    const wide = rowOf(row.component, blank(row.tokens, cuts), row.group.id)
    groups.flow(row, wide, cuts)
    fit.noteWide(wide)
  }

  const rowOf = (component: string, tokens: readonly string[], id: string): Row => {
    sums.take(component, tokens)
    const key = sums.key()
    const known = rows.get(key)
    if (known !== undefined) return rowList[known]
    const row = new Row(component, tokens, rowList.length, id)
    rows.set(key, row.index)
    rowList.push(row)
    groups.touch(row.group)
    uniteKin(row, sums)
    lookAround(row, sums)
    words.noteRow(row)
    fit.noteRow(row)
    uniteLike(row)
    return row
  }

  /** Enters rows into contexts that others may share, and widens them where these are open. */
  const lookAround = (row: Row, sums: TokenSums): void => {
    const dealt = deal(singlesOf(row.tokens, evidence))
    // All keys come first: to widen is to recur.
    const mine = [besideOf(NO_HAND, row, dealt, sums)]
    const others: Beside[] = []
    for (const hand of handsOf(dealt, sums)) {
      for (const index of hands.hold(row.index, hand)) {
        if (index === row.index) mine.push(besideOf(hand.number, row, dealt, sums))
        else others.push(besideOf(hand.number, rowList[index], dealtOf(rowList[index]), askedSums))
      }
    }
    for (const one of mine) showValues(one)
    for (const one of others) showValues(one)
    for (const { places } of others) for (const place of places) if (!see(place)) widen(place.row, place.variable.cuts)
    const open: Variable[] = []
    for (const { places } of mine) for (const place of places) if (!see(place)) open.push(place.variable)
    if (open.length === 0) return
    const singles = open.filter(({ cuts, isName }) => cuts.length === 1 && !isName)
    const cuts = disjoint(singles.flatMap(({ cuts }) => cuts))
    if (cuts.length > MAX_COMBINED) widen(row, cuts)
    else for (const variable of open) widen(row, variable.cuts)
  }

  const besideOf = (hand: number, row: Row, dealt: Dealt, sums: TokenSums): Beside => ({
    row,
    values: valuesBeside(hand, dealt).map((cut) => ({ key: sums.key([cut]), cuts: [cut] })),
    places: placesOf(row, variablesBeside(hand, dealt, evidence), sums),
  })

  /** The row that was asked for last is kept as it was dealt: several of its contexts are met with one new row. */
  let asked: { row: Row; dealt: Dealt } | undefined
  const dealtOf = (row: Row): Dealt => {
    if (asked?.row !== row) {
      asked = { row, dealt: deal(singlesOf(row.tokens, evidence)) }
      askedSums.take(row.component, row.tokens)
    }
    return asked.dealt
  }

  /** False where the context is open: the row is to be widened there. */
  const see = (place: Place): boolean => {
    const { key, row, variable } = place
    if (isOpen(key)) {
      noteWord(key, place)
      return false
    }
    const word = knowableAt(place)
    if (word !== undefined) words.noteContext(word, key)
    const kept = contexts.get(key)
    if (kept === undefined) contexts.set(key, row.index)
    else {
      const context = contextOf(key, kept, variable.cuts)
      addTo(context, { row, variable })
      if (context.hasValue) absorb(place)
      settle(key, context)
    }
    return true
  }

  /** Written out, where it was a number. `cuts` is the place in any row. */
  const contextOf = (key: number, kept: number | Context, cuts: readonly Cut[]): Context => {
    if (typeof kept !== 'number') return kept
    const context = makeContext(kept < 0 ? [] : sightingsOf(rowList[kept], key, cuts), kept < 0)
    contexts.set(key, context)
    return context
  }

  /** A place begins where it begins in all rows that share it: no other keys have to be made. */
  const sightingsOf = (row: Row, key: number, { length, 0: { from } }: readonly Cut[]): Sighting[] => {
    const dealt = dealtOf(row)
    const variables = length === 1 ? aloneIn(dealt, evidence) : pairsFrom(from, dealt, evidence)
    return variables
      .filter(({ cuts }) => cuts[0].from === from && askedSums.key(cuts) === key)
      .map((variable) => ({ row, variable }))
  }

  const isOpen = (key: number): boolean => opened.get(key) !== undefined

  const settle = (key: number, context: Context): void => {
    if (isOpen(key) || !isEnough(context, words.values, evidence)) return
    contexts.delete(key)
    opened.set(key, new Set())
    for (const sighting of context.sightings) {
      noteWord(key, sighting)
      widen(sighting.row, sighting.variable.cuts)
    }
  }

  /** Words of an open place are known values, once there are a few. */
  const noteWord = (key: number, sighting: Sighting): void => {
    const word = nameAt(sighting)
    if (word === undefined) return
    const seen = opened.get(key)
    if (typeof seen !== 'object') return words.learn(word)
    if (seen.add(word).size < evidence.vocabulary) return
    for (const known of seen) words.learn(known)
    opened.set(key, KNOWN)
  }

  const showValues = ({ row, values }: Beside): void => {
    for (const value of values) showValue(value, row)
  }

  /** A masked value of the row stands there. */
  const showValue = ({ key, cuts }: Value, row: Row): void => {
    if (isOpen(key)) return
    const kept = contexts.get(key)
    if (kept === undefined) {
      contexts.set(key, ~row.index)
      return
    }
    const context = contextOf(key, kept, cuts)
    if (context.hasValue) return
    context.hasValue = true
    context.sightings.forEach(absorb)
    settle(key, context)
  }

  /** Where a value already stands and the rest is equal, a word that looks like a value joins it at once. */
  const absorb = ({ row, variable: { cuts, needed } }: Sighting): void => {
    const isLikely = cuts.length === 1 && needed <= evidence.likelyValue
    if (isLikely && row.words > ABSORBING_WORDS) widen(row, cuts)
  }

  const lookAgain = (key: number): void => {
    const kept = contexts.get(key)
    if (typeof kept === 'object') settle(key, kept)
  }

  const add = (shape: Shape): Template => {
    const known = shapes.get(shape.id)
    if (known) return templateOf(known.group)
    if (rowList.length >= maxRows) return refuse()
    const { tokens, slots } = blankSlots(shape.tokens)
    const row = rowOf(shape.component, tokens, shape.id)
    groups.noteSlots(row, slots)
    words.follow(lookAgain, uniteLike)
    // Of nearly all rows it is the only one, and a list that was pushed to has room for many.
    if (row.shapes.length === 0) row.shapes = [shape]
    else row.shapes.push(shape)
    shapes.set(shape.id, row)
    groups.touch(row.group)
    return templateOf(row.group)
  }

  const refuse = (): Template => {
    refusedShapes++
    return templateOf(rowOf('', [WILDCARD], REFUSED).group)
  }

  return {
    add,
    of(shapeId) {
      const row = shapes.get(shapeId)
      return row ? templateOf(row.group) : { id: shapeId, component: '', text: '' }
    },
    changes: () => groups.changes(),
    restore(stored) {
      const named = new Map<string, Row>()
      for (const { shape: id, component, tokens, templateId } of stored) {
        add({ id, component, tokens })
        const row = shapes.get(id)
        const twin = named.get(templateId)
        if (row && twin) groups.unite(twin, row)
        else if (row) named.set(templateId, row)
      }
      for (const [id, { group }] of named) [group.id, group.template] = [id, undefined]
      groups.changes()
    },
    stats: () => ({
      shapes: shapes.size,
      rows: rowList.length,
      contexts: contexts.size,
      openContexts: opened.size,
      knownValues: words.values.size,
      evictedContexts: contexts.evicted,
      refusedShapes,
    }),
  }
}

interface Place extends Sighting {
  /** Of the context. */
  readonly key: number
}

interface Value {
  /** Of the context. */
  readonly key: number
  readonly cuts: readonly Cut[]
}

/** What of a row may vary while a hand stays: its masked values, and its other places. */
interface Beside {
  readonly row: Row
  readonly values: readonly Value[]
  readonly places: readonly Place[]
}

/** `sums` are those of the row. */
function placesOf(row: Row, variables: readonly Variable[], sums: TokenSums): Place[] {
  return variables.map((variable) => ({ key: sums.key(variable.cuts), row, variable }))
}
