/** What several programs have in common: how they begin a line, and what they call to write one. */
import { day, stamp } from '../truth/headers.ts'
import type { Random } from '../truth/values.ts'
import type { Moment } from './program-log.ts'

export const slf4j = /\b(?:LOG|log|logger)\.(?:info|warn|error|debug|trace)\s*\(/g

export const syslog =
  (program: string) =>
  ({ at, random }: Moment): string =>
    `${stamp(at)} ${random.of(['gw1', 'gw1', 'gw2'])} ${program}[${pid(random)}]: `

export function pid(random: Random): number {
  return 700 + random.int(9)
}

export function slashed(at: number): string {
  return day(at).replaceAll('-', '/')
}
