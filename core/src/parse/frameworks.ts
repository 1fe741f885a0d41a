/** Access logs as web frameworks print them. */
import { written } from './written.ts'

const METHOD = '(?<method>GET|POST|PUT|DELETE|HEAD|OPTIONS|PATCH|CONNECT|TRACE)'

export const gin = written({
  name: 'gin',
  pattern: new RegExp(
    `^\\[GIN\\] (?<time>\\d{4}/\\d\\d/\\d\\d - \\d\\d:\\d\\d:\\d\\d) \\| *(?<status>\\d{3}) *\\| *(?<latency>[\\d.]+[^\\s|]{1,20}) *\\| *(?<ip>[\\da-fA-F.:]+) *\\| *${METHOD} +"?(?<target>[^\\s"]+)`,
    'd',
  ),
})

/** Express with morgan, `dev`, `short` and `tiny`. */
export const morgan = written({
  name: 'morgan',
  pattern: new RegExp(
    `^(?:(?<ip>[\\da-fA-F.:]+) \\S+ )?${METHOD} (?<target>\\S+)(?: HTTP/[\\d.]+)? (?<status>\\d{3}) (?:(?:\\d+|-) - )?(?<latency>[\\d.]+) ms(?: - (?:\\d+|-))?$`,
    'd',
  ),
})

export const uvicorn = written({
  name: 'uvicorn',
  pattern:
    /^(?:[A-Z]{4,8}: {1,5})?(?<ip>[\da-fA-F.:]+):\d+ - "(?<request>[^"]*)" (?<status>\d{3})(?: [A-Z][A-Za-z -]{1,40})?$/d,
})

export const rails = written({
  name: 'rails',
  pattern: new RegExp(
    `^Started ${METHOD} "(?<target>[^"]*)" for (?<ip>[\\da-fA-F.:]+) at (?<time>[\\d :+-]{19,26})$`,
    'd',
  ),
})
