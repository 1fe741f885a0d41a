/** Bus records to chunks: the lines of one source together, in order, whoever sent them. */
import type { RecordColumns } from '@errorsense/core/ports/bus.ts'
import type { Chunk } from '@errorsense/core/record.ts'

const LF = 10

/** A chunk stays below this unless one record alone is larger. */
const MAX_BYTES = 512 * 1024

/** Sources told apart in one range; a producer that makes up more is one source, or each line would be an insert. */
const MAX_SOURCES = 64

/** Records of one chunk. */
interface Group {
  readonly service: string
  latest: number
  bytes: number
  /** Index of the last one. */
  last: number
  /** Where their lines lie, neighbours in one piece: from, to, from, to. */
  readonly spans: number[]
}

/**
 * Records of foreign producers carry no headers: their partition is their source. A key is none, it may be an order.
 * Nothing was received after `now`, ms, whatever a producer's clock says. The same records give the same chunks, however
 * they lie in memory.
 */
export function chunksOf(records: RecordColumns, partition: string, now: number): Chunk[] {
  const bySource =
    groupsOf(records, (headers) => headers['source'] ?? partition) ?? groupsOf(records, () => partition) ?? []
  return [...bySource].flatMap(([source, groups]) =>
    groups.map(({ service, latest, spans }) => ({
      source,
      service,
      receivedAt: Math.min(now, latest),
      bytes: join(records.bytes, spans),
    })),
  )
}

/** Undefined when there are too many sources. */
function groupsOf(
  records: RecordColumns,
  sourceOf: (headers: RecordColumns['headers'][number]) => string,
): Map<string, Group[]> | undefined {
  const bySource = new Map<string, Group[]>()
  let headers: RecordColumns['headers'][number] | undefined
  let groups: Group[] = []
  for (let i = 0; i < records.count; i++) {
    if (records.headers[i] !== headers) {
      headers = records.headers[i]
      groups = listOf(bySource, sourceOf(headers))
      if (bySource.size > MAX_SOURCES) return undefined
    }
    add(groups, records, i)
  }
  return bySource
}

function add(groups: Group[], { start, end, timestamp, headers }: RecordColumns, i: number): void {
  const size = end[i] - start[i]
  let group = groups.at(-1)
  if (group === undefined || group.bytes + size > MAX_BYTES) {
    group = { service: headers[i]['service'] ?? '', latest: 0, bytes: 0, last: -1, spans: [] }
    groups.push(group)
  }
  group.bytes += size + 1
  group.latest = Math.max(group.latest, timestamp[i])
  const { spans } = group
  if (spans.length > 0 && group.last === i - 1) spans[spans.length - 1] = end[i]
  else spans.push(start[i], end[i])
  group.last = i
}

function join(bytes: Uint8Array, spans: readonly number[]): Uint8Array {
  if (spans.length === 2) return bytes.subarray(spans[0], spans[1])
  const joined = new Uint8Array(spans.reduce((sum, at, i) => sum + (i % 2 === 0 ? 1 - at : at), 0))
  let to = 0
  for (let i = 0; i < spans.length; i += 2) {
    joined.set(bytes.subarray(spans[i], spans[i + 1]), to)
    to += spans[i + 1] - spans[i]
    if (joined[to - 1] !== LF) joined[to++] = LF
  }
  return joined.subarray(0, to)
}

function listOf<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}
