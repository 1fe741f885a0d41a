/**
 * What a shard knows beyond history, as the store keeps it: as of one message, of which the next is known. Large tables
 * are written entry by entry, so that others on the loop have their turn meanwhile; whoever writes sees to it that
 * nothing changes before the end.
 */
import { DefaultDeserializer, DefaultSerializer } from 'node:v8'
import type { Kept } from '@errorsense/core/memory.ts'

export interface Remembered {
  /** Messages of log-observations before this offset are in it, but for their counts. */
  readonly next: number
  /** Windows before this were judged. */
  readonly position: number
  readonly kept: Kept
}

/** Goes up when the form of `Head` changes; memories in it have versions of their own. */
const FORMAT = 2
/** Tables of more entries are written one by one. */
const FEW = 100

type Table = Map<unknown, unknown> | Set<unknown>

/** What is kept, or the number of the table that is written behind the head. */
type Part = { readonly whole: unknown } | { readonly table: number }

interface MemoryHead {
  readonly name: string
  readonly version: number
  /** Of one that is an object with tables, its fields. */
  readonly kept: Part | { readonly fields: readonly (readonly [name: string, part: Part])[] }
}

interface Head {
  readonly v: number
  readonly next: number
  readonly position: number
  readonly memories: readonly MemoryHead[]
  readonly tables: readonly { readonly isMap: boolean; readonly size: number }[]
}

/** One serializer for all of it: what is one object in two memories, or in two entries, is one again. */
export async function written({ next, position, kept }: Remembered, breathe: () => Promise<void>): Promise<Uint8Array> {
  const tables: Table[] = []
  const memories = [...kept].map(([name, { version, kept }]) => ({ name, version, kept: partsOf(kept, tables) }))
  const shapes = tables.map((table) => ({ isMap: table instanceof Map, size: table.size }))
  const serializer = new DefaultSerializer()
  serializer.writeHeader()
  serializer.writeValue({ v: FORMAT, next, position, memories, tables: shapes } satisfies Head)
  for (const table of tables) {
    for (const entry of table) {
      serializer.writeValue(entry)
      await breathe()
    }
  }
  return serializer.releaseBuffer()
}

/** Undefined where it is of another format, or damaged: then the shard begins anew. */
export function readBack(bytes: Uint8Array): Remembered | undefined {
  try {
    const deserializer = new DefaultDeserializer(bytes)
    deserializer.readHeader()
    const { v, next, position, memories, tables: shapes } = deserializer.readValue() as Head
    if (v !== FORMAT) return undefined
    const tables = shapes.map(({ isMap, size }) => {
      const entries = Array.from({ length: size }, (): unknown => deserializer.readValue())
      return isMap ? new Map(entries as [unknown, unknown][]) : new Set(entries)
    })
    const kept = new Map(memories.map(({ name, version, kept }) => [name, { version, kept: joined(kept, tables) }]))
    return { next, position, kept }
  } catch {
    return undefined
  }
}

function partsOf(kept: unknown, tables: Table[]): MemoryHead['kept'] {
  if (!isPlain(kept) || !Object.values(kept).some(isLarge)) return partOf(kept, tables)
  return { fields: Object.entries(kept).map(([name, value]) => [name, partOf(value, tables)]) }
}

function partOf(value: unknown, tables: Table[]): Part {
  if (!isLarge(value)) return { whole: value }
  if (!tables.includes(value)) tables.push(value)
  return { table: tables.indexOf(value) }
}

function joined(kept: MemoryHead['kept'], tables: readonly Table[]): unknown {
  const valueOf = (part: Part): unknown => ('table' in part ? tables[part.table] : part.whole)
  if (!('fields' in kept)) return valueOf(kept)
  return Object.fromEntries(kept.fields.map(([name, part]) => [name, valueOf(part)]))
}

function isLarge(value: unknown): value is Table {
  return (value instanceof Map || value instanceof Set) && value.size > FEW
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
