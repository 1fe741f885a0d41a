/** Incidents of two ways to look at the same time: those only the one finds, and those only the other. */
import type { Incident } from '@errorsense/core/wire/incident.ts'

export interface Difference {
  readonly appears: readonly Incident[]
  readonly disappears: readonly Incident[]
}

export function difference(before: readonly Incident[], after: readonly Incident[]): Difference {
  return { appears: without(after, before), disappears: without(before, after) }
}

function without(incidents: readonly Incident[], others: readonly Incident[]): Incident[] {
  return incidents.filter((incident) => !others.some((other) => isSame(incident, other)))
}

/** Settings move the beginning by some windows: the same kind about the same at the same time is the same. */
function isSame(a: Incident, b: Incident): boolean {
  if (a.kind !== b.kind || a.simulated !== b.simulated || a.start > b.end || b.start > a.end) return false
  if (a.kind === 'rule') return a.title === b.title
  if (a.entities.ip.length > 0) return a.entities.ip.some((ip) => b.entities.ip.includes(ip))
  return a.service.some((service) => b.service.includes(service))
}
