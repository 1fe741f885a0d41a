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
import { roomFor } from '../hash-index.ts'
import { idTokens, type IdToken } from './id-token.ts'

export interface SessionKey {
  /** False for shapes whose messages never had an id: they need not be asked about. */
  mayHave(shape: number): boolean
  /**
   * The session id in a span of a message, valid until the next call. `shape` is any number that is the same for
   * messages of one shape; of a message no more than `SCANNED_LENGTH` is to be given.
   */
  of(bytes: Uint8Array, start: number, end: number, shape: number): Readonly<IdToken> | undefined
}

const MAX_KINDS = 64
/** Messages of a shape without an id after which its messages are not scanned any more. */
const FRUITLESS = 32
const MAX_SHAPES = 200_000

const FEW = 1_024

export function sessionKey(): SessionKey {
  const ids = idTokens(MAX_KINDS)
  const trials = Array.from({ length: MAX_KINDS }, () => new Trial())
  /** Of each shape: its messages without an id since the last one that had one. */
  let fruitless = new Uint8Array(FEW)

  function noteFruit(shape: number, found: number): void {
    if (shape >= MAX_SHAPES) return
    fruitless = roomFor(fruitless, shape)
    fruitless[shape] = found > 0 ? 0 : Math.min(FRUITLESS, fruitless[shape] + 1)
  }

  return {
    mayHave: (shape) => shape >= fruitless.length || fruitless[shape] < FRUITLESS,
    of(bytes, start, end, shape) {
      let best: IdToken | undefined
      const found = ids.scan(bytes, start, end)
      noteFruit(shape, found)
      for (let i = 0; i < found; i++) {
        const token = ids.tokens[i]
        if (token.kind < 0) continue
        const trial = trials[token.kind]
        trial.see(bytes, token, shape)
        if (trial.names(token) && (best === undefined || ids.kinds[token.kind] < ids.kinds[best.kind])) best = token
      }
      return best
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
  /** Value, by its hash, to the shape it came in, or SEVERAL; oldest first. */
  #values = new Map<number, number>()
  /** A power of two. */
  #oneIn = 1
  #lines = 0
  #returned = 0
  #verdict: 'unknown' | 'session' | 'other' = 'unknown'

  names({ isStrong }: IdToken): boolean {
    return this.#verdict === 'session' || (this.#verdict === 'unknown' && isStrong)
  }

  see(bytes: Uint8Array, { start, end }: IdToken, shape: number): void {
    const value = hash(bytes, start, end)
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

  #follows(value: number): boolean {
    return (value & (this.#oneIn - 1)) === 0
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
function hash(bytes: Uint8Array, start: number, end: number): number {
  let h = 0x811c9dc5
  for (let i = start; i < end; i++) h = Math.imul(h ^ bytes[i], 0x01000193)
  return h ^ (h >>> 15)
}
