/** A step of a learnt header over bytes, made from the readable one: its pattern, time form or delimiter. */
import { isTyped } from '../../parse/header/layout.ts'
import type { Step, StepKind } from '../../parse/header/steps.ts'
import { reach } from '../reach.ts'
import { BytePattern } from '../pattern/byte-pattern.ts'
import { byteTimeForm, type ByteTimeForm } from './time.ts'

const NONE = -1
/** Every second step is this one. */
const GAP = '[ \\t]+'
const closers = new Map([...'[](){}<>""\'\''].flatMap((c, i, all) => (i % 2 ? [] : [[c, all[i + 1]] as const])))

export class ByteStep {
  readonly kind: StepKind
  readonly isOptional: boolean
  readonly isTyped: boolean
  readonly time: ByteTimeForm | undefined
  readonly openerLength: number
  readonly #pattern: BytePattern | undefined
  readonly #isGap: boolean
  readonly #opener: number
  readonly #closer: number
  readonly #delimiter: number

  private constructor(step: Step, pattern: BytePattern | undefined, time: ByteTimeForm | undefined) {
    this.kind = step.kind
    this.isOptional = step.optional
    this.isTyped = isTyped(step)
    this.time = time
    const opener = step.opener ?? ''
    this.openerLength = opener.length
    this.#pattern = pattern
    this.#isGap = step.pattern?.source === GAP
    this.#opener = codeOf(opener)
    this.#closer = codeOf(closers.get(opener) ?? '')
    this.#delimiter = codeOf(step.name.slice(step.kind.length + 1))
  }

  /** Undefined for a step that has no form over bytes. */
  static of(step: Step): ByteStep | undefined {
    const pattern = step.pattern && patternOf(step.pattern)
    const time = step.form && byteTimeForm(step.form.name)
    const isDelimiter = step.kind === 'symbol' || step.kind === 'field'
    return pattern || time || isDelimiter ? new ByteStep(step, pattern, time) : undefined
  }

  /** Offset behind what stands at `at`; -1 where it does not fit, less where the readable reader is to decide. */
  match(bytes: Uint8Array, at: number, end: number, day: number): number {
    if (this.#isGap) return gapEnd(bytes, at, end)
    if (this.#pattern) return this.#pattern.match(bytes, at, end)
    if (this.time) return this.#matchTime(this.time, bytes, at, end, day)
    reach.see(at + 1)
    if (this.kind === 'symbol') return at < end && bytes[at] === this.#delimiter ? at + 1 : -1
    let i = at
    while (i < end && bytes[i] !== this.#delimiter) i++
    reach.see(i + 1)
    return i < end ? i : -1
  }

  #matchTime(time: ByteTimeForm, bytes: Uint8Array, at: number, end: number, day: number): number {
    if (this.#opener === NONE) return time.read(bytes, at, end, day)
    reach.see(at + 1)
    if (at >= end || bytes[at] !== this.#opener) return -1
    const found = time.read(bytes, at + 1, end, day)
    return found >= 0 && found < end && bytes[found] === this.#closer ? found + 1 : found
  }
}

function gapEnd(bytes: Uint8Array, at: number, end: number): number {
  let i = at
  while (i < end && (bytes[i] === 32 || bytes[i] === 9)) i++
  reach.see(i + 1)
  return i > at ? i : -1
}

function codeOf(character: string): number {
  return character === '' ? NONE : character.charCodeAt(0)
}

const patterns = new Map<RegExp, BytePattern | undefined>()

/** Patterns of steps are few, and shared by all layouts. */
function patternOf(pattern: RegExp): BytePattern | undefined {
  if (!patterns.has(pattern)) patterns.set(pattern, BytePattern.of(pattern))
  return patterns.get(pattern)
}
