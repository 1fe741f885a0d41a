/** What a byte is to the cutter of messages. Bytes beyond ASCII are letters, whatever they spell. */
import { DELIMITERS } from '../mine/tokens.ts'

export const OTHER_SIGN = 0
export const LETTER = 1
export const DIGIT = 2
/** Blanks and control characters. */
export const BLANK = 3
export const DELIMITER = 4
/** `.`, `!` and `?`: at the end of a word they close the sentence. */
export const CLOSING = 5
export const UNDERSCORE = 6
export const MINUS = 7
export const SLASH = 8

export const kindOf = new Uint8Array(256)
kindOf.fill(LETTER, 128)
kindOf.fill(LETTER, 65, 91)
kindOf.fill(LETTER, 97, 123)
kindOf.fill(DIGIT, 48, 58)
kindOf.fill(BLANK, 0, 33)
for (const delimiter of DELIMITERS) kindOf[delimiter.charCodeAt(0)] = DELIMITER
for (const sign of '.!?') kindOf[sign.charCodeAt(0)] = CLOSING
kindOf[95] = UNDERSCORE
kindOf[45] = MINUS
kindOf[47] = SLASH

/** Punctuation that is no delimiter. */
export function isSign(kind: number): boolean {
  return kind === OTHER_SIGN || kind === CLOSING || kind === MINUS
}
