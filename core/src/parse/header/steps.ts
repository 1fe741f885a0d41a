/**
 * The building blocks of a header. A step matches at a cursor and gives the offset behind it, or -1. Every step has a
 * name that says all about it, so that a layout can be written down and read back.
 */
import { levelWords } from '../level.ts'
import { timeForm, timeForms, type TimeForm } from '../time.ts'

export type StepKind =
  | 'gap'
  | 'priority'
  | 'rfc5424'
  | 'time'
  | 'host'
  | 'level'
  | 'letter'
  | 'source'
  | 'closing'
  | 'symbol'
  | 'group'
  | 'component'
  | 'field'
  | 'token'
  | 'number'
  | 'dotted'
  | 'dashed'
  | 'padded'
  | 'mark'
  | 'uptime'

export interface Step {
  readonly name: string
  readonly kind: StepKind
  /** A line may lack it without being of another layout. */
  readonly optional: boolean
  /** All that it matches, where a sticky pattern says it. */
  readonly pattern?: RegExp
  /** Time steps only. */
  readonly form?: TimeForm
  /** Time steps only: the bracket or quote before it. */
  readonly opener?: string
  match(line: string, at: number): number
}

function sticky(
  kind: StepKind,
  source: string,
  { name = kind, optional = false, flags = 'y' }: { name?: string; optional?: boolean; flags?: string } = {},
): Step {
  const pattern = new RegExp(source, flags)
  return {
    name,
    kind,
    optional,
    pattern,
    match(line, at) {
      pattern.lastIndex = at
      return pattern.test(line) ? pattern.lastIndex : -1
    },
  }
}

const gap = sticky('gap', '[ \\t]+', { optional: true })
const symbolGap = sticky('gap', '[ \\t]*(?:-{1,3}|[|:,;>]|\\u00e2\\u0080[\\u0093\\u0094])(?=[ \\t])[ \\t]+', {
  name: 'gap:symbol',
  optional: true,
})
const priority = sticky('priority', '<\\d{1,3}>')
const rfc5424 = sticky(
  'rfc5424',
  '\\d{1,2} (?:-|\\S{10,40}) \\S{1,255} \\S{1,64} \\S{1,128} \\S{1,64} (?:-|(?:\\[[^\\]"]{1,64}(?:"(?:[^"\\\\]|\\\\.)*"[^\\]"]*)*\\])+)(?: |$)(?:\\u00ef\\u00bb\\u00bf)?',
)
const host = sticky('host', '[^\\s:()\\[\\]<>"=]+(?=[ \\t])')
const BEHIND_LEVEL = '(?=$|[\\s:,|/\\])>;-])'
const level = sticky('level', `(?:[\\[(<]\\s?)?(?:${levelWords})(?:\\s{0,4}[\\])>]|${BEHIND_LEVEL}):?`, { flags: 'iy' })
/** Where only some lines name theirs: `error: text`. */
const someLevel = sticky('level', `(?:${levelWords}):(?=[ \\t])`, { name: 'level:some', optional: true, flags: 'iy' })
const letter = sticky('letter', '\\[?[VDIWEFTC](?:\\]|(?=[ /|:,]))')
/** Endings of source files. `host.net:443` is written alike, and belongs to the message. */
const SOURCE_ENDINGS =
  'asm|cc?|clj|cls|cpp|cs|cts|cxx|dart|erl|exs?|f90|fs|go|groovy|hpp|hs|h|java|jl|jsx?|kts?|lua|mjs|mm|mts|m|nim|pas|php|pl|pm|pyx?|rb|rs|r|scala|sh|swift|tcl|tsx?|vb|vue|zig'
/** Behind it may stand in brackets which function wrote. */
const source = sticky(
  'source',
  `[\\w.$@/\\\\-]*\\w\\.(?:${SOURCE_ENDINGS}):\\d+(?:(?::\\d+)?[\\])]?:?(?=\\s|$|\\|)|:(?=\\([A-Za-z_]))`,
  {
    optional: true,
  },
)
const closing = sticky('closing', '[^\\s\\[\\]()<>]+[\\])>]:?')
const group = sticky(
  'group',
  '(?:\\[[^\\[\\]]*(?:\\[[^\\[\\]]*\\][^\\[\\]]*)*\\]|\\([^()]*(?:\\([^()]*\\)[^()]*)*\\)|<[^<>]*>):?',
)
const NAME = '[A-Za-z_][\\w.$@/+-]*(?:::[\\w.$@/+-]+|:[A-Za-z_][\\w.$-]*)*'
/** Names may be set in a column, the colon behind it. */
const component = sticky(
  'component',
  `(?:${NAME} *\\( *\\d+\\)|${NAME}(?: ${NAME})?\\[\\d+\\](?: \\([^()]{1,60}\\))?|${NAME}(?:\\([\\w:.-]{1,40}\\))?(?:\\[[\\w.#-]{1,24}\\])?(?: \\([^()]{1,60}\\))?(?: \\d+(?:\\.\\d+)+)?) {0,24}:(?=\\s|$)`,
  { optional: true },
)
/** A component that is no mere word: dotted, cased like a class, with a process id. */
const structured = sticky(
  'component',
  '(?:[a-z]\\w*[.:/$][\\w.:$/-]+|[A-Z]\\w*[a-z]\\w*[A-Z.:$][\\w.:$]*|[\\w.-]+\\[\\d+\\]) {0,24}:(?=\\s|$)',
  { name: 'component:structured' },
)
const token = sticky('token', '\\S+')
const number = sticky('number', '\\d+(?=[\\s\\]:,|#)/]|$)')
const dotted = sticky('dotted', '[A-Za-z_][\\w$-]*(?:(?:\\.|::|/|\\\\)[\\w$-]+)+:?(?=\\s|$|\\|)')
const dashed = sticky('dashed', '[^\\s"\'=]+(?: (?!-)[^\\s"\'=]+)? -{1,3}(?= )')
/** Behind `LEVEL:` without a blank. */
const glued = sticky('component', '[A-Za-z_][\\w.$-]*:', { name: 'component:glued' })
/** One character that stands for a level or kind. */
const mark = sticky('mark', '[-*#.+!~](?=[ \\t])')
/** Seconds since the machine started, as a kernel writes them. */
const UPTIME = '\\[ *\\d+\\.\\d{3,9}\\]'
const uptime = sticky('uptime', UPTIME)
/** The same behind `kernel:`, where a logger has put its own header before it. */
const stamp = sticky('uptime', `${UPTIME}(?=[ \\t])`, { name: 'stamp', optional: true })
/** The line of the source that wrote the message: `NMP: 285: text`. */
const sourceLine = sticky('number', '\\d+:(?=[ \\t])', { name: 'number:line' })
/** Before a column of numbers. */
const named = sticky('padded', '[A-Za-z_][\\w.$/-]*(?=[ \\t])', { name: 'named' })
/** A program as only loggers write it. */
const program = sticky('component', '(?:[A-Za-z_][\\w./@-]*(?:\\([\\w:.-]{1,40}\\))?\\[\\d+\\]|kernel):(?=\\s|$)', {
  name: 'component:program',
})
const unopened = sticky('closing', '[\\w:.-]*\\d\\)(?=[A-Za-z])', { name: 'closing:number' })
const padded = sticky('padded', '[A-Za-z_][\\w.$/-]*(?=[ \\t]{2,})')

export const steps = {
  gap,
  symbolGap,
  priority,
  rfc5424,
  host,
  level,
  someLevel,
  letter,
  source,
  closing,
  group,
  component,
  token,
  number,
  dotted,
  dashed,
  padded,
  mark,
  uptime,
  stamp,
  sourceLine,
  named,
  program,
  unopened,
  glued,
  structured,
} satisfies Record<string, Step>

const openers = '[(<"\''
const closers: Readonly<Record<string, string>> = { '[': ']', '(': ')', '<': '>', '"': '"', "'": "'" }

export function timeStep(form: TimeForm, opener: string): Step {
  return {
    name: `time:${form.name}${opener}`,
    kind: 'time',
    optional: false,
    form,
    opener,
    match(line, at) {
      if (opener !== '' && line[at] !== opener) return -1
      form.pattern.lastIndex = at + opener.length
      if (!form.pattern.test(line)) return -1
      const end = form.pattern.lastIndex
      return opener !== '' && line[end] === closers[opener] ? end + 1 : end
    },
  }
}

export const timeSteps: readonly Step[] = timeForms.flatMap((form) =>
  ['', ...openers].map((opener) => timeStep(form, opener)),
)

/** One punctuation character. */
export function symbolStep(symbol: string): Step {
  return {
    name: `symbol:${symbol}`,
    kind: 'symbol',
    optional: false,
    match: (line, at) => (line[at] === symbol ? at + 1 : -1),
  }
}

/** Everything up to the next delimiter; the delimiter itself is left to a symbol or gap step. */
export function fieldStep(delimiter: string): Step {
  return {
    name: `field:${delimiter}`,
    kind: 'field',
    optional: false,
    match(line, at) {
      return line.indexOf(delimiter, at)
    },
  }
}

const fixed = new Map(Object.values(steps).map((step) => [step.name, step]))

/** The step a name stands for; undefined for a name nobody wrote. */
export function stepOf(name: string): Step | undefined {
  const known = fixed.get(name)
  if (known) return known
  const [kind, rest] = [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)]
  if (kind === 'symbol' && rest.length === 1) return symbolStep(rest)
  if (kind === 'field' && rest.length === 1) return fieldStep(rest)
  if (kind !== 'time') return undefined
  const opener = openers.includes(rest.at(-1) ?? ' ') ? rest.slice(-1) : ''
  const form = timeForm(rest.slice(0, rest.length - opener.length))
  return form && timeStep(form, opener)
}
