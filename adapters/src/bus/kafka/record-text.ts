export const noHeaders: Readonly<Record<string, string>> = Object.freeze(Object.create(null))

/** Gives the last result again when the bytes are the same: neighbours mostly have the same key and headers. */
export function remembering<T>(make: (part: Buffer) => T): (bytes: Buffer, from: number, to: number) => T {
  let known = Buffer.alloc(0)
  let result = make(known)
  return (bytes, from, to) => {
    if (to - from !== known.length || known.compare(bytes, from, to) !== 0) {
      // A copy: the bytes are written over.
      known = Buffer.from(bytes.subarray(from, to))
      result = make(known)
    }
    return result
  }
}

/**
 * The headers of a record: their number, then name and value each with its length. What does not add up is left out; of
 * several with one name the last one counts.
 */
export function headersOf(part: Buffer): Readonly<Record<string, string>> {
  if (part.length < 2) return noHeaders
  const headers: Record<string, string> = Object.create(null)
  let at = 0

  function length(): number {
    let value = 0
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = part[at++]
      value |= (byte & 127) << shift
      if (byte < 128) break
    }
    return (value >>> 1) ^ -(value & 1)
  }
  function text(): string {
    const bytes = Math.max(0, length())
    return part.toString('utf8', at, (at += bytes))
  }

  length()
  while (at < part.length) headers[text()] = text()
  return headers
}
