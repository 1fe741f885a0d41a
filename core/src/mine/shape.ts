/**
 * Message to shape: tokens with values masked, then four habits of log statements: `key=value` slots, quoted values,
 * lists of any length, and account names. A pure function, so every observer finds the same id.
 */
import type { Shape } from '../record.ts'
import { hash64 } from './hash.ts'
import { BLANK, tokenize, WILDCARD } from './tokens.ts'

export function shapeOf(message: string, component: string): Shape {
  return shape(componentName(component), shapeTokens(message))
}

/** From tokens that are masked already. */
export function shape(component: string, tokens: readonly string[]): Shape {
  return { id: hash64(`${component}\u0001${tokens.join('\u0002')}`), component, tokens }
}

export function shapeTokens(message: string): string[] {
  return maskAccounts(collapseLists(collapseQuoted(foldSlots(tokenize(message)))))
}

/** Without thread numbers and bracketed ids: `worker-3[12]` and `worker-4[7]` are one component. */
export function componentName(component: string): string {
  return component
    .replace(/[[(<].*$/, '')
    .replace(/[\d#_-]*\d+/g, '')
    .replace(/[^\w$)]+$/, '')
}

const CLOSING = new Set([BLANK, ',', ';', ')', ']', '}', '|', '<', '>'])
const OPENING = new Set(['{', '(', '['])

/** The value behind `key=` is one token, quoted or not; one that holds a value is a value. */
function foldSlots(tokens: readonly string[]): string[] {
  const out: string[] = []
  let i = 0
  while (i < tokens.length) {
    out.push(tokens[i])
    const isSlot = tokens[i] === '=' && i > 0 && isWord(tokens[i - 1]) && i + 1 < tokens.length
    i++
    if (!isSlot) continue
    const end = endOfSlot(tokens, i)
    if (end <= i || tokens[end] === '{' || tokens[end] === '(' || tokens[end] === '[') continue
    const value = tokens.slice(i, end)
    out.push(value.includes(WILDCARD) || value.some((token) => NOTHING.test(token)) ? slotText(value) : value.join(''))
    i = end
  }
  return out
}

const NOTHING = /^(?:null|nil|none|undefined|nan)$/i

/** Quotes around a value stay. */
function slotText(value: readonly string[]): string {
  const quote = value[0]
  const isQuoted = value.length > 2 && (quote === '"' || quote === "'") && value.at(-1) === quote
  return isQuoted ? quote + WILDCARD + quote : WILDCARD
}

function endOfSlot(tokens: readonly string[], at: number): number {
  const quote = tokens[at]
  if (quote === '"' || quote === "'") {
    const end = tokens.indexOf(quote, at + 1)
    return end < 0 ? at : end + 1
  }
  let end = at
  while (end < tokens.length && !CLOSING.has(tokens[end]) && !OPENING.has(tokens[end])) end++
  return end
}

export function isWord(token: string): boolean {
  return /[A-Za-z\u0080-\uffff]/.test(token)
}

/** Inside quotes, values apart by blank, comma or `=` are one: request lines keep their verb only. */
function collapseQuoted(tokens: string[]): string[] {
  if (!tokens.includes('"')) return tokens
  const out: string[] = []
  let isQuoted = false
  for (const token of tokens) {
    if (token === '"') isQuoted = !isQuoted
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

/** `<*>,<*>` is one value; so are three and more apart by blanks or colons. */
function collapseLists(tokens: readonly string[]): string[] {
  const out: string[] = []
  let i = 0
  while (i < tokens.length) {
    out.push(tokens[i])
    if (tokens[i] === WILDCARD) i = endOfList(tokens, i)
    i++
  }
  return out
}

/** Index of the last value of the list that begins at `at`; `at` itself when it is none. */
function endOfList(tokens: readonly string[], at: number): number {
  let end = at
  while (tokens[end + 1] === ',' && tokens[end + 2] === WILDCARD) end += 2
  if (end > at) return end
  let count = 1
  for (const separator of [BLANK, ':']) {
    end = at
    count = 1
    while (tokens[end + 1] === separator && tokens[end + 2] === WILDCARD) {
      end += 2
      count++
    }
    if (count >= 3) return end
  }
  return at
}

const ACCOUNT = new Set(['user', 'username', 'account', 'login'])
const FUNCTION_WORDS = new Set(
  'unknown is not was has had have does did for from to in on at by of or and the a an with without name names id ids data info does can cannot could may must will should who that which are be been being as no logged login logout failed failure error request requests account session sessions authentication password'.split(
    ' ',
  ),
)

/** The word behind `user`, and X in `for X from`, is somebody's name. */
function maskAccounts(tokens: string[]): string[] {
  for (let i = 0; i + 2 < tokens.length; i++) {
    if (tokens[i + 1] !== BLANK) continue
    const word = tokens[i].toLowerCase()
    const isNamed = ACCOUNT.has(word) || (word === 'for' && tokens[i + 3] === BLANK && tokens[i + 4] === 'from')
    const name = tokens[i + 2]
    if (isNamed && isWord(name) && name !== WILDCARD && !FUNCTION_WORDS.has(name.toLowerCase()))
      tokens[i + 2] = WILDCARD
  }
  return tokens
}
