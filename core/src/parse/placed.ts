/** A text with parts of it replaced, and the way back to where each char of it stood. */
export interface Placed {
  readonly plain: string
  /** Offset in the text as it was by offset in `plain`, its length included; undefined when they are equal. */
  readonly offsets: Uint32Array | undefined
}

/** `pattern` must be global; what stands for a match is no longer than it. */
export function replacePlaced(text: string, pattern: RegExp, replacement: (match: string) => string): Placed {
  const offsets = new Uint32Array(text.length + 1)
  let plain = ''
  let from = 0
  const keep = (to: number): void => {
    for (let i = from; i < to; i++) offsets[plain.length + i - from] = i
    plain += text.slice(from, to)
  }
  for (const { index, 0: match } of text.matchAll(pattern)) {
    keep(index)
    const instead = replacement(match)
    offsets.fill(index, plain.length, plain.length + instead.length)
    plain += instead
    from = index + match.length
  }
  keep(text.length)
  offsets[plain.length] = text.length
  return { plain, offsets }
}
