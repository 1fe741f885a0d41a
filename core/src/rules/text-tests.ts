/**
 * Tests of template text, refused where they could never hold: values stand as `<*>` in templates, and a pattern that
 * repeats a repeat may take for ever on a hostile line.
 */
import { shapeTokens } from '../mine/shape.ts'
import type { FieldTest } from './condition.ts'

/** The test, or what is wrong and what to write. */
export function textTest(written: string, op: 'is' | 'contains' | 'startswith' | 'endswith'): FieldTest | string {
  const text = written.trim()
  if (text === '') return 'is empty: write a part of the line that does not change'
  const masked = shapeTokens(text).join('')
  if (masked === text) return { op, text }
  return `"${text}" holds a value of the line, and rules see values as <*>: write "${masked}"`
}

const NESTED_REPEAT = /[+*}]\??\)[+*{]/
const VALUE = /\\d|\[0-9|(?<![\w\\{,])\d+(?![\w}])/

/** A pattern for the text of templates. */
export function patternTest(source: string, flags = ''): FieldTest | string {
  const value = VALUE.exec(source)?.[0]
  if (value === undefined) return safePattern(source, flags)
  return `/${source}/ asks for a value of the line (${value}), and rules see values as <*>: write <\\*> there`
}

export function safePattern(source: string, flags = ''): FieldTest | string {
  const pattern = patternOf(source, flags)
  if (pattern === undefined) return `/${source}/${flags} is not a regular expression`
  if (NESTED_REPEAT.test(source)) return `/${source}/ repeats a repeat, which may take for ever: write it without`
  return { op: 're', pattern }
}

/** What observers tell one by one; the rest they sum up. */
const STATUSES = ['401', '403', '404', '405', '407', '410', '429', '444']

export function statusTest(written: string): FieldTest | string {
  if (written === '4xx') return { op: 'startswith', text: '4' }
  if (STATUSES.includes(written)) return { op: 'is', text: written }
  if (/^5(xx|\d\d)$/.test(written)) return `${written} is counted as an error: write level: error`
  return `${written} is not told one by one: write one of ${STATUSES.join(', ')}, or 4xx`
}

function patternOf(source: string, flags: string): RegExp | undefined {
  try {
    return /^[imsu]*$/.test(flags) ? new RegExp(source, flags) : undefined
  } catch {
    return undefined
  }
}
