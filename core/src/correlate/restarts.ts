/**
 * When services were restarted, read from what programs say when they come and go. A restart is mostly a new release:
 * what is new right after it was written by somebody on purpose.
 */
import { MINUTE_MS } from '../aggregate/window.ts'
import type { ClosedWindow, SeriesWindow, Template } from '../finding.ts'

/** What is new within so long of a restart came with it. */
const AFTER_MS = 60 * MINUTE_MS
/** A line that comes more often than this per minute is no sign of a restart, whatever it says. */
const RARE = 0.2
const MAX_SERVICES = 10_000
const SIGN =
  /\b(?:sigterm|sigint|shutting down|shutdown (?:complete|signal|requested)|graceful(?:ly)? (?:stop|shutdown)|server (?:closed|stopped|started|listening|is listening|is ready)|(?:re)?started \S+ in \d|listening (?:on|at)|starting \S+|application started|ready (?:for start up|to accept connections|to handle connections)|booting|boot complete)\b/i

export interface Restarts {
  /** Takes the services that were restarted in a window, in order of time. */
  see(services: readonly string[], start: number): void
  /** Whether a service was restarted shortly before. */
  isRecent(service: string, time: number): boolean
  isAnyRecent(time: number): boolean
}

export function restarts(): Restarts {
  const last = new Map<string, number>()
  let newest = Number.NEGATIVE_INFINITY
  return {
    see(services, start) {
      if (services.length > 0) newest = start
      for (const service of services) {
        last.delete(service)
        last.set(service, start)
        if (last.size > MAX_SERVICES) last.delete(last.keys().next().value ?? '')
      }
    },
    isRecent: (service, time) => time - (last.get(service) ?? Number.NEGATIVE_INFINITY) <= AFTER_MS,
    isAnyRecent: (time) => time - newest <= AFTER_MS,
  }
}

/** Gives a function that tells the services restarted in a window. Templates are asked once. */
export function restartSigns(): (window: Pick<ClosedWindow, 'templates'>) => string[] {
  const signs = new WeakMap<Template, boolean>()

  function isSign({ template, lineScore }: SeriesWindow): boolean {
    if (!template || (!lineScore.learning && lineScore.usual > RARE)) return false
    let sign = signs.get(template)
    if (sign === undefined) signs.set(template, (sign = SIGN.test(template.text)))
    return sign
  }

  return ({ templates }) => templates.filter(isSign).map(({ service }) => service)
}
