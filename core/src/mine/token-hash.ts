/**
 * Hashes of token sequences, 53 bits: polynomials in an odd base, kept as sums over their first tokens. What is left of a
 * sequence when places are blanked is put together from these sums, however many tokens it has: contexts of a row are
 * found without building them.
 */
import { mix32 } from './hash.ts'

/** Tokens [from, to). */
export interface Cut {
  readonly from: number
  readonly to: number
}

const BASE_A = 0x9e3779b1
const BASE_B = 0x85ebca77
const FEWEST_TOKENS = 64
export const NO_CUTS: readonly Cut[] = []

export class TokenSums {
  #length = 0
  #componentA = 0
  #componentB = 0
  /** At `i`: of the tokens before `i`. */
  #a = new Int32Array(FEWEST_TOKENS)
  #b = new Int32Array(FEWEST_TOKENS)

  take(component: string, tokens: readonly string[]): this {
    if (tokens.length >= this.#a.length) {
      this.#a = new Int32Array(tokens.length * 2)
      this.#b = new Int32Array(tokens.length * 2)
    }
    this.#length = tokens.length
    hashText(component)
    this.#componentA = textA
    this.#componentB = textB
    let a = 0
    let b = 0
    for (let at = 0; at < tokens.length; at++) {
      hashText(tokens[at])
      a = (a + Math.imul(textA, powersA.of(at))) | 0
      b = (b + Math.imul(textB, powersB.of(at))) | 0
      this.#a[at + 1] = a
      this.#b[at + 1] = b
    }
    return this
  }

  /** With one marker in place of each cut; cuts are in order. */
  key(cuts: readonly Cut[] = NO_CUTS): number {
    let a = this.#componentA
    let b = this.#componentB
    let from = 0
    let shift = 0
    for (const cut of cuts) {
      a += Math.imul(this.#a[cut.from] - this.#a[from], powersA.of(shift))
      b += Math.imul(this.#b[cut.from] - this.#b[from], powersB.of(shift))
      shift -= cut.to - cut.from - 1
      from = cut.to
    }
    a += Math.imul(this.#a[this.#length] - this.#a[from], powersA.of(shift))
    b += Math.imul(this.#b[this.#length] - this.#b[from], powersB.of(shift))
    return keyOf(a, b, this.#length + shift)
  }

  /** Of the tokens alone, whatever component says them. */
  keyOfTokens(): number {
    return keyOf(this.#a[this.#length], this.#b[this.#length], this.#length)
  }

  /** Of the tokens alone behind others. */
  keyBehind(before: TokenSums): number {
    const at = before.#length
    const a = before.#a[at] + Math.imul(this.#a[this.#length], powersA.of(at))
    const b = before.#b[at] + Math.imul(this.#b[this.#length], powersB.of(at))
    return keyOf(a, b, at + this.#length)
  }
}

/** Powers of an odd number, modulo 2^32; those of its inverse move tokens to the front. */
class Powers {
  #inverse: number
  #base: number
  #powers = new Int32Array([1])
  #inverses = new Int32Array([1])

  constructor(base: number) {
    this.#base = base
    // Each step doubles the number of bits that are right.
    this.#inverse = base
    for (let i = 0; i < 5; i++) this.#inverse = Math.imul(this.#inverse, 2 - Math.imul(base, this.#inverse))
  }

  of(exponent: number): number {
    while (Math.abs(exponent) >= this.#powers.length) this.#grow()
    return exponent < 0 ? this.#inverses[-exponent] : this.#powers[exponent]
  }

  #grow(): void {
    this.#powers = longer(this.#powers, this.#base)
    this.#inverses = longer(this.#inverses, this.#inverse)
  }
}

function longer(powers: Int32Array<ArrayBuffer>, base: number): Int32Array<ArrayBuffer> {
  const out = new Int32Array(powers.length * 2)
  out.set(powers)
  for (let i = powers.length; i < out.length; i++) out[i] = Math.imul(out[i - 1], base)
  return out
}

const powersA = new Powers(BASE_A)
const powersB = new Powers(BASE_B)

/** What is blanked last adds nothing to the sums, but to the length. */
function keyOf(a: number, b: number, length: number): number {
  return (mix32(a + length) >>> 0) * 0x200000 + (mix32(b ^ length) >>> 11)
}

/** Of a key, 32 bits each. */
export function halves(key: number): readonly [low: number, high: number] {
  return [key | 0, Math.floor(key / 0x100000000)]
}

let textA = 0
let textB = 0

/** Into `textA` and `textB`. */
function hashText(text: string): void {
  let a = 0x811c9dc5
  let b = 0x12345678
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    a = Math.imul(a ^ c, 0x01000193)
    b = Math.imul(b + c, 0x5bd1e995) ^ (b >>> 13)
  }
  textA = mix32(a)
  textB = mix32(b)
}
