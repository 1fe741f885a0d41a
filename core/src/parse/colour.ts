/** Terminal colours: read past them, but keep the way back to the offsets of the line as it was. */
const ESC = '\u001B'
const ESCAPE = new RegExp(`${ESC}\\[[\\d;?]*[ -/]*[@-~]`, 'g')

export interface Uncoloured {
  readonly plain: string
  /** Offset in the line by offset in `plain`, its length included; undefined when they are equal. */
  readonly offsets: Uint32Array | undefined
}

export function uncolour(line: string): Uncoloured {
  if (!line.includes(ESC)) return { plain: line, offsets: undefined }
  const offsets = new Uint32Array(line.length + 1)
  let plain = ''
  let from = 0
  const keep = (to: number): void => {
    for (let i = from; i < to; i++) offsets[plain.length + i - from] = i
    plain += line.slice(from, to)
  }
  for (const { index, 0: escape } of line.matchAll(ESCAPE)) {
    keep(index)
    from = index + escape.length
  }
  keep(line.length)
  offsets[plain.length] = line.length
  return { plain, offsets }
}
