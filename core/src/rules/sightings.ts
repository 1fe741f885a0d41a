/**
 * What observations tell, one by one, as rules see it. Lines are told by template and window; who did something, by
 * security events; what belongs together, by sessions. A rule lives on one of the three.
 */
import type { ClosedWindow, Template } from '../finding.ts'
import { compile, fieldsOf } from './condition.ts'
import { matchesOf, type Match, type Rule } from './rule.ts'

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

/** By source; those that nobody asks for are left out. */
export type Sightings = Readonly<Partial<Record<Source, readonly Sighting[]>>>

/** Gives a function that tells what of a window any of the rules asks for. */
export function lookout(rules: readonly Rule[]): (window: ClosedWindow) => Sightings {
  const asked = Map.groupBy(rules, sourceOf)
  const selects = [...asked].map(([source, all]) => [source, all.flatMap(matchesOf).map(selector)] as const)
  return (window) => {
    const found = selects.map(([source, wanted]) => {
      return [source, tell[source](window).filter((sighting) => wanted.some((isWanted) => isWanted(sighting)))] as const
    })
    return Object.fromEntries(found)
  }
}

export function selector({ where, errors }: Match): (sighting: Sighting) => boolean {
  const holds = compile(where)
  return (sighting) => (!errors || sighting.errors > 0) && holds(sighting)
}
