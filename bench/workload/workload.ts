/**
 * Log lines to measure with: about 220 bytes each, of all usual formats, from services and templates whose frequencies
 * follow Zipf. Endless and seeded: the same options give the same bytes. It comes in chunks of one source each, as from
 * the files of containers, every source in turn.
 */
import type { Chunk } from '@errorsense/core/record.ts'
import { createDice, type Dice } from '@errorsense/log-generator/dice.ts'
import { formats, type LineFormat } from './formats.ts'
import { spoil } from './hostile.ts'
import { inventRoute, inventStatement, signIns, speak, type Statement } from './statements.ts'
import { word } from './words.ts'
import { zipf } from './zipf.ts'

export interface WorkloadOptions {
  readonly seed: number
  /** True templates of all services together. */
  readonly templates: number
  readonly services: number
}

export interface WorkloadChunk extends Chunk {
  readonly format: string
  /** The bare message of every record, LF between them: what a miner without a parser is given. A byte per char. */
  readonly messages: string
}

export interface Workload {
  next(): WorkloadChunk
}

/** A statement and who makes it. */
interface Voice {
  readonly statement: Statement
  readonly service: string
}

interface Source {
  readonly name: string
  readonly format: LineFormat
  readonly host: string
  readonly voices: readonly Voice[]
  /** Index of a voice: each speaks once, then the first ones most. */
  readonly draw: () => number
  /** Event time of the next record, ms. */
  at: number
  trace: string
}

const CHUNK_BYTES = 256 * 1024
const LONGEST_USUAL = 2048
const START = Date.UTC(2026, 10, 22)
const HOSTILE = 0.001
/** Mean time between records of a source, ms. */
const PACE = 1
const SIGN_IN_RANK = 8

export function workload({ seed, templates, services }: WorkloadOptions): Workload {
  const dice = createDice(seed)
  const sources = formats.map((format, i) => makeSource(format, i, { templates, services }, dice))
  let turn = 0
  return { next: () => nextChunk(sources[turn++ % sources.length], dice) }
}

function makeSource(
  format: LineFormat,
  index: number,
  { templates, services }: Omit<WorkloadOptions, 'seed'>,
  dice: Dice,
): Source {
  const invent = format.speaks === 'routes' ? inventRoute : inventStatement
  const statements = Array.from({ length: share(templates, index) }, () => invent(dice))
  const names = Array.from({ length: share(services, index) }, (_, i) => serviceName(i * formats.length + index))
  const voices = Array.from({ length: Math.max(statements.length, names.length) }, (_, i) => ({
    statement: statements[i % statements.length],
    service: names[i % names.length],
  }))
  if (format.name === 'syslog')
    voices.splice(SIGN_IN_RANK, 0, ...signIns.map((statement) => ({ statement, service: 'sshd' })))
  return {
    name: `node-${index}/${names[0]}.log`,
    format,
    host: `node-${word(30_000 + index)}`,
    voices,
    draw: onceThen(voices.length, zipf(voices.length, dice)),
    at: START,
    trace: dice.hex(8),
  }
}

/** What falls to one source of all. */
function share(count: number, index: number): number {
  return Math.max(1, Math.floor((count + index) / formats.length))
}

function serviceName(index: number): string {
  return `${word(25_000 + (index % 5000))}-${['api', 'worker', 'proxy', 'store'][Math.floor(index / 5000) % 4]}`
}

function onceThen(count: number, draw: () => number): () => number {
  let next = 0
  return () => (next < count ? next++ : draw())
}

function nextChunk(source: Source, dice: Dice): WorkloadChunk {
  const { name, format, voices } = source
  let text = ''
  let messages = ''
  while (text.length < CHUNK_BYTES - LONGEST_USUAL) {
    const { statement, service } = voices[source.draw()]
    const message = speak(statement, dice)
    source.at += dice.exponential(PACE)
    if (dice.chance(0.25)) source.trace = dice.hex(8)
    const { level, component } = statement
    const took = Math.round(dice.lognormal(20, 1))
    const { at, host, trace } = source
    const line = format.write({ at, level, service, host, component, message, trace, took }, dice)
    const isHostile = dice.chance(HOSTILE)
    text += `${isHostile ? spoil(line, dice) : line}\n`
    messages += `${message}\n`
  }
  const receivedAt = Math.ceil(source.at)
  return {
    source: name,
    service: voices[0].service,
    format: format.name,
    bytes: Buffer.from(text, 'latin1'),
    receivedAt,
    messages,
  }
}
