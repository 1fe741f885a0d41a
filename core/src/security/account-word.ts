/** Whether the word where an account is named may tell how it went instead ("login refused"), asked of the bytes of a message. */
import { isLetter, isWordChar } from '../ascii.ts'
import { isAscii } from '../byte-span.ts'
import { ByteMap } from '../bytes/byte-map.ts'
import type { Text } from '../ports/text.ts'
import { isOutcome } from './shape-meaning.ts'
import type { Words } from './words.ts'

/** Words remembered at a time. */
const MOST_WORDS = 10_000
const LONGEST = 64
const BLANK = 0x20
const LOWER = 0x20

const namers = ['user', 'username', 'account', 'login'].map((word) => Uint8Array.from(word, (c) => c.charCodeAt(0)))

export interface AccountWords {
  /** False only where `withAccountWord` changes nothing. */
  mayTellOutcome(bytes: Uint8Array, view: DataView, start: number, end: number): boolean
}

export function accountWords(text: Text, words: Words): AccountWords {
  const outcomes = new ByteMap(MOST_WORDS, text.latin1, (word) => (isOutcome(word, words) ? 1 : 0))
  return {
    mayTellOutcome(bytes, view, start, end) {
      if (!isAscii(view, start, end)) return true
      for (let i = start; i < end - 1; i++) {
        if (bytes[i] !== BLANK || !isLetter(bytes[i + 1]) || !isNamer(bytes, start, i)) continue
        let behind = i + 2
        while (behind < end && isLetter(bytes[behind])) behind++
        if (behind - i > LONGEST || outcomes.of(bytes, i + 1, behind) === 1) return true
      }
      return false
    },
  }
}

function isNamer(bytes: Uint8Array, from: number, end: number): boolean {
  for (const word of namers) {
    const start = end - word.length
    if (start < from || !isWordAt(bytes, start, word)) continue
    if (start === from || !isWordChar(bytes[start - 1])) return true
  }
  return false
}

function isWordAt(bytes: Uint8Array, start: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) if ((bytes[start + i] | LOWER) !== word[i]) return false
  return true
}
