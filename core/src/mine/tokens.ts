/**
 * Cuts a message into words, delimiters and blanks, with values masked. Pure, one pass, linear, and without state but the
 * offset: whoever cut the text up to an offset in another way can go on here.
 *
 * The text may hold UTF-8 a byte per char (offsets are then byte offsets) or be decoded: what is beyond ASCII is a letter.
 */
import { isDigit } from '../ascii.ts'
import { isWordChar, maskAt } from './mask.ts'

export const WILDCARD = '<*>'
export const BLANK = ' '

/** A blank is one token however wide; each delimiter is a token. */
export const DELIMITERS = ',;=()[]{}|"\'<>:'
const isDelimiter = new Uint8Array(128)
for (const delimiter of DELIMITERS) isDelimiter[delimiter.charCodeAt(0)] = 1

/** What is longer is no word of a sentence; it also keeps the masks linear. */
export const MAX_WORD = 200
/** Longer messages are cut: what comes behind tells no statement apart. */
export const MAX_TOKENS = 256
export const MAX_LENGTH = 4096

/** A value, also one that shows its form: `core.<*>`, `<*>##<*>`, `<*> <*> <*>`. Quotes around a value are no form of it. */
export function isValue(token: string): boolean {
  return token === WILDCARD || (token.includes(WILDCARD) && !/^["']/.test(token))
}

/** A value, or a word or number that could be one; no blank, no punctuation. */
export function isValueLike(token: string): boolean {
  return token === WILDCARD || /[\dA-Za-z\u0080-\uffff]/.test(token)
}

/** Tokens in order, and where in the message each stands. */
export interface Tokens {
  readonly texts: string[]
  readonly starts: number[]
  readonly ends: number[]
}

export function emptyTokens(): Tokens {
  return { texts: [], starts: [], ends: [] }
}

export function tokenize(message: string): Tokens {
  const text = message.length > MAX_LENGTH ? message.slice(0, MAX_LENGTH) : message
  const tokens = emptyTokens()
  let at = skipBlanks(text, 0)
  while (at < text.length && tokens.texts.length < MAX_TOKENS) at = nextToken(text, at, tokens)
  if (tokens.texts.at(-1) === BLANK) tokens.texts.pop()
  return tokens
}

function push({ texts, starts, ends }: Tokens, text: string, start: number, end: number): void {
  texts.push(text)
  starts.push(start)
  ends.push(end)
}

/** Adds what stands at `at`, mostly one token; gives the offset behind it. `text` is no longer than MAX_LENGTH. */
export function nextToken(text: string, at: number, tokens: Tokens): number {
  const c = text.charCodeAt(at)
  if (c <= 32) {
    const end = skipBlanks(text, at)
    push(tokens, BLANK, at, end)
    return end
  }
  const end = mayBegin(text, at) ? maskAt(text, at) : -1
  if (end > at && endsWord(text, end)) {
    push(tokens, WILDCARD, at, end)
    return end
  }
  if (c < 128 && isDelimiter[c] === 1) {
    push(tokens, text[at], at, at + 1)
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
function word(text: string, at: number, tokens: Tokens): number {
  const whole = wordEnd(text, at)
  if (whole - at > MAX_WORD) {
    push(tokens, WILDCARD, at, whole)
    return whole
  }
  const parts: string[] = []
  let start = at
  let i = at
  while (i < text.length) {
    const c = text.charCodeAt(i)
    if (c <= 32 || (c < 128 && isDelimiter[c] === 1)) break
    if (c === DOT && i > at && isLeader(text, i)) break
    const end = mayBegin(text, i) ? maskAt(text, i) : -1
    if (end > i) {
      if (i > start) parts.push(text.slice(start, i))
      parts.push(WILDCARD)
      start = i = end
      continue
    }
    i++
  }
  if (i > start) parts.push(text.slice(start, i))
  pushWord(parts, text, at, i, tokens)
  return i < whole && text.charCodeAt(i) === DOT ? pushLeader(text, i, tokens) : i
}

const DOT = 46
const LEADER_DOTS = 3

/** Dots that lead from a name to its value, as in `port enable.......1`. */
function isLeader(text: string, at: number): boolean {
  const end = leaderEnd(text, at)
  return end - at >= LEADER_DOTS && isDigit(text.charCodeAt(end))
}

function leaderEnd(text: string, at: number): number {
  let end = at
  while (text.charCodeAt(end) === DOT) end++
  return end
}

function pushLeader(text: string, at: number, tokens: Tokens): number {
  const end = leaderEnd(text, at)
  push(tokens, text.slice(at, end), at, end)
  return end
}

/** What has grown together with a value is part of it, but for the end of the sentence. */
function pushWord(parts: readonly string[], text: string, start: number, end: number, tokens: Tokens): void {
  if (parts.length === 1 && parts[0] !== WILDCARD) return pushPlain(parts[0], start, tokens)
  const numbered = parts.length > 1 && NUMBERED.test(parts[0]) ? parts[0].length : 0
  if (numbered > 0) push(tokens, parts[0], start, start + numbered)
  const closing = CLOSING.exec(parts[parts.length - 1])?.[0] ?? ''
  const from = start + numbered
  const to = end - closing.length
  push(tokens, formOf(text, from, to), from, to)
  if (closing !== '') push(tokens, closing, to, end)
  return undefined
}

const LONGEST_FORM = 64
/** `core.7`, `Rack-12`: a name and its number. */
const NUMBERED_NAME = /^[A-Za-z]{2,}[.@-]\d+$/
/** `3/2034`, `7##120##4`: numbers and what is between them. */
const NUMBERS_APART = /^\d+(?:[#@+/&~]{1,2}\d+){1,7}$/

/** How a value is written, where that is likely to be the same in all lines of the statement. */
function formOf(text: string, from: number, to: number): string {
  if (to - from > LONGEST_FORM) return WILDCARD
  const written = text.slice(from, to)
  return NUMBERED_NAME.test(written) || NUMBERS_APART.test(written) ? written.replace(/\d+/g, WILDCARD) : WILDCARD
}

const CLOSING = /[.!?]+$/

function pushPlain(word: string, start: number, tokens: Tokens): void {
  let end = word.length
  while (end > 0 && isClosing(word, end - 1, end)) end--
  const core = end === word.length ? word : word.slice(0, end)
  if (core !== '') push(tokens, masked(core), start, start + end)
  if (end < word.length) push(tokens, word.slice(end), start + end, start + word.length)
}

function masked(core: string): string {
  const isValue = hasDigit(core) ? ID.test(core) : core.length >= 12 && LONG_HEX.test(core)
  return isValue ? WILDCARD : core
}

function hasDigit(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (isDigit(word.charCodeAt(i))) return true
  return false
}

/** `CPU#3`: the word stays. */
const NUMBERED = /^(?:[A-Za-z]+#|[@*#~]+)$/

/** Counted, numbered or coded names; one stray digit (`ssh2`) makes no id. */
const ID = /\d{3}|^\d|[_.#-]\d|\d.*\d.*\d/
const LONG_HEX = /^[0-9a-fA-F]{12,}$/

function skipBlanks(text: string, at: number): number {
  let i = at
  while (i < text.length && text.charCodeAt(i) <= 32) i++
  return i
}
