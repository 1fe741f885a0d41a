/**
 * JSON strings as their authors wrote them, still a byte per char, with the way back to where each byte stood escaped.
 * Damaged escapes are left as they are.
 */
import type { Text } from '../ports/text.ts'

export interface Unescaped {
  readonly plain: string
  /** Offset in the escaped text by offset in `plain`, its length included; undefined when nothing was escaped. */
  readonly offsets: Uint32Array | undefined
}

const SIMPLE: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
])
/** A pair of surrogates is one character. */
const ESCAPE = /\\(?:["\\/bfnrt]|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4})/g

export function unescapeJson(raw: string, text: Text): Unescaped {
  if (!raw.includes('\\')) return { plain: raw, offsets: undefined }
  const offsets = new Uint32Array(raw.length + 1)
  let plain = ''
  let from = 0
  const keep = (to: number): void => {
    for (let i = from; i < to; i++) offsets[plain.length + i - from] = i
    plain += raw.slice(from, to)
  }
  for (const { index, 0: escape } of raw.matchAll(ESCAPE)) {
    keep(index)
    const bytes = bytesOf(escape, text)
    offsets.fill(index, plain.length, plain.length + bytes.length)
    plain += bytes
    from = index + escape.length
  }
  keep(raw.length)
  offsets[plain.length] = raw.length
  return { plain, offsets }
}

function bytesOf(escape: string, text: Text): string {
  const simple = SIMPLE.get(escape[1])
  if (simple !== undefined) return simple
  const units = escape.split('\\u').slice(1)
  const bytes = text.bytes(String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))))
  return text.latin1(bytes, 0, bytes.length)
}

/** As text; costs nothing where all is ASCII. */
export function decoded(plain: string, text: Text): string {
  return /[\x80-\xff]/.test(plain) ? text.fromLatin1(plain) : plain
}
