/**
 * Records that are told by several lines together: JSON printed over lines, journald's export, loggers that write two lines, MySQL's slow queries,
 * Python's tracebacks, Rust's panics, lines that a container runtime cut in parts. Where one begins is told by its first line, where it
 * ends by looking ahead, no further than one line may be long: what comes behind is read line by line.
 *
 * Pure and linear: no line is looked at by two blocks.
 */
const LF = 10
const CR = 13
const SPACE = 32
const TAB = 9
const HASH = 35
const UNDERSCORE = 95
const OPEN = 123
const CLOSE = 125
const OPEN_LIST = 91
const CLOSE_LIST = 93
const T = 84
const SEMICOLON = 59
const COMMA = 44

/** Offset behind the last line of the block that begins with the line [start, end), its line end not included; or -1. */
export function blockEnd(bytes: Uint8Array, start: number, end: number, most: number): number {
  const first = bytes[start]
  const limit = Math.min(bytes.length, start + most)
  if (first === OPEN) return end - start === 1 ? jsonEnd(bytes, end, limit) : -1
  if (first === UNDERSCORE) return beginsWith(bytes, start, '__CURSOR=') ? journalEnd(bytes, end, limit) : -1
  if (first === HASH) return slowQueryEnd(bytes, start, end, limit)
  if (beginsWith(bytes, start, 'Traceback (most')) return tracebackEnd(bytes, end, limit)
  if (isPanic(bytes, start, end)) return secondLineEnd(bytes, end, limit)
  if (isAboveItsMessage(bytes, start, end)) return secondLineEnd(bytes, end, limit)
  return isPart(bytes, start, end) ? partsEnd(bytes, start, end, limit) : -1
}

function beginsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

/** Behind the line end at `end`. */
export function nextLine(bytes: Uint8Array, end: number): number {
  return (bytes[end] === CR ? end + 1 : end) + 1
}

/** Of the line that begins at `start`, without CR. */
export function lineEnd(bytes: Uint8Array, start: number): number {
  const next = bytes.indexOf(LF, start)
  const end = next < 0 ? bytes.length : next
  return end > start && bytes[end - 1] === CR ? end - 1 : end
}

/** Indented lines up to the brace that is not. */
function jsonEnd(bytes: Uint8Array, firstEnd: number, limit: number): number {
  for (let start = nextLine(bytes, firstEnd); start < limit;) {
    const end = lineEnd(bytes, start)
    const first = bytes[start]
    if (first === CLOSE) return end
    if (first !== SPACE && first !== TAB && first !== CLOSE_LIST && first !== OPEN_LIST) return -1
    start = nextLine(bytes, end)
  }
  return -1
}

/** Up to the empty line. */
function journalEnd(bytes: Uint8Array, firstEnd: number, limit: number): number {
  let last = firstEnd
  for (let start = nextLine(bytes, last); start < limit; start = nextLine(bytes, last)) {
    const end = lineEnd(bytes, start)
    if (end === start) break
    last = end
  }
  return last
}

/** Comments, the first of which tell time or account, then statements: up to the end of one, or the next of these. */
function slowQueryEnd(bytes: Uint8Array, first: number, firstEnd: number, limit: number): number {
  let last = firstEnd
  let isSeen = beginsWith(bytes, first, '# User@Host: ')
  if (!isSeen && !beginsWith(bytes, first, '# Time: ')) return -1
  for (let start = nextLine(bytes, last); start < limit; start = nextLine(bytes, last)) {
    const isAccount = beginsWith(bytes, start, '# User@Host: ')
    if (isAccount === isSeen || (isSeen && beginsWith(bytes, start, '# Time: '))) break
    isSeen = true
    last = lineEnd(bytes, start)
    if (bytes[last - 1] === SEMICOLON && !isAboutSession(bytes, start)) break
  }
  return isSeen ? last : -1
}

function isAboutSession(bytes: Uint8Array, start: number): boolean {
  return beginsWith(bytes, start, 'SET timestamp=') || beginsWith(bytes, start, 'use ')
}

/** Indented lines and the exception behind them; where one led to another, both. */
function tracebackEnd(bytes: Uint8Array, firstEnd: number, limit: number): number {
  let start = nextLine(bytes, firstEnd)
  while (start < limit && (bytes[start] === SPACE || bytes[start] === TAB))
    start = nextLine(bytes, lineEnd(bytes, start))
  const end = lineEnd(bytes, start)
  return start < limit && end > start ? end : -1
}

const COLON = 58
/** With the line end before it. */
const LONGEST_LEVEL = 12

/** `thread 'main' panicked at src/main.rs:4:10:`, of Rust; why, says the next line. */
function isPanic(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[end - 1] !== COLON || !beginsWith(bytes, start, "thread '")) return false
  for (let i = start; i < end; i++) if (bytes[i] === SPACE && beginsWith(bytes, i, ' panicked at ')) return true
  return false
}

const LONGEST_HEADER = 300
const JAVA =
  /^[A-Z][a-z]{2} \d{1,2}, \d{4},? [\d:]{7,8}(?: |\u00e2\u0080\u00af)[AP]M [\w.$]+(?: [\w$<>]+){1,2}\r?\n[A-Z]{4,7}: /
const DOTNET = /^(?:trce|dbug|info|warn|fail|crit): \S{1,200}\[-?\d{1,10}\]\r?\n {6}/

/** Who speaks, above what is said: `java.util.logging`, and the console of .NET. */
function isAboveItsMessage(bytes: Uint8Array, start: number, end: number): boolean {
  const mayBeDotnet = bytes[start + 4] === COLON && bytes[start + 5] === SPACE && bytes[end - 1] === CLOSE_LIST
  const mayBeJava = bytes[start + 3] === SPACE && (bytes[start + 5] === COMMA || bytes[start + 6] === COMMA)
  if ((!mayBeDotnet && !mayBeJava) || end - start > LONGEST_HEADER) return false
  const beginning = String.fromCharCode(...bytes.subarray(start, end + LONGEST_LEVEL))
  return mayBeDotnet ? DOTNET.test(beginning) : JAVA.test(beginning)
}

function secondLineEnd(bytes: Uint8Array, firstEnd: number, limit: number): number {
  const start = nextLine(bytes, firstEnd)
  return start < limit ? lineEnd(bytes, start) : -1
}

const LONGEST_TIME = 36

/** `TIME stdout P text`: offset of the `P` or `F` behind the time and the stream, or -1. */
function tagOf(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start + 4] !== 45 || bytes[start + 10] !== T) return -1
  let i = start + 20
  while (i < end && i < start + LONGEST_TIME && bytes[i] !== SPACE) i++
  return beginsWith(bytes, i, ' stdout ') || beginsWith(bytes, i, ' stderr ') ? i + 8 : -1
}

function isPart(bytes: Uint8Array, start: number, end: number): boolean {
  const tag = tagOf(bytes, start, end)
  return tag > 0 && bytes[tag] === 80 && bytes[tag + 1] === SPACE
}

/** Of the same stream, up to one that is whole. */
function partsEnd(bytes: Uint8Array, first: number, firstEnd: number, limit: number): number {
  const stream = bytes[tagOf(bytes, first, firstEnd) - 2]
  let last = firstEnd
  for (let start = nextLine(bytes, last); start < limit; start = nextLine(bytes, last)) {
    const end = lineEnd(bytes, start)
    const tag = tagOf(bytes, start, end)
    if (tag < 0 || bytes[tag - 2] !== stream) break
    last = end
    if (bytes[tag] !== 80) break
  }
  return last
}

/** Lines of a block, the last one without its end. */
export function countLines(bytes: Uint8Array, start: number, end: number): number {
  let lines = 1
  for (let i = bytes.indexOf(LF, start); i >= 0 && i < end; i = bytes.indexOf(LF, i + 1)) lines++
  return lines
}

/** What Windows puts before a file of UTF-8. */
export function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}
