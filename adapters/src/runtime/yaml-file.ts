/** A YAML file a person wrote: its value, and where in it something stands. */
import { readFileSync } from 'node:fs'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { LineCounter, parseDocument, type Document } from 'yaml'

export interface YamlFile {
  readonly value: unknown
  /** `file:line:column` of the deepest node of the path that exists. */
  place(path: readonly PropertyKey[]): string
}

/** `what` names the file to the person who has to mend it. */
export function readYaml(name: string, what: string): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(readText(name, what), { lineCounter: lines, prettyErrors: false })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return `${name}:${line}:${col}`
  }
  const wrong = document.errors.map(({ pos, message }) => `${at(pos[0])}: ${message}`)
  if (wrong.length > 0) throw new ErrorSenseError('config', wrong.join('\n'))
  return { value: valueOf(document, at), place: (path) => at(offsetOf(document, path)) }
}

function valueOf(document: Document, at: (offset: number) => string): unknown {
  try {
    return document.toJS() as unknown
  } catch (cause) {
    throw new ErrorSenseError('config', `${at(0)}: ${(cause as Error).message}`, { cause })
  }
}

function readText(name: string, what: string): string {
  try {
    return readFileSync(name, 'utf8')
  } catch (cause) {
    throw new ErrorSenseError('config', `${what} ${name} can not be read: ${(cause as Error).message}`, { cause })
  }
}

function offsetOf(document: Document, from: readonly PropertyKey[]): number {
  for (const path = [...from]; path.length > 0; path.pop()) {
    const parent = document.getIn(path.slice(0, -1), true) ?? document.contents
    const items = (parent as { items?: { key?: { value?: unknown; range?: number[] } }[] }).items ?? []
    const pair = items.find((item) => item.key?.value === path.at(-1))
    const range = pair?.key?.range ?? (document.getIn(path, true) as { range?: number[] } | undefined)?.range
    if (range) return range[0]
  }
  return 0
}
