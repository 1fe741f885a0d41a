import type { Scenario } from './scenario.ts'

const PEAK = 2.5

/** A newsletter went out: more visitors, everything grows together and smoothly. Good news, no alert. */
export const trafficSurge: Scenario = {
  name: 'traffic-surge',
  anomaly: false,
  service: 'web-frontend',
  affected: [],
  durationMs: 20 * 60_000,
  conditions: (progress) => ({ surge: 1 + (PEAK - 1) * Math.sin(Math.PI * progress) ** 2 }),
}
