/**
 * A JSON record as text the other readers understand: `key="value"` pairs for addresses and accounts (roles are in the
 * keys), and the words of its values for the meaning. A key that says how it went turns its flag into a word.
 */
export interface JsonText {
  readonly fields: ReadonlyMap<string, string>
  /** `message, key="value", key="value"`. */
  readonly text: string
  /** Words of values, without names, addresses, times and levels. */
  readonly words: string
}

const MOST_FIELDS = 64
const DEEPEST = 4
const LONGEST_VALUE = 1024

const MESSAGE = /^(?:message|msg|log|text|body|short_message|rawmessage|event\.original)$/i
/** Chosen by strangers, or about the record and not the deed. */
const WORDLESS =
  /(?:user|usr|account|login|subject|principal|email|name|time|ts|date|level|severity|agent|referer|referrer|url|uri|path|query|host|ip|addr(?:ess)?|id|logger|thread|caller|stack(?:_?trace)?|version|trace|span|file|source|pid|port)$/i
/** Ends like a name, speaks of the deed. */
const TELLING =
  /(?:event|action|error|operation|method|type|reason|rule|category|module|opcode)[._ -]?(?:name|id|type)?$/i
const OUTCOME = /(?:success(?:ful)?|succeeded|ok|authenticated|authori[sz]ed|valid|allowed|granted)$/i

export function jsonText(line: string): JsonText | undefined {
  const fields = new Map<string, string>()
  try {
    flatten(JSON.parse(line), '', 0, fields)
  } catch {
    return undefined
  }
  if (fields.size === 0) return undefined
  const messages = [...fields].filter(([key]) => MESSAGE.test(key)).map(([, value]) => value)
  const pairs = [...fields]
    .filter(([key]) => !MESSAGE.test(key))
    .map(([key, value]) => `${key}="${value.replaceAll('"', "'")}"`)
  return { fields, text: [...messages, ...pairs].join(', '), words: wordsOf(fields) }
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

function wordsOf(fields: ReadonlyMap<string, string>): string {
  const words: string[] = []
  for (const [key, value] of fields) {
    if (OUTCOME.test(key)) words.push(outcomeOf(value))
    else if (
      /[\p{L}]/u.test(value) &&
      value !== 'true' &&
      value !== 'false' &&
      (MESSAGE.test(key) || TELLING.test(key) || !WORDLESS.test(key))
    )
      words.push(value)
  }
  return words.join(' ; ')
}

function outcomeOf(value: string): string {
  if (/^(?:false|0|no|n)$/i.test(value)) return 'failed'
  return /^(?:true|1|yes|y)$/i.test(value) ? 'succeeded' : value
}
