import type { Text } from '../ports/text.ts'
import type { Fields } from './fields.ts'
import type { Layout } from './header/layout.ts'

export interface HeaderReader {
  /** Whether indented lines are records of their own. */
  readonly startsIndented: boolean
  /** The layout that took the header off the line; undefined when none fits. */
  read(line: string, fields: Fields, receivedAt: number): Layout | undefined
}

/** What a format may ask beyond the line itself. */
export interface LineContext {
  readonly text: Text
  /** Header layouts of the source the line came from. */
  readonly headers: HeaderReader
  /** ms since epoch: reference for times that name no year or day. */
  readonly receivedAt: number
}

/** What one pattern describes; its groups are named after what they hold (`written.ts`). */
export interface Writing {
  readonly name: string
  /** Anchored at the beginning, linear, with the flag `d`. */
  readonly pattern: RegExp
  /** ms per unit of the latency, where it is a mere number. */
  readonly unit?: number
  /** Of signs that stand for a level; words are known. */
  readonly levels?: ReadonlyMap<string, number>
}

/** One way lines are written. */
export interface Format {
  readonly name: string
  /** Matches at the beginning of every line of the format, where one pattern can say so; other lines are of another one. */
  readonly pattern?: RegExp
  /** Where the groups of that pattern tell everything. */
  readonly writing?: Writing
  /**
   * True when the line is of this format; then `fields` (cleared before) hold what it tells. On false their content is
   * arbitrary. Called per line; never throws, linear in the line.
   */
  read(line: string, fields: Fields, context: LineContext): boolean
}
