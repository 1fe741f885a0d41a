/**
 * Rows for ClickHouse as tab separated bytes, the one format that both chDB's raw insert and a server take. Bytes go
 * from the chunk to the row without becoming strings; whatever they hold, they can not end a field or a row.
 */
const BACKSLASH = 0x5c
const TAB = 0x09
const NEWLINE = 0x0a
const ZERO = 0x30

/** What stands behind the backslash for a byte that must not be written as it is; 0 for all others. */
const ESCAPES = new Uint8Array(256)
for (const [byte, escape] of ['\x000', '\bb', '\tt', '\nn', '\rr', '\\\\'])
  ESCAPES[byte.charCodeAt(0)] = escape.charCodeAt(0)

/** Where DateTime64(3) ends. */
const LAST_TIME = Date.UTC(2299, 11, 31, 23, 59, 59, 999)

/** The nearest time that can be stored, whole ms. */
export function clampTime(ms: number): number {
  return ms > 0 ? Math.min(Math.floor(ms), LAST_TIME) : 0
}

/** The nearest bound of a question that the engine can compare with. The last time of all lies before the last bound. */
export function clampBound(ms: number): number {
  return ms > 0 ? Math.min(Math.ceil(ms), LAST_TIME + 1) : 0
}

export class TsvWriter {
  #rows: Buffer
  #at = 0
  #second = Number.NaN
  /** `2026-11-22 18:30:00.` */
  readonly #secondText = Buffer.alloc(20)

  constructor(sizeHint = 4096) {
    this.#rows = Buffer.allocUnsafe(sizeHint)
  }

  text(value: string): this {
    const bytes = Buffer.from(value)
    return this.bytes(bytes, 0, bytes.length)
  }

  bytes(source: Uint8Array, from: number, to: number): this {
    this.#reserve(2 * (to - from) + 1)
    const rows = this.#rows
    let at = this.#at
    for (let i = from; i < to; i++) {
      const byte = source[i]
      const escape = ESCAPES[byte]
      if (escape !== 0) {
        rows[at++] = BACKSLASH
        rows[at++] = escape
      } else rows[at++] = byte
    }
    rows[at++] = TAB
    this.#at = at
    return this
  }

  /** A field made once and used for many rows: see `field`. */
  ready(field: Buffer): this {
    this.#reserve(field.length)
    this.#rows.set(field, this.#at)
    this.#at += field.length
    return this
  }

  integer(value: number): this {
    return this.#plain(String(Math.trunc(value)))
  }

  /** Three decimals; NULL for what is no number. */
  decimal(value: number): this {
    return this.#plain(Number.isFinite(value) && Math.abs(value) < 1e15 ? value.toFixed(3) : '\\N')
  }

  /** Lists of numbers as a tuple: `([1,2],[3,4])`. */
  lists(...lists: readonly (readonly number[])[]): this {
    return this.#plain(`(${lists.map((list) => `[${list.join()}]`).join()})`)
  }

  /** Records of one second follow each other, so its text is made once. */
  time(ms: number): this {
    const time = clampTime(ms)
    const second = Math.floor(time / 1000)
    if (second !== this.#second) {
      this.#secondText.write(new Date(second * 1000).toISOString().replace('T', ' '), 'latin1')
      this.#second = second
    }
    this.#reserve(24)
    const rest = time - second * 1000
    this.#rows.set(this.#secondText, this.#at)
    this.#rows[this.#at + 20] = ZERO + Math.floor(rest / 100)
    this.#rows[this.#at + 21] = ZERO + (Math.floor(rest / 10) % 10)
    this.#rows[this.#at + 22] = ZERO + (rest % 10)
    this.#rows[this.#at + 23] = TAB
    this.#at += 24
    return this
  }

  /** A list of strings. */
  texts(values: readonly string[]): this {
    return this.#plain(`[${values.map(quoted).join()}]`)
  }

  endRow(): void {
    this.#rows[this.#at - 1] = NEWLINE
  }

  take(): Buffer {
    return this.#rows.subarray(0, this.#at)
  }

  /** What can hold nothing to escape. */
  #plain(text: string): this {
    this.#reserve(3 * text.length + 1)
    this.#at += this.#rows.write(text, this.#at)
    this.#rows[this.#at++] = TAB
    return this
  }

  #reserve(bytes: number): void {
    if (this.#at + bytes <= this.#rows.length) return
    const grown = Buffer.allocUnsafe(Math.max(2 * this.#rows.length, this.#at + bytes))
    this.#rows.copy(grown, 0, 0, this.#at)
    this.#rows = grown
  }
}

/** Within a list a string stands in quotes, with the escapes of a field. */
function quoted(value: string): string {
  return `'${value.replaceAll(/[\\'\0\b\t\n\r]/g, escaped)}'`
}

function escaped(char: string): string {
  const escape = ESCAPES[char.charCodeAt(0)]
  return `\\${escape === 0 ? char : String.fromCharCode(escape)}`
}

/** A field with its end, for `ready`. */
export function field(value: string): Buffer {
  return new TsvWriter(2 * value.length + 16).text(value).take()
}
