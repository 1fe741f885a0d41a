/** Where tokens stand in a message that was not cut, since its key is known: at a value of the key, or so far behind one. */
import type { Evidence } from '../../parse/evidence.ts'
import type { MessageCutter } from './message-cutter.ts'
import type { MessageKey } from './message-key.ts'

/** Of each token: its number, the value it is or stands behind (-1: the beginning), and offsets from there. */
const WIDTH = 4
/** In place of offsets: the token is the value itself. */
const ITSELF = -1

/** For the message that was cut last, which has this key. */
export function spansOf(evidence: Evidence, key: MessageKey, start: number, cutter: MessageCutter): Int32Array {
  const { ip, user, session, sureSession, latency } = evidence
  const tokens = new Set([...ip, ...user, ...session, ...sureSession, ...latency.map(({ token }) => token)])
  return Int32Array.from([...tokens].flatMap((token) => spanOf(token, key, start, cutter)))
}

function spanOf(token: number, key: MessageKey, start: number, { starts, ends }: MessageCutter): number[] {
  let value = key.count - 1
  while (value >= 0 && key.starts[value] > starts[token]) value--
  if (value >= 0 && key.ends[value] > starts[token]) return [token, value, ITSELF, ITSELF]
  const origin = value < 0 ? start : key.ends[value]
  return [token, value, starts[token] - origin, ends[token] - origin]
}

/** Gives the cutter the spans of these tokens in the message that begins at `start`, whose key was read last. */
export function fillSpans(spans: Int32Array, key: MessageKey, start: number, { starts, ends }: MessageCutter): void {
  for (let i = 0; i < spans.length; i += WIDTH) {
    const token = spans[i]
    const value = spans[i + 1]
    if (spans[i + 2] === ITSELF) {
      starts[token] = key.starts[value]
      ends[token] = key.ends[value]
    } else {
      const origin = value < 0 ? start : key.ends[value]
      starts[token] = origin + spans[i + 2]
      ends[token] = origin + spans[i + 3]
    }
  }
}
