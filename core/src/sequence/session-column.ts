/**
 * The session id of a record: the pattern the user told, else the field the record brought, else what is learnt from
 * messages. An id stays bytes; a string is made where a pattern wants one.
 */
import { isAscii, viewOf } from '../byte-span.ts'
import type { Text } from '../ports/text.ts'
import type { RecordBatch } from '../record.ts'
import { SCANNED_LENGTH } from './id-token.ts'
import { sessionKey } from './session-key.ts'

/** Is given the span of the session id of a record, which may stand in other bytes than those of the chunk. */
export type SessionVisitor = (row: number, view: DataView, start: number, end: number) => void

export interface SessionColumn {
  /** Visits the records that have one. */
  each(batch: RecordBatch, visit: SessionVisitor): void
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
    each({ chunk, count, messageStart, messageEnd }, visit) {
      for (let row = 0; row < count; row++) {
        const message = text.utf8(chunk.bytes, messageStart[row], messageEnd[row])
        const match = pattern.exec(message.slice(0, MATCHED_LENGTH))
        const bytes = text.bytes(match?.[1] ?? match?.[0] ?? '')
        if (bytes.length > 0) visit(row, viewOf(bytes), 0, bytes.length)
      }
    },
  }
}

function learntColumn(text: Text): SessionColumn {
  const key = sessionKey()

  function visitTold(batch: RecordBatch, row: number, view: DataView, visit: SessionVisitor): void {
    const start = batch.sessionStart[row]
    const end = batch.sessionEnd[row]
    if (isAscii(view, start, end)) return visit(row, view, start, end)
    // Whatever is no UTF-8 reads alike, and what reads alike is one session.
    const legible = text.bytes(text.utf8(batch.chunk.bytes, start, end))
    visit(row, viewOf(legible), 0, legible.length)
  }

  function visitFound(batch: RecordBatch, row: number, view: DataView, visit: SessionVisitor): void {
    const start = batch.messageStart[row]
    const end = Math.min(batch.messageEnd[row], start + SCANNED_LENGTH)
    const isCut = end < batch.messageEnd[row] && !isAscii(view, start, end)
    const scanned = isCut ? beginningOf(batch, row, text) : undefined
    const token = scanned
      ? key.of(scanned, 0, scanned.length, batch.shape[row])
      : key.of(batch.chunk.bytes, start, end, batch.shape[row])
    if (token) visit(row, scanned ? viewOf(scanned) : view, token.start, token.end)
  }

  return {
    each(batch, visit) {
      const { count, shape, sessionStart, sessionEnd } = batch
      const view = viewOf(batch.chunk.bytes)
      for (let row = 0; row < count; row++) {
        if (sessionEnd[row] > sessionStart[row]) visitTold(batch, row, view, visit)
        else if (key.mayHave(shape[row])) visitFound(batch, row, view, visit)
      }
    },
  }
}

/** The length that is scanned is one of chars, of which none takes more than three bytes. */
function beginningOf({ chunk, messageStart, messageEnd }: RecordBatch, row: number, text: Text): Uint8Array {
  const end = Math.min(messageEnd[row], messageStart[row] + 3 * SCANNED_LENGTH)
  return text.bytes(text.utf8(chunk.bytes, messageStart[row], end).slice(0, SCANNED_LENGTH))
}
