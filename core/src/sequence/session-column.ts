/**
 * The session id of a record: the pattern the user told, else the field the record brought, else what is learnt from
 * messages. An id stays bytes; a string is made where a pattern wants one.
 */
import { isAscii, viewOf } from '../byte-span.ts'
import type { Text } from '../ports/text.ts'
import type { RecordBatch } from '../record.ts'
import { SCANNED_LENGTH } from './id-token.ts'
import { sessionKey } from './session-key.ts'

export interface SessionId {
  view: DataView
  start: number
  end: number
}

export interface SessionColumn {
  /** Undefined where there is none; valid until the next call. */
  of(batch: RecordBatch, row: number): Readonly<SessionId> | undefined
}

export interface SessionColumnOptions {
  readonly text: Text
  /** Told by the user: its first group, or else all of it, is the id. Nothing is learnt then. */
  readonly pattern?: RegExp
}

export function sessionColumn({ text, pattern }: SessionColumnOptions): SessionColumn {
  return pattern ? matchedColumn(text, pattern) : learntColumn(text)
}

/** Of a message, as far as a pattern is tried on it. */
const MATCHED_LENGTH = 10_000

function matchedColumn(text: Text, { source, flags }: RegExp): SessionColumn {
  const pattern = new RegExp(source, flags.replace(/[gy]/g, ''))
  return {
    of({ chunk, messageStart, messageEnd }, row) {
      const message = text.utf8(chunk.bytes, messageStart[row], messageEnd[row])
      const match = pattern.exec(message.slice(0, MATCHED_LENGTH))
      const id = match?.[1] ?? match?.[0] ?? ''
      const bytes = text.bytes(id)
      return id === '' ? undefined : { view: viewOf(bytes), start: 0, end: bytes.length }
    },
  }
}

function learntColumn(text: Text): SessionColumn {
  const key = sessionKey({ text })
  let bytes: Uint8Array = new Uint8Array()
  const id: SessionId = { view: viewOf(bytes), start: 0, end: 0 }

  function look(at: Uint8Array): DataView {
    if (bytes === at) return id.view
    bytes = at
    return (id.view = viewOf(at))
  }

  function told(start: number, end: number): SessionId {
    if (!isAscii(id.view, start, end)) {
      // Whatever is no UTF-8 reads alike, and what reads alike is one session.
      const legible = text.bytes(text.utf8(bytes, start, end))
      look(legible)
      return span(0, legible.length)
    }
    return span(start, end)
  }

  function span(start: number, end: number): SessionId {
    id.start = start
    id.end = end
    return id
  }

  function found(start: number, end: number, shape: number): SessionId | undefined {
    const token = key.of(bytes, start, end, shape)
    return token && span(token.start, token.end)
  }

  return {
    of({ chunk, shape, messageStart, messageEnd, sessionStart, sessionEnd }, row) {
      const isTold = sessionEnd[row] > sessionStart[row]
      if (!isTold && !key.mayHave(shape[row])) return undefined
      const view = look(chunk.bytes)
      if (isTold) return told(sessionStart[row], sessionEnd[row])
      const start = messageStart[row]
      const end = Math.min(messageEnd[row], start + SCANNED_LENGTH)
      if (end === messageEnd[row] || isAscii(view, start, end)) return found(start, end, shape[row])
      const scanned = text.bytes(beginning(text, chunk.bytes, start, messageEnd[row]))
      look(scanned)
      return found(0, scanned.length, shape[row])
    },
  }
}

/** No char of a string takes more than three bytes. */
function beginning(text: Text, bytes: Uint8Array, start: number, end: number): string {
  return text.utf8(bytes, start, Math.min(end, start + 3 * SCANNED_LENGTH)).slice(0, SCANNED_LENGTH)
}
