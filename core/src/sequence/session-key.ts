/**
 * Finds the session id within messages without being told where it is.
 *
 * An id names a session when it comes back in different kinds of lines while many others do as well. A kind of id that
 * no word of chance can have (`isStrong`) is believed at once and dismissed when its values do not come back, so the
 * first sessions of a log are whole and where its lines are cut between observers does not matter. Others have to
 * prove themselves first: their first lines stay without a session, in each observer on its own.
 *
 * Bounds: 64 kinds, 500 values each; a trial that has seen enough gives a verdict and begins again.
 */
import { idTokens, type IdToken } from './id-token.ts'

export interface Span {
  readonly start: number
  readonly end: number
}

export interface SessionKey {
  /** False for shapes whose messages never had an id: they need not be asked about. */
  mayHave(shape: number): boolean
  /** Where in the message its session id stands. `shape` is any number that is the same for messages of one shape. */
  of(message: string, shape: number): Span | undefined
}

export interface SessionKeyOptions {
  /** Told by the user: its first group, or else all of it, is the id. Nothing is learnt then. */
  readonly pattern?: RegExp
}

export function sessionKey({ pattern }: SessionKeyOptions = {}): SessionKey {
  return pattern ? toldKey(pattern) : learntKey()
}

/** Of a message, as far as a pattern is tried on it. */
const MATCHED_LENGTH = 10_000

function toldKey(pattern: RegExp): SessionKey {
  const withIndices = new RegExp(pattern.source, `${pattern.flags.replace(/[dgy]/g, '')}d`)
  return {
    mayHave: () => true,
    of(message) {
      const indices = withIndices.exec(message.slice(0, MATCHED_LENGTH))?.indices
      const span = indices?.[1] ?? indices?.[0]
      return span && { start: span[0], end: span[1] }
    },
  }
}

const MAX_KINDS = 64
/** Messages of a shape without an id after which its messages are not scanned any more. */
const FRUITLESS = 32
const MAX_SHAPES = 200_000

function learntKey(): SessionKey {
  const trials = new Map<string, Trial>()
  const fruitless = new Map<number, number>()

  function trialOf(kind: string): Trial | undefined {
    const known = trials.get(kind)
    if (known || trials.size >= MAX_KINDS) return known
    const trial = new Trial()
    trials.set(kind, trial)
    return trial
  }

  function noteFruit(shape: number, found: number): void {
    const misses = fruitless.get(shape) ?? 0
    if (found > 0) fruitless.delete(shape)
    else if (misses > 0 || fruitless.size < MAX_SHAPES) fruitless.set(shape, misses + 1)
  }

  return {
    mayHave: (shape) => (fruitless.get(shape) ?? 0) < FRUITLESS,
    of(message, shape) {
      let best: IdToken | undefined
      const tokens = idTokens(message)
      noteFruit(shape, tokens.length)
      for (const token of tokens) {
        const trial = trialOf(token.kind)
        trial?.see(message.slice(token.start, token.end), shape)
        if (trial?.names(token) && (best === undefined || token.kind < best.kind)) best = token
      }
      return best && { start: best.start, end: best.end }
    },
  }
}

/** Values followed at a time; of more, every second, fourth, eighth ... by hash, so that each is followed for long. */
const MAX_VALUES = 500
/** Verdict once one in so many is followed: sessions that go on side by side need that long to come back. */
const VERDICT_AT = 16
const RETURN_SHARE = 0.3
const PROOF = 20
/** Values that come in more lines than this, on average, are names of machines or people. */
const MOST_LINES = 500
const SEVERAL = -1

/** Whether ids of one kind come back in different shapes. */
class Trial {
  /** Value to the shape it came in, or SEVERAL; oldest first. */
  #values = new Map<string, number>()
  #oneIn = 1
  #lines = 0
  #returned = 0
  #verdict: 'unknown' | 'session' | 'other' = 'unknown'

  names({ isStrong }: IdToken): boolean {
    return this.#verdict === 'session' || (this.#verdict === 'unknown' && isStrong)
  }

  see(value: string, shape: number): void {
    if (!this.#follows(value)) return
    this.#lines++
    const before = this.#values.get(value)
    if (before === undefined) this.#values.set(value, shape)
    if (before !== undefined && before !== shape && before !== SEVERAL) {
      this.#values.set(value, SEVERAL)
      this.#returned++
    }
    this.#decide()
  }

  #follows(value: string): boolean {
    return this.#oneIn === 1 || hash(value) % this.#oneIn === 0
  }

  #decide(): void {
    const size = this.#values.size
    if (this.#returned >= PROOF && this.#returned >= RETURN_SHARE * size) this.#verdict = 'session'
    if (this.#lines > MOST_LINES * Math.max(PROOF, size)) this.#conclude('other')
    else if (size >= MAX_VALUES && this.#oneIn === VERDICT_AT) this.#conclude(this.#oldReturn() ? 'session' : 'other')
    else if (size >= MAX_VALUES) this.#thin()
  }

  #thin(): void {
    this.#oneIn *= 2
    this.#lines /= 2
    for (const [value, shape] of this.#values) {
      if (this.#follows(value)) continue
      this.#values.delete(value)
      if (shape === SEVERAL) this.#returned--
    }
  }

  /** Of the older half only: the others did not have the time to come back. */
  #oldReturn(): boolean {
    const old = [...this.#values.values()].slice(0, MAX_VALUES / 2)
    return old.filter((shape) => shape === SEVERAL).length >= RETURN_SHARE * old.length
  }

  #conclude(verdict: 'session' | 'other'): void {
    this.#verdict = verdict
    this.#values = new Map()
    this.#oneIn = 1
    this.#lines = 0
    this.#returned = 0
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return (h ^ (h >>> 15)) >>> 0
}
