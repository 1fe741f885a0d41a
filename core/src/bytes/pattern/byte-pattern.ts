/**
 * A sticky regular expression over bytes, without a string: an automaton whose states are made when first needed. It is
 * derived from the pattern itself, so it finds what the pattern finds, preference of alternatives included. A state
 * is an ordered list of places in the program; what stands behind a match in it can no longer win.
 */
import { programOf, type Program, type State } from './program.ts'
import { reach } from '../reach.ts'
import { END } from './byte-set.ts'

/** The automaton grew too large on the way and was forgotten: ask the pattern itself. */
export const TOO_LARGE = -2
const MAX_STATES = 2000
const UNKNOWN = -1
const DEAD = 0
const ZERO = 48
/** An entry holds the row of the next state and, below, whether a match ended here or how far back. */
const CODE_BITS = 5
const CODE_MASK = (1 << CODE_BITS) - 1

export class BytePattern {
  readonly #program: Program
  /** Class of each byte; bytes that no set tells apart are one class. The last class is the end of the text. */
  readonly #classOf: Uint8Array
  /** A byte of each class. */
  readonly #samples: readonly number[]
  readonly #width: number
  /** Whether all digits are one to it. */
  readonly #isBlind: boolean
  #table: Int32Array
  /** Places in the program, by state. */
  #places: (readonly number[])[] = []
  #rows = new Map<string, number>()

  private constructor(program: Program) {
    this.#program = program
    const { classOf, samples } = classesOf(program)
    this.#classOf = classOf
    this.#samples = samples
    this.#width = samples.length
    this.#isBlind = classOf.subarray(ZERO, ZERO + 10).every((kind) => kind === classOf[ZERO])
    this.#table = new Int32Array(0)
    this.#forget()
  }

  /** Undefined where the pattern asks for more than an automaton can tell. */
  static of(pattern: RegExp): BytePattern | undefined {
    const program = programOf(pattern)
    return program && new BytePattern(program)
  }

  /** The same, but it may match more than the pattern does: where that looks far ahead, and any digit for another. */
  static loose(pattern: RegExp): BytePattern | undefined {
    const program = programOf(pattern, true)
    return program && new BytePattern({ ...program, states: program.states.map(withAllDigits) })
  }

  /** Offset behind what stands at `at`, -1 where it does not fit, or TOO_LARGE. */
  match(bytes: Uint8Array, at: number, end: number): number {
    const classOf = this.#classOf
    let table = this.#table
    let row = this.#width
    let found = -1
    let i = at
    while (i < end) {
      let entry = table[row + classOf[bytes[i]]]
      // Told apart first, so that the next look-up need not wait for this one: runs of one kind are the most of a line.
      if (entry === row << CODE_BITS) {
        i++
        continue
      }
      if (entry === UNKNOWN) {
        entry = this.#learn(row, classOf[bytes[i]])
        if (entry === UNKNOWN) return TOO_LARGE
        table = this.#table
      }
      i++
      if ((entry & CODE_MASK) !== 0) found = i - (entry & CODE_MASK)
      row = entry >> CODE_BITS
      if (row === DEAD) break
    }
    if (this.#isBlind) reach.see(i)
    else reach.tell(at, i)
    return row === DEAD ? found : this.#matchEnd(row, end, found)
  }

  #matchEnd(row: number, end: number, found: number): number {
    let entry = this.#table[row + this.#width - 1]
    if (entry === UNKNOWN) entry = this.#learn(row, this.#width - 1)
    if (entry === UNKNOWN) return TOO_LARGE
    return (entry & CODE_MASK) === 0 ? found : end + 1 - (entry & CODE_MASK)
  }

  /** The first row is dead, the second the start. */
  #forget(): void {
    this.#table = new Int32Array(this.#width * 16).fill(UNKNOWN)
    this.#places = []
    this.#rows = new Map()
    this.#rowOf([])
    this.#rowOf([this.#program.start])
  }

  #rowOf(places: readonly number[]): number {
    const key = places.join()
    const known = this.#rows.get(key)
    if (known !== undefined) return known
    const row = this.#places.push(places) * this.#width - this.#width
    this.#rows.set(key, row)
    if (row + this.#width > this.#table.length) {
      const larger = new Int32Array(this.#table.length * 2).fill(UNKNOWN)
      larger.set(this.#table)
      this.#table = larger
    }
    return row
  }

  #learn(row: number, kind: number): number {
    if (this.#places.length >= MAX_STATES) {
      this.#forget()
      return UNKNOWN
    }
    const { code, next } = this.#step(this.#places[row / this.#width], this.#samples[kind])
    const entry = (this.#rowOf(next) << CODE_BITS) | code
    this.#table[row + kind] = entry
    return entry
  }

  /** From these places over one byte: where it goes on, and the code of a match that ends before the byte. */
  #step(places: readonly number[], byte: number): { code: number; next: readonly number[] } {
    const next = new Set<number>()
    for (const at of this.#expanded(places, byte)) {
      const state = this.#program.states[at]
      if (state.kind === 'match') return { code: state.back + 1, next: [...next] }
      if (state.kind === 'take' && state.set[byte] === 1) next.add(state.next)
    }
    return { code: 0, next: [...next] }
  }

  /** What can be reached without taking a byte, the preferred first. */
  #expanded(places: readonly number[], byte: number): ReadonlySet<number> {
    const seen = new Set<number>()
    const waiting = places.toReversed()
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (seen.has(at)) continue
      seen.add(at)
      const state = this.#program.states[at]
      if (state.kind === 'split') waiting.push(state.second, state.first)
      else if (state.kind === 'look' && state.set[byte] === 1) waiting.push(state.next)
    }
    return seen
  }
}

function withAllDigits(state: State): State {
  if (state.kind !== 'take' && state.kind !== 'look') return state
  const { set } = state
  return set.subarray(ZERO, ZERO + 10).includes(1) ? { ...state, set: set.slice().fill(1, ZERO, ZERO + 10) } : state
}

function classesOf({ states }: Program): { classOf: Uint8Array; samples: number[] } {
  const sets = new Set(states.flatMap((state) => (state.kind === 'take' || state.kind === 'look' ? [state.set] : [])))
  const classOf = new Uint8Array(END)
  const known = new Map<string, number>()
  const samples: number[] = []
  for (let byte = 0; byte < END; byte++) {
    const told = Array.from(sets, (set) => set[byte]).join('')
    const kind = known.get(told) ?? samples.push(byte) - 1
    known.set(told, kind)
    classOf[byte] = kind
  }
  samples.push(END)
  return { classOf, samples }
}
