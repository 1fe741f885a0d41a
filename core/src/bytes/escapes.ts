/**
 * JSON strings as their authors wrote them, over bytes: what `parse/json-escapes.ts` makes of them. Of the line read last;
 * one text is kept at a time.
 */
import { SIMPLE } from '../parse/json-escapes.ts'

const BACKSLASH = 92

/** What a letter stands for behind a backslash; 0 where it is no escape. */
const meaning = new Uint8Array(128)
for (const [letter, sign] of SIMPLE) meaning[letter.charCodeAt(0)] = sign.charCodeAt(0)

class Unescaped {
  bytes = new Uint8Array(4096)
  length = 0
  /** How many escapes it took. */
  escapes = 0

  /** False where the text is not ASCII, or written as \u: that is for the readable reader. */
  read(from: Uint8Array, start: number, end: number): boolean {
    if (end - start > this.bytes.length) this.bytes = new Uint8Array((end - start) * 2)
    const { bytes } = this
    let length = 0
    this.escapes = 0
    for (let i = start; i < end; i++) {
      let c = from[i]
      if (c === BACKSLASH && i + 1 < end) {
        if (from[i + 1] === 117) return false
        const sign = from[i + 1] < 128 ? meaning[from[i + 1]] : 0
        if (sign > 0) {
          this.escapes++
          c = sign
          i++
        }
      }
      if (c >= 128) return false
      bytes[length++] = c
    }
    this.length = length
    return true
  }
}

export const unescaped = new Unescaped()
