/** PHP's error log, and what PHP prints instead of one. */
import { written } from './written.ts'

export const php = written({
  name: 'php',
  pattern:
    /^(?:\[(?<time>\d\d-[A-Z][a-z]{2}-\d{4} [\d:]{8})(?: [\w/+-]+)?\] )?PHP (?:(?:Fatal|Parse|Core|Compile|Recoverable fatal) )?(?<level>error|Warning|Notice|Deprecated): {1,2}(?<message>.*)/ds,
})
