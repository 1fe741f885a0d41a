import { severities } from '../wire/incident.ts'
import type { Because, News } from './news.ts'

/** Which channels want it. */
export function route({ incident, route: { minSeverity, services } }: News): Because | undefined {
  if (severities.indexOf(incident.severity) < severities.indexOf(minSeverity)) return 'below-severity'
  if (services !== undefined && !incident.service.some((name) => services.includes(name))) return 'other-service'
  return undefined
}
