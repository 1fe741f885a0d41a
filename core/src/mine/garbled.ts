/**
 * Bytes that are no text: a binary file, a damaged disk, an encrypted stream. Told by words in which letters or digits
 * stand beside a run of bytes that are no UTF-8; text in an older encoding has such a byte here and there between
 * letters, or runs of them without letters.
 */
const FEWEST = 3
/** Of so many words one is enough; of random bytes every third is such a word. */
const WORDS_EACH = 6
const WORD = /[A-Za-z0-9\ufffd]/
const BROKEN = /\ufffd\ufffd/
const WRITTEN = /[A-Za-z0-9]/

/** `tokens` decoded, what is no UTF-8 as U+FFFD. */
export function isGarbled(tokens: readonly string[]): boolean {
  let words = 0
  let garbled = 0
  for (const token of tokens) {
    if (!WORD.test(token)) continue
    words++
    if (BROKEN.test(token) && WRITTEN.test(token)) garbled++
  }
  return garbled >= FEWEST && garbled * WORDS_EACH >= words
}
