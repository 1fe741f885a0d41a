/** A log as a program would write it whose statements are known. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { picker } from '../../core/test/fixtures/random.ts'
import type { LabelledLog } from '../labelled-logs.ts'
import { shuffled, zipf } from '../truth/dialect.ts'
import type { Random } from '../truth/values.ts'
import { errors, lists } from './habits.ts'
import { isConstant, valuesOf, type Values, type World } from './holes.ts'
import type { Package } from './fetch.ts'
import { statementsIn, type Language, type Part, type Statement } from './statements.ts'

export interface Moment {
  readonly at: number
  readonly level: string
  /** Name of the source file without its end. */
  readonly file: string
  readonly line: number
  readonly random: Random
}

export interface Program {
  readonly name: string
  readonly source: Package
  readonly language: Language
  /** What writes to the log: a pattern with the global flag, to the opening bracket. */
  readonly calls: RegExp
  /** Folders that are no part of what runs. */
  readonly without?: RegExp
  readonly header: (moment: Moment) => string
  /** Around the message, where the header goes on behind it. */
  readonly wrap?: (message: string) => string
}

const FIRST = Date.UTC(2026, 2, 3, 8, 30)
const STEP = 1_733
const MOST_STATEMENTS = 150
/** Statements are this much rarer with each rank. */
const SKEW = 1.3

interface Line {
  readonly statement: Statement
  readonly template: string
  readonly fill: () => string
}

export function programLog(
  program: Program,
  folder: string,
  { seed, count }: { seed: number; count: number },
): LabelledLog {
  const random = picker(seed)
  const { statements, names } = readProgram(program, folder)
  const world = { names, errors: errors[program.language.name], list: lists[program.language.name], random }
  const chosen = shuffled([...statements], random).slice(0, MOST_STATEMENTS)
  const lines = chosen.map((statement) => lineOf(statement, world))
  const choose = zipf(lines.length, random, SKEW)
  const drawn = Array.from({ length: count }, (_, i) => lines[i < lines.length ? i : choose()])
  const order = shuffled(drawn, random)
  const messages = order.map(({ fill }) => fill())
  return {
    name: program.name,
    lines: messages.map((message, i) => {
      const { file, line, call } = order[i].statement
      const moment = { at: FIRST + i * STEP, level: levelOf(call), file: nameOf(file), line, random }
      return program.header(moment) + (program.wrap?.(message) ?? message)
    }),
    messages,
    truth: order.map(({ template }) => template),
  }
}

function levelOf(call: string): string {
  const name = call.toLowerCase()
  if (/fatal|crit|panic|emerg/.test(name)) return 'FATAL'
  if (/err/.test(name)) return 'ERROR'
  if (/warn/.test(name)) return 'WARN'
  return /debug|trace|verb|fine/.test(name) ? 'DEBUG' : 'INFO'
}

function nameOf(file: string): string {
  return basename(file).replace(/\.\w+$/, '')
}

const FEWEST_LETTERS = 6
const MOST_HOLES = 8
const LONGEST = 300

function readProgram(
  { language, calls, without }: Program,
  folder: string,
): { statements: Statement[]; names: string[] } {
  const found = new Map<string, Statement>()
  const names = new Set<string>()
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  for (const file of files) {
    if (
      !language.files.test(file) ||
      /(?:^|\/)(?:tests?|testdata|contrib|examples?|vendor|third_party)\//i.test(file) ||
      without?.test(file)
    )
      continue
    const source = readFileSync(join(folder, file), 'utf8')
    for (const statement of statementsIn(file, source, calls, language)) {
      const parts = trimmed(statement.parts)
      if (isWorth(parts)) found.set(keyOf(parts), { ...statement, parts })
    }
    for (const [, name] of source.matchAll(/["']([A-Za-z][\w.-]{1,20}\w)["']/g))
      if (!/[.]\w{1,4}$/.test(name)) names.add(name)
  }
  return { statements: [...found.values()], names: [...names] }
}

function trimmed(parts: readonly Part[]): Part[] {
  return parts
    .map((part, at) => {
      if (typeof part !== 'string') return part
      const text = at === parts.length - 1 ? part.trimEnd() : part
      return at === 0 ? text.trimStart() : text
    })
    .filter((part) => part !== '')
}

/** Statements of which something is known: `%s: %s` is none. */
function isWorth(parts: readonly Part[]): boolean {
  const text = parts.map((part) => (typeof part === 'string' ? part : '')).join('')
  const holes = parts.filter((part) => typeof part !== 'string').length
  const letters = text.replaceAll(/[^A-Za-z]/g, '').length
  return (
    letters >= FEWEST_LETTERS &&
    /[A-Za-z]{3}/.test(text) &&
    !/[^ -~]/.test(text) &&
    text.length <= LONGEST &&
    holes <= MOST_HOLES
  )
}

function keyOf(parts: readonly Part[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : isConstant(part) ? part.expression : '<*>')).join('')
}

function lineOf(statement: Statement, world: World): Line {
  const pieces = statement.parts.map((part): string | Values => {
    if (typeof part === 'string') return part
    return isConstant(part) ? world.random.of(world.names) : valuesOf(part, world)
  })
  return {
    statement,
    template: pieces.map((piece) => (typeof piece === 'string' ? piece : '<*>')).join(''),
    fill: () => pieces.map((piece) => (typeof piece === 'string' ? piece : piece())).join(''),
  }
}
