/** JSON strings as their authors wrote them, still a byte per char. Damaged escapes are left as they are. */
import type { Text } from '../ports/text.ts'
import { replacePlaced, type Placed } from './placed.ts'

/** What stands behind the backslash, and for what. */
export const SIMPLE: ReadonlyMap<string, string> = new Map([
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

export function unescapeJson(raw: string, text: Text): Placed {
  return raw.includes('\\')
    ? replacePlaced(raw, ESCAPE, (escape) => bytesOf(escape, text))
    : { plain: raw, offsets: undefined }
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
