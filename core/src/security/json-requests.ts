/**
 * Nearly all requests that JSON tells of say nothing about security, and there are very many. This finds out from the
 * bytes of a record, by its status, method and path; where anything is unusual the record is to be read in full, which
 * decides.
 */
import type { Text } from '../ports/text.ts'
import { jsonKeys, ROOT } from './json-keys.ts'
import { JsonWalk, type JsonField } from './json-walk.ts'
import { keyTraits } from './key-traits.ts'
import { isOrdinary, splitRequest, statusAt, type RequestSpans } from './ordinary-request.ts'
import { wordFilter } from './word-filter.ts'

export interface JsonRequests {
  /** True only where reading the record in full, up to `end`, would tell nothing. */
  isOrdinary(bytes: Uint8Array, view: DataView, start: number, end: number): boolean
}

/** What keys tell. */
const STATUS = 1
const METHOD = 2
const PATH = 4
const LINE = 8
/** Part of the record of a packet filter. */
const PACKET = 16

/** One of these stands in every such record, as a key or before an equals sign. */
export const PACKET_TARGET = /dst|dest|daddr/i
export const mayHoldPacket = wordFilter({ fours: ['dest', 'dadd'], threes: ['dst'] })

function roleOf(name: string): number {
  const { status, method, path, line } = keyTraits(name)
  return (
    (status ? STATUS : 0) |
    (method ? METHOD : 0) |
    (path ? PATH : 0) |
    (line ? LINE : 0) |
    (PACKET_TARGET.test(name) ? PACKET : 0)
  )
}

export function jsonRequests(text: Text): JsonRequests {
  const [status, method, path, line] = [STATUS, METHOD, PATH, LINE].map((role) => ({
    role,
    key: ROOT,
    start: 0,
    end: 0,
  }))
  const told = [status, method, path, line]
  const spans: RequestSpans = { methodStart: 0, methodEnd: 0, pathStart: 0, pathEnd: 0 }
  const keys = jsonKeys(text, roleOf)
  const walk = new JsonWalk(keys, note)

  /** The first field of each role counts. A key that comes twice, or is written in escapes, is not for us to judge. */
  function note({ key, start, end, isLiteral, isObject }: JsonField): boolean {
    if (isObject) return true
    const role = keys.roles[key]
    if (!isLiteral || (role & PACKET) !== 0) return false
    for (const field of told) {
      if ((role & field.role) === 0) continue
      if (field.key === key) return false
      if (field.key !== ROOT) continue
      field.key = key
      field.start = start
      field.end = end
    }
    return true
  }

  /** `GET /path HTTP/1.1` in one field goes before two. */
  function isSpanned(bytes: Uint8Array): boolean {
    if (line.key !== ROOT) return splitRequest(bytes, line.start, line.end, spans)
    if (method.key === ROOT || path.key === ROOT) return false
    spans.methodStart = method.start
    spans.methodEnd = method.end
    spans.pathStart = path.start
    spans.pathEnd = path.end
    return true
  }

  return {
    isOrdinary(bytes, view, start, end) {
      for (const field of told) field.key = ROOT
      if (!walk.over(bytes, view, start, end)) return false
      if (status.key === ROOT || status.end - status.start !== 3 || !isSpanned(bytes)) return false
      const answer = statusAt(bytes, status.start)
      if (answer === 0 || !isOrdinary(text, bytes, view, spans, answer)) return false
      return !walk.holdsCodes && !(walk.holdsEquals && mayHoldPacket(view, start, end))
    },
  }
}
