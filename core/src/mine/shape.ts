/**
 * Message to shape: tokens with values masked, then four habits of log statements: `key=value` slots, quoted values,
 * lists of any length, and account names. A pure function, so every observer finds the same id.
 */
import { isLetter } from '../ascii.ts'
import { isGarbled } from './garbled.ts'
import type { Shape } from '../record.ts'
import { hash64 } from './hash.ts'
import { BLANK, isValue, tokenize, WILDCARD } from './tokens.ts'

export function shapeOf(message: string, component: string): Shape {
  return shape(componentName(component), shapeTokens(message))
}

/** From tokens that are masked already. */
export function shape(component: string, tokens: readonly string[]): Shape {
  return { id: hash64(`${component}\u0001${tokens.join('\u0002')}`), component, tokens }
}

export function shapeTokens(message: string): string[] {
  return foldTokens(tokenize(message).texts)
}

/** The habits, on tokens that `tokenize` cut. What is no text is one value, or every piece of it would be a shape. */
export function foldTokens(tokens: string[]): string[] {
  if (isGarbled(tokens)) return [WILDCARD]
  return maskAccounts(collapseLists(collapseQuoted(foldSlots(maskNothing(maskCodes(tokens))))))
}

/** Without thread numbers and bracketed ids: `worker-3[12]` and `worker-4[7]` are one component. */
export function componentName(component: string): string {
  return component
    .replace(/[[(<].*$/, '')
    .replace(/[\d#_-]*\d+/g, '')
    .replace(/[^\w$)]+$/, '')
}

/** Long enough that no word is spelt with these letters alone by chance. */
const CODE = /^(?:[0-9a-f]{8,}|[0-9A-F]{8,})$/

/** Numbers in hex that are not marked as such. */
function maskCodes(tokens: string[]): string[] {
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i].length >= 8 && CODE.test(tokens[i])) tokens[i] = WILDCARD
  }
  return tokens
}

const NOTHING = /^(?:null|nil|none|undefined|nan)$/i
const BEFORE_VALUE = new Set(['=', '|', ':', ',', '(', '['])

/** A value that is not there is a value; in a sentence (`is null or empty`) it is a word. */
function maskNothing(tokens: string[]): string[] {
  for (let i = 1; i < tokens.length; i++) {
    if (!NOTHING.test(tokens[i])) continue
    const before = tokens[i - 1] === BLANK ? tokens[i - 2] : tokens[i - 1]
    const after = tokens[i + 1]
    if (BEFORE_VALUE.has(before) && (after === undefined || !isWord(tokens[i + 2] ?? '') || after !== BLANK))
      tokens[i] = WILDCARD
  }
  return tokens
}

const CLOSING = new Set([BLANK, ',', ';', ')', ']', '}', '|', '<', '>'])
const PARTNER: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/** The value behind `key=` is one token, quoted or not; one that holds a value is a value. */
function foldSlots(tokens: readonly string[]): string[] {
  const out: string[] = []
  let i = 0
  while (i < tokens.length) {
    out.push(tokens[i++])
    const isSlot = out.at(-1) === '=' && i >= 2 && isWord(tokens[i - 2])
    const end = isSlot ? endOfSlot(tokens, i) : i
    if (end === i) continue
    const value = tokens.slice(i, end)
    out.push(value.some(isValue) ? withoutValues(value) : value.join(''))
    i = end
  }
  return out
}

/** Quotes around a value stay, and so does the form of numbers; a name in it is part of the value. */
function withoutValues(value: readonly string[]): string {
  const quote = value[0]
  if (value.length === 1 && quote.startsWith(WILDCARD)) return quote
  const isQuoted = value.length > 2 && (quote === '"' || quote === "'") && value.at(-1) === quote
  return isQuoted ? quote + WILDCARD + quote : WILDCARD
}

function endOfSlot(tokens: readonly string[], at: number): number {
  const first = tokens[at]
  if (first === '"' || first === "'") {
    const end = tokens.indexOf(first, at + 1)
    return end < 0 ? at : end + 1
  }
  if (tokens[at - 3] === '(') return endOfOnlyValue(tokens, at)
  let end = at
  while (end < tokens.length && !CLOSING.has(tokens[end])) {
    const closed = PARTNER[tokens[end]] ? closedAt(tokens, end) : end
    if (closed < 0) return at
    end = closed + 1
  }
  if (tokens[end - 1] === ':') return end - 1
  return end > at + 1 && ENDS_SENTENCE.has(tokens[end - 1]) ? end - 1 : end
}

const ENDS_SENTENCE = new Set(['.', '...', '!', '?'])

/** `(name=anything at all)` when nothing else is told there. */
function endOfOnlyValue(tokens: readonly string[], at: number): number {
  let end = at
  while (end < tokens.length && tokens[end] !== ')') {
    if (tokens[end] === ',' || tokens[end] === '=' || PARTNER[tokens[end]]) return at
    end++
  }
  return end < tokens.length ? end : at
}

/** Index of the bracket's partner when no blank lies between; else -1. A value does not begin with a bracket. */
function closedAt(tokens: readonly string[], at: number): number {
  if (tokens[at - 1] === '=') return -1
  for (let i = at + 1; i < tokens.length && tokens[i] !== BLANK; i++) if (tokens[i] === PARTNER[tokens[at]]) return i
  return -1
}

/** It has a letter. Asked of every token many times, so without a pattern. */
export function isWord(token: string): boolean {
  for (let i = 0; i < token.length; i++) {
    const c = token.charCodeAt(i)
    if (c >= 128 || isLetter(c)) return true
  }
  return false
}

/** Inside quotes, values apart by blank, comma or `=` are one: request lines keep their verb only. */
function collapseQuoted(tokens: string[]): string[] {
  if (!tokens.includes('"')) return tokens
  const out: string[] = []
  let isQuoted = false
  for (const written of tokens) {
    if (written === '"') isQuoted = !isQuoted
    const token = isQuoted && isValue(written) ? WILDCARD : written
    const before = out.at(-1)
    const isJoined =
      isQuoted &&
      token === WILDCARD &&
      (before === BLANK || before === ',' || before === '=') &&
      out.at(-2) === WILDCARD
    if (isJoined) out.pop()
    else out.push(token)
  }
  return out
}

/** Longer lists do not show how many they are. */
const MAX_LIST_TOKENS = 15

/** `<*>,<*>` and `<*>:<*>` are one value; so are three and more apart by blanks. Short lists show how many they are. */
function collapseLists(tokens: readonly string[]): string[] {
  const out: string[] = []
  let i = 0
  while (i < tokens.length) {
    const end = isValue(tokens[i]) ? endOfList(tokens, i) : i
    out.push(end === i ? tokens[i] : listOf(tokens, i, end))
    i = end + 1
  }
  return out
}

/** An address has colons, or a number that is none of several. */
function listOf(tokens: readonly string[], from: number, to: number): string {
  const isAddress = tokens[from] === WILDCARD && tokens[from + 1] === ':'
  return isAddress || to - from >= MAX_LIST_TOKENS ? WILDCARD : tokens.slice(from, to + 1).join('')
}

/** Index of the last value of the list that begins at `at`; `at` itself when it is none. */
function endOfList(tokens: readonly string[], at: number): number {
  const glued = endOfRun(tokens, at, (token) => token === ',' || token === ':')
  if (glued > at) return glued
  const end = endOfRun(tokens, at, (token) => token === BLANK || token === ':')
  return end >= at + 4 ? end : at
}

function endOfRun(tokens: readonly string[], at: number, separates: (token: string) => boolean): number {
  let end = at
  while (end + 2 < tokens.length && separates(tokens[end + 1]) && isValue(tokens[end + 2])) end += 2
  return end
}

const ACCOUNT = new Set(['user', 'username', 'account', 'login'])
const FUNCTION_WORDS = new Set(
  'unknown is not was has had have does did for from to in on at by of or and the a an with without name names id ids data info does can cannot could may must will should who that which are be been being as no logged login logout failed failure error request requests account session sessions authentication password refused denied rejected blocked locked disabled expired accepted granted action choice matching using'.split(
    ' ',
  ),
)

export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word.toLowerCase())
}

/** The word behind `user`, and X in `for X from`, is somebody's name. */
function maskAccounts(tokens: string[]): string[] {
  for (let i = 0; i + 2 < tokens.length; i++) {
    if (tokens[i + 1] !== BLANK) continue
    const word = tokens[i].toLowerCase()
    const isNamed = ACCOUNT.has(word) || (word === 'for' && tokens[i + 3] === BLANK && tokens[i + 4] === 'from')
    const name = tokens[i + 2]
    if (isNamed && isWord(name) && name !== WILDCARD && !isFunctionWord(name)) tokens[i + 2] = WILDCARD
  }
  return tokens
}
