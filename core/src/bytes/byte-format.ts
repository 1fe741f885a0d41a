/** What the scanners of the byte engine have in common. */
import type { Headers } from '../parse/header/headers.ts'
import type { ByteFields } from './byte-fields.ts'
import type { ByteMap } from './byte-map.ts'
import type { HeaderPlans } from './formats/header-plans.ts'

/** The line is of another format; the fields are arbitrary. */
export const OTHER = 0
/** The line was read: the fields hold exactly what the readable reader would have found. */
export const READ = 1
/** The line is unusual: the readable reader is to decide. Always right, only slower. */
export const UNSURE = 2

export interface ByteContext {
  /** Span to index of the engine's names, for services and hosts. Text is one char per byte, as headers give it. */
  readonly names: ByteMap
  /** Span to index of the engine's component names; takes what `Fields.component` would hold. */
  readonly components: ByteMap
  /** Header layouts of the source. */
  readonly headers: Headers
  /** Headers met before. */
  readonly plans: HeaderPlans
  readonly receivedAt: number
}

export interface ByteFormat {
  readonly name: string
  /**
   * Reads the line [start, end), which has no colour escape and is not cut. `fields` are clear. Linear, no string and no
   * object per line in the usual case.
   */
  read(bytes: Uint8Array, start: number, end: number, fields: ByteFields, context: ByteContext): number
}
