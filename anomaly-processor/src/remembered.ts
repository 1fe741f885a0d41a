/** What a shard knows beyond history, as the store keeps it: as of one message, of which the next is known. */
import { deserialize, serialize } from 'node:v8'
import type { Kept } from '@errorsense/core/memory.ts'

export interface Remembered {
  /** Messages of log-observations before this offset are in it, but for their counts. */
  readonly next: number
  /** Windows before this were judged. */
  readonly position: number
  readonly kept: Kept
}

/** Goes up when the form of `Remembered` changes; memories in it have versions of their own. */
const FORMAT = 1

export function written(remembered: Remembered): Uint8Array {
  return serialize({ v: FORMAT, ...remembered })
}

/** Undefined where it is of another format, or damaged: then the shard begins anew. */
export function readBack(bytes: Uint8Array): Remembered | undefined {
  try {
    const { v, next, position, kept } = deserialize(bytes) as Partial<Remembered & { v: unknown }>
    if (v !== FORMAT || typeof next !== 'number' || typeof position !== 'number' || !(kept instanceof Map))
      return undefined
    return { next, position, kept }
  } catch {
    return undefined
  }
}
