import type { Entities, IncidentKind } from '@errorsense/core/wire/incident.ts'
import type { PlannedScenario } from './scenarios/scenario.ts'

/** What a good alert about a scenario would say; one line of the labels file. Times are ISO 8601, event time. */
export interface Label {
  readonly kind: IncidentKind
  readonly service: string
  readonly start: string
  readonly end: string
  readonly entities: Entities
  readonly scenario: string
  /** False: at most a note of low severity, never a reason to wake somebody. */
  readonly anomaly: boolean
  /** Other services that honestly show it as well. */
  readonly affected: readonly string[]
}

/** Undefined for what deserves no alert at all. */
export function labelOf({ scenario, start, end }: PlannedScenario, entities: Partial<Entities>): Label | undefined {
  if (scenario.kind === undefined) return undefined
  return {
    kind: scenario.kind,
    service: scenario.service,
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
    entities: { ip: [], user: [], session: [], target: [], ...entities },
    scenario: scenario.name,
    anomaly: scenario.anomaly,
    affected: scenario.affected,
  }
}
