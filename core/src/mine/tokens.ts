/**
 * Cuts a message into words, delimiters and blanks, with values masked. Pure, one pass, linear.
 */
import { isDigit, isWordChar, maskAt } from './mask.ts'

export const WILDCARD = '<*>'
export const BLANK = ' '

/** A blank is one token however wide; each delimiter is a token. */
const DELIMITERS = ',;=()[]{}|"\'<>:'
const isDelimiter = new Uint8Array(128)
for (const delimiter of DELIMITERS) isDelimiter[delimiter.charCodeAt(0)] = 1

/** Longer messages are cut: what comes behind tells no statement apart. */
/** What is longer is no word of a sentence; it also keeps the masks linear. */
const MAX_WORD = 200
const MAX_TOKENS = 256
const MAX_LENGTH = 4096

export function tokenize(message: string): string[] {
  const text = message.length > MAX_LENGTH ? message.slice(0, MAX_LENGTH) : message
  const tokens: string[] = []
  let at = skipBlanks(text, 0)
  while (at < text.length && tokens.length < MAX_TOKENS) at = next(text, at, tokens)
  while (tokens.at(-1) === BLANK) tokens.pop()
  return tokens
}

function next(text: string, at: number, tokens: string[]): number {
  const c = text.charCodeAt(at)
  if (c <= 32) {
    tokens.push(BLANK)
    return skipBlanks(text, at)
  }
  const masked = mayBegin(text, at) ? maskAt(text, at) : -1
  if (masked > at && endsWord(text, masked)) {
    tokens.push(WILDCARD)
    return masked
  }
  if (c < 128 && isDelimiter[c] === 1) {
    tokens.push(text[at])
    return at + 1
  }
  return word(text, at, tokens)
}

function mayBegin(text: string, at: number): boolean {
  if (at === 0) return true
  const before = text.charCodeAt(at - 1)
  return !isWordChar(before)
}

/** Whether a token ends here, closing punctuation aside. */
function endsWord(text: string, at: number): boolean {
  return wordEnd(text, at) === at || isClosing(text, at, wordEnd(text, at))
}

function wordEnd(text: string, at: number): number {
  let i = at
  while (i < text.length) {
    const c = text.charCodeAt(i)
    if (c <= 32 || (c < 128 && isDelimiter[c] === 1)) break
    i++
  }
  return i
}

function isClosing(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i)
    if (c !== 46 && c !== 33 && c !== 63) return false
  }
  return true
}

/** A word up to the next delimiter; masks inside it can reach over delimiters, as addresses with ports do. */
function word(text: string, at: number, tokens: string[]): number {
  const whole = wordEnd(text, at)
  if (whole - at > MAX_WORD) {
    tokens.push(WILDCARD)
    return whole
  }
  const parts: string[] = []
  let start = at
  let i = at
  while (i < text.length) {
    const c = text.charCodeAt(i)
    if (c <= 32 || (c < 128 && isDelimiter[c] === 1)) break
    const masked = mayBegin(text, i) ? maskAt(text, i) : -1
    if (masked > i) {
      if (i > start) parts.push(text.slice(start, i))
      parts.push(WILDCARD)
      start = i = masked
      continue
    }
    i++
  }
  if (i > start) parts.push(text.slice(start, i))
  pushWord(parts, tokens)
  return i
}

/** What has grown together with a value is part of it, but for the end of the sentence. */
function pushWord(parts: readonly string[], tokens: string[]): void {
  if (parts.length === 1 && parts[0] !== WILDCARD) return pushPlain(parts[0], tokens)
  if (NUMBERED.test(parts[0])) tokens.push(parts[0])
  tokens.push(WILDCARD)
  const closing = CLOSING.exec(parts[parts.length - 1])
  if (closing) tokens.push(closing[0])
  return undefined
}

const CLOSING = /[.!?]+$/

function pushPlain(word: string, tokens: string[]): void {
  let end = word.length
  while (end > 0 && isClosing(word, end - 1, end)) end--
  const core = end === word.length ? word : word.slice(0, end)
  if (core !== '') pushCore(core, tokens)
  if (end < word.length) tokens.push(word.slice(end))
}

function pushCore(core: string, tokens: string[]): void {
  if (!hasDigit(core)) tokens.push(core.length >= 12 && LONG_HEX.test(core) ? WILDCARD : core)
  else tokens.push(ID.test(core) ? WILDCARD : core)
}

function hasDigit(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (isDigit(word.charCodeAt(i))) return true
  return false
}

/** `CPU#3`: the word stays. */
const NUMBERED = /^[A-Za-z]+#$/

/** Counted, numbered or coded names; one stray digit (`ssh2`) makes no id. */
const ID = /\d{3}|^\d|[_.#-]\d|\d.*\d.*\d/
const LONG_HEX = /^[0-9a-fA-F]{12,}$/

function skipBlanks(text: string, at: number): number {
  let i = at
  while (i < text.length && text.charCodeAt(i) <= 32) i++
  return i
}
