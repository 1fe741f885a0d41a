import type { Text } from '@errorsense/core/ports/text.ts'

/** Node's buffers decode both ways without copying first. */
export const text: Text = {
  latin1: (bytes, start, end) => view(bytes).toString('latin1', start, end),
  utf8: (bytes, start, end) => view(bytes).toString('utf8', start, end),
  fromLatin1: (text) => Buffer.from(text, 'latin1').toString('utf8'),
  bytes: (text) => Buffer.from(text, 'utf8'),
}

let seen: Uint8Array = Buffer.alloc(0)
let buffer: Buffer = Buffer.alloc(0)

/** Many spans of the same bytes are asked for: the buffer over them is made once. */
function view(bytes: Uint8Array): Buffer {
  if (Buffer.isBuffer(bytes)) return bytes
  if (bytes !== seen) {
    buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    seen = bytes
  }
  return buffer
}
