import type { Text } from '@errorsense/core/ports/text.ts'

/** Node's buffers decode both ways without copying first. */
export const text: Text = {
  latin1: (bytes, start, end) => view(bytes).toString('latin1', start, end),
  utf8: (bytes, start, end) => view(bytes).toString('utf8', start, end),
  fromLatin1: (text) => Buffer.from(text, 'latin1').toString('utf8'),
  bytes: (text) => Buffer.from(text, 'utf8'),
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
