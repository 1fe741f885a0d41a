/** Reads blocks in the Native format back, of the types that are written here. For the store of tests. */
import { LOW_CARDINALITY_VERSION } from './native.ts'

/** The rows of a block: the values of each column by its name. */
export function readBlock(block: Uint8Array): Map<string, readonly unknown[]> {
  const from = new NativeReader(block)
  const columns = from.varint()
  const rows = from.varint()
  const values = new Map<string, readonly unknown[]>()
  for (let i = 0; i < columns; i++) values.set(from.text(), from.column(from.text(), rows))
  if (from.at !== block.length) throw new Error(`${block.length - from.at} bytes are left behind the block`)
  return values
}

class NativeReader {
  at = 0
  readonly #bytes: Buffer

  constructor(block: Uint8Array) {
    this.#bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength)
  }

  varint(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.at++]
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
  }

  text(): string {
    const length = this.varint()
    return this.#bytes.toString('utf8', this.at, (this.at += length))
  }

  column(type: string, rows: number): readonly unknown[] {
    const list = /^Array\((\w+)\)$/.exec(type)
    if (list) return this.#lists(list[1], rows)
    if (type === 'Tuple(Array(UInt16), Array(UInt64))') {
      const bins = this.#lists('UInt16', rows)
      const counts = this.#lists('UInt64', rows)
      return bins.map((ofRow, row) => [ofRow, counts[row]])
    }
    if (type === 'LowCardinality(String)') return this.#dictionary()
    if (type === 'Nullable(Float32)') {
      const nulls = Array.from({ length: rows }, () => this.#number(1))
      return nulls.map((isNull) => {
        const value = this.#bytes.readFloatLE(this.at)
        this.at += 4
        return isNull ? null : value
      })
    }
    return Array.from({ length: rows }, () => this.#value(type))
  }

  #value(type: string): string | number {
    switch (type) {
      case 'String':
        return this.text()
      case 'Date':
      case 'UInt16':
        return this.#number(2)
      case 'UInt64':
      case "DateTime64(3, 'UTC')":
        return this.#number(8)
      default:
        throw new Error(`unknown type ${type}`)
    }
  }

  #lists(type: string, rows: number): unknown[][] {
    const ends = Array.from({ length: rows }, () => this.#number(8))
    const values = Array.from({ length: ends.at(-1) ?? 0 }, () => this.#value(type))
    return ends.map((end, row) => values.slice(ends[row - 1] ?? 0, end))
  }

  #dictionary(): string[] {
    if (this.#number(8) !== LOW_CARDINALITY_VERSION) throw new Error('unknown version of LowCardinality')
    const width = 2 ** (this.#number(8) & 0xff)
    const texts = Array.from({ length: this.#number(8) }, () => this.text())
    return Array.from({ length: this.#number(8) }, () => texts[this.#number(width)])
  }

  #number(bytes: number): number {
    const low = this.#bytes.readUIntLE(this.at, Math.min(bytes, 4))
    const high = bytes === 8 ? this.#bytes.readUInt32LE(this.at + 4) : 0
    this.at += bytes
    return low + high * 2 ** 32
  }
}
