/**
 * Frames of a trace whose record ended with the chunk before: they must not become statements of their own, so all of
 * them are one.
 */
import type { Format } from './format.ts'

const FRAME =
  /^(?:\s+(?:at [\w$.<]|File "|from \S+:\d|\.\.\. \d+ more|\d+: 0x|\S+:\d+ \+0x)|Caused by: |Suppressed: |During handling of the above exception|The above exception was the direct cause|created by |--- End of )/

export const continued: Format = {
  name: 'continued',
  pattern: FRAME,
  read(line, fields) {
    if (!FRAME.test(line)) return false
    fields.text = '(continued)'
    return true
  },
}
