/** A place of a row, or two of them, where other rows may say something else. */
import type { Cut } from './token-hash.ts'
import { isVariableWord } from './suspicion.ts'

export interface Variable {
  readonly cuts: readonly Cut[]
  /** Rows that must differ here, the rest equal, to take it for a variable. */
  readonly needed: number
  /** What each place would ask for alone. */
  readonly apart: readonly number[]
  /** Several words where others may write one. */
  readonly isName?: boolean
  /** Written without a blank where others write one word. */
  readonly isCompound?: boolean
  /** A text that says something by itself. */
  readonly isSentence?: boolean
}

export function asking(needed: number): { needed: number; apart: number[] } {
  return { needed, apart: [needed] }
}

export function isName({ isName }: Variable): boolean {
  return isName === true
}

export function wordsIn(tokens: readonly string[], { from, to }: Cut): number {
  let words = 0
  for (let i = from; i < to; i++) if (isVariableWord(tokens[i])) words++
  return words
}

/** What stands at the places, to tell rows apart. */
export function textsAt(tokens: readonly string[], { cuts }: Variable): string[] {
  return cuts.map(({ from, to }) => (to === from + 1 ? tokens[from] : tokens.slice(from, to).join('')))
}
