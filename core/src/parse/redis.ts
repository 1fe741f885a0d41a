/** Redis: process, role, time and a sign that stands for the level. */
import type { Format } from './format.ts'
import { parseTime } from './time.ts'
import { set } from './fields.ts'

const PREFIX = /^\d{1,10}:[MSCX] (\d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d\.\d{3}) ([.\-*#]) /
const levels: Readonly<Record<string, number>> = { '.': 2, '-': 2, '*': 3, '#': 4 }

export const redis: Format = {
  name: 'redis',
  pattern: PREFIX,
  read(line, fields, { receivedAt }) {
    const prefix = PREFIX.exec(line)
    if (!prefix) return false
    fields.time = parseTime(prefix[1], receivedAt)
    fields.level = levels[prefix[2]]
    set(fields.message, prefix[0].length, line.length)
    return true
  },
}
