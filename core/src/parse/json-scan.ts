/**
 * Walks a JSON object in place and tells every string and number with its path and its span, so that spans stay offsets
 * into the line and nothing is built. Lenient: a line cut short still tells what it holds. Linear: depth and the length of
 * paths are capped, what lies beyond is stepped over.
 *
 * A list of strings or numbers is told once, as `path[]`: the first string, or all numbers. Objects in a list are walked
 * as if they stood there alone, and those that only pair a name with a value (`{"key":"user.id","value":{"stringValue":
 * "u7"}}`) count as a field of that name.
 */
/** `start` and `end` enclose the value; for strings without the quotes. */
export type Visit = (path: string, start: number, end: number) => void

const MAX_DEPTH = 8
const MAX_PATH = 200
const QUOTE = 34
const BACKSLASH = 92
const COMMA = 44
const COLON = 58
const OPEN = 123
const CLOSE = 125
const OPEN_LIST = 91
const CLOSE_LIST = 93

/** Keys that say no more than the type of the value (OpenTelemetry). */
const TYPES = new Set(['stringValue', 'intValue', 'doubleValue'])
const NAMES = new Set(['key', 'Key', 'name', 'Name', '@Name'])
const VALUES = new Set(['value', 'Value', '#text', 'Data'])

/** Offset behind the object, or -1 when the text at `at` is not the beginning of one. */
export function scanJson(line: string, at: number, visit: Visit): number {
  return scanObject(line, at, '', 0, false, visit)
}

function scanObject(line: string, at: number, prefix: string, depth: number, isInList: boolean, visit: Visit): number {
  let i = skipBlanks(line, at + 1)
  let named = ''
  if (line.charCodeAt(i) === CLOSE) return i + 1
  while (i < line.length) {
    if (line.charCodeAt(i) !== QUOTE) return -1
    const keyEnd = closingQuote(line, i + 1)
    const key = line.slice(i + 1, keyEnd)
    i = skipBlanks(line, keyEnd + 1)
    if (i >= line.length) return i
    if (line.charCodeAt(i) !== COLON) return -1
    i = skipBlanks(line, i + 1)
    if (isInList && NAMES.has(key)) named = nameAt(line, i)
    i = scanValue(line, i, pathOf(prefix, named !== '' && VALUES.has(key) ? named : key), depth, visit)
    if (i < 0) return -1
    i = skipBlanks(line, i)
    const c = line.charCodeAt(i)
    if (c === CLOSE) return i + 1
    if (c !== COMMA) return i >= line.length ? i : -1
    i = skipBlanks(line, i + 1)
  }
  return i
}

function nameAt(line: string, at: number): string {
  return line.charCodeAt(at) === QUOTE ? line.slice(at + 1, closingQuote(line, at + 1)) : ''
}

export function pathOf(prefix: string, key: string): string {
  if (TYPES.has(key)) return prefix
  return prefix === '' ? key : `${prefix}.${key}`
}

function scanValue(line: string, at: number, path: string, depth: number, visit: Visit): number {
  const c = line.charCodeAt(at)
  if (c === OPEN || c === OPEN_LIST) {
    const isWalked = depth < MAX_DEPTH && path.length <= MAX_PATH
    if (!isWalked) return skipNested(line, at)
    return c === OPEN ? scanObject(line, at, path, depth + 1, false, visit) : scanList(line, at, path, depth, visit)
  }
  return scanScalar(line, at, path, visit)
}

function scanScalar(line: string, at: number, path: string, visit: Visit): number {
  if (line.charCodeAt(at) === QUOTE) {
    const end = closingQuote(line, at + 1)
    if (path.length <= MAX_PATH) visit(path, at + 1, end)
    return end + 1
  }
  const end = endOfScalar(line, at)
  if (end === at) return at >= line.length ? at : -1
  if (path.length <= MAX_PATH && !isLiteral(line.charCodeAt(at))) visit(path, at, end)
  return end
}

/** `true`, `false` and `null` say nothing that a column could hold. */
function isLiteral(first: number): boolean {
  return first === 116 || first === 102 || first === 110
}

function scanList(line: string, at: number, path: string, depth: number, visit: Visit): number {
  let i = skipBlanks(line, at + 1)
  const first = line.charCodeAt(i)
  if (first === QUOTE) scanScalar(line, i, `${path}[]`, visit)
  else if (isNumber(first)) visit(`${path}[]`, i, endOfNumbers(line, i))
  if (first !== OPEN) return skipNested(line, at)
  while (line.charCodeAt(i) === OPEN) {
    i = scanObject(line, i, path, depth + 1, true, visit)
    if (i < 0) return -1
    i = skipBlanks(line, i)
    if (line.charCodeAt(i) === COMMA) i = skipBlanks(line, i + 1)
  }
  return line.charCodeAt(i) === CLOSE_LIST || i >= line.length ? Math.min(i + 1, line.length) : skipRest(line, i)
}

function isNumber(c: number): boolean {
  return (c >= 48 && c <= 57) || c === 45
}

function endOfNumbers(line: string, at: number): number {
  let i = at
  while (isNumber(line.charCodeAt(i)) || line.charCodeAt(i) === COMMA || line.charCodeAt(i) === 32) i++
  return i
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

/** What is of no interest, or too deep. */
function skipNested(line: string, at: number): number {
  return skipRest(line, at + 1)
}

/** Offset behind the bracket that closes what stands around `at`. */
function skipRest(line: string, at: number): number {
  let depth = 1
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
