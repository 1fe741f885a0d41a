/**
 * Log lines are written by strangers. As text they can run nothing, and still they can lie: turn round what stands
 * beside them, hide letters, blink a terminal when pasted. Such characters are taken out and named instead.
 */
export type Segment = { readonly text: string } | { readonly mark: string; readonly name: string }

/** Control characters except tab and line feed; format characters (bidi, invisible); separators; lone surrogates. */
const TRICKY = /[^\P{Cc}\t\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

export function harmless(text: string): Segment[] {
  const segments: Segment[] = []
  let done = 0
  for (const { 0: char, index } of text.matchAll(TRICKY)) {
    if (index > done) segments.push({ text: text.slice(done, index) })
    segments.push(marked(char))
    done = index + char.length
  }
  if (done < text.length) segments.push({ text: text.slice(done) })
  return segments
}

/** The same for places that hold plain text only, like a title. */
export function harmlessText(text: string): string {
  return harmless(text)
    .map((segment) => ('text' in segment ? segment.text : segment.mark))
    .join('')
}

function marked(char: string): Segment {
  const code = char.codePointAt(0) ?? 0
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  if (code < 0x20) return { mark: String.fromCharCode(0x2400 + code), name }
  if (code === 0x7f) return { mark: '\u2421', name }
  return { mark: `\u2039${name}\u203a`, name }
}
