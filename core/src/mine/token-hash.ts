/**
 * Hashes of token sequences as sums of position-aware token hashes, 53 bits. Leaving tokens out of a sum stands for
 * blanking them: contexts of a row are found without building them.
 */
import { mix32 } from './hash.ts'

export type Pair = readonly [number, number]

export function textHash(text: string): Pair {
  let a = 0x811c9dc5
  let b = 0x12345678
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193)
    b = Math.imul(b + text.charCodeAt(i), 0x5bd1e995) ^ (b >>> 13)
  }
  return [a, b]
}

/** Sum over the tokens of [from, to), each as if it stood `shift` places further on. */
export function add([a, b]: Pair, hashes: readonly Pair[], from: number, to: number, shift: number): Pair {
  let x = a
  let y = b
  for (let i = from; i < to; i++) {
    const at = i + shift
    x = (x + mix32(hashes[i][0] + Math.imul(at, 0x9e3779b1))) | 0
    y = (y + mix32(hashes[i][1] ^ Math.imul(at + 1, 0x85ebca77))) | 0
  }
  return [x, y]
}

export function keyOf([a, b]: Pair): number {
  return (a >>> 0) * 0x200000 + (b >>> 11)
}
