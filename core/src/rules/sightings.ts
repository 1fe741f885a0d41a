/**
 * What observations tell, one by one, as rules see it. Lines are told by template and window; who did something, by
 * security events; what belongs together, by sessions. A rule lives on one of the three.
 */
import type { ClosedWindow, Template } from '../finding.ts'
import { fieldsOf } from './condition.ts'
import { matchesOf, type Rule } from './rule.ts'

export interface Sighting {
  /** Event time, ms: of the event, or the end of the window of lines. */
  readonly time: number
  readonly service: string
  readonly template: Template
  readonly lines: number
  readonly errors: number
  readonly sample: string
  readonly ip?: string
  readonly user?: string
  readonly session?: string
  readonly path?: string
  readonly method?: string
  readonly status?: string
  readonly deed?: string
}

export type Source = 'lines' | 'events' | 'sessions'

export function sourceOf(rule: Rule): Source {
  if (rule.by === 'session') return 'sessions'
  if (rule.by === 'ip' || rule.by === 'user') return 'events'
  return matchesOf(rule).some(({ where }) => asksEvents(fieldsOf(where))) ? 'events' : 'lines'
}

/** Whether what is asked is told by security events only. */
export function asksEvents(asked: ReadonlySet<string>): boolean {
  return [...asked].some((field) => field !== 'service' && field !== 'template')
}

const tell: Record<Source, (window: ClosedWindow) => Sighting[]> = {
  lines: ({ templates, end }) =>
    templates.flatMap(({ service, template, lines, errors, sample }) =>
      template ? [{ time: end, service, template, lines, errors, sample }] : [],
    ),
  // A tally of requests that were served well names nobody's deed.
  events: ({ glanced, security, templateOf }) =>
    [...glanced, ...security]
      .filter(({ kind, status }) => kind !== 'link' && (kind !== 'request' || status !== undefined))
      .map(({ time, service, shape, count, sample, kind, ip, user, path, method, status }) => ({
        time,
        service,
        template: templateOf(shape),
        lines: count,
        errors: 0,
        sample,
        deed: kind,
        ...(ip !== undefined && { ip }),
        ...(user !== undefined && { user }),
        ...(path !== undefined && { path }),
        ...(method !== undefined && { method }),
        ...(status !== undefined && { status: String(status) }),
      })),
  sessions: ({ sessions, templateOf }) =>
    sessions.flatMap(({ session, service, last, shapes }) =>
      shapes.map(([shape, lines]) => {
        const counts = { lines, errors: 0, sample: '' }
        return { time: last, service, template: templateOf(shape), ...counts, session }
      }),
    ),
}

/** Each source is read once per window, and only if a rule asks. */
export function sightingsIn(window: ClosedWindow): (source: Source) => Sighting[] {
  const read = new Map<Source, Sighting[]>()
  return (source) => {
    let all = read.get(source)
    if (!all) read.set(source, (all = tell[source](window)))
    return all
  }
}
