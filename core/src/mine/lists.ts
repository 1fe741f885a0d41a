/** Lists by the way they are written: whoever writes one writes another length in the next line. */
import { isNamePart } from './names.ts'
import type { Cut } from './token-hash.ts'
import { BLANK } from './tokens.ts'

/** Behind the list that begins at `from`: `anna,ben` without blanks, or all between square brackets; `from` where none is. */
export function listEnd(tokens: readonly string[], from: number): number {
  return tokens[from - 1] === '[' ? bracketedEnd(tokens, from) : gluedEnd(tokens, from)
}

/** `[anna, ben]`, `['anna']` */
function bracketedEnd(tokens: readonly string[], from: number): number {
  const to = tokens.indexOf(']', from)
  const cut = { from, to }
  const isWritten = to > from + 1 && (isQuotedList(tokens, cut) || isList(tokens, cut))
  return isWritten ? to : from
}

function gluedEnd(tokens: readonly string[], from: number): number {
  if (!isNamePart(tokens[from])) return from
  let to = from + 1
  while (tokens[to] === ',' && isNamePart(tokens[to + 1])) to += 2
  return to > from + 1 ? to : from
}

/** `'a', 'b'` */
export function isQuotedList(tokens: readonly string[], { from, to }: Cut): boolean {
  let at = from
  for (;;) {
    const quote = tokens[at]
    if ((quote !== "'" && quote !== '"') || at + 2 >= to) return false
    const end = tokens.indexOf(quote, at + 1)
    if (end < 0 || end >= to) return false
    if (end + 1 === to) return true
    if (tokens[end + 1] !== ',') return false
    at = end + (tokens[end + 2] === BLANK ? 3 : 2)
  }
}

/** `a, b, c` and also one item of it: nothing but items and commas. */
export function isList(tokens: readonly string[], { from, to }: Cut): boolean {
  for (let i = from + 1; i < to; i++) {
    const isSeparator = tokens[i] === ',' || (tokens[i] === BLANK && tokens[i - 1] === ',')
    const isItem = tokens[i - 1] === ',' || (tokens[i - 1] === BLANK && tokens[i - 2] === ',')
    if (!isSeparator && !isItem) return false
  }
  return to > from
}
