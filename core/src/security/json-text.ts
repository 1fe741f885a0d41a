/**
 * A JSON record as text the other readers understand: `key="value"` pairs for addresses and accounts (roles are in the
 * keys), and the words of its values for the meaning. A key that says how it went turns its flag into a word.
 */
import { keyTraits } from './key-traits.ts'

export interface JsonText {
  readonly fields: ReadonlyMap<string, string>
  /** `message, key="value", key="value"`. */
  readonly text: string
}

const MOST_FIELDS = 64
const DEEPEST = 4
const LONGEST_VALUE = 1024

/** A sentence within the record, as it stands in its bytes, and what to read in its place: the same without its values. */
export interface Sentence {
  readonly message: string
  readonly text: string
}

/** Under whatever key: nobody is called so. */
const RESULT = /^(?:success|failure)$/i

/** As the value of an action, not as a word of a sentence. */
const VERDICT = /^(?:block|deny|drop|reject)$/i

export function jsonText(line: string): JsonText | undefined {
  const fields = new Map<string, string>()
  try {
    flatten(JSON.parse(line), '', 0, fields)
  } catch {
    return undefined
  }
  return fields.size === 0 ? undefined : { fields, text: textOf(fields) }
}

function textOf(fields: ReadonlyMap<string, string>): string {
  const messages: string[] = []
  const pairs: string[] = []
  for (const [key, value] of fields) {
    if (keyTraits(key).isMessage) messages.push(value)
    else pairs.push(`${key}="${value.replaceAll('"', "'")}"`)
  }
  return [...messages, ...pairs].join(', ')
}

function flatten(value: unknown, key: string, depth: number, into: Map<string, string>): void {
  if (into.size >= MOST_FIELDS || value === null || value === undefined) return
  if (typeof value === 'object') {
    if (depth >= DEEPEST) return
    for (const [name, inner] of Object.entries(value))
      flatten(inner, key === '' ? name : `${key}.${name}`, depth + 1, into)
    return
  }
  if (key !== '') into.set(key, `${value as string | number | boolean}`.slice(0, LONGEST_VALUE))
}

/** Words of values, without names, addresses, times and levels. */
export function wordsOf({ fields }: JsonText, sentence?: Sentence): string {
  const words: string[] = []
  const message = sentence && unescaped(sentence.message)
  for (const [key, value] of fields) {
    const { isOutcome, isTelling } = keyTraits(key)
    if (isOutcome) words.push(outcomeOf(value))
    else if (isTelling && value === message) words.push(sentence?.text ?? value)
    else if (isTelling && VERDICT.test(value)) words.push('blocked')
    else if (isTelling && value !== 'true' && value !== 'false' && /\p{L}/u.test(value)) words.push(value)
    else if (RESULT.test(value)) words.push(value)
  }
  return words.join(' ; ')
}

function unescaped(message: string): string | undefined {
  if (!message.includes('\\')) return message
  try {
    return JSON.parse(`"${message}"`)
  } catch {
    return undefined
  }
}

function outcomeOf(value: string): string {
  if (/^(?:false|0|no|n)$/i.test(value)) return 'failed'
  return /^(?:true|1|yes|y)$/i.test(value) ? 'succeeded' : value
}
