/**
 * The session id of a record: the pattern the user told, else the field the record brought, else what is learnt from
 * messages. Of messages that are scanned a string is made; shapes without any id are not.
 */
import type { Text } from '../ports/text.ts'
import type { RecordBatch } from '../record.ts'
import { sessionKey, type SessionKeyOptions } from './session-key.ts'

export interface SessionColumn {
  /** Empty where there is none. */
  readonly of: (batch: RecordBatch, row: number) => string
}

export function sessionColumn({ text, pattern }: { readonly text: Text } & SessionKeyOptions): SessionColumn {
  const key = sessionKey(pattern ? { pattern } : {})

  function told({ chunk, sessionStart, sessionEnd }: RecordBatch, row: number): string {
    return text.utf8(chunk.bytes, sessionStart[row], sessionEnd[row])
  }

  function found({ chunk, messageStart, messageEnd, shape }: RecordBatch, row: number): string {
    if (!key.mayHave(shape[row])) return ''
    const message = text.utf8(chunk.bytes, messageStart[row], messageEnd[row])
    const span = key.of(message, shape[row])
    return span ? message.slice(span.start, span.end) : ''
  }

  return {
    of: (batch, row) =>
      !pattern && batch.sessionEnd[row] > batch.sessionStart[row] ? told(batch, row) : found(batch, row),
  }
}
