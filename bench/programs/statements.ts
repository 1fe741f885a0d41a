/** Log statements of a source file: what their text is made of, and what is printed in between. */
import { argumentsAt, callsIn, quotedEnd, type Comments } from './calls.ts'
import type { LanguageName } from './habits.ts'

export interface Hole {
  /** The letter behind `%`; `s` where the language has none. */
  readonly verb: string
  /** The source of what is printed. */
  readonly expression: string
}

export type Part = string | Hole

export interface Statement {
  readonly file: string
  readonly line: number
  /** What was called: mostly names the level. */
  readonly call: string
  readonly parts: readonly Part[]
}

export interface Language {
  readonly name: LanguageName
  readonly files: RegExp
  readonly comments: Comments
  /** How values are put into a text, beside `+`. */
  readonly holes: 'percent' | 'braces' | 'template'
  /** A text is only one that is followed by its values: what is behind any other is `key, value`. */
  readonly keyed?: RegExp
}

export const languages = {
  c: { name: 'c', files: /\.(?:c|cc|cpp|h)$/, comments: '//', holes: 'percent' },
  go: { name: 'go', files: /(?<!_test)\.go$/, comments: '//', holes: 'percent', keyed: /S$/ },
  java: { name: 'java', files: /\.java$/, comments: '//', holes: 'braces' },
  javascript: { name: 'javascript', files: /\.[cm]?js$/, comments: '//', holes: 'template' },
  python: { name: 'python', files: /\.py$/, comments: '#', holes: 'percent' },
} as const satisfies Record<LanguageName, Language>

export function statementsIn(file: string, source: string, calls: RegExp, language: Language): Statement[] {
  return callsIn(source, calls, language.comments).flatMap(({ name, args, line }) => {
    const parts = messageOf(args, language, language.keyed?.test(name) === true)
    return parts === undefined ? [] : [{ file, line, call: name, parts }]
  })
}

function messageOf(args: readonly string[], language: Language, isKeyed: boolean): Part[] | undefined {
  const at = args.findIndex(isFormat)
  if (at < 0) return undefined
  const parts = partsOf(args[at], language)
  const rest = args.slice(at + 1)
  if (isKeyed) return keyed(parts, rest)
  const open = parts.filter((part) => typeof part !== 'string' && part.expression === '').length
  return open > rest.length ? undefined : filled(parts, rest)
}

/** A string of more than a name. */
function isFormat(arg: string): boolean {
  for (let at = 0; at < arg.length; at++) {
    const end = quotedEnd(arg, at)
    if (end === at) continue
    if (/[\s%{]/.test(arg.slice(at, end))) return true
    at = end - 1
  }
  return false
}

function filled(parts: readonly Part[], args: readonly string[]): Part[] {
  let next = 0
  return parts.map((part) =>
    typeof part === 'string' || part.expression !== '' ? part : { ...part, expression: args[next++] },
  )
}

/** `"text" key="value"` */
function keyed(parts: readonly Part[], args: readonly string[]): Part[] {
  const out: Part[] = ['"', ...parts, '"']
  for (let i = 0; i + 1 < args.length; i += 2) {
    const key = /^"([\w.-]+)"$/.exec(args[i])?.[1]
    if (key === undefined) return out
    out.push(` ${key}="`, { verb: 'v', expression: args[i + 1] }, '"')
  }
  return out
}

/** An expression of strings, `+` and other things. */
function partsOf(expression: string, language: Language): Part[] {
  const formatted = /^(?:fmt\.Sprintf|String\.format)\s*\(/.exec(expression)
  if (formatted) {
    const inner = argumentsAt(expression, formatted[0].length, language.comments) ?? []
    return messageOf(inner, { ...language, holes: 'percent' }, false) ?? []
  }
  const parts: Part[] = []
  let code = ''
  for (let at = 0; at < expression.length; at++) {
    const end = quotedEnd(expression, at)
    if (end === at) {
      code += expression[at]
      continue
    }
    const prefix = /(?<!\w)[rbuf]{1,2}$/i.exec(code)?.[0] ?? ''
    addCode(parts, prefix === '' ? code : code.slice(0, -prefix.length))
    parts.push(...partsOfLiteral(expression.slice(at, end), /f/i.test(prefix) ? 'format' : '', language))
    code = ''
    at = end - 1
  }
  return closed(parts, code, language)
}

/** What stands between strings: glue, a macro that completes a verb, or a value. */
function addCode(parts: Part[], code: string): void {
  const value = code.replace(/^[\s+\\]+|[\s+\\]+$/g, '')
  if (value === '' || /^[\w.]*\(+$/.test(value)) return
  const last = parts.at(-1)
  if (/^PRI\w+$/.test(value) && typeof last === 'string') parts.splice(-1, 1, last.replace(/%[\d.-]*$/, ''), number(''))
  else parts.push({ verb: 's', expression: value })
}

function number(expression: string): Hole {
  return { verb: 'd', expression }
}

/** Behind the last string: a value, or how the string is filled. */
function closed(parts: Part[], code: string, language: Language): Part[] {
  const behind = code.trim()
  const formatted = /^(?:\.format\s*\(|%\s*\(|%\s*)/.exec(behind)
  if (formatted && language.comments === '#') {
    const isOne = !formatted[0].endsWith('(')
    const args = isOne
      ? [behind.slice(formatted[0].length)]
      : (argumentsAt(behind, formatted[0].length, language.comments) ?? [])
    const known = formatted[0].startsWith('.') ? parts.flatMap((part) => braced(part)) : parts
    return filled(known, args)
  }
  if (behind.startsWith('+')) addCode(parts, behind)
  return parts
}

function braced(part: Part): Part[] {
  return typeof part === 'string'
    ? split(part, BRACES, ([, name]) => ({ verb: 's', expression: nameOr(name) }))
    : [part]
}

function nameOr(name: string): string {
  return /^\d*$/.test(name) ? '' : name
}

const PERCENT = /%(?:\((\w+)\))?[-+ #0']*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|L|q|j|z|t|u(?=[ilzDAV]))?([a-zA-Z%])/g
const BRACES = /\{([^{}]*)\}/g
const TEMPLATE = /\$\{([^{}]*)\}/g

function partsOfLiteral(written: string, prefix: string, language: Language): Part[] {
  const size = /^("""|''')/.test(written) ? 3 : 1
  const text = unescaped(written.slice(size, -size))
  if (prefix === 'format') return split(text, BRACES, ([, name]) => ({ verb: 's', expression: name.split(/[:!]/)[0] }))
  if (language.holes === 'braces') return split(text, BRACES, ([, name]) => ({ verb: 's', expression: nameOr(name) }))
  if (language.holes === 'template') {
    if (written[0] !== '`') return [text]
    return split(text, TEMPLATE, ([, name]) => ({ verb: 's', expression: name }))
  }
  return split(text, PERCENT, ([, name, verb]) => (verb === '%' ? '%' : { verb, expression: name ?? '' }))
}

function split(text: string, pattern: RegExp, holeOf: (match: RegExpExecArray) => Part): Part[] {
  const parts: Part[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(from, match.index), holeOf(match))
    from = match.index + match[0].length
  }
  parts.push(text.slice(from))
  return parts.filter((part) => part !== '')
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: '\t' }

function unescaped(text: string): string {
  return text.replaceAll(/\\(?:\n\s*|(.))/g, (_all, c?: string) => (c === undefined ? '' : (ESCAPES[c] ?? c)))
}
