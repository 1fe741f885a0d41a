/**
 * "This is normal", said of an incident: which later findings are like it. What is held back is no more than was seen
 * when it was said, with some room above: who calls fifty errors normal has not said so of five thousand.
 */
import type { Finding } from '../finding.ts'
import { MINUTE_MS } from '../aggregate/window.ts'
import { kindOf } from '../correlate/kinds/index.ts'
import type { Incident, IncidentFinding } from '../wire/incident.ts'
import { entityKinds, normalScopes, type EntityKind, type Normal, type NormalScope } from '../wire/normal.ts'

/** Trouble of so many times what was called normal is told. */
const ROOM = 2
/** Of the lines of a finding about a whole service, so many must be of the templates that are normal. */
const MOSTLY = 0.9
/** More names than this are no entity that anybody knows. */
const MOST_NAMES = 1000
const DAY_MINUTES = 24 * 60
/** Around a time of day; clocks of people are moved by an hour twice a year. */
const MARGIN_MINUTES = 60
/** What lasts longer has no time of day. */
const LONGEST_RHYTHM_MS = 12 * 60 * MINUTE_MS

/** What calling an incident normal would hold back, for each scope it has. */
export function normalsOf(incident: Incident): Normal[] {
  return normalScopes.flatMap((scope) => normalOf(incident, scope) ?? [])
}

/** Undefined where the incident has nothing of the kind. */
export function normalOf(incident: Incident, scope: NormalScope): Normal | undefined {
  const { findings, service, title, es } = incident
  const kinds = [...new Set([incident.kind, ...findings.map(({ kind }) => kind)])]
  const like = { kinds, services: service, found: foundIn(findings), title, es: { title: es.title } }
  switch (scope) {
    case 'service':
      return { ...like, scope }
    case 'template': {
      const told = findings.flatMap(({ template }) => template ?? [])
      const templates = [...new Set([...told, ...incident.templates.map(({ templateId }) => templateId)])]
      return templates.length > 0 ? { ...like, scope, templates } : undefined
    }
    case 'entity': {
      const entity = entityKinds.find((kind) => incident.entities[kind].length > 0)
      const names = entity === undefined ? [] : incident.entities[entity]
      return entity && names.length <= MOST_NAMES ? { ...like, scope, entity, names } : undefined
    }
    case 'rhythm': {
      const [start, end] = [Date.parse(incident.start), Date.parse(incident.end)]
      if (end - start > LONGEST_RHYTHM_MS) return undefined
      return { ...like, scope, from: minuteOf(start, -MARGIN_MINUTES), to: minuteOf(end, MARGIN_MINUTES) }
    }
  }
}

export function isLike(normal: Normal, finding: Finding): boolean {
  if (!isAsBefore(normal, finding)) return false
  const isSameService = [finding.service, ...(finding.services ?? [])].some((name) => normal.services.includes(name))
  switch (normal.scope) {
    case 'service':
      return isSameService
    case 'template':
      return isSameService && isOf(normal.templates, finding)
    case 'entity':
      return isBy(normal.entity, normal.names, finding)
    case 'rhythm':
      return isSameService && isWithin(minuteOf(finding.at), normal.from, normal.to)
  }
}

function foundIn(findings: readonly IncidentFinding[]): Normal['found'] {
  const most = new Map<string, number>()
  for (const finding of findings)
    most.set(finderOf(finding), Math.max(most.get(finderOf(finding)) ?? 0, amountOf(finding)))
  return [...most].map(([by, most]) => ({ by, most }))
}

/**
 * One kind may be found by several: who calls the silence of a host normal has not said so of the service. Of rules and
 * of quantities each is a finder of its own.
 */
function finderOf({ detector, rule, unit }: Pick<Finding, 'detector' | 'rule' | 'unit'>): string {
  if (rule !== undefined) return `${detector}/${rule.name}`
  return detector === 'metric' ? `${detector}/${unit}` : detector
}

/** Found in the same way, and no worse. Deeds are counted for as long as they last: there, more is not worse. */
function isAsBefore({ found }: Normal, finding: Finding): boolean {
  const before = found.find(({ by }) => by === finderOf(finding))
  if (before === undefined) return false
  return kindOf(finding.kind).family !== 'operations' || amountOf(finding) <= ROOM * before.most
}

/** Detectors tell counts per minute, or `in N s` where they looked at less. */
function amountOf({ seen, unit }: Pick<Finding, 'seen' | 'unit'>): number {
  const seconds = / in (\d+) s$/.exec(unit)?.[1]
  return seconds === undefined ? seen : (seen * 60) / Number(seconds)
}

function isOf(templates: readonly string[], { templateId, templates: took = [] }: Finding): boolean {
  if (templateId !== undefined) return templates.includes(templateId)
  const lines = (all: typeof took) => all.reduce((sum, { count }) => sum + count, 0)
  const known = took.filter(({ template }) => templates.includes(template.id))
  return known.length > 0 && lines(known) >= MOSTLY * lines(took)
}

function isBy(entity: EntityKind, names: readonly string[], { entities }: Finding): boolean {
  const by = entities[entity] ?? []
  return by.length > 0 && by.every((name) => names.includes(name))
}

function minuteOf(time: number, offset = 0): number {
  const minute = Math.floor(time / MINUTE_MS) + offset
  return ((minute % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES
}

function isWithin(minute: number, from: number, to: number): boolean {
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to
}
