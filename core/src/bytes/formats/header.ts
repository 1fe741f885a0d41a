/**
 * Learnt headers over bytes. A line is read by the first layout that fits it in every step, as parse/header would choose;
 * where none does, it is plain if no layout even begins like it, and left to the readable reader otherwise.
 */
import { letters, type Layout } from '../../parse/header/layout.ts'
import { levelOfLetter, levelOfSeverity, levelOfWord } from '../../parse/level.ts'
import { clearFields, type ByteFields } from '../byte-fields.ts'
import { OTHER, READ, UNSURE, type ByteContext } from '../byte-format.ts'
import { ByteMap } from '../byte-map.ts'
import { latin1 } from './chars.ts'
import { nameEnd, writeComponent } from './header-names.ts'
import { ByteStep } from './header-step.ts'
import { written } from './time-parts.ts'
import { readWholeTime } from './time.ts'

/** No layout was wrong in its first typed step only. */
const BROKEN = 3
const DAY_MS = 86_400_000
const MAX_LEVELS = 1000
const levelWords = new ByteMap(MAX_LEVELS, latin1, (text) => levelOfWord(letters(text)))
const levelLetters = new ByteMap(MAX_LEVELS, latin1, (text) => levelOfLetter(letters(text)))
const severities = Uint8Array.from({ length: 8 }, (_, severity) => levelOfSeverity(severity))

export interface ByteLayout {
  readonly format: Layout['format']
  readonly steps: readonly ByteStep[]
}

/** By the list of layouts of a source, which is a new one when they are learnt again. */
const compiled = new WeakMap<readonly Layout[], readonly ByteLayout[] | undefined>()
const last: { layouts: readonly Layout[]; compiled: readonly ByteLayout[] | undefined } = { layouts: [], compiled: [] }

/** Undefined where one of the layouts has a step that bytes alone cannot tell. */
function layoutsOf(layouts: readonly Layout[]): readonly ByteLayout[] | undefined {
  if (last.layouts === layouts) return last.compiled
  if (!compiled.has(layouts)) compiled.set(layouts, compile(layouts))
  last.layouts = layouts
  last.compiled = compiled.get(layouts)
  return last.compiled
}

function compile(layouts: readonly Layout[]): ByteLayout[] | undefined {
  const all: ByteLayout[] = []
  for (const { format, steps } of layouts) {
    const own = steps.map((step) => ByteStep.of(step)).filter((step) => step !== undefined)
    if (own.length < steps.length) return undefined
    all.push({ format, steps: own })
  }
  return all
}

/** Format of the layout that last took a header off. */
export const taken: { format: Layout['format'] } = { format: 'text' }

/** READ when a header was taken off, OTHER when there is none; the message is what is left. `fields` are clear. */
export function readHeader(
  bytes: Uint8Array,
  start: number,
  end: number,
  fields: ByteFields,
  context: ByteContext,
): number {
  const layouts = layoutsOf(context.headers.layouts)
  if (!layouts) return UNSURE
  let result = OTHER
  for (let i = 0; i < layouts.length; i++) {
    const found = readLayout(layouts[i].steps, bytes, start, end, fields, context)
    if (found === READ) taken.format = layouts[i].format
    if (found === READ || found === UNSURE) return found
    if (found === BROKEN) result = UNSURE
    clearFields(fields, start, end)
  }
  return result
}

function readLayout(
  steps: readonly ByteStep[],
  bytes: Uint8Array,
  start: number,
  end: number,
  fields: ByteFields,
  context: ByteContext,
): number {
  let at = start
  let matched = 0
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i]
    const found = step.match(bytes, at, end, dayOf(fields, context))
    if (found < -1) return UNSURE
    if (found < 0) {
      if (step.isOptional) continue
      return matched === 0 && step.isTyped ? OTHER : BROKEN
    }
    if (step.isTyped) {
      matched++
      if (!note(step, bytes, at, found, fields, context)) return UNSURE
    }
    at = found
  }
  fields.messageStart = at
  fields.messageEnd = end
  return matched > 0 ? READ : OTHER
}

/** A clock behind a date is of that day. */
function dayOf({ time }: ByteFields, { receivedAt }: ByteContext): number {
  return Number.isNaN(time) ? receivedAt : time + DAY_MS - 1
}

/** False where the readable reader is to decide. */
function note(
  step: ByteStep,
  bytes: Uint8Array,
  at: number,
  end: number,
  fields: ByteFields,
  context: ByteContext,
): boolean {
  switch (step.kind) {
    case 'time':
      noteTime(step, bytes, at, fields)
      return true
    case 'level':
      fields.level = levelWords.of(bytes, at, end)
      return true
    case 'letter':
      fields.level = levelLetters.of(bytes, at, end)
      return true
    case 'priority':
      fields.level = severities[priorityAt(bytes, at + 1, end - 1) % 8]
      return true
    case 'rfc5424':
      return noteRfc5424(bytes, at, end, fields, context)
    case 'host':
      fields.host = context.names.of(bytes, at, end)
      return true
    case 'component':
      return writeComponent(bytes, at, end, fields, context)
    case 'source':
    case 'dotted':
    case 'dashed':
    case 'padded':
      return fields.component > 0 || noteName(bytes, at, end, fields, context)
    default:
      return true
  }
}

/** The first full time counts; a date and a clock that stand apart are added up. */
function noteTime({ time, openerLength }: ByteStep, bytes: Uint8Array, at: number, fields: ByteFields): void {
  const form = time?.name
  const letter = at + openerLength
  if (form === 'glog' || form === 'glog-year') fields.level = levelLetters.of(bytes, letter, letter + 1)
  if (Number.isNaN(fields.time) || (form === 'clock' && fields.time % DAY_MS === 0)) fields.time = written.time
}

function priorityAt(bytes: Uint8Array, start: number, end: number): number {
  let value = 0
  for (let i = start; i < end; i++) value = value * 10 + bytes[i] - 48
  return value
}

function noteName(bytes: Uint8Array, start: number, end: number, fields: ByteFields, context: ByteContext): boolean {
  const found = nameEnd(bytes, start, end)
  if (found < 0) return false
  if (found > start) fields.component = context.components.of(bytes, start, found)
  return true
}

/** VERSION TIMESTAMP HOSTNAME APP-NAME PROCID MSGID ... */
function noteRfc5424(bytes: Uint8Array, start: number, end: number, fields: ByteFields, context: ByteContext): boolean {
  const time = blankAt(bytes, start, end) + 1
  const host = blankAt(bytes, time, end) + 1
  const app = blankAt(bytes, host, end) + 1
  const behind = blankAt(bytes, app, end)
  if (!isNil(bytes, time, host - 1)) {
    if (!readWholeTime(bytes, time, host - 1, context.receivedAt)) return false
    fields.time = written.time
  }
  if (!isNil(bytes, host, app - 1)) fields.host = context.names.of(bytes, host, app - 1)
  if (isNil(bytes, app, behind)) return true
  fields.service = context.names.of(bytes, app, behind)
  fields.component = context.components.of(bytes, app, behind)
  return true
}

function isNil(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start === 1 && bytes[start] === 45
}

function blankAt(bytes: Uint8Array, from: number, end: number): number {
  let i = from
  while (i < end && bytes[i] !== 32) i++
  return i
}
