/** Which series of a service shows what a finding is about, and on which scale its band lies. */
import type { SeriesPoint } from '@errorsense/core/wire/api.ts'
import type { Incident, IncidentFinding } from '@errorsense/core/wire/incident.ts'

export interface Plot {
  /** Seconds per point. */
  readonly step: number
  readonly value: (point: SeriesPoint) => number | null
  /** Whether the band of the finding is one of this very series. */
  readonly hasBand: boolean
  readonly unit: string
}

const MINUTE_SECONDS = 60
const SMALLEST_STEP = 5

export function plotOf({ unit, template }: IncidentFinding): Plot {
  const hasBand = template === undefined
  if (unit === 'ms median') return { step: MINUTE_SECONDS, value: ({ latencyP50 }) => latencyP50, hasBand, unit }
  if (unit.startsWith('ms ')) {
    // Of the tail the store tells the 99th percentile, whatever the detector looked at: another scale, so no band.
    return { step: MINUTE_SECONDS, value: ({ latencyP99 }) => latencyP99, hasBand: false, unit: 'ms p99' }
  }
  const counted = /^(lines|errors)(?:\/min| in (\d+) s)$/.exec(unit)
  if (counted === null) return { step: MINUTE_SECONDS, value: ({ lines }) => lines, hasBand: false, unit: 'lines/min' }
  const [, what, seconds] = counted
  const value = what === 'errors' ? (p: SeriesPoint) => p.errors : (p: SeriesPoint) => p.lines
  const step = seconds === undefined ? MINUTE_SECONDS : Number(seconds)
  if (step % SMALLEST_STEP !== 0) return { step: MINUTE_SECONDS, value, hasBand: false, unit: `${what}/min` }
  return { step, value, hasBand, unit }
}

export interface Span {
  /** ms since epoch. */
  readonly from: number
  readonly to: number
}

const MOST_MINUTES = 24 * 60
const POINTS = 90

/** The incident with as much calm before it as it takes to see that it was calm. */
export function spanAround({ start, end }: Pick<Incident, 'start' | 'end'>, step: number, now: number): Span {
  const stepMs = step * 1000
  const [first, last] = [Date.parse(start), Date.parse(end)]
  const margin = Math.max(POINTS * stepMs * 0.4, (last - first) * 0.5)
  const to = Math.min(now, last + margin / 2)
  const from = Math.max(first - margin, to - MOST_MINUTES * 60_000)
  return { from: Math.floor(from / stepMs) * stepMs, to: Math.ceil(to / stepMs) * stepMs }
}

/** The strongest finding of each thing found, most certain first: a long incident repeats itself. */
export function strongest(findings: readonly IncidentFinding[]): IncidentFinding[] {
  const byThing = new Map<string, IncidentFinding>()
  for (const finding of findings) {
    const { detector, service, template = '', unit } = finding
    const thing = JSON.stringify([detector, service, template, unit])
    const known = byThing.get(thing)
    if (known === undefined || finding.score > known.score) byThing.set(thing, finding)
  }
  return [...byThing.values()].sort((a, b) => b.score - a.score)
}

/** Values outside the band with their neighbours, so that a line can be drawn; null elsewhere. */
export function outside(values: readonly (number | null)[], low: number, high: number): (number | null)[] {
  const isOut = (value: number | null | undefined) =>
    value !== null && value !== undefined && (value < low || value > high)
  return values.map((value, index) =>
    isOut(value) || isOut(values[index - 1]) || isOut(values[index + 1]) ? value : null,
  )
}
