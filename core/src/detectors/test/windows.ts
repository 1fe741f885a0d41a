/** Closed windows by hand, for tests of one detector. */
import { WINDOW_MS } from '../../aggregate/window.ts'
import type { Context } from '../../correlate/group.ts'
import type { ClosedWindow, Detector, Finding, ScoredCount, SeriesWindow } from '../../finding.ts'

export const START = Date.parse('2026-03-02T00:00:00Z')

const calm: ScoredCount = {
  seen: 0,
  usual: 0,
  low: 0,
  high: 0,
  span: WINDOW_MS,
  phi: 0.1,
  pUp: 1,
  pDown: 1,
  learning: false,
}

export function series(service: string, text: string, changes: Partial<SeriesWindow> = {}): SeriesWindow {
  return {
    service,
    ...(text !== '' && { template: { id: text, text, component: '' } }),
    lines: 1,
    errors: 0,
    lineScore: calm,
    errorScore: calm,
    latencyScore: { ...calm, quantile: 0.5, p: 1 },
    latency: [],
    since: START,
    serviceSince: START,
    sample: `${text} 17`,
    ...changes,
  }
}

export function scored(changes: Partial<ScoredCount>): ScoredCount {
  return { ...calm, ...changes }
}

export function closedWindow(start: number, templates: readonly SeriesWindow[]): ClosedWindow {
  const services = [...new Set(templates.map(({ service }) => service))].map((service) => series(service, ''))
  const nothing = { glanced: [], security: [], sessions: [], hosts: new Map(), numbers: [], alarmBelow: 1e-9 }
  return {
    start,
    end: start + WINDOW_MS,
    services,
    templates,
    ...nothing,
    templateOf: (id) => ({ id, text: id, component: '' }),
  }
}

/** What correlation needs of a window beside its findings. */
export function beside({ start, end }: ClosedWindow): Context {
  return { start, end, rises: [], restarted: [] }
}

/** What a detector says of the windows from START on; `wrote` tells who wrote in the window that begins so many ms later. */
export function judgeAll(detector: Detector, ms: number, wrote: (at: number) => SeriesWindow[]): Finding[] {
  const findings: Finding[] = []
  for (let at = 0; at < ms; at += WINDOW_MS) findings.push(...detector.judge(closedWindow(START + at, wrote(at))))
  return findings
}
