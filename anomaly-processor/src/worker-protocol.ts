/** What the main thread and an observing thread say to each other. Calls are worked on, and answered, in order. */
import type { SourceRange } from '@errorsense/core/wire/observations.ts'
import type { Observed, Part } from './observing.ts'

export type Call =
  | { readonly call: 'restore'; readonly layouts: ReadonlyMap<string, string> }
  | { readonly call: 'begin'; readonly partition: number; readonly shards: number }
  | { readonly call: 'read'; readonly parts: readonly Part[] }
  | { readonly call: 'idle'; readonly range: SourceRange; readonly now: number }

/** To `read` and `idle`; the others have none. */
export type Answer = Observed | readonly Uint8Array[]

/** The buffers behind these bytes, each once; but those of Node's shared pool, which are copied. */
export function buffersOf(parts: readonly Uint8Array[]): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  for (const { buffer } of parts)
    if (buffer instanceof ArrayBuffer && buffer.byteLength > Buffer.poolSize) buffers.add(buffer)
  return [...buffers]
}
