/** A learnt header: reads it off a line, and can be written down as text. */
import { detached } from '../../detached.ts'
import { clear, set, type Fields } from '../fields.ts'
import { levelOfLetter, levelOfSeverity, levelOfWord } from '../level.ts'
import { parseTime, readTime } from '../time.ts'
import { stepOf, steps as known, type Step } from './steps.ts'

export interface Layout {
  readonly steps: readonly Step[]
  /** `syslog` where priority or host stand in the header, else `text`. */
  readonly format: 'syslog' | 'text'
  /** Whether indented lines are records of their own. */
  readonly startsIndented: boolean
  /** Whether every line of it tells when it was written, or to whom it matters. */
  readonly isDated: boolean
  /** How many steps did not fit; FOREIGN when the line is of another layout. Fills `fields` either way. */
  read(line: string, fields: Fields, receivedAt: number): number
  toString(): string
}

export function layoutOf(steps: readonly Step[]): Layout {
  const isSyslog = steps.some(({ kind }) => kind === 'priority' || kind === 'rfc5424' || kind === 'host')
  return {
    steps,
    format: isSyslog ? 'syslog' : 'text',
    startsIndented: steps[0]?.kind === 'gap',
    isDated: steps.some(({ kind }) => kind === 'time' || kind === 'priority' || kind === 'uptime'),
    read: (line, fields, receivedAt) => readHeader(steps, line, fields, receivedAt),
    toString: () => steps.map((step) => step.name).join('\n'),
  }
}

/** Undefined for text that no layout wrote. */
export function parseLayout(text: string): Layout | undefined {
  const steps: Step[] = []
  for (const name of text.split('\n')) {
    const step = stepOf(name)
    if (!step) return undefined
    steps.push(step)
  }
  return layoutOf(steps)
}

export const FOREIGN = 9
/** Where so many steps do not fit, the rest of the line is taken for the message. */
const BROKEN = 2

/**
 * One wrong step may be stepped over like any token; a second one ends the header there. A line whose very first
 * typed step is wrong is of another layout.
 */
function readHeader(steps: readonly Step[], line: string, fields: Fields, receivedAt: number): number {
  clear(fields, line.length)
  let at = 0
  let matched = 0
  let failures = 0
  for (const step of steps) {
    const end = step.match(line, at)
    if (end >= 0) {
      note(step, line, at, end, fields, receivedAt)
      if (isTyped(step)) matched++
      at = end
    } else if (!step.optional) {
      if (matched === 0 && isTyped(step)) return FOREIGN
      if (++failures === BROKEN) break
      at = skipToken(step, line, at)
    }
  }
  set(fields.message, at, line.length)
  return matched > 0 ? failures : FOREIGN
}

export function isTyped({ kind }: Step): boolean {
  return kind !== 'gap' && kind !== 'token' && kind !== 'symbol' && kind !== 'field'
}

function skipToken(step: Step, line: string, at: number): number {
  if (step.kind === 'symbol') return at
  const end = known.token.match(line, at)
  return end < 0 ? at : end
}

function note(step: Step, line: string, at: number, end: number, fields: Fields, receivedAt: number): void {
  switch (step.kind) {
    case 'time':
      return noteTime(step, line, at, fields, receivedAt)
    case 'level':
      fields.level = levelOfWord(letters(line.slice(at, end)))
      return
    case 'letter':
      fields.level = levelOfLetter(letters(line.slice(at, end)))
      return
    case 'priority':
      fields.level = levelOfSeverity(Number(line.slice(at + 1, end - 1)) % 8)
      return
    case 'rfc5424':
      return noteRfc5424(line.slice(at, end), fields, receivedAt)
    case 'host':
      fields.host = line.slice(at, end)
      return
    case 'component':
      return noteComponent(line.slice(at, end), fields)
    case 'source':
    case 'dotted':
    case 'dashed':
    case 'padded':
      if (fields.component === '') fields.component = nameOf(line.slice(at, end))
      return
    default:
  }
}

export function letters(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, '')
}

/** The first full time counts; a date and a clock that stand apart are added up. */
function noteTime(step: Step, line: string, at: number, fields: Fields, receivedAt: number): void {
  const { form, opener = '' } = step
  if (!form) return
  if (form.name === 'glog' || form.name === 'glog-year') fields.level = levelOfLetter(line[at + opener.length])
  const isDay = Number.isNaN(fields.time) || (form.name === 'clock' && fields.time % 86_400_000 === 0)
  if (!isDay) return
  const day = Number.isNaN(fields.time) ? receivedAt : fields.time + 86_399_999
  const read = readTime(form, line, at + opener.length, day)
  if (read) fields.time = read.time
}

/** VERSION TIMESTAMP HOSTNAME APP-NAME PROCID MSGID ... */
function noteRfc5424(text: string, fields: Fields, receivedAt: number): void {
  const [, time, host, app] = text.split(' ', 4)
  if (time !== '-') fields.time = parseTime(time, receivedAt)
  if (host !== '-') fields.host = host
  if (app !== '-') fields.component = fields.service = app
}

const CHANNEL_LEVEL = /^(.+)\.([A-Z]{3,9})$/

/** `sshd(pam_unix)[42]:` is said by `sshd(pam_unix)`, of program `sshd`; `mail.ERROR:` tells a level too. */
function noteComponent(text: string, fields: Fields): void {
  fields.component = nameOf(text)
  const [, channel, level] = CHANNEL_LEVEL.exec(fields.component) ?? []
  if (level && levelOfWord(level) > 0) [fields.component, fields.level] = [channel, levelOfWord(level)]
  if (fields.host !== '') fields.service = /^[^([\s]+(?: [^([\s]+)?/.exec(text.replace(/ *:$/, ''))?.[0] ?? ''
}

const names = new Map<string, string>()
const MAX_NAMES = 5_000

/** Name without process id, line number and closing punctuation. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= MAX_NAMES) names.clear()
  const name = detached(text.replace(/\[[^\]]*\]| *\( *\d+\)/g, '').replace(/(?::\d+)*[\s:\])>-]*$/, ''))
  names.set(detached(text), name)
  return name
}
