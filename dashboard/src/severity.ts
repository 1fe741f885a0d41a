import type { Incident, Severity } from '@errorsense/core/wire/incident.ts'

const order: readonly Severity[] = ['low', 'medium', 'high', 'critical']

/** The gravest of some, or undefined for none. */
export function gravest(incidents: readonly Incident[]): Severity | undefined {
  return order[Math.max(-1, ...incidents.map(({ severity }) => gravity(severity)))]
}

/** Rises with the severity; -1 for none. */
export function gravity(severity: Severity | undefined): number {
  return severity === undefined ? -1 : order.indexOf(severity)
}

/** Open before acknowledged, grave before light, new before old. */
export function byGravity(incidents: readonly Incident[]): Incident[] {
  return incidents.toSorted(
    (a, b) =>
      Number(a.state !== 'open') - Number(b.state !== 'open') ||
      gravity(b.severity) - gravity(a.severity) ||
      b.start.localeCompare(a.start),
  )
}
