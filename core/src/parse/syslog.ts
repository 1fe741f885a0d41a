/**
 * Syslog told by the line alone, for those no learnt header fits: few among many others in a file of several formats, or
 * the first ones. RFC 5424, and RFC 3164 where a process id or a priority shows that it is no sentence.
 */
import type { Fields } from './fields.ts'
import type { LineContext } from './format.ts'
import { layoutOf, type Layout } from './header/layout.ts'
import { steps, timeSteps, type Step } from './header/steps.ts'
import { levelOfWord } from './level.ts'

const PRIORITY = '<\\d{1,3}>'
const TIME = '[A-Z][a-z]{2} {1,2}\\d{1,2} (?:\\d{4} )?\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?'
const MODERN_TIME = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)'
/** The colon behind the process id is missing where programs write their own. */
const PROGRAM = '(?:[A-Za-z_][^\\s:\\[\\]]{0,60}\\[\\d+\\](?::|(?=\\s))|kernel:)'
const TRADITIONAL = new RegExp(
  `^(?:${PRIORITY}(?:${TIME}|${MODERN_TIME}) \\S|(?:${TIME}|${MODERN_TIME}) [\\w.:-]{1,255} ${PROGRAM})`,
)
const WITHOUT_HOST = new RegExp(`^(?:${PRIORITY})?(?:${TIME}) ${PROGRAM}`)
const STRUCTURED = new RegExp(`^${PRIORITY}\\d{1,2} (?:-|\\d{4}-\\d\\d-\\d\\dT\\S{8,30}) \\S`)

const WITH_PROCESS = /[A-Za-z_][^\s:[\]]{0,60}\[\d+\](?=\s)/y
const { priority, gap, host, component, rfc5424, stamp } = steps
const optional = { ...priority, optional: true }
const times = timeSteps.filter(
  ({ name }) => name === 'time:syslog' || name === 'time:iso' || name === 'time:month-year',
)
const program: Step = {
  name: 'program',
  kind: 'component',
  optional: true,
  match(line, at) {
    WITH_PROCESS.lastIndex = at
    return WITH_PROCESS.test(line) ? WITH_PROCESS.lastIndex : -1
  },
}
const structured = layoutOf([priority, rfc5424])
const traditional = times.map((time) => layoutOf([optional, time, gap, host, gap, component, program, gap, stamp, gap]))
const withoutHost = times.map((time) => layoutOf([optional, time, gap, component, gap, stamp, gap]))

/** One of these begins every line that `readSyslog` may take. */
export const SYSLOG_PATTERNS: readonly RegExp[] = [STRUCTURED, WITHOUT_HOST, TRADITIONAL]

/** Cheap; true for many that are none. */
export function mayBeSyslog(line: string): boolean {
  return beginsLikeSyslog(line) || /^\d{4}-\d\d-\d\dT/.test(line)
}

/** With a priority, or `Nov 21`. */
export function beginsLikeSyslog(line: string): boolean {
  return /^(?:<\d|[A-Z][a-z]{2} [ \d])/.test(line)
}

/** Reads the header off; false when the line does not say by itself that it has one. */
export function readSyslog(line: string, fields: Fields, { receivedAt }: LineContext): boolean {
  const fits = (layout: Layout): boolean => layout.read(line, fields, receivedAt) === 0
  if (STRUCTURED.test(line)) return fits(structured)
  if (WITHOUT_HOST.test(line)) {
    if (!withoutHost.some(fits)) return false
    fields.service = /^[^([\s]+/.exec(fields.component)?.[0] ?? ''
    return true
  }
  return TRADITIONAL.test(line) && traditional.some(fits) && levelOfWord(fields.host) === 0
}
