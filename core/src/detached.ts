/** V8 copies shorter slices anyway. */
const SHORTEST_SLICE = 13

/** A slice of a line keeps the whole chunk alive for as long as it lives; a fresh copy does not. */
export function detached(text: string): string {
  if (text.length < SHORTEST_SLICE) return text
  return JSON.parse(JSON.stringify(text)) as string
}

/** Of such texts V8 has one copy anyway. */
const ONE_CHAR = 1

/** Fresh copies of which equal ones are one; all are forgotten when there are more than `most`. */
export function sharedCopies(most: number): (text: string) => string {
  const copies = new Map<string, string>()
  return (text) => {
    if (text.length === ONE_CHAR) return text
    const known = copies.get(text)
    if (known !== undefined) return known
    if (copies.size >= most) copies.clear()
    const own = detached(text)
    copies.set(own, own)
    return own
  }
}
