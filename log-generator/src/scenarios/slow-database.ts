import type { Scenario } from './scenario.ts'

/** Every statement takes eight times as long; whoever asks the database is slow with it, nothing fails. */
export const slowDatabase: Scenario = {
  name: 'slow-database',
  kind: 'latency',
  anomaly: true,
  service: 'checkout',
  affected: ['web-frontend', 'inventory', 'database'],
  durationMs: 4 * 60_000,
  conditions: () => ({ databaseDelay: 8 }),
}
