/** `key=value` pairs between other words. */
import { closingQuote } from './json-scan.ts'
import { note, type Told } from './told.ts'

const KEY = /(?<![^\s|,'])([A-Za-z_][\w.-]{0,60})=/g
const MAX_PAIRS = 100

/**
 * Notes every pair from `at` on under the role of its name. A value ends with its quote, or before the next blank; where
 * `isOpen`, before the next key.
 */
export function notePairs(told: Told, line: string, at: number, isOpen = false): void {
  KEY.lastIndex = at
  let key = KEY.exec(line)
  for (let pairs = 0; key && pairs < MAX_PAIRS; pairs++) {
    const start = KEY.lastIndex
    const isQuoted = line[start] === '"'
    if (isQuoted) KEY.lastIndex = closingQuote(line, start + 1)
    const next: RegExpExecArray | null = KEY.exec(line)
    const end = isQuoted ? closingQuote(line, start + 1) : isOpen ? endOfOpen(line, next) : endOfWord(line, start)
    note(told, key[1], line, isQuoted ? start + 1 : start, end)
    key = next
  }
}

/** Before the blank before the next key. */
function endOfOpen(line: string, next: RegExpExecArray | null): number {
  return next ? Math.max(0, next.index - 1) : line.length
}

function endOfWord(line: string, at: number): number {
  let i = at
  while (i < line.length && !' \t,\'"|'.includes(line[i])) i++
  return i
}
