/** Spans of bytes compared and hashed where they stand, four bytes at a time: no string is made to look one up. */
import { mix32 } from './mine/hash.ts'

export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}

const SEED = 0x811c9dc5

/** Two sums side by side: the second does not wait for the first. */
export function hashOfSpan(view: DataView, start: number, end: number): number {
  let a = SEED ^ (end - start)
  let b = SEED
  let at = start
  for (; at + 8 <= end; at += 8) {
    a = stir(a, view.getInt32(at, true))
    b = stir(b, view.getInt32(at + 4, true))
  }
  for (; at < end; at++) a = stir(a, view.getUint8(at))
  return mix32(a ^ turn(b))
}

/** The same for spans that differ in their digits only. */
export function hashWithoutDigits(view: DataView, start: number, end: number): number {
  let a = SEED ^ (end - start)
  let b = SEED
  let at = start
  for (; at + 8 <= end; at += 8) {
    a = stir(a, withoutDigits(view.getInt32(at, true)))
    b = stir(b, withoutDigits(view.getInt32(at + 4, true)))
  }
  for (; at < end; at++) a = stir(a, withoutDigits(view.getUint8(at)))
  return mix32(a ^ turn(b))
}

export function isSameSpan(a: DataView, aStart: number, b: DataView, bStart: number, length: number): boolean {
  let i = 0
  for (; i + 4 <= length; i += 4) if (a.getInt32(aStart + i, true) !== b.getInt32(bStart + i, true)) return false
  for (; i < length; i++) if (a.getUint8(aStart + i) !== b.getUint8(bStart + i)) return false
  return true
}

export function isAscii(view: DataView, start: number, end: number): boolean {
  let all = 0
  let at = start
  for (; at + 4 <= end; at += 4) all |= view.getInt32(at, true)
  for (; at < end; at++) all |= view.getUint8(at)
  return (all & HIGH_BITS) === 0
}

function stir(hash: number, word: number): number {
  return Math.imul(turn(hash) ^ word, 0x9e3779b1)
}

function turn(hash: number): number {
  return (hash << 5) | (hash >>> 27)
}

const ZEROS = 0x30303030
const LOW_BITS = 0x7f7f7f7f
const HIGH_BITS = 0x80808080 | 0
/** Added to a digit's value it stays below the high bit, added to anything else it does not. */
const BEYOND_NINE = 0x76767676

/** Four bytes at once: every digit becomes 0, every other byte stays told from all others. */
export function withoutDigits(word: number): number {
  const value = word ^ ZEROS
  const others = (((value & LOW_BITS) + BEYOND_NINE) | value) & HIGH_BITS
  // A high bit becomes the eight bits of its byte.
  return value & ((others << 1) - (others >>> 7))
}
