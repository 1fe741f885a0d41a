/** Redis: process, role, time and a sign that stands for the level. */
import { written } from './written.ts'

export const redis = written({
  name: 'redis',
  pattern:
    /^\d{1,10}:[MSCX] (?<time>\d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d\.\d{3}) (?<level>[.\-*#]) (?<message>.*)/ds,
  levels: new Map(Object.entries({ '.': 2, '-': 2, '*': 3, '#': 4 })),
})
