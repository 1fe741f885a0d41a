/** What is held against one party by one detector, and when it is to be told again. */
import { MINUTE_MS } from '../aggregate/window.ts'
import type { Words } from '../correlate/kinds/kind.ts'
import type { Finding } from '../finding.ts'
import type { IncidentKind } from '../wire/incident.ts'
import type { Act } from './attackers.ts'

/** Quiet for so long, the next act opens a new case. */
const IDLE_MS = 30 * MINUTE_MS
const MOST_NAMES = 50
const SAMPLES = 3

/** Plain data: it is remembered over restarts. */
export interface CaseFile {
  isOpen: boolean
  start: number
  last: number
  count: number
  service: string
  readonly users: Set<string>
  readonly targets: Set<string>
  samples: string[]
  /** Not told yet. */
  lines: number
  told: number
}

export function emptyFile(): CaseFile {
  return {
    isOpen: false,
    start: Number.NaN,
    last: Number.NEGATIVE_INFINITY,
    count: 0,
    service: '',
    users: new Set(),
    targets: new Set(),
    samples: [],
    lines: 0,
    told: Number.NEGATIVE_INFINITY,
  }
}

/** Begins a case with the acts that gave cause to it. */
export function openFile(file: CaseFile, acts: readonly Act[]): void {
  Object.assign(file, { ...emptyFile(), last: file.last, isOpen: true, start: Math.min(...acts.map(({ at }) => at)) })
  for (const act of acts) note(file, act)
}

export function note(file: CaseFile, { at, user, weight, event }: Act): void {
  file.last = Math.max(file.last, at)
  file.count += Math.max(1, weight)
  file.lines += 1
  file.service = event.service
  if (user !== undefined && file.users.size < MOST_NAMES) file.users.add(user)
  if (event.target !== undefined && file.targets.size < MOST_NAMES) file.targets.add(event.target)
  if (event.sample !== '' && file.samples.length < SAMPLES) file.samples.push(event.sample)
}

/** Evidence worth showing whatever else there is. */
export function show(file: CaseFile, sample: string): void {
  file.samples = [...file.samples.slice(0, SAMPLES - 1), sample]
}

/** Something new, and not told within the last minute unless that can not wait. */
export function isDue({ isOpen, lines, told }: CaseFile, now: number, pause = MINUTE_MS): boolean {
  return isOpen && lines > 0 && now - told >= pause
}

export function isOver({ last }: CaseFile, now: number): boolean {
  return now - last > IDLE_MS
}

export interface Evidence {
  readonly seen: number
  readonly usual: number
  readonly high: number
  readonly unit: string
  readonly score: number
  readonly reason?: Words
}

/** The charge as a finding; what was noted since the last one is told with it. */
export function charge(
  file: CaseFile,
  detector: string,
  kind: IncidentKind,
  ip: Iterable<string>,
  now: number,
  evidence: Evidence,
): Finding {
  const { service, users, targets, lines } = file
  const start = Math.min(file.start, now)
  const entities = { ip: [...ip], user: [...users], target: [...targets] }
  file.told = now
  file.lines = 0
  return { detector, kind, at: now, start, service, entities, low: 0, ...evidence, samples: [...file.samples], lines }
}

/** How sure, from how far beyond the limit: 0.5 at it, towards 1. */
export function certainty(seen: number, limit: number): number {
  return Math.min(0.99, 1 - 0.5 * (limit / Math.max(limit, seen)))
}
