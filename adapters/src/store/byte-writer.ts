/** Bytes that grow as they are written, up to a block of rows. Numbers are little endian. */
export class ByteWriter {
  bytes: Buffer
  length: number

  /** `headroom` bytes at the front stay free for what is known last. */
  constructor(size: number, headroom = 0) {
    this.bytes = allocated(size)
    this.length = headroom
  }

  /** Seven bits a byte, the lowest first. */
  varint(value: number): void {
    this.reserve(5)
    let rest = value
    for (; rest > 0x7f; rest >>>= 7) this.bytes[this.length++] = (rest & 0x7f) | 0x80
    this.bytes[this.length++] = rest
  }

  /** Length and bytes. */
  text(text: string): void {
    const length = Buffer.byteLength(text)
    this.varint(length)
    this.reserve(length)
    this.length += this.bytes.write(text, this.length)
  }

  /** Length and bytes of source[start, end). */
  span(source: Buffer, start: number, end: number): void {
    const length = end - start
    this.varint(length)
    this.reserve(length)
    if (length > LOOPED) {
      source.copy(this.bytes, this.length, start, end)
      this.length += length
    } else {
      for (let i = start; i < end; i++) this.bytes[this.length++] = source[i]
    }
  }

  uint64(value: number): void {
    this.append(Uint32Array.of(value, 0))
  }

  append(values: ArrayBufferView): void {
    this.reserve(values.byteLength)
    this.bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), this.length)
    this.length += values.byteLength
  }

  reserve(bytes: number): void {
    if (this.length + bytes <= this.bytes.length) return
    const grown = allocated(Math.max(2 * this.bytes.length, this.length + bytes))
    this.bytes.copy(grown, 0, 0, this.length)
    this.bytes = grown
  }
}

/** Up to here a loop is faster than a call. */
const LOOPED = 32

/** Of its own: what is written is handed to another thread, which Node's shared pool could not be. */
function allocated(size: number): Buffer {
  return Buffer.allocUnsafeSlow(size)
}
