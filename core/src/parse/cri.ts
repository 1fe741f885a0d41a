/** `TIME stdout F line`: what container runtimes put before every line on a node. */
import type { Format } from './format.ts'
import { shift } from './fields.ts'
import { parseTime } from './time.ts'

const PREFIX = /^(\d{4}-\d\d-\d\dT\S{8,24}) std(?:out|err) [FP] /

/** Reads the rest with `inner`, which must be the other formats. */
export function cri(inner: Format): Format {
  return {
    name: 'cri',
    read(line, fields, context) {
      const prefix = PREFIX.exec(line)
      if (!prefix) return false
      const length = prefix[0].length
      const rest = line.slice(length)
      fields.message.end = rest.length
      inner.read(rest, fields, context)
      shift(fields, length)
      if (Number.isNaN(fields.time)) fields.time = parseTime(prefix[1], context.receivedAt)
      return true
    },
  }
}
