/**
 * Log lines are written by strangers. As text they can run nothing, and still they can lie: turn round what stands
 * beside them, hide letters, blink a terminal when pasted. Such characters are taken out and named instead.
 */
export type Segment = { readonly text: string } | { readonly mark: string; readonly name: string }

/** Control characters except tab and line feed; format characters (bidi, invisible); separators; lone surrogates. */
const TRICKY = /[^\P{Cc}\t\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** As ASCII calls them, by code. Most fonts have no picture for them. */
const CONTROL_NAMES =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
    ' ',
  )

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
  const short = code < CONTROL_NAMES.length ? CONTROL_NAMES[code] : name
  return { mark: `\u2039${short}\u203a`, name }
}
