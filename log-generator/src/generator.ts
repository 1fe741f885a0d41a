import { createTraffic, type TrafficOptions } from './traffic.ts'
import type { PlannedScenario } from './scenarios/scenario.ts'

export interface GeneratedLine {
  /** Event time, whole ms since epoch. */
  readonly time: number
  readonly service: string
  /** Who writes the stream the line belongs to, as on the bus. */
  readonly source: string
  /** Without its last line end; holds line ends where a stack trace belongs to it. */
  readonly line: string
}

export interface GenerateOptions extends TrafficOptions {
  /** Event time at which it ends, ms; never when left out. */
  readonly end?: number
  readonly scenarios?: readonly PlannedScenario[]
}

/** The shop's log in order of time. Pure: the same options give the same lines. */
export function* generate({
  end = Number.POSITIVE_INFINITY,
  scenarios = [],
  ...options
}: GenerateOptions): Generator<GeneratedLine> {
  const traffic = createTraffic(options)
  for (const planned of scenarios) traffic.plan(planned)
  yield* traffic.until(end)
}
