/**
 * Words that are known to be values, and where other words stand: when a word turns out to be a value, those places are
 * looked at again. Words are learnt as they come and followed when asked, so that learning does not recur.
 */
import type { Row } from './rows.ts'
import { namesSomething } from './suspicion.ts'

/** Of each kind and word; what is so frequent is no value. */
const MAX_PLACES = 1000

export interface Vocabulary {
  readonly values: ReadonlySet<string>
  /** The word stands in this context. */
  noteContext(word: string, key: number): void
  /** The words of a row. */
  noteRow(row: Row): void
  learn(word: string): void
  /** Tells where the newly learnt words stood, until none is left. */
  follow(context: (key: number) => void, row: (row: Row) => void): void
}

export function vocabulary(): Vocabulary {
  const values = new Set<string>()
  const contextsOf = new Map<string, number[]>()
  const rowsOf = new Map<string, Row[]>()
  const learnt: string[] = []
  return {
    values,
    noteContext(word, key) {
      // Who asks after a context knows what is known by now.
      if (!values.has(word)) note(contextsOf, word, key)
    },
    noteRow(row) {
      for (const word of row.tokens) {
        // Blanks and delimiters, most of them.
        if (word.length === 1) continue
        const known = rowsOf.get(word)
        // The row comes once, however often it has the word.
        if (known) {
          if (known.length < MAX_PLACES && known.at(-1) !== row) known.push(row)
        } else if (!values.has(word) && namesSomething(word)) rowsOf.set(word, [row])
      }
    },
    learn(word) {
      if (values.has(word)) return
      values.add(word)
      learnt.push(word)
    },
    follow(context, row) {
      for (let word = learnt.pop(); word !== undefined; word = learnt.pop()) {
        contextsOf.get(word)?.forEach(context)
        rowsOf.get(word)?.forEach(row)
        contextsOf.delete(word)
        rowsOf.delete(word)
      }
    },
  }
}

function note<T>(places: Map<string, T[]>, word: string, place: T): void {
  const known = places.get(word)
  if (!known) places.set(word, [place])
  else if (known.length < MAX_PLACES) known.push(place)
}
