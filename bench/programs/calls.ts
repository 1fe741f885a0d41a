/** Calls in sources of any language with brackets and commas, found without knowing the language. */
export interface Call {
  readonly name: string
  /** As written, without comments. */
  readonly args: readonly string[]
  /** Number of the line, from 1. */
  readonly line: number
}

export type Comments = '//' | '#'

/** `names`: what is called, a pattern with the global flag. */
export function callsIn(source: string, names: RegExp, comments: Comments): Call[] {
  const calls: Call[] = []
  let line = 1
  let counted = 0
  for (const match of source.matchAll(names)) {
    const open = match.index + match[0].length
    const args = argumentsAt(source, open, comments)
    for (; counted < match.index; counted++) if (source[counted] === '\n') line++
    if (args) calls.push({ name: match[0].replace(/\s*\($/, ''), args, line })
  }
  return calls
}

/** What no call of a log is longer than. */
const MAX_CALL = 4000

/** From behind the opening bracket to its partner, cut at commas outside of brackets and strings. */
export function argumentsAt(source: string, open: number, comments: Comments): string[] | undefined {
  const args: string[] = []
  let depth = 0
  let text = ''
  for (let at = open; at < Math.min(source.length, open + MAX_CALL);) {
    const c = source[at]
    const end = quotedEnd(source, at)
    if (end > at) {
      text += source.slice(at, end)
      at = end
      continue
    }
    const behind = commentEnd(source, at, comments)
    if (behind > at) {
      at = behind
      continue
    }
    at++
    if (c === ')' && depth === 0) return text.trim() === '' ? args : [...args, text.trim()]
    if (c === ',' && depth === 0) {
      args.push(text.trim())
      text = ''
      continue
    }
    if ('([{'.includes(c)) depth++
    if (')]}'.includes(c)) depth--
    text += c
  }
  return undefined
}

function commentEnd(source: string, at: number, comments: Comments): number {
  const isLine = source.startsWith(comments, at)
  if (isLine) return endOr(source.indexOf('\n', at), source)
  if (comments === '#' || !source.startsWith('/*', at)) return at
  return endOr(source.indexOf('*/', at), source) + 2
}

function endOr(found: number, source: string): number {
  return found < 0 ? source.length : found
}

/** Behind the string or character that begins at `at`; `at` itself where none does. */
export function quotedEnd(source: string, at: number): number {
  const quote = source[at]
  if (quote !== '"' && quote !== "'" && quote !== '`') return at
  if (quote !== '`' && source.startsWith(quote.repeat(3), at)) {
    const end = source.indexOf(quote.repeat(3), at + 3)
    return end < 0 ? source.length : end + 3
  }
  for (let i = at + 1; i < source.length; i++) {
    if (source[i] === '\\') i++
    else if (source[i] === quote) return i + 1
    else if (source[i] === '\n' && quote !== '`') return at
  }
  return at
}
