/** `TIME stdout F line`: what container runtimes put before every line on a node; long lines come in parts, tagged `P`. */
import { readEmbedded } from './embedded.ts'
import { set, type Fields } from './fields.ts'
import type { Format } from './format.ts'
import { decoded } from './json-escapes.ts'
import { replacePlaced, type Placed } from './placed.ts'
import { parseTime } from './time.ts'

export const CRI_PREFIX = /^(\d{4}-\d\d-\d\dT\S{8,24}) std(?:out|err) [FP] /
const BETWEEN_PARTS = /\r?\n\d{4}-\d\d-\d\dT\S{8,24} std(?:out|err) [FP](?: |$)/gm

/** Reads the rest with `inner`, which must be the other formats. */
export function cri(inner: Format): Format {
  return {
    name: 'cri',
    pattern: CRI_PREFIX,
    read(line, fields, context) {
      const prefix = CRI_PREFIX.exec(line)
      if (!prefix) return false
      const rest = joined(line.slice(prefix[0].length))
      set(fields.message, prefix[0].length, line.length)
      if (rest.offsets) fields.text = decoded(rest.plain, context.text)
      readEmbedded(rest, fields, context, inner)
      if (rest.offsets) dropTorn(line, fields)
      if (Number.isNaN(fields.time)) fields.time = parseTime(prefix[1], context.receivedAt)
      return true
    },
  }
}

/** What was cut in two lies in no one place. */
function dropTorn(line: string, fields: Fields): void {
  for (const span of [fields.ip, fields.user, fields.session])
    if (line.slice(span.start, span.end).includes('\n')) set(span, 0, 0)
}

function joined(text: string): Placed {
  return text.includes('\n') ? replacePlaced(text, BETWEEN_PARTS, () => '') : { plain: text, offsets: undefined }
}
