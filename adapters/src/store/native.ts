/**
 * One block of rows in ClickHouse's Native format: column after column as they lie in its memory, so that typed arrays
 * become a table without a string or an object per row, and nothing has to be escaped. Costs the engine a third of the
 * CPU that the same rows as tab separated text do.
 *
 * Layout: number of columns and rows as varints; per column its name and type as strings (varint length, bytes) and its
 * values. All numbers are little endian. https://clickhouse.com/docs/interfaces/formats/Native
 */
const LOW_CARDINALITY_VERSION = 1
/** Of a LowCardinality column: its dictionary comes with the block, indexes are UInt32. */
const DICTIONARY_FLAGS = 0x600 | 2
const TWO_TO_32 = 2 ** 32

export class NativeBlock {
  #bytes: Buffer
  #at = 0
  readonly #rows: number

  constructor(columns: number, rows: number, sizeHint: number) {
    this.#bytes = Buffer.allocUnsafe(sizeHint)
    this.#rows = rows
    this.#varint(columns)
    this.#varint(rows)
  }

  /** Milliseconds since epoch. */
  times(name: string, value: (row: number) => number): void {
    const words = new Uint32Array(2 * this.#rows)
    for (let row = 0; row < this.#rows; row++) {
      const ms = value(row)
      words[2 * row] = ms % TWO_TO_32
      words[2 * row + 1] = ms / TWO_TO_32
    }
    this.#column(name, "DateTime64(3, 'UTC')")
    this.#append(words)
  }

  /** Days since epoch. */
  days(name: string, value: number): void {
    this.#column(name, 'Date')
    this.#append(new Uint16Array(this.#rows).fill(value))
  }

  uint16s(name: string, values: Uint16Array): void {
    this.#column(name, 'UInt16')
    this.#append(values.subarray(0, this.#rows))
  }

  /** NaN is NULL. */
  nullableFloats(name: string, values: Float64Array): void {
    const nulls = new Uint8Array(this.#rows)
    const floats = new Float32Array(this.#rows)
    for (let row = 0; row < this.#rows; row++) {
      if (Number.isNaN(values[row])) nulls[row] = 1
      else floats[row] = values[row]
    }
    this.#column(name, 'Nullable(Float32)')
    this.#append(nulls)
    this.#append(floats)
  }

  /** Few different texts, told by any index; only those that occur become part of the block. */
  texts(name: string, indexes: ArrayLike<number>, text: (index: number) => string): void {
    const dictionary = ['']
    const places = new Map<number, number>()
    const keys = new Uint32Array(this.#rows)
    for (let row = 0; row < this.#rows; row++) {
      const index = indexes[row]
      let place = places.get(index)
      if (place === undefined) places.set(index, (place = dictionary.push(text(index)) - 1))
      keys[row] = place
    }
    this.#column(name, 'LowCardinality(String)')
    this.#uint64(LOW_CARDINALITY_VERSION)
    this.#uint64(DICTIONARY_FLAGS)
    this.#uint64(dictionary.length)
    for (const entry of dictionary) this.#string(entry)
    this.#uint64(this.#rows)
    this.#append(keys)
  }

  /** Spans of `source`, whatever bytes they hold. */
  spans(name: string, source: Buffer, starts: Uint32Array, end: (row: number) => number): void {
    this.#column(name, 'String')
    for (let row = 0; row < this.#rows; row++) {
      const start = starts[row]
      const to = end(row)
      this.#varint(to - start)
      this.#reserve(to - start)
      this.#at += source.copy(this.#bytes, this.#at, start, to)
    }
  }

  take(): Buffer {
    return this.#bytes.subarray(0, this.#at)
  }

  #column(name: string, type: string): void {
    this.#string(name)
    this.#string(type)
  }

  #string(text: string): void {
    const length = Buffer.byteLength(text)
    this.#varint(length)
    this.#reserve(length)
    this.#at += this.#bytes.write(text, this.#at)
  }

  #varint(value: number): void {
    this.#reserve(5)
    let rest = value
    for (; rest > 0x7f; rest >>>= 7) this.#bytes[this.#at++] = (rest & 0x7f) | 0x80
    this.#bytes[this.#at++] = rest
  }

  #uint64(value: number): void {
    this.#append(Uint32Array.of(value, 0))
  }

  #append(values: Uint8Array | Uint16Array | Uint32Array | Float32Array): void {
    this.#reserve(values.byteLength)
    this.#bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), this.#at)
    this.#at += values.byteLength
  }

  #reserve(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return
    const grown = Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, this.#at + bytes))
    this.#bytes.copy(grown, 0, 0, this.#at)
    this.#bytes = grown
  }
}
