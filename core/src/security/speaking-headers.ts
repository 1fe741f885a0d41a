/**
 * A parser may take the beginning of a sentence for a header ("Failed Login:", "authentication failure;"). Headers that
 * differ in their digits only say the same and are few, so each is asked once whether it says more than when, where and
 * who, and found again by its bytes.
 */
import { hashWithoutDigits } from '../byte-span.ts'
import { HashIndex } from '../hash-index.ts'
import type { Text } from '../ports/text.ts'
import { connectionIn } from './session-key.ts'
import { plainWords, type Words } from './words.ts'

/** Hosts and programs are few; where somebody makes more of them, all are forgotten and asked again. */
const MOST_HEADERS = 20_000
const LONGEST = 512

/** The bytes before the message belong to what is said. */
export const SPEAKS = 1
/** Names a process or connection: `sshd[123]`. */
export const HAS_SESSION = 2

export interface SpeakingHeaders {
  /** `SPEAKS` and `HAS_SESSION`, as they apply. */
  of(bytes: Uint8Array, view: DataView, start: number, end: number): number
}

/** `partOf` leaves out what is not to be read. */
export function speakingHeaders(
  text: Text,
  words: Words,
  partOf: (header: string) => string = (header) => header,
): SpeakingHeaders {
  const index = new HashIndex()
  const meanings = new Uint8Array(MOST_HEADERS)
  const hashes = new Int32Array(MOST_HEADERS)

  function ask(bytes: Uint8Array, start: number, end: number): number {
    const header = text.utf8(bytes, start, end)
    return (saysMore(partOf(header), words) ? SPEAKS : 0) | (connectionIn(header) === undefined ? 0 : HAS_SESSION)
  }

  return {
    of(bytes, view, start, end) {
      if (start === end) return 0
      const last = Math.min(end, start + LONGEST)
      const hash = hashWithoutDigits(view, start, last)
      let header = index.first(hash)
      while (header >= 0 && hashes[header] !== hash) header = index.next(header)
      if (header >= 0) return meanings[header]
      if (index.size === MOST_HEADERS) index.clear()
      header = index.add(hash)
      hashes[header] = hash
      return (meanings[header] = ask(bytes, start, last))
    },
  }
}

function saysMore(header: string, words: Words): boolean {
  const plain = plainWords(header)
  const { failure, verdict, attack, limit, success } = words
  return [failure, verdict, attack, limit, success].some((role) => role.test(plain))
}
