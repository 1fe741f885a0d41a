/** Sets of bytes: 1 for what is in it, 256 bytes and the end of the text. */
export type ByteSet = Uint8Array
export const END = 256

export function setOf(has: (c: number) => boolean): ByteSet {
  const set = new Uint8Array(END + 1)
  for (let c = 0; c < END; c++) if (has(c)) set[c] = 1
  return set
}

/** Empty for a character that no byte is. */
export function only(code: number): ByteSet {
  const set = new Uint8Array(END + 1)
  if (code < END) set[code] = 1
  return set
}

/** -1 for a character beyond the bytes. */
export function codeOf(set: ByteSet): number {
  return set.indexOf(1)
}

export function add(set: ByteSet, more: ByteSet): void {
  for (let c = 0; c <= END; c++) set[c] |= more[c]
}

export function inverted(set: ByteSet, withEnd: boolean): ByteSet {
  const other = set.map((has) => 1 - has)
  if (!withEnd) other[END] = 0
  return other
}
