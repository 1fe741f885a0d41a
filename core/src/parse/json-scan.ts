/**
 * Walks a JSON object in place and tells every scalar with its path and its span, so that spans stay offsets into the
 * line and nothing is built. Lenient: a line cut short still tells what it holds. Linear, depth is capped.
 */
/** `start` and `end` enclose the value; for strings without the quotes. */
export type Visit = (path: string, start: number, end: number) => void

const MAX_DEPTH = 8
const QUOTE = 34
const BACKSLASH = 92
const COMMA = 44
const COLON = 58
const OPEN = 123
const CLOSE = 125
const OPEN_LIST = 91
const CLOSE_LIST = 93

/** Offset behind the object, or -1 when the text at `at` is not the beginning of one. */
export function scanJson(line: string, at: number, visit: Visit): number {
  return scanObject(line, at, '', 0, visit)
}

function scanObject(line: string, at: number, prefix: string, depth: number, visit: Visit): number {
  let i = skipBlanks(line, at + 1)
  if (line.charCodeAt(i) === CLOSE) return i + 1
  while (i < line.length) {
    if (line.charCodeAt(i) !== QUOTE) return -1
    const keyEnd = closingQuote(line, i + 1)
    const key = line.slice(i + 1, keyEnd)
    i = skipBlanks(line, keyEnd + 1)
    if (i >= line.length) return i
    if (line.charCodeAt(i) !== COLON) return -1
    i = scanValue(line, skipBlanks(line, i + 1), prefix === '' ? key : `${prefix}.${key}`, depth, visit)
    if (i < 0) return -1
    i = skipBlanks(line, i)
    const c = line.charCodeAt(i)
    if (c === CLOSE) return i + 1
    if (c !== COMMA) return i >= line.length ? i : -1
    i = skipBlanks(line, i + 1)
  }
  return i
}

function scanValue(line: string, at: number, path: string, depth: number, visit: Visit): number {
  const c = line.charCodeAt(at)
  if (c === QUOTE) {
    const end = closingQuote(line, at + 1)
    visit(path, at + 1, end)
    return end + 1
  }
  if (c === OPEN && depth < MAX_DEPTH) return scanObject(line, at, path, depth + 1, visit)
  if (c === OPEN || c === OPEN_LIST) return skipNested(line, at)
  const end = endOfScalar(line, at)
  if (end === at) return at >= line.length ? at : -1
  visit(path, at, end)
  return end
}

/** Offset of the closing quote, or the end of the line when it is missing. */
export function closingQuote(line: string, from: number): number {
  let end = line.indexOf('"', from)
  while (end > 0 && isEscaped(line, end, from)) end = line.indexOf('"', end + 1)
  return end < 0 ? line.length : end
}

function isEscaped(line: string, at: number, from: number): boolean {
  let backslashes = 0
  while (at - 1 - backslashes >= from && line.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes++
  return backslashes % 2 === 1
}

/** Lists, and objects too deep to matter. */
function skipNested(line: string, at: number): number {
  let depth = 0
  for (let i = at; i < line.length; i++) {
    const c = line.charCodeAt(i)
    if (c === QUOTE) i = closingQuote(line, i + 1)
    else if (c === OPEN || c === OPEN_LIST) depth++
    else if ((c === CLOSE || c === CLOSE_LIST) && --depth === 0) return i + 1
  }
  return line.length
}

function endOfScalar(line: string, at: number): number {
  let i = at
  while (i < line.length) {
    const c = line.charCodeAt(i)
    if (c === COMMA || c === CLOSE || c === CLOSE_LIST || c <= 32) break
    i++
  }
  return i
}

function skipBlanks(line: string, at: number): number {
  let i = at
  while (i < line.length && line.charCodeAt(i) <= 32) i++
  return i
}

/** The text a JSON string stands for; damaged escapes are left as they are. */
export function unescapeJson(raw: string): string {
  if (!raw.includes('\\')) return raw
  try {
    return JSON.parse(`"${raw}"`) as string
  } catch {
    return raw
  }
}
