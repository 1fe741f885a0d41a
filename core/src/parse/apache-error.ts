/** Apache's error log. Which client it was about stays in the message, as in versions that did not always tell. */
import { written } from './written.ts'

export const apacheError = written({
  name: 'apache-error',
  pattern:
    /^\[(?<time>[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:.]{8,15} \d{4})\] \[(?:(?<component>\w*):)?(?<level>[a-z]+)\d?\] (?:\[pid \d+(?::tid \d+)?\] )?(?<message>(?:\(\d+\)[^:]{1,100}: )?(?:\[client (?<ip>[\d.]+|[\da-fA-F:]+?)(?::\d+)?\])?.*)/ds,
})
