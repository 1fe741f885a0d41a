import { MAX_LINE_BYTES } from '@errorsense/core/ports/log-source.ts'

/** Whole lines, LF between them and none at the end. */
export interface LineBlock {
  readonly bytes: Uint8Array
  /** Lines that lost what went beyond the longest allowed. */
  readonly truncated: number
}

/**
 * Cuts a stream of bytes into whole lines. Keeps at most one unfinished line, and of that no more than the longest
 * allowed: a stream without line ends needs no more memory than one with them.
 */
export interface LineSplitter {
  /** The lines that end within these bytes; they are copied, so the caller may reuse its buffer. */
  push(bytes: Uint8Array): LineBlock | undefined
  /** The last line of a stream that does not end with LF. */
  end(): LineBlock | undefined
  /** Bytes of the stream behind the last LF. */
  readonly pending: number
}

const LF = 10

export function createLineSplitter(maxBytes = MAX_LINE_BYTES): LineSplitter {
  let parts: Uint8Array[] = []
  let held = 0
  let pending = 0

  function hold(bytes: Uint8Array): void {
    pending += bytes.length
    const kept = bytes.subarray(0, Math.max(0, maxBytes - held))
    // A copy (`slice` of a Buffer is none): what is given belongs to the caller.
    if (kept.length > 0) parts.push(Buffer.from(kept))
    held += kept.length
  }

  /** The unfinished line, which is finished now. */
  function take(): { line: Uint8Array; cut: boolean } {
    const whole = Buffer.concat(parts, held)
    const cut = pending > held
    parts = []
    held = 0
    pending = 0
    return { line: cut ? whole.subarray(0, wholeCharacters(whole)) : whole, cut }
  }

  return {
    get pending() {
      return pending
    },
    push(bytes) {
      const first = bytes.indexOf(LF)
      if (first === -1) {
        hold(bytes)
        return undefined
      }
      const last = bytes.lastIndexOf(LF)
      hold(bytes.subarray(0, first))
      const { line, cut } = take()
      const lines: Uint8Array[] = [line]
      let truncated = cut ? 1 : 0
      if (last > first) truncated += cutLines(bytes.subarray(first + 1, last), maxBytes, lines)
      hold(bytes.subarray(last + 1))
      return { bytes: join(lines), truncated }
    },
    end() {
      if (pending === 0) return undefined
      const { line, cut } = take()
      return { bytes: line, truncated: cut ? 1 : 0 }
    },
  }
}

/** Adds whole lines, the too long ones cut; returns how many those were. */
function cutLines(bytes: Uint8Array, maxBytes: number, into: Uint8Array[]): number {
  if (bytes.length <= maxBytes) {
    into.push(bytes)
    return 0
  }
  let truncated = 0
  for (let start = 0; start <= bytes.length;) {
    const lf = bytes.indexOf(LF, start)
    const end = lf === -1 ? bytes.length : lf
    const line = bytes.subarray(start, Math.min(end, start + maxBytes))
    const cut = end - start > maxBytes
    into.push(cut ? line.subarray(0, wholeCharacters(line)) : line)
    truncated += cut ? 1 : 0
    start = end + 1
  }
  return truncated
}

function join(lines: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(lines.reduce((sum, line) => sum + line.length, lines.length - 1))
  let at = 0
  for (const line of lines) {
    bytes.set(line, at)
    at += line.length
    if (at < bytes.length) bytes[at++] = LF
  }
  return bytes
}

/** Length without a UTF-8 character that was cut in two at the end. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]
    if ((byte & 0xc0) === 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}
