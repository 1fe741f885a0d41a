/** Logs whose lines are labelled with their true template: the dialects of `truth/`, and those of DIR/loghub. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { makeEngine } from '@errorsense/anomaly-processor/engine.ts'
import type { Shape } from '@errorsense/core/record.ts'
import { linesOf } from './truth/dialect.ts'
import { dialects } from './truth/dialects/index.ts'

export interface LabelledLog {
  readonly name: string
  readonly lines: readonly string[]
  readonly messages: readonly string[]
  readonly truth: readonly string[]
}

export function ownLogs({ seed, count }: { seed: number; count: number }): LabelledLog[] {
  return dialects.map((dialect) => {
    const lines = linesOf(dialect, { seed, count })
    return {
      name: dialect.name,
      lines: lines.map(({ header, message }) => header + message),
      messages: lines.map(({ message }) => message),
      truth: lines.map(({ template }) => template),
    }
  })
}

/** None where there is no such folder. */
export function foreignLogs(data: string): LabelledLog[] {
  const folder = join(data, 'loghub')
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).flatMap((file) => (file.endsWith('.truth.csv') ? [file.slice(0, -10)] : []))
  return names.map((name) => {
    const textOf = new Map(csv(join(folder, `${name}.templates.csv`)))
    const truth = csv(join(folder, `${name}.truth.csv`)).map(([, id]) => textOf.get(id) ?? id)
    const lines = linesIn(join(folder, `${name}.log`)).slice(0, truth.length)
    const messages = linesIn(join(folder, `${name}.content.txt`)).slice(0, truth.length)
    return { name, lines, messages, truth }
  })
}

function linesIn(file: string): string[] {
  return readFileSync(file, 'utf8').split(/\r?\n/)
}

/** Two columns, the second one perhaps quoted. */
function csv(file: string): [string, string][] {
  const [, ...rows] = linesIn(file)
  return rows
    .filter((row) => row !== '')
    .map((row) => {
      const comma = row.indexOf(',')
      const value = row.slice(comma + 1)
      return [row.slice(0, comma), value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value]
    })
}

const RECEIVED_AT = Date.UTC(2026, 10, 22)

export interface ReadLines {
  /** A shape per physical line. */
  readonly shapes: readonly Shape[]
  /** A message per physical line; undefined where it goes on with the record before. */
  readonly messages: readonly (string | undefined)[]
}

/** As a source would be read that grows by so many lines at a time. */
export function readLines(lines: readonly string[], chunks: readonly number[]): ReadLines {
  const engine = makeEngine()
  const shapes: Shape[] = []
  const messages: (string | undefined)[] = []
  for (let at = 0, chunk = 0; at < lines.length; chunk++) {
    const until = at + chunks[Math.min(chunk, chunks.length - 1)]
    const bytes = text.bytes(lines.slice(at, until).join('\n'))
    const batch = engine.read({ source: 'bench', service: '', bytes, receivedAt: RECEIVED_AT })
    for (let i = 0; i < batch.count; i++) {
      const message = text.utf8(bytes, batch.messageStart[i], batch.messageEnd[i])
      for (let line = 0; line < batch.lines[i]; line++) {
        shapes.push(engine.shapes[batch.shape[i]])
        messages.push(line === 0 ? message : undefined)
      }
    }
    at = until
  }
  return { shapes, messages }
}
