import type { Incident } from '../../wire/incident.ts'

/** A plausible incident, changed where a test says so. */
export function anIncident(changes: Partial<Incident> = {}): Incident {
  return {
    id: '00f1e2d3c4b5a697',
    kind: 'error_spike',
    severity: 'high',
    state: 'open',
    title: 'checkout: errors far above usual',
    why: '120 errors/min where 2 are usual',
    es: { title: 'checkout: muchos más errores de lo habitual', why: '120 errores/min donde lo habitual son 2' },
    service: ['checkout'],
    start: '2026-11-22T12:00:00.000Z',
    end: '2026-11-22T12:01:00.000Z',
    detected: '2026-11-22T12:00:10.000Z',
    score: 0.99,
    entities: { ip: [], user: [], session: [], target: [] },
    findings: [],
    causes: [],
    templates: [],
    samples: ['level=error msg="payment refused"'],
    lines: 120,
    version: 1,
    reopens: 0,
    ...changes,
  }
}
