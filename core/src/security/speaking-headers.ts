/**
 * A parser may take the beginning of a sentence for a header ("Failed Login:", "authentication failure;"). Headers are
 * few when their digits are left out, so each is asked once whether it says more than when, where and who.
 */
import type { Text } from '../ports/text.ts'
import { connectionIn } from './session-key.ts'
import { attack, failure, limit, plainWords, success, verdict } from './words.ts'

/** Hosts and programs are few; whoever makes more of them is asked every time. */
const MOST_HEADERS = 20_000
const LONGEST = 512

export interface HeaderMeaning {
  /** The bytes before the message belong to what is said. */
  readonly speaks: boolean
  /** Names a process or connection: `sshd[123]`. */
  readonly hasSession: boolean
}

export interface SpeakingHeaders {
  of(bytes: Uint8Array, start: number, end: number): HeaderMeaning
}

export function speakingHeaders(text: Text): SpeakingHeaders {
  const known = new Map<number, HeaderMeaning>()
  return {
    of(bytes, start, end) {
      const last = Math.min(end, start + LONGEST)
      const key = hashOfLetters(bytes, start, last)
      const answer = known.get(key)
      if (answer !== undefined) return answer
      const header = text.utf8(bytes, start, last)
      const found = { speaks: saysMore(header), hasSession: connectionIn(header) !== undefined }
      if (known.size < MOST_HEADERS) known.set(key, found)
      return found
    },
  }
}

function saysMore(header: string): boolean {
  const plain = plainWords(header)
  return [failure, verdict, attack, limit, success].some((role) => role.test(plain))
}

/** FNV-1a over everything that is no digit. */
function hashOfLetters(bytes: Uint8Array, start: number, end: number): number {
  let h = 0x811c9dc5
  for (let i = start; i < end; i++) {
    const byte = bytes[i]
    if (byte < 0x30 || byte > 0x39) h = Math.imul(h ^ byte, 0x01000193)
  }
  return h >>> 0
}
