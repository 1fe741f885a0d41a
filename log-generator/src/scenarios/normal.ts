import type { Scenario } from './scenario.ts'

/** Nothing happens: a quiet stretch in a plan. */
export const normal: Scenario = {
  name: 'normal',
  anomaly: false,
  service: 'web-frontend',
  affected: [],
  durationMs: 10 * 60_000,
}
