/**
 * Rows that differ in words known or likely to be values only, several of them at once. Enough of such rows are one
 * statement; its text is what they have in common.
 */
import type { Evidence } from './evidence.ts'
import type { Groups } from './groups.ts'
import { KeptTable } from './kept-table.ts'
import { makeTextRow, type Row } from './rows.ts'
import { changedAt, isVariableWord, suspicion } from './suspicion.ts'
import { NO_CUTS, TokenSums } from './token-hash.ts'
import { WILDCARD } from './tokens.ts'

/** Of shorter rows too little is left. */
const FEWEST_WORDS = 4
/** One word that varies is the contexts' business. */
const FEWEST_VALUES = 2

interface LikeRows {
  /** Not yet enough. */
  readonly waiting: Row[]
  /** What changed into what, in rows that tell of a change. */
  readonly changes: Set<string>
  /** What all of them have in common. */
  wide: Row | undefined
}

/** `rows` are all rows by index. */
export function likeRows(
  { flow }: Groups,
  rows: readonly Row[],
  values: ReadonlySet<string>,
  evidence: Evidence,
  noteWide: (row: Row) => void,
): (row: Row) => void {
  const known = new KeptTable<LikeRows>()
  const sums = new TokenSums()

  const flowInto = (like: LikeRows, row: Row): void => {
    const before = like.wide
    const tokens = before ? commonTokens(before.tokens, row.tokens) : row.tokens
    const wide = before && isEqual(tokens, before.tokens) ? before : makeTextRow(row.component, tokens)
    if (before) flow(before, wide, NO_CUTS)
    flow(row, wide, NO_CUTS)
    like.wide = wide
    noteWide(wide)
  }

  /** Instead of the number of its first row. */
  const written = (key: number, first: Row): LikeRows => {
    const like: LikeRows = { waiting: [], changes: new Set(), wide: undefined }
    addTo(like, first, changePlaces(first.tokens))
    known.set(key, like)
    return like
  }

  return (row) => {
    if (row.words < FEWEST_WORDS) return
    const changed = changePlaces(row.tokens)
    const key = keyWithoutValues(row, values, evidence, changed, sums)
    if (key === undefined) return
    const kept = known.get(key)
    if (kept === row.index) return
    if (kept === undefined) {
      known.set(key, row.index)
      return
    }
    const like = typeof kept === 'number' ? written(key, rows[kept]) : kept
    addTo(like, row, changed)
    if (like.wide === undefined && !isEnough(like, evidence)) return
    for (const one of like.waiting.splice(0)) flowInto(like, one)
  }
}

function addTo({ waiting, changes }: LikeRows, row: Row, changed: readonly number[]): void {
  if (!waiting.includes(row)) waiting.push(row)
  if (changed.length > 0) changes.add(changed.map((at) => row.tokens[at]).join())
}

/** Few changes are statements of their own: `OFF -> ON`, `ON -> OFF`. */
function isEnough({ waiting, changes }: LikeRows, { likeRows, pairLeast }: Evidence): boolean {
  return waiting.length >= likeRows && (changes.size === 0 || changes.size >= pairLeast)
}

function keyWithoutValues(
  row: Row,
  values: ReadonlySet<string>,
  evidence: Evidence,
  changed: readonly number[],
  sums: TokenSums,
): number | undefined {
  const { tokens } = row
  const blanked: number[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (!isVariableWord(tokens[at])) continue
    if (values.has(tokens[at]) || changed.includes(at) || isLikely(row, at, evidence)) blanked.push(at)
  }
  if (blanked.length < FEWEST_VALUES) return undefined
  const others = [...tokens]
  for (const at of blanked) others[at] = WILDCARD
  return sums.take(row.component, others).key()
}

/** Whether the word looks like a value, or stands in quotes. */
function isLikely({ tokens, words }: Row, at: number, evidence: Evidence): boolean {
  return isQuoted(tokens, at) || (words > 1 && suspicion(tokens, at, words - 1, evidence) <= evidence.likelyValue)
}

function isQuoted(tokens: readonly string[], at: number): boolean {
  const before = tokens[at - 1]
  return (before === '"' || before === "'") && tokens[at + 1] === before
}

/** Positions of words between which something changed. */
function changePlaces(tokens: readonly string[]): number[] {
  const found: number[] = []
  for (let from = 0; from < tokens.length; from++) {
    const to = changedAt(tokens, from)
    if (to !== undefined && isVariableWord(tokens[from]) && isVariableWord(tokens[to])) found.push(from, to)
  }
  return found
}

function commonTokens(a: readonly string[], b: readonly string[]): string[] {
  return a.map((token, at) => (token === b[at] ? token : WILDCARD))
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.every((token, at) => token === b[at])
}
