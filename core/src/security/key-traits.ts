/** What the keys of JSON say about their values. Programs have few keys, so each is asked once and remembered. */
import { plainWords } from './words.ts'

export interface KeyTraits {
  /** The sentence itself. */
  readonly isMessage: boolean
  /** Its words tell of the deed: not chosen by strangers, not about the record. */
  readonly isTelling: boolean
  /** A flag that says how it went. */
  readonly isOutcome: boolean
  /** What of a request it tells, by its end, however its words are joined. */
  readonly status: boolean
  readonly code: boolean
  readonly line: boolean
  readonly method: boolean
  readonly path: boolean
}

const MESSAGE = /^(?:message|msg|log|text|body|short_message|rawmessage|event\.original)$/i
/** Chosen by strangers, or about the record and not the deed. */
const WORDLESS =
  /(?:user|usr|account|login|subject|principal|email|name|time|ts|date|level|severity|agent|referer|referrer|url|uri|path|query|host|ip|addr(?:ess)?|id|logger|thread|caller|stack(?:_?trace)?|version|trace|span|file|source|pid|port)$/i
/** Ends like a name, speaks of the deed. */
const TELLING =
  /(?:event|action|error|operation|method|type|reason|rule|category|module|opcode)[._ -]?(?:name|id|type)?$/i
const OUTCOME = /(?:success(?:ful)?|succeeded|ok|authenticated|authori[sz]ed|valid|allowed|granted)$/i

const STATUS = /(?:^|_)(?:status(?:_code)?|http_status|sc_status)$/
const CODE = /(?:^|_)code$/
const LINE = /(?:^|_)(?:request|req|request_line)$/
const METHOD = /(?:^|_)(?:method|verb)$/
const PATH = /(?:^|_)(?:path|uri|url|target|original)$/

/** Where strangers make up more keys, all are forgotten and asked again. */
const MOST_KEYS = 5_000
const LONGEST = 256
const known = new Map<string, KeyTraits>()

/** `key` is the path to the value, joined by dots. */
export function keyTraits(key: string): KeyTraits {
  const found = known.get(key)
  if (found) return found
  const traits = traitsOf(key)
  if (key.length > LONGEST) return traits
  if (known.size >= MOST_KEYS) known.clear()
  known.set(key, traits)
  return traits
}

function traitsOf(key: string): KeyTraits {
  const words = plainWords(key).replace(/[ .-]/g, '_')
  return {
    isMessage: MESSAGE.test(key),
    isTelling: MESSAGE.test(key) || TELLING.test(key) || !WORDLESS.test(key),
    isOutcome: OUTCOME.test(key),
    status: STATUS.test(words),
    code: CODE.test(words),
    line: LINE.test(words),
    method: METHOD.test(words),
    path: PATH.test(words),
  }
}
